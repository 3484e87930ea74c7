import { parsePhoneNumberFromString, isSupportedCountry } from 'libphonenumber-js/core/es6';
import type { CountryCode, MetadataJson, PhoneNumber } from 'libphonenumber-js/core/es6';

/** How numbers are read. */
export interface PhoneOptions {
  /** ISO 3166 code of the country whose national spelling counts, from the contact or its branch; `null` if unknown. */
  readonly defaultCountry: string | null;
  /** Numbering plans; injected, because they age and because a page may want more countries. */
  readonly metadata: MetadataJson;
}

/** Why a text is no phone number. `no-country`: it is spelled as at home, and nobody knows where that is (PH12). */
export type PhoneProblem =
  'empty' | 'not-a-number' | 'no-country' | 'too-short' | 'too-long' | 'several' | 'short-code' | 'opaque';

/** A number in the one form the product stores (E.164), or why there is none. */
export type NormalizedPhone =
  | {
      readonly ok: true;
      readonly e164: string;
      /** `unknown` where the metadata cannot tell. */
      readonly type: 'mobile' | 'fixed' | 'unknown';
      /** Whether the numbering plan knows the number. `false` calls for a warning, never for a refusal (PH4). */
      readonly certain: boolean;
    }
  | { readonly ok: false; readonly reason: PhoneProblem };

const shortestNumber = 7;
const longestNumber = 15;
/** PH7: business-scoped WhatsApp ids (`NL.1234…`) and handles (`@name`). */
const opaqueId = /^(?:[A-Z]{2}\.[A-Za-z0-9]{4,128}|@\S{1,128})$/;

/** Reads a phone number in any spelling (PH1). */
export function normalizePhone(text: string, options: PhoneOptions): NormalizedPhone {
  const typed = asciiDigits(text).trim().replace(/^tel:/i, '');
  const problem = obviousProblem(typed);
  if (problem) return { ok: false, reason: problem };
  const digits = typed.replace(/\D/g, '');
  // PH2: `00` is the way out of every European network, but not of an American one: never leave it to the default country.
  const international = typed.replace(/^[\s(]*\+?[\s(]*00/, '+').replace(/^\(\+/, '+(');
  const plain = international.startsWith('+') ? null : parse(`+${digits}`, options.metadata);
  const national = parse(international, options.metadata, options.defaultCountry);
  // PH3: a provider's id is a number without its `+`: read nationally it is nonsense.
  const number = plain?.isValid() && !national?.isValid() ? plain : national;
  if (number) return found(number);
  if (international.startsWith('+')) return unlisted(international.replace(/\D/g, ''));
  const isHomeUnknown = !isKnown(options.defaultCountry, options.metadata) && !/\p{L}/u.test(typed);
  return { ok: false, reason: lengthProblem(digits) ?? (isHomeUnknown ? 'no-country' : 'not-a-number') };
}

/** Whether two spellings mean the same line. Ids that are no numbers are the same only when they are equal (PH9). */
export function samePhone(a: string, b: string, options: PhoneOptions): boolean {
  const first = normalizePhone(a, options);
  const second = normalizePhone(b, options);
  if (first.ok && second.ok) return first.e164 === second.e164;
  return !first.ok && !second.ok && a.trim() !== '' && a.trim() === b.trim();
}

/**
 * PH10: the digits that every spelling of a number has in common, for searching: no `+`, `00`, trunk `0` or `(0)`. One
 * spelling's digits are found inside another's; `''` when the text has none.
 */
export function phoneDigits(text: string): string {
  return asciiDigits(text).replace(/\(0\)/g, '').replace(/\D/g, '').replace(/^0+/, '');
}

/** The number as people write it: `+31 6 12345678`. What the metadata does not know comes back as it is (PH11). */
export function formatPhone(e164: string, metadata: MetadataJson): string {
  return parse(e164, metadata)?.formatInternational() ?? e164;
}

function parse(text: string, metadata: MetadataJson, country: string | null = null): PhoneNumber | undefined {
  const options = { extract: false, ...(isKnown(country, metadata) && { defaultCountry: country }) };
  return parsePhoneNumberFromString(text, options, metadata);
}

function isKnown(country: string | null, metadata: MetadataJson): country is CountryCode {
  return country !== null && isSupportedCountry(country as CountryCode, metadata);
}

function found(number: PhoneNumber): NormalizedPhone {
  const length = lengthProblem(number.number.slice(1));
  if (length) return { ok: false, reason: length };
  const type = number.getType();
  return {
    ok: true,
    e164: number.number,
    type: type === 'MOBILE' ? 'mobile' : type === 'FIXED_LINE' ? 'fixed' : 'unknown',
    certain: number.isValid(),
  };
}

/** PH5: a country the metadata does not cover is kept as typed, to be warned about. */
function unlisted(digits: string): NormalizedPhone {
  const problem = lengthProblem(digits);
  if (problem) return { ok: false, reason: problem };
  return { ok: true, e164: `+${digits}`, type: 'unknown', certain: false };
}

function obviousProblem(typed: string): PhoneProblem | null {
  if (typed === '') return 'empty';
  if (opaqueId.test(typed)) return 'opaque';
  if (/^[1-9]\d{2,5}$/.test(typed)) return 'short-code';
  const numbers = typed.split(/[/;,|&\n]|\s(?=\+)/).filter((part) => part.replace(/\D/g, '').length >= shortestNumber);
  if (numbers.length > 1) return 'several'; // PH6
  if (!/\d/.test(typed)) return 'not-a-number';
  return typed.replace(/\D/g, '').length < shortestNumber ? 'too-short' : null;
}

/** PH8: the bounds of E.164, and of what can be a subscriber's number at all. */
function lengthProblem(digits: string): 'too-short' | 'too-long' | null {
  if (digits.length < shortestNumber) return 'too-short';
  return digits.length > longestNumber ? 'too-long' : null;
}

/** Arabic-Indic and full-width digits are digits too, and a full-width plus is a plus. */
export function asciiDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669\u06F0-\u06F9\uFF10-\uFF19]/g, (digit) => String((digit.charCodeAt(0) & 0xf) % 16))
    .replace(/\uFF0B/g, '+');
}
