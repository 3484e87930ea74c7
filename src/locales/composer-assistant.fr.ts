import type { ComposerAssistantTexts } from './composer-assistant.en.ts';

/** The texts of the assistant in French. */
export const composerAssistantFr: ComposerAssistantTexts = {
  language: 'fr',
  asking: 'L’assistant écrit…',
  done: 'L’assistant a terminé.',
  failed: 'L’assistant n’a pas répondu.',
  hint: 'Seul ce sur quoi vous appuyez est demandé, avec les derniers messages de cette conversation et votre texte. Rien n’est envoyé tout seul.',
  insert: 'Insérer',
  nothing: 'L’assistant n’a pas de proposition.',
  proposal: (number) => `Proposition ${number}`,
  proposed: 'Proposé par l’assistant. Lisez avant d’envoyer.',
  replace: 'Remplacer mon texte',
  stop: 'Arrêter',
  stopped: 'Arrêté.',
  tasks: { suggest: 'Proposer une réponse', rewrite: 'Reformuler', translate: 'Traduire', summarise: 'Résumer' },
  title: 'Assistant',
  tone: 'Ton',
  tones: { neutral: 'Neutre', formal: 'Soutenu', friendly: 'Amical', shorter: 'Plus court', longer: 'Plus long' },
};
