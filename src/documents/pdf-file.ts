import { PDFDocument, type StructureElement, type TextOptions } from 'pdfkit';
import { toBytes } from 'pdfkit/output';
import type { DocumentParagraph, ExportDocument } from '../domain/export-document.ts';
import { FontBook } from './font-book.ts';
import type { Slice } from './font-choice.ts';
import type { GlyphPictures } from './glyph-pictures.ts';
import {
  charactersOf,
  layOut,
  type Line,
  type Measure,
  type Run,
  slicesOf,
  turnsAround,
  withoutFont,
} from './line-layout.ts';

/** A4, points. */
const page = { width: 595.28, height: 841.89, margin: 56, foot: 32 };
const leading = 1.38;
/** Where the bar of a message stands, and its text. */
const bar = { width: 2, indent: 10 };
const ink = { text: '#111827', quiet: '#52525b', link: '#1d4ed8' };

interface Look {
  readonly size: number;
  readonly bold: boolean;
  readonly color: string;
  /** Space above, points. */
  readonly gap: number;
  /** What a reader of the page for people who do not see it says it is. */
  readonly tag: 'H1' | 'H2' | 'H3' | 'P';
  /** Points that must follow on the same page. */
  readonly keep: number;
}

const looks: Readonly<Record<DocumentParagraph['style'], Look>> = {
  title: { size: 18, bold: true, color: ink.text, gap: 0, tag: 'H1', keep: 60 },
  meta: { size: 9, bold: false, color: ink.quiet, gap: 2, tag: 'P', keep: 0 },
  day: { size: 9.5, bold: true, color: ink.quiet, gap: 18, tag: 'H2', keep: 60 },
  heading: { size: 10, bold: true, color: ink.text, gap: 10, tag: 'H3', keep: 32 },
  about: { size: 8, bold: false, color: ink.quiet, gap: 0, tag: 'P', keep: 16 },
  body: { size: 10, bold: false, color: ink.text, gap: 2, tag: 'P', keep: 0 },
  event: { size: 9, bold: false, color: ink.quiet, gap: 10, tag: 'P', keep: 0 },
};
const footLook: Look = { ...looks.about, keep: 0 };

const sides: Readonly<Record<Exclude<DocumentParagraph['side'], null>, string>> = {
  incoming: '#9ca3af',
  outgoing: '#2563eb',
  note: '#d97706',
  event: '#e5e7eb',
};

/** What drawing takes from the outside. */
export interface PdfTools {
  readonly pictures: GlyphPictures;
  /** Called now and then, with the share that is done: lets the page breathe. */
  readonly pause: (done: number) => Promise<void>;
}

/** Characters of a document that cannot be drawn at all, each once; a `�` stands for them. */
export function notDrawable(content: ExportDocument, pictures: GlyphPictures): readonly string[] {
  const missing = new Set(
    content.paragraphs.flatMap(({ text }) => withoutFont(text)).filter((one) => pictures.of(one, ink.text) === null),
  );
  return [...missing];
}

/**
 * A document of real text: it can be searched, copied and read aloud, with its language, title and headings. It holds no
 * scripts and no files; links are those that the paragraphs bring.
 */
export async function pdfOf(content: ExportDocument, { pictures, pause }: PdfTools): Promise<Uint8Array> {
  const { title, language, at, footer } = content;
  const missing = new Set(notDrawable(content, pictures));
  const paragraphs = content.paragraphs.map((paragraph) => ({
    ...paragraph,
    text: withStandIns(paragraph.text, missing),
  }));
  const pdf = new PDFDocument({
    size: [page.width, page.height],
    margin: 0,
    font: null,
    bufferPages: true,
    tagged: true,
    displayTitle: true,
    lang: language,
    pdfVersion: '1.7',
    info: { Title: title, Creator: 'conversation-elements', Producer: 'PDFKit', CreationDate: new Date(at) },
  });
  const fonts = new FontBook(pdf);
  await fonts.load([...paragraphs.map(({ text }) => text), footer(1, 1), '0123456789 \ufffd'].flatMap(slicesOf));
  const sheet = new Sheet(pdf, fonts, pictures);
  const bytes = toBytes(pdf);
  for (const [index, paragraph] of paragraphs.entries()) {
    sheet.add(paragraph);
    if (index % 60 === 59) await pause(index / paragraphs.length);
  }
  sheet.number(footer);
  pdf.end();
  return bytes;
}

/** `�` for what cannot be drawn, and as long as that was, so that links stay in their place. */
function withStandIns(text: string, missing: ReadonlySet<string>): string {
  if (missing.size === 0) return text;
  const standIn = (one: string): string => (missing.has(one) ? `\ufffd${'\u200b'.repeat(one.length - 1)}` : one);
  return charactersOf(text).map(standIn).join('');
}

/** The pages as they fill. */
class Sheet {
  readonly #pdf: PDFDocument;
  readonly #fonts: FontBook;
  readonly #pictures: GlyphPictures;
  readonly #widths = new Map<string, number>();
  #y = page.margin;

