const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
    '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** SG2: these travel as ESC and a letter, two septets that stay together. */
const extended = new Set('\f^{}\\[~]|€');

const plainForms = new Map(
  Object.entries({
    '‘': "'",
    '’': "'",
    '‚': "'",
    '‛': "'",
    '`': "'",
    '´': "'",
    ʼ: "'",
    '′': "'",
    '“': '"',
    '”': '"',
    '„': '"',
    '‟': '"',
    '«': '"',
    '»': '"',
    '″': '"',
    '–': '-',
    '—': '-',
    '‐': '-',
    '‑': '-',
    '‒': '-',
    '−': '-',
    '…': '...',
    '•': '-',
    '·': '-',
    '\t': ' ',
    '\u00A0': ' ',
    '\u2009': ' ',
    '\u200A': ' ',
    '\u202F': ' ',
    '\u2002': ' ',
    '\u2003': ' ',
    '\u200B': '',
    '\u200C': '',
    '\u200D': '',
    '\u2060': '',
    '\uFEFF': '',
    '\u00AD': '',
    '\uFE0F': '',
    œ: 'oe',
    Œ: 'OE',
    ĳ: 'ij',
    Ĳ: 'IJ',
    ł: 'l',
    Ł: 'L',
    đ: 'd',
    Đ: 'D',
    ı: 'i',
    ẞ: 'SS',
    '×': 'x',
    '÷': '/',
    '©': '(c)',
    '®': '(r)',
    '™': '(tm)',
    '°': ' gr.',
    '½': '1/2',
    '¼': '1/4',
    '¾': '3/4',
  }),
);

/** Whether a character travels in the plain alphabet. */
export function isGsm(character: string): boolean {
  return basic.has(character) || extended.has(character);
}

/** Beyond the last character of the plain alphabet, `€`. */
const beyond = 0x20ad;
const costs = new Uint8Array(beyond);
for (const character of basic) costs[character.charCodeAt(0)] = 1;
for (const character of extended) costs[character.charCodeAt(0)] = 2;

/**
 * What a UTF-16 unit costs in the plain alphabet: those of the extension table travel as two septets; 0 for what does not
 * travel in it at all. By number, so that a megabyte is counted while somebody types in it.
 */
export function septetsOf(unit: number): number {
  return costs[unit] ?? 0;
}

/** What can stand for a character in the plain alphabet: itself, a plain form, `''` to leave it out, `null` if nothing fits. */
export function plainForm(character: string): string | null {
  if (isGsm(character)) return character;
  const known = plainForms.get(character);
  if (known !== undefined) return known;
  const bare = character.normalize('NFKD').replace(/\p{M}/gu, '');
  if (bare === '' && character !== '') return '';
  return Array.from(bare).every(isGsm) ? bare : null;
}
