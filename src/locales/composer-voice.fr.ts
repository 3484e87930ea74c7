import type { ComposerVoiceTexts } from './composer-voice.en.ts';

/** The texts of voice notes in French. */
export const composerVoiceFr: ComposerVoiceTexts = {
  language: 'fr',
  asking: 'Le navigateur demande l’accès au micro…',
  discard: 'Abandonner',
  discarded: 'Message vocal abandonné.',
  done: 'Terminer et écouter',
  fileName: 'Message vocal',
  finishing: 'Un instant…',
  kept: 'Le message vocal a été arrêté et attend avec le brouillon.',
  level: 'Volume',
  pause: 'Pause',
  paused: 'En pause',
  problems: {
    denied:
      'Le navigateur n’autorise pas cette page à utiliser le micro. Autorisez-le dans les paramètres à côté de l’adresse, puis réessayez.',
    'no-microphone': 'Aucun micro n’est utilisable en ce moment.',
    failed: 'Le message vocal n’a pas pu être enregistré.',
  },
  record: 'Enregistrer un message vocal',
  recorded: 'Le message vocal est avec les fichiers. Écoutez-le là ou envoyez-le.',
  recording: 'Enregistrement',
  resume: 'Reprendre',
};
