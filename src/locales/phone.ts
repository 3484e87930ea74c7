import { phoneEn, type PhoneMessages } from './phone.en.ts';

export type { PhoneMessages };

/** The texts of the phone elements for a language that ships, English otherwise; they travel with those elements alone. */
export async function loadPhoneMessages(language: string): Promise<PhoneMessages> {
  return language === 'nl' ? (await import('./phone.nl.ts')).phoneNl : phoneEn;
}
