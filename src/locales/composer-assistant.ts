import { type ComposerAssistantTexts, composerAssistantEn } from './composer-assistant.en.ts';
import { Texts } from './texts.ts';

export type { ComposerAssistantTexts };

/** With the texts of the assistant, which load with it. */
export interface WithAssistant {
  readonly assistant: ComposerAssistantTexts;
}

export const composerAssistantTexts = new Texts<WithAssistant>({
  en: { assistant: composerAssistantEn },
  nl: async () => ({ assistant: (await import('./composer-assistant.nl.ts')).composerAssistantNl }),
  de: async () => ({ assistant: (await import('./composer-assistant.de.ts')).composerAssistantDe }),
  fr: async () => ({ assistant: (await import('./composer-assistant.fr.ts')).composerAssistantFr }),
  ar: async () => ({ assistant: (await import('./composer-assistant.ar.ts')).composerAssistantAr }),
});
