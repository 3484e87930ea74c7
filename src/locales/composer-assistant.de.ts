import type { ComposerAssistantTexts } from './composer-assistant.en.ts';

/** The texts of the assistant in German. */
export const composerAssistantDe: ComposerAssistantTexts = {
  language: 'de',
  asking: 'Der Assistent schreibt…',
  done: 'Der Assistent ist fertig.',
  failed: 'Der Assistent hat nicht geantwortet.',
  hint: 'Gefragt wird nur, was Sie anklicken, mit den letzten Nachrichten dieser Unterhaltung und Ihrem Text. Nichts wird von selbst gesendet.',
  insert: 'Einfügen',
  nothing: 'Der Assistent hat keinen Vorschlag.',
  proposal: (number) => `Vorschlag ${number}`,
  proposed: 'Vom Assistenten vorgeschlagen. Lesen Sie es, bevor Sie es senden.',
  replace: 'Meinen Text ersetzen',
  stop: 'Anhalten',
  stopped: 'Angehalten.',
  tasks: {
    suggest: 'Antwort vorschlagen',
    rewrite: 'Umformulieren',
    translate: 'Übersetzen',
    summarise: 'Zusammenfassen',
  },
  title: 'Assistent',
  tone: 'Ton',
  tones: { neutral: 'Neutral', formal: 'Förmlich', friendly: 'Freundlich', shorter: 'Kürzer', longer: 'Länger' },
};
