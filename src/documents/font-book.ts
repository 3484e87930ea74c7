import bidiFactory from 'bidi-js';
import { create, type Font, type Glyph } from 'fontkit';
import type { PDFDocument } from 'pdfkit';
import type { Slice } from './font-choice.ts';

const bidi = bidiFactory();
/** The fonts of one document: each is put into it when it is first used. */
export class FontBook {
  readonly #pdf: PDFDocument;
  readonly #files = new Map<Slice, { readonly regular: Uint8Array; readonly bold: Uint8Array | null }>();
  readonly #known = new Set<string>();

  constructor(pdf: PDFDocument) {
    this.#pdf = pdf;
  }

  async load(slices: Iterable<Slice>): Promise<void> {
    for (const slice of new Set(slices)) this.#files.set(slice, await slice.load());
  }

  /** Makes a slice, which has been loaded, the font of the document; the name stands for it. */
  use(slice: Slice, isBold: boolean, isRtl: boolean): string {
    const name = `${slice.name}${isBold ? ' bold' : ''}${isRtl ? ' rtl' : ''}`;
    if (!this.#known.has(name)) {
      const { regular, bold } = this.#files.get(slice) ?? {};
      const file = (isBold ? bold : null) ?? regular;
      if (!file) throw new Error(`the font ${slice.name} is not loaded`);
      this.#pdf.registerFont(name, isRtl ? turned(create(file)) : file);
      this.#known.add(name);
    }
    this.#pdf.font(name);
    return name;
  }
}

/**
 * Readers of PDF take shapes from left to right and turn what is of a right-to-left script around, shape by shape. So that
 * they read what was written, a mirrored bracket says what it stands for, and a ligature says its letters from the left.
 */
function turned(font: Font): Font {
  return Object.create(font, {
    postscriptName: { value: `${font.postscriptName}-RTL` },
    layout: {
      value: (...words: Parameters<Font['layout']>) => {
        const run = font.layout(...words);
        run.glyphs = run.glyphs.map(asRead);
        return run;
      },
    },
  }) as Font;
}

function asRead(glyph: Glyph): Glyph {
  const { codePoints } = glyph;
  const [first = 0] = codePoints;
  if (codePoints.length > 1) return saying(glyph, [...codePoints].reverse());
  const mirrored = bidi.getMirroredCharacter(String.fromCodePoint(first))?.codePointAt(0);
  return mirrored === undefined ? glyph : saying(glyph, [mirrored]);
}

function saying(glyph: Glyph, codePoints: readonly number[]): Glyph {
  return Object.create(glyph, { codePoints: { value: codePoints } }) as Glyph;
}
