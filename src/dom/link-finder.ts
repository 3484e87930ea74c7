import { LinkifyIt } from 'linkify-it';
import type { TextPart } from './linkify.ts';
import { safeUrl } from './safe-url.ts';

const finder = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: true, fuzzyIP: false });
/** No address that a person follows is longer; a longer word is text, and so the time stays linear. */
const longestWord = 2048;

/** A number as people write it: bounded repetitions, so that any text costs linear time. */
const phone = /(?<![\p{L}\p{N}_+./:-])(?:\+|00|\(?0)[\d()][\d\s().\-–/]{5,22}\d(?![\p{L}\p{N}_])/gu;
const date = /^\d{1,2}[-./\s]\d{1,2}[-./\s]\d{2,4}(?!\d)/;
/** The end of an IBAN looks like a Dutch number. */
const ibanStart = /[A-Z]{2}\d{2} ?[A-Z]{4} ?(?:\d{4} ?){0,3}$/;

/** See {@link import('./linkify.ts').linkify}. */
export function findLinks(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let plainFrom = 0;
  for (const word of text.matchAll(/\S+/g)) {
    if (word[0].length > longestWord || !/[.:@]/.test(word[0])) continue;
    for (const match of finder.match(word[0]) ?? []) {
      // An address written without its scheme is most likely to answer, and safest, over https.
      const href = safeUrl(match.schema === '' ? match.url.replace(/^http:/, 'https:') : match.url);
      if (href === null) continue;
      const from = word.index + match.index;
      addPlain(parts, text.slice(plainFrom, from));
      parts.push({ kind: 'link', text: match.raw, href, type: match.schema === 'mailto:' ? 'email' : 'url' });
      plainFrom = from + match.raw.length;
    }
  }
  addPlain(parts, text.slice(plainFrom));
  return parts.length ? parts : [{ kind: 'text', text }];
}

/** Adds text between links, with the phone numbers in it. */
function addPlain(parts: TextPart[], text: string): void {
  let plainFrom = 0;
  for (const match of text.matchAll(phone)) {
    const digits = match[0].replace(/\(0\)/g, '').replace(/\D/g, '');
    if (digits.length < 9 || digits.length > 15 || date.test(match[0])) continue;
    if (ibanStart.test(text.slice(Math.max(0, match.index - 30), match.index))) continue;
    const href = safeUrl(`tel:${match[0].startsWith('+') ? '+' : ''}${digits}`);
    if (href === null) continue;
    if (match.index > plainFrom) parts.push({ kind: 'text', text: text.slice(plainFrom, match.index) });
    parts.push({ kind: 'link', text: match[0], href, type: 'phone' });
    plainFrom = match.index + match[0].length;
  }
  if (plainFrom < text.length) parts.push({ kind: 'text', text: text.slice(plainFrom) });
}
