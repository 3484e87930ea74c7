import type { PhoneFormat, PhoneReading } from '../domain/phone-field.ts';
import type { PhoneOptions } from '../domain/phone.ts';

export type { PhoneFormat, PhoneReading } from '../domain/phone-field.ts';

/** Numbering plans, as `libphonenumber-js` builds them; for countries beyond those that ship. */
export type PhoneMetadata = PhoneOptions['metadata'];

/** How a number is read. */
export interface PhoneReadingOptions {
  readonly format: PhoneFormat;
  readonly country: string | null;
  /** `null`: Europe and the United States, loaded when first needed. */
  readonly metadata: PhoneMetadata | null;
}

/** Reads a number in any spelling. The reader and the numbering plans are large: they load when the first number is read. */
export async function readPhone(text: string, options: PhoneReadingOptions): Promise<PhoneReading> {
  const [{ readPhoneField }, metadata] = await Promise.all([
    import('../domain/phone-field.ts'),
    options.metadata ?? import('../domain/phone-metadata.ts').then(({ phoneMetadata }) => phoneMetadata),
  ]);
  return readPhoneField(text, options.format, { defaultCountry: options.country, metadata });
}

/** Gets everything that reading needs, so that the first number need not wait for it. */
export function prepareToRead(): void {
  void Promise.all([import('../domain/phone-field.ts'), import('../domain/phone-metadata.ts')]).catch(() => undefined);
}
