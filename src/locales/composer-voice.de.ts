import type { ComposerVoiceTexts } from './composer-voice.en.ts';

/** The texts of voice notes in German. */
export const composerVoiceDe: ComposerVoiceTexts = {
  language: 'de',
  asking: 'Der Browser fragt nach dem Mikrofon…',
  discard: 'Verwerfen',
  discarded: 'Sprachnachricht verworfen.',
  done: 'Beenden und anhören',
  fileName: 'Sprachnachricht',
  finishing: 'Einen Moment…',
  kept: 'Die Sprachnachricht wurde angehalten und wartet beim Entwurf.',
  level: 'Lautstärke',
  pause: 'Pause',
  paused: 'Angehalten',
  problems: {
    denied:
      'Der Browser erlaubt dieser Seite das Mikrofon nicht. Erlauben Sie es in den Einstellungen neben der Adresse und versuchen Sie es erneut.',
    'no-microphone': 'Es gibt kein Mikrofon, das jetzt verwendet werden kann.',
    failed: 'Die Sprachnachricht konnte nicht aufgenommen werden.',
  },
  record: 'Sprachnachricht aufnehmen',
  recorded: 'Die Sprachnachricht ist bei den Dateien. Hören Sie sie dort an oder senden Sie sie.',
  recording: 'Aufnahme läuft',
  resume: 'Fortsetzen',
};
