import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/core/es6';
import type { CountryCode, MetadataJson } from 'libphonenumber-js/core/es6';
import { formatPhone, normalizePhone, samePhone } from './phone.ts';
import type { PhoneOptions, PhoneProblem } from './phone.ts';

/** Why somebody should look again before writing to a number (SN2 to SN5). */
export type NumberDoubt =
  /** The numbering plan does not know it: a digit too few or too many, or not in use. */
  | 'not-in-plan'
  /** A landline: it may not take text messages. */
  | 'landline'
  /** It was read as a number of another country although nothing said so. */
  | 'read-as-international'
  /** One of the business's own numbers. */
  | 'own-number';

/** What is thought of a number that was typed to start a conversation (B19). */
export type StartNumber =
  | { readonly verdict: 'ok'; readonly e164: string; readonly shown: string }
  | {
      readonly verdict: 'doubtful';
      readonly e164: string;
      readonly shown: string;
      readonly doubts: readonly NumberDoubt[];
    }
  | { readonly verdict: 'invalid'; readonly reason: PhoneProblem };

/**
 * Judges a typed number: fine, to be questioned with the reasons, or no number (SN1). What is doubtful may be written to
 * once somebody said yes: plans age, and nobody is refused for that (PH4).
 * @param ownNumbers - the business's own, E.164
 */
export function judgeStartNumber(text: string, options: PhoneOptions, ownNumbers: readonly string[] = []): StartNumber {
  const read = normalizePhone(text, options);
  if (!read.ok) return { verdict: 'invalid', reason: read.reason };
  const { e164, type, certain } = read;
  const doubts: NumberDoubt[] = [];
  if (!certain) doubts.push('not-in-plan');
  if (type === 'fixed') doubts.push('landline'); // SN3
  if (isGuessed(text, e164, options)) doubts.push('read-as-international');
  if (ownNumbers.some((own) => samePhone(own, e164, options))) doubts.push('own-number');
  const shown = formatPhone(e164, options.metadata);
  return doubts.length === 0 ? { verdict: 'ok', e164, shown } : { verdict: 'doubtful', e164, shown, doubts };
}

/**
 * The country whose national spelling counts (SN6): that of most of the business's own numbers, the first of them on a
 * tie; the language of a page says less.
 * @param fallback - where no own number tells
 */
export function homeCountry(
  ownNumbers: readonly string[],
  { fallback, metadata }: { readonly fallback: string | null; readonly metadata: MetadataJson },
): string | null {
  const counts = new Map<string, number>();
  for (const own of ownNumbers) {
    const country = parsePhoneNumberFromString(own, { extract: false }, metadata)?.country;
    if (country) counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? fallback;
}

/** SN4: digits that begin with another country's calling code, typed without `+` or `00`. */
function isGuessed(text: string, e164: string, { defaultCountry, metadata }: PhoneOptions): boolean {
  const typed = text.trim().replace(/^tel:/i, '');
  if (!/^[1-9]/.test(typed) || typed.replace(/\D/g, '') !== e164.slice(1)) return false;
  const isKnown = defaultCountry !== null && isSupportedCountry(defaultCountry as CountryCode, metadata);
  return !isKnown || !e164.startsWith(`+${getCountryCallingCode(defaultCountry as CountryCode, metadata)}`);
}
