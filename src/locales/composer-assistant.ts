import type { ComposerAssistantTexts } from './composer-assistant.en.ts';

export type { ComposerAssistantTexts };

/** The texts of the assistant; English stands in for languages that do not ship. */
export async function loadAssistantTexts(language: string): Promise<ComposerAssistantTexts> {
  if (language === 'nl') return (await import('./composer-assistant.nl.ts')).composerAssistant;
  return (await import('./composer-assistant.en.ts')).composerAssistant;
}
