import { PdfEncoding, textWidth } from './pdf-encoding.ts';

/** A paragraph of a document. */
export interface PdfParagraph {
  readonly text: string;
  readonly style: 'title' | 'heading' | 'meta' | 'body' | 'note';
}

/** What a document is made of. */
export interface PdfContent {
  readonly title: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly paragraphs: readonly PdfParagraph[];
  /** At the foot of each page. */
  readonly footer: (page: number, pages: number) => string;
}

interface Line {
  readonly text: string;
  readonly look: (typeof looks)[PdfParagraph['style']];
  /** Space above, points. */
  readonly gap: number;
}

const page = { width: 595, height: 842, margin: 56, foot: 36 };
const leading = 1.4;
const looks = {
  title: { font: 'F2', size: 16, gap: 0, gray: 0 },
  heading: { font: 'F2', size: 10, gap: 10, gray: 0 },
  meta: { font: 'F1', size: 8, gap: 0, gray: 0.4 },
  body: { font: 'F1', size: 10, gap: 1, gray: 0 },
  note: { font: 'F3', size: 10, gap: 1, gray: 0.2 },
} as const;

/**
 * A document of real text: it can be searched, copied and read aloud. It holds no scripts, no links and no files, so
 * that nothing a customer wrote can do anything.
 *
 * @returns the file, and whether characters are missing that the standard fonts do not have
 */
export function pdfOf(content: PdfContent): { readonly bytes: Uint8Array; readonly isLossy: boolean } {
  const encoding = new PdfEncoding();
  const pages = paginate(content.paragraphs);
  const streams = pages.map((lines, index) => pageStream(lines, content.footer(index + 1, pages.length), encoding));
  return { bytes: assemble(content, streams, encoding), isLossy: encoding.isLossy };
}

function paginate(paragraphs: readonly PdfParagraph[]): readonly (readonly Line[])[] {
  const pages: Line[][] = [[]];
  const room = page.height - page.margin * 2;
  let used = 0;
  for (const line of paragraphs.flatMap(linesOf)) {
    const height = line.gap + line.look.size * leading;
    if (used + height > room) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(line);
    used += height;
  }
  return pages;
}

function linesOf({ text, style }: PdfParagraph): readonly Line[] {
  const look = looks[style];
  const lines = text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .flatMap((line) => wrap(line.replaceAll('\t', '    '), look.size));
  return lines.map((line, index) => ({ text: line, look, gap: index === 0 ? look.gap : 0 }));
}

/** Breaks between words, and inside words that are longer than a line. Bold is a tenth wider. */
function wrap(text: string, size: number): readonly string[] {
  const room = (page.width - page.margin * 2) / 1.1;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<= )/u)) {
    if (textWidth(line + word.trimEnd(), size) <= room) {
      line += word;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const character of word) {
      if (textWidth(line + character, size) > room) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
  }
  return [...lines, line];
}

function pageStream(lines: readonly Line[], footer: string, encoding: PdfEncoding): string {
  let y = page.height - page.margin;
  const drawn = lines.map(({ text, look, gap }) => {
    y -= gap + look.size * leading;
    return drawText(text, { ...look, y }, encoding);
  });
  return [...drawn, drawText(footer, { font: 'F1', size: 8, gray: 0.4, y: page.foot }, encoding)].join('\n');
}

function drawText(
  text: string,
  { font, size, gray, y }: { readonly font: string; readonly size: number; readonly gray: number; readonly y: number },
  encoding: PdfEncoding,
): string {
  return `BT ${gray} g /${font} ${size} Tf 1 0 0 1 ${page.margin} ${y.toFixed(2)} Tm <${encoding.hex(text)}> Tj ET`;
}

/** Everything is written in ASCII, so that characters and bytes are the same. */
function assemble({ title, language }: PdfContent, streams: readonly string[], encoding: PdfEncoding): Uint8Array {
  const first = 8;
  const pageIds = streams.map((_, index) => first + index * 2);
  const fonts = '/Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >>';
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R /Lang (${language.replace(/[^A-Za-z0-9-]/g, '')}) /ViewerPreferences << /DisplayDocTitle true >> >>`,
    `<< /Type /Pages /Count ${streams.length} /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] >>`,
    ...['Helvetica', 'Helvetica-Bold', 'Helvetica-Oblique'].map(
      (name) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding 6 0 R >>`,
    ),
    `<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [${encoding.differences}] >>`,
    `<< /Title <${utf16(title)}> >>`,
    ...streams.flatMap((stream, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Resources << ${fonts} >> /Contents ${first + index * 2 + 1} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    ]),
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R /Info 7 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}

function utf16(text: string): string {
  let hex = 'feff';
  for (let index = 0; index < text.length; index += 1) hex += text.charCodeAt(index).toString(16).padStart(4, '0');
  return hex;
}
