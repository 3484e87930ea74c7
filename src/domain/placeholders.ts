import type { RecipientSummary } from './model.ts';

/** A stretch of a filled text, so that a composer can mark what is missing. */
export type FilledPart =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'placeholder';
      readonly name: string;
      /** As it stands in the template, e.g. `<<FirstName>>`. */
      readonly source: string;
      /** `null` while nothing is known. */
      readonly value: string | null;
    };

/** A template after filling. */
export interface FilledText {
  /** Unknown placeholders stay as they were written. */
  readonly text: string;
  readonly parts: readonly FilledPart[];
  /** Names without a value, each once; Send stays disabled while there are any (B9, PL3). */
  readonly missing: readonly string[];
}

/** PL1: `{{Customer}}` or `<<FirstName>>`; bounded, so that hostile text costs linear time (PL5). */
const placeholder = /\{\{([^{}\n]{1,64})\}\}|<<([^<>\n]{1,64})>>/g;

/**
 * Fills `{{Name}}` and `<<Name>>` in one pass: what a value contains is text and is never filled again (PL4).
 * Names are compared without regard to case or surrounding spaces (PL2).
 */
export function fillPlaceholders(text: string, values: ReadonlyMap<string, string>): FilledText {
  const known = new Map([...values].map(([name, value]) => [canonical(name), value]));
  const parts: FilledPart[] = [];
  const missing = new Map<string, string>();
  let end = 0;
  for (const match of text.matchAll(placeholder)) {
    const name = (match[1] ?? match[2] ?? '').trim();
    if (name === '') continue;
    const value = known.get(canonical(name)) ?? null;
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) });
    parts.push({ kind: 'placeholder', name, source: match[0], value });
    if (value === null && !missing.has(canonical(name))) missing.set(canonical(name), name);
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return { text: parts.map(partText).join(''), parts, missing: [...missing.values()] };
}

/**
 * A value that is put into a text for good: without the signs that would make a placeholder of it or of its neighbours,
 * because the text is filled once more when it is sent (PL7).
 */
export function literalValue(value: string, before: string, after: string): string {
  const single = value.replace(/([{}<>])\1+/g, '$1');
  const opens = /^[{<]/.test(single) && before.endsWith(single.charAt(0));
  const closes = /[}>]$/.test(single) && after.startsWith(single.slice(-1));
  return single.slice(opens ? 1 : 0, closes ? -1 : undefined);
}

/** What a recipient record gives: `Customer` and `Name`, `FirstName`, `Company`. Unknown ones are left out (PL6). */
export function recipientValues(recipient: RecipientSummary): Map<string, string> {
  const values = new Map<string, string>();
  const put = (name: string, value: string | null): void => {
    if (value !== null && value.trim() !== '') values.set(name, value.trim());
  };
  // The name of an unmatched sender is a number: no name to greet anyone with.
  if (recipient.kind !== 'unmatched') {
    put('Customer', recipient.name);
    put('Name', recipient.name);
  }
  put('FirstName', recipient.firstName);
  put('Company', recipient.organisation);
  return values;
}

function partText(part: FilledPart): string {
  return part.kind === 'text' ? part.text : (part.value ?? part.source);
}

function canonical(name: string): string {
  return name.trim().toLowerCase();
}
