import { asciiDigits, normalizePhone } from './phone.ts';
import type { PhoneOptions, PhoneProblem } from './phone.ts';

/** How numbers are kept in the fields of the host (E4). */
export type PhoneFormat = 'e164' | '00' | 'digits';

/** Every format, the default first. */
export const phoneFormats: readonly PhoneFormat[] = ['e164', '00', 'digits'];

/** What was done to a number, in the order in which it is told. */
export type PhoneStep =
  'digits-changed' | 'signs-removed' | 'extension-removed' | 'trunk-zero-removed' | 'country-added' | 'prefix-changed';

/** Why a number that can be read should be looked at by a person. */
export type PhoneDoubt = 'not-in-plan' | 'landline' | 'country-unknown' | 'extension';

/** What a field makes of what was typed. */
export type PhoneReading =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'number';
      /** In the wanted format. */
      readonly value: string;
      readonly e164: string;
      readonly isChanged: boolean;
      readonly steps: readonly PhoneStep[];
      readonly doubts: readonly PhoneDoubt[];
    }
  /** PF4: a short code, handle or business-scoped id: no phone number, and kept as it is. */
  | { readonly kind: 'id'; readonly value: string }
  | { readonly kind: 'invalid'; readonly value: string; readonly problem: PhoneProblem };

const extension =
  /\s*(?:;ext=|,|#|\b(?:ext(?:ension)?|tst|toestel|poste|durchwahl|dw)\b\.?:?|(?<=[\d\s)])x)\s*\d{1,6}\s*$/iu;

/** PF1: a stored number in the wanted format. */
export function formatAs(e164: string, format: PhoneFormat): string {
  const digits = e164.replace(/^\+/, '');
  switch (format) {
    case 'e164':
      return `+${digits}`;
    case '00':
      return `00${digits}`;
    case 'digits':
      return digits;
  }
}

/** Reads what was typed or stored and says what was done to it (PF2, PF3, PF4). */
export function readPhoneField(text: string, format: PhoneFormat, options: PhoneOptions): PhoneReading {
  const typed = text.trim();
  // PF3: who answers is reached through an extension, a message is not; the line is kept and the agent told.
  const line = typed.replace(extension, '');
  const read = normalizePhone(line, options);
  if (!read.ok) {
    if (read.reason === 'empty') return { kind: 'empty' };
    if (read.reason === 'opaque' || read.reason === 'short-code') return { kind: 'id', value: typed };
    return { kind: 'invalid', value: text, problem: read.reason };
  }
  const value = formatAs(read.e164, format);
  const doubts: PhoneDoubt[] = [];
  if (read.type === 'fixed') doubts.push('landline');
  else if (!read.certain) doubts.push(isCovered(read.e164, options) ? 'not-in-plan' : 'country-unknown');
  if (line !== typed) doubts.push('extension');
  const isChanged = value !== text;
  return {
    kind: 'number',
    value,
    e164: read.e164,
    isChanged,
    steps: isChanged ? stepsOf(typed, line, value) : [],
    doubts,
  };
}

/** PF2: what differs between what was typed and what is kept, in words an agent knows. */
function stepsOf(typed: string, line: string, value: string): readonly PhoneStep[] {
  const steps: PhoneStep[] = [];
  const ascii = asciiDigits(line);
  const typedDigits = ascii.replace(/\D/g, '');
  const digits = value.replace(/\D/g, '');
  const bare = digits.replace(/^00/, '');
  const isInternational = prefixOf(ascii) !== '' || bare === typedDigits;
  if (ascii !== line) steps.push('digits-changed');
  if (/[^\d+]/.test(ascii.replace(/^tel:/i, ''))) steps.push('signs-removed');
  if (typed !== line) steps.push('extension-removed');
  if (isInternational) {
    const subscriber = typedDigits.replace(/^00/, '');
    if (subscriber !== bare && subscriber.replace('0', '') !== subscriber) steps.push('trunk-zero-removed');
    if (prefixOf(ascii) !== prefixOf(value)) steps.push('prefix-changed');
  } else {
    if (typedDigits.startsWith('0') && !bare.endsWith(typedDigits)) steps.push('trunk-zero-removed');
    steps.push('country-added');
  }
  return steps;
}

/** What a number begins with: what cannot be seen, as copied from a chat, is not part of it. */
function prefixOf(text: string): '+' | '00' | '' {
  const start = text.replace(/^[\s(\p{Cf}]+|^tel:/iu, '');
  return start.startsWith('+') ? '+' : start.startsWith('00') ? '00' : '';
}

/** Whether the numbering plans know the country of a number at all. */
function isCovered(e164: string, { metadata }: PhoneOptions): boolean {
  const codes = Object.keys(metadata.country_calling_codes);
  return codes.some((code) => e164.startsWith(`+${code}`));
}