  constructor(pdf: PDFDocument, fonts: FontBook, pictures: GlyphPictures) {
    this.#pdf = pdf;
    this.#fonts = fonts;
    this.#pictures = pictures;
  }

  add({ text, style, side, links }: DocumentParagraph): void {
    const look = looks[style];
    const indent = side === null ? 0 : bar.indent;
    const lines = this.#lines(text, links, look, indent);
    const element = this.#pdf.struct(look.tag);
    this.#pdf.addStructure(element);
    lines.forEach((line, index) => {
      const gap = index === 0 ? look.gap : 0;
      const height = look.size * leading;
      const isFull = this.#y + gap + height + (index === 0 ? look.keep : 0) > page.height - page.margin;
      if (isFull) {
        this.#pdf.addPage();
        this.#y = page.margin;
      } else this.#y += gap;
      // The bar runs on between the paragraphs of one message.
      const above = isFull || style === 'heading' || style === 'event' ? 0 : gap;
      if (side !== null) this.#bar(sides[side], this.#y - above, height + above);
      this.#line(line, look, indent, element);
      this.#y += height;
    });
    element.end();
    if (style === 'day') this.#rule();
  }

  /** Writes what stands at the foot of each page, when their number is known. */
  number(footer: ExportDocument['footer']): void {
    const { start, count } = this.#pdf.bufferedPageRange();
    for (let index = 0; index < count; index += 1) {
      this.#pdf.switchToPage(start + index);
      this.#pdf.markContent('Artifact', { type: 'Pagination' });
      this.#y = page.height - page.foot - footLook.size;
      const [line] = this.#lines(footer(index + 1, count), [], footLook, 0);
      if (line) this.#line(line, footLook, 0, null);
      this.#pdf.endMarkedContent();
    }
  }

  #lines(text: string, links: DocumentParagraph['links'], look: Look, indent: number): readonly Line[] {
    return layOut(text, links, page.width - page.margin * 2 - indent, (run) => this.#measure(run, look));
  }

  #measure({ text, drawn, slice, isRtl }: Parameters<Measure>[0], { size, bold }: Look): number {
    if (!slice) return this.#pictures.width(text) * size;
    const key = `${this.#fonts.use(slice, bold, isRtl)} ${drawn}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      width = this.#pdf.fontSize(1000).widthOfString(drawn, shaping(drawn));
      if (drawn.length < 40) this.#widths.set(key, width);
    }
    return (width * size) / 1000;
  }

  /** `element` is where the line stands in the structure of the document; `null` at the foot of a page. */
  #line(line: Line, look: Look, indent: number, element: StructureElement | null): void {
    const left = line.isRtl ? page.width - page.margin - line.width : page.margin + indent;
    const baseline = this.#y + look.size * 1.05;
    line.runs.forEach((run) => {
      const draw = (): void => this.#run(run, look, left + run.x, baseline);
      if (!element) draw();
      else if (run.href === null) element.add(draw);
      else element.add(this.#pdf.struct('Link').add(draw));
    });
  }

  #run(run: Run, look: Look, x: number, baseline: number): void {
    if (run.slice) {
      this.#text(run, run.slice, look, x, baseline);
      return;
    }
    // Screen readers, and readers that know of `ActualText`, take it for what it says.
    this.#pdf.markContent('Span', { actual: run.text });
    this.#picture(run.text, look, x, baseline);
    this.#pdf.endMarkedContent();
  }

  #picture(text: string, { size, color }: Look, x: number, baseline: number): void {
    const picture = this.#pictures.of(text, color);
    const place = { width: (picture?.width ?? 0) * size, height: (picture?.height ?? 0) * size };
    if (picture) this.#pdf.image(picture.src, x, baseline - picture.baseline * size, place);
  }

  #text({ drawn, href, isRtl }: Run, slice: Slice, { size, bold, color }: Look, x: number, baseline: number): void {
    const link = href === null ? {} : { link: href };
    this.#fonts.use(slice, bold, isRtl);
    this.#pdf
      .fontSize(size)
      .fillColor(href === null ? color : ink.link)
      .text(drawn, x, baseline, { lineBreak: false, baseline: 'alphabetic', ...shaping(drawn), ...link });
  }

  #bar(color: string, y: number, height: number): void {
    this.#shape(page.margin, y, bar.width, height, color);
  }

  #rule(): void {
    this.#y += 3;
    this.#shape(page.margin, this.#y, page.width - page.margin * 2, 0.5, '#d4d4d8');
  }

  #shape(x: number, y: number, width: number, height: number, color: string): void {
    this.#pdf.markContent('Artifact', { type: 'Layout' });
    this.#pdf.rect(x, y, width, height).fill(color);
    this.#pdf.endMarkedContent();
  }
}

/**
 * Right to left: whole, not word by word, because the order of words turns around. Else every character keeps the shape it
 * has by itself: taken apart into letter and mark it would be copied as two.
 */
function shaping(drawn: string): Pick<TextOptions, 'features'> {
  return { features: turnsAround(drawn) ? { liga: false } : { ccmp: false } };
}
