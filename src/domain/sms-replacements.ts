import { plainForm } from './gsm-alphabet.ts';
import { fillPlaceholders, literalValue } from './placeholders.ts';
import type { FilledPart } from './placeholders.ts';
import { smsSegments } from './sms-segments.ts';
import type { SmsSegments } from './sms-segments.ts';

/** A text message as it will travel: counted with its placeholders filled, because the customer's name counts too (SG8). */
export function filledSmsSegments(text: string, values: ReadonlyMap<string, string>): SmsSegments {
  return smsSegments(fillPlaceholders(text, values).text);
}

/**
 * The text with one character replaced by its plain form wherever it stands (SG7). Where it comes from a placeholder's
 * value, the placeholder becomes that value with the character replaced: otherwise the button would do nothing. A
 * character without a plain form stays.
 * @param character - one of `smsSegments(…).unicode`
 */
export function replaceInSms(text: string, character: string, values: ReadonlyMap<string, string>): string {
  const replacement = plainForm(character);
  if (replacement === null) return text;
  // An accent that stands apart from its letter may have a plain form together with it.
  const isMark = /^\p{M}$/u.test(character);
  return rewritten(text, values, (words) =>
    (isMark ? words.normalize('NFC') : words).replaceAll(character, replacement),
  );
}

/** The text with everything replaced that has a plain form (SG7); what has none, such as emoji, stays. */
export function plainSms(text: string, values: ReadonlyMap<string, string>): string {
  return rewritten(text, values, (words) =>
    Array.from(words.normalize('NFC'), (character) => plainForm(character) ?? character).join(''),
  );
}

/** Rewrites the words of a text; a placeholder stays one unless its value changes. */
function rewritten(text: string, values: ReadonlyMap<string, string>, rewrite: (words: string) => string): string {
  const { parts } = fillPlaceholders(text, values);
  let done = '';
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'text') done += rewrite(part.text);
    else if (part.value === null || rewrite(part.value) === part.value) done += part.source;
    else done += literalValue(rewrite(part.value), done, sourceOf(parts[index + 1]));
  }
  return done;
}

function sourceOf(part: FilledPart | undefined): string {
  if (part === undefined) return '';
  return part.kind === 'text' ? part.text : part.source;
}
