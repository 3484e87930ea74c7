/**
 * Characters of the standard fonts of PDF. One byte stands for one character: those of Western Europe have their fixed
 * byte (WinAnsi), other Latin letters get a free one where a document needs them.
 */

const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
/** Bytes that WinAnsi leaves free. */
const free: readonly number[] = [...Array.from({ length: 31 }, (_, index) => index + 1), 0x81, 0x8d, 0x8f, 0x90, 0x9d];

/** Accents as glyph names call them; the fonts have every letter that Latin-alphabet languages of Europe make with them. */
const accents: ReadonlyMap<string, string> = new Map([
  ['\u0300', 'grave'],
  ['\u0301', 'acute'],
  ['\u0302', 'circumflex'],
  ['\u0304', 'macron'],
  ['\u0306', 'breve'],
  ['\u0307', 'dotaccent'],
  ['\u030a', 'ring'],
  ['\u030b', 'hungarumlaut'],
  ['\u030c', 'caron'],
  ['\u0326', 'commaaccent'],
  ['\u0327', 'cedilla'],
  ['\u0328', 'ogonek'],
]);
const others: ReadonlyMap<string, string> = new Map([
  ['ı', 'dotlessi'],
  ['ł', 'lslash'],
  ['Ł', 'Lslash'],
  ['đ', 'dcroat'],
  ['Đ', 'Dcroat'],
]);

/** The bytes of one document's text, and what could not be written. */
export class PdfEncoding {
  readonly #extra = new Map<string, { readonly code: number; readonly glyph: string }>();
  #isLossy = false;

  /** Whether some character is not in the fonts: emoji, and scripts other than Latin. */
  get isLossy(): boolean {
    return this.#isLossy;
  }

  /** The entries of the fonts' `Differences`. */
  get differences(): string {
    return [...this.#extra.values()].map(({ code, glyph }) => `${code} /${glyph}`).join(' ');
  }

  /** Text as PDF writes it; `?` for what the fonts do not have. */
  hex(text: string): string {
    const codes = Array.from(text.normalize('NFC'), (character) => this.#code(character));
    return codes.map((code) => code.toString(16).padStart(2, '0')).join('');
  }

  #code(character: string): number {
    const point = character.codePointAt(0) ?? 0;
    if ((point >= 0x20 && point <= 0x7e) || (point >= 0xa0 && point <= 0xff)) return point;
    const place = windows.indexOf(character);
    if (place !== -1 && point > 0xff) return 0x80 + place;
    // Joiners and variation marks say nothing on their own.
    if (/[\p{Cf}\p{M}]/u.test(character)) return 0x20;
    const known = this.#extra.get(character);
    if (known) return known.code;
    const glyph = glyphOf(character);
    const code = free[this.#extra.size];
    if (glyph === null || code === undefined) {
      this.#isLossy = true;
      return 0x3f;
    }
    this.#extra.set(character, { code, glyph });
    return code;
  }
}

function glyphOf(character: string): string | null {
  const other = others.get(character);
  if (other !== undefined) return other;
  const [base = '', accent = '', ...more] = Array.from(character.normalize('NFD'));
  const name = accents.get(accent);
  return /^[A-Za-z]$/.test(base) && name !== undefined && more.length === 0 ? `${base}${name}` : null;
}

const widths: readonly (readonly [width: number, characters: string])[] = [
  [222, 'ijl‚‘’ł'],
  [191, "'"],
  [260, '|'],
  [278, ' !,./:;I[\\]ft\u00a0ı'],
  [333, '()-`r„“”'],
  [334, '{}'],
  [350, '•'],
  [355, '"'],
  [389, '*'],
  [400, '°'],
  [469, '^'],
  [500, 'Jcksvxyz'],
  [584, '+<=>~'],
  [611, 'FTZßø'],
  [667, '&ABEKPSVXY'],
  [722, 'CDHNRUw'],
  [737, '©®'],
  [778, 'GOQØ'],
  [833, 'Mm'],
  [889, '%æ'],
  [944, 'Wœ'],
  [1000, 'ÆŒ…—'],
  [1015, '@'],
];
const widthOf = new Map(
  widths.flatMap(([width, characters]) => Array.from(characters, (one) => [one, width] as const)),
);

/** How wide text is in Helvetica at a size, in points. */
export function textWidth(text: string, size: number): number {
  let sum = 0;
  for (const character of text) {
    const base = character.normalize('NFD').charAt(0);
    sum += widthOf.get(character) ?? widthOf.get(base) ?? 556;
  }
  return (sum * size) / 1000;
}
