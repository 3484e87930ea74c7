import type { TextPart } from './linkify.ts';
import { safeUrl } from './safe-url.ts';

/** No address that a person follows is longer; a longer word is text, and so the time stays linear. */
const longestWord = 2048;

// Written without \p{L}: its ranges make each expression tens of kilobytes of machine code, on every page.
/** Letters and digits of any script; no punctuation, no marks that turn the direction of text. */
const letter = String.raw`a-z\d\u00c0-\u1fff\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufdff\ufe70-\ufefe\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff66-\uffdc\u{10000}-\u{e0000}`;
const host = String.raw`(?:[${letter}](?:[${letter}-]{0,61}[${letter}])?\.)+`;
/** The countries that have a domain: a sentence without a space after its full stop is no host. */
const country =
  'a[cdefgilmoqrstuwxz]|b[abdefghijmnorstvwyz]|c[acdfghiklmnoruvwxyz]|d[ejkmoz]|e[cegrstu]|f[ijkmor]|g[abdefghilmnpqrstuwy]|' +
  'h[kmnrtu]|i[delmnoqrst]|j[emop]|k[eghimnprwyz]|l[abcikrstuvy]|m[acdeghklmnopqrstuvwxyz]|n[acefgilopruz]|om|' +
  'p[aefghklmnrstwy]|qa|r[eosuw]|s[abcdeghijklmnorstuvxyz]|t[cdfghjklmnortvwz]|u[agksyz]|v[aceginu]|w[fs]|y[et]|z[amw]';
/** What may end a host that is written without scheme: a country, or one of those that people really write so. */
const domain = String.raw`(?:${country}|com|net|org|edu|gov|info|biz|shop|online|site|store|app|dev|cloud|pro|web|name|coop|museum|aero|asia|xn--[a-z\d-]{2,59}|рф)`;
const end = String.raw`(?![${letter}_@-])`;
/** Never in an address: what stands around one, and marks that turn the direction of text. */
const around = String.raw`\s<>"\u200e\u200f\u202a-\u202e\u2066-\u2069`;
const path = String.raw`(?:[/?#][^${around}]*)?`;
const address = new RegExp(
  String.raw`(?<![${letter}])(?<web>https?://[^${around}|,;@/?#]+${path})` +
    String.raw`|(?<![${letter}.!#$%&'*+/=?^_{|}~-])(?<email>[${letter}][${letter}.!#$%&'*+/=?^_{|}~-]{0,63}@${host}[a-z]{2,24}${end})` +
    String.raw`|(?<![${letter}.:/_@-])(?<bare>${host}${domain}${end}(?::\d{1,5})?${path})`,
  'giu',
);

/** A number as people write it: bounded repetitions, so that any text costs linear time. */
const phone = new RegExp(
  String.raw`(?<![${letter}_+./:-])(?:\+|00|\(?0)[\d()][\d\s().\-–/]{5,22}\d(?![${letter}_])`,
  'giu',
);
const date = /^\d{1,2}[-./\s]\d{1,2}[-./\s]\d{2,4}(?!\d)/;
/** The end of an IBAN looks like a Dutch number. */
const ibanStart = /[A-Z]{2}\d{2} ?[A-Z]{4} ?(?:\d{4} ?){0,3}$/;

/** See {@link import('./linkify.ts').linkify}. */
export function findLinks(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let plainFrom = 0;
  for (const word of text.matchAll(/\S+/g)) {
    if (word[0].length > longestWord || !/[.:@]/.test(word[0])) continue;
    for (const match of word[0].matchAll(address)) {
      const link = linkOf(match);
      if (!link) continue;
      const from = word.index + match.index;
      addPlain(parts, text.slice(plainFrom, from));
      parts.push(link);
      plainFrom = from + link.text.length;
    }
  }
  addPlain(parts, text.slice(plainFrom));
  return parts.length ? parts : [{ kind: 'text', text }];
}

function linkOf({ groups: { web, email, bare } = {} }: RegExpMatchArray): Extract<TextPart, { kind: 'link' }> | null {
  const text = withoutEnd(web ?? email ?? bare ?? '');
  // An address written without its scheme is most likely to answer, and safest, over https.
  const href = safeUrl(web ? text : `${email ? 'mailto:' : 'https://'}${text}`);
  return href === null ? null : { kind: 'link', text, href, type: email ? 'email' : 'url' };
}

/** An address without the punctuation of the sentence around it; brackets stay when they were opened in it. */
function withoutEnd(address: string): string {
  const opens = (bracket: string): number => address.split(bracket).length - 1;
  const left: Record<string, number> = {
    ')': opens('(') - opens(')'),
    ']': opens('[') - opens(']'),
    '}': opens('{') - opens('}'),
  };
  let { length } = address;
  for (; length > 0; length--) {
    const last = address[length - 1] ?? '';
    const balance = left[last];
    if (balance === undefined ? !/[.,;:!?'"’”»…]/.test(last) : balance >= 0) break;
    if (balance !== undefined) left[last] = balance + 1;
  }
  return address.slice(0, length);
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
