import type { StartNumber } from '../domain/start-number.ts';

export type { StartNumber } from '../domain/start-number.ts';

/**
 * Judges a number that was typed to start a conversation (B19). `country` counts where no own number tells one. The numbering plans load with
 * the first number.
 */
export async function judgeNumber(
  text: string,
  { country, own }: { readonly country: string | null; readonly own: readonly string[] },
): Promise<StartNumber> {
  const [{ homeCountry, judgeStartNumber }, { phoneMetadata: metadata }] = await Promise.all([
    import('../domain/start-number.ts'),
    import('../domain/phone-metadata.ts'),
  ]);
  const defaultCountry = homeCountry(own, { fallback: country, metadata });
  return judgeStartNumber(text, { defaultCountry, metadata }, own);
}
