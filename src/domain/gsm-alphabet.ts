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

/** What a character of the plain alphabet costs: those of the extension table travel as two septets. */
export function septets(character: string): number {
  return extended.has(character) ? 2 : 1;
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
