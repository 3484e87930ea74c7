import type { StartNumber } from '../domain/start-number.ts';

export type { StartNumber } from '../domain/start-number.ts';

/** Judges a number that was typed to start a conversation (B19). The numbering plans load with the first number. */
export async function judgeNumber(
  text: string,
  { country, own }: { readonly country: string | null; readonly own: readonly string[] },
): Promise<StartNumber> {
  const [{ judgeStartNumber }, { phoneMetadata: metadata }] = await Promise.all([
    import('../domain/start-number.ts'),
    import('../domain/phone-metadata.ts'),
  ]);
  return judgeStartNumber(text, { defaultCountry: country, metadata }, own);
}
