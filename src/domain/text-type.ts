import { latin1 } from './bytes.ts';

/** How far a page or picture may begin into a text. */
const lookAt = 4096;

/** Names that make a reader run or draw a text, whatever it begins with. */
const active: ReadonlyMap<string, string> = new Map([
  ['.svg', 'image/svg+xml'],
  ['.svgz', 'image/svg+xml'],
  ['.htm', 'text/html'],
  ['.html', 'text/html'],
  ['.xhtml', 'text/html'],
  ['.mht', 'text/html'],
  ['.mhtml', 'text/html'],
  ['.vcf', 'text/vcard'],
  ['.ics', 'text/calendar'],
]);

/**
 * What a file without a signature is (AT3): text, a web page or a drawing, or `null` for bytes nobody knows. A page or
 * drawing shows by its first element or by its name, the more careful of the two.
 */
export function textType(head: Uint8Array, extension: string): string | null {
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const raw = latin1(head, 0, lookAt);
  const text = isWide ? raw.slice(2).replace(/\0/g, '') : raw.replace(/^\xef\xbb\xbf/, '');
  if (Array.from(text).some(isControl)) return null;
  const markup = markupType(text);
  return markup ?? active.get(extension) ?? 'text/plain';
}

function markupType(text: string): string | null {
  const start = text.trimStart();
  if (!/^<[a-z!?]/i.test(start)) return null;
  if (/<html[\s>]|<!doctype html/i.test(start)) return 'text/html';
  if (/<svg[\s>:]/i.test(start)) return 'image/svg+xml';
  return start.startsWith('<?xml') ? 'application/xml' : 'text/html';
}

/** Bytes that no text has; line breaks, tabs and escapes are some that it may. */
function isControl(character: string): boolean {
  const code = character.charCodeAt(0);
  return code < 9 || (code > 13 && code < 27) || (code > 27 && code < 32) || code === 127;
}
