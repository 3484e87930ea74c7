/** Controls, direction marks and overrides, and characters without width that names and file names never need. */
const invisible = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]+/gu;

/**
 * A name (of a person, a file, a tag) without characters that hide something or turn the reading direction around, so
 * that `gpj.exe` cannot pose as a picture. Joiners of emoji and of Persian words stay.
 */
export function visibleName(name: string): string {
  return name.replace(invisible, ' ').trim();
}

/** A name inside a sentence, with a reading direction of its own. */
export function isolatedName(name: string): string {
  return `\u2068${visibleName(name)}\u2069`;
}

/** A file's name and its extension, apart, so that a long name never hides what kind of file it is. */
export function splitFileName(name: string): { readonly stem: string; readonly extension: string } {
  const visible = visibleName(name);
  const dot = visible.lastIndexOf('.');
  if (dot <= 0 || visible.length - dot > 12) return { stem: visible, extension: '' };
  return { stem: visible.slice(0, dot), extension: visible.slice(dot) };
}

/**
 * A phone number in groups that can be read aloud, `+31 6 1234 5678`. Grouped by calling code alone, because the numbers
 * plans of all countries weigh more than everything else here; not for comparing. Anything but E.164 comes back as it is.
 */
export function readableNumber(address: string): string {
  const match = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(\d{4,12})$/.exec(address);
  if (!match) return address;
  const [, callingCode = '', rest = ''] = match;
  return `+${callingCode} ${rest.replace(/\B(?=(?:\d{4})+$)/g, ' ')}`;
}
