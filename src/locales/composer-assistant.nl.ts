import type { ComposerAssistantTexts } from './composer-assistant.en.ts';

/** The texts of the assistant in Dutch. */
export const composerAssistantNl: ComposerAssistantTexts = {
  language: 'nl',
  asking: 'De assistent schrijft…',
  done: 'De assistent is klaar.',
  failed: 'De assistent gaf geen antwoord.',
  hint: 'Alleen wat je aanklikt wordt gevraagd, met de laatste berichten van dit gesprek en je tekst. Er wordt niets vanzelf verzonden.',
  insert: 'Invoegen',
  nothing: 'De assistent heeft geen voorstel.',
  proposal: (number) => `Voorstel ${number}`,
  proposed: 'Voorgesteld door de assistent. Lees het voordat je het verzendt.',
  replace: 'Mijn tekst vervangen',
  stop: 'Stoppen',
  stopped: 'Gestopt.',
  tasks: { suggest: 'Antwoord voorstellen', rewrite: 'Herschrijven', translate: 'Vertalen', summarise: 'Samenvatten' },
  title: 'Assistent',
  tone: 'Toon',
  tones: { neutral: 'Neutraal', formal: 'Formeel', friendly: 'Vriendelijk', shorter: 'Korter', longer: 'Langer' },
};
