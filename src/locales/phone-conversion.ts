import { phoneConversionEn, type PhoneConversionTexts } from './phone-conversion.en.ts';
import { Texts } from './texts.ts';

export type { PhoneConversionTexts };

/** The texts of `phone-number-conversion`. */
export const phoneConversionTexts = new Texts({
  en: phoneConversionEn,
  nl: async () => (await import('./phone-conversion.nl.ts')).phoneConversionNl,
});
