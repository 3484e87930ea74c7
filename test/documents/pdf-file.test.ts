import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { GlyphPictures } from '../../src/documents/glyph-pictures.ts';
import { notDrawable, pdfOf } from '../../src/documents/pdf-file.ts';
import type { DocumentParagraph, ExportDocument } from '../../src/domain/export-document.ts';
import { readPdf } from './read-pdf.ts';

const at = Date.UTC(2026, 2, 3, 13, 40);
const none: GlyphPictures = { width: () => 1, of: () => null };
/** One white point, wherever a picture is wanted. */
const dot =
  'data:image/jpeg;base64,/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z';
const dots: GlyphPictures = { width: () => 1, of: () => ({ src: dot, width: 1, height: 1.4, baseline: 1 }) };

const body = (text: string, links: DocumentParagraph['links'] = []): DocumentParagraph => ({
  text,
  style: 'body',
  side: 'incoming',
  links,
});
const documentOf = (...paragraphs: readonly DocumentParagraph[]): ExportDocument => ({
  title: 'Aïsha',
  language: 'nl-NL',
  at,
  paragraphs: [{ text: 'Aïsha', style: 'title', side: null, links: [] }, ...paragraphs],
  footer: (page, pages) => `${page} van ${pages}`,
});
const drawn = (content: ExportDocument, pictures = none): Promise<Uint8Array> =>
  pdfOf(content, { pictures, pause: () => Promise.resolve() });
const read = async (text: string, pictures = none): Promise<string> => {
  const { pages } = await readPdf(await drawn(documentOf(body(text)), pictures));
  return pages.join('\n');
};

describe('a PDF', () => {
  for (const text of [
    'Kan ik daar parkeren? € 12 – “ja” … fiets',
    'Mehmet Yılmaz, Łukasz Wiśniewski, İğne, Čeněk, Zoë, ṅ',
    'Γειά σου Κόσμε, ἀρχή',
    'Привет, мир! Ґрунт Ѣ',
    'Tiếng Việt có dấu: ẹ ị ọ ụ',
    'السلام عليكم، هل يمكنني إلغاء الموعد؟',
    'لا إله إلا الله مُحَمَّد رسول',
    'گچپژ کتابی',
    'שלום עולם נָכוֹן מאוד',
  ])
    it(`[D9] is read as it was written: ${text}`, async () => {
      const found = await read(text);
      // Readers take ligatures apart.
      assert.ok(found.normalize('NFKC').includes(text.normalize('NFKC')), found);
    });

  it('[D9] keeps the order of words, numbers and brackets where directions mix', async () => {
    const words = async (text: string): Promise<string> => (await read(text)).replaceAll(/\s/g, '');
    assert.ok((await words('Hallo (سلام) wereld 123')).includes('Hallo(سلام)wereld123'));
    assert.ok((await words('שלום (כן) 24 שקלים')).includes('שלום(כן)24שקלים'));
  });

  it('[D9] says before it is drawn what it cannot draw, and draws a sign in its place', async () => {
    const content = documentOf(body('Tot morgen 👍🏽 你好 你'));
    assert.deepEqual(notDrawable(content, none), ['👍🏽', '你', '好']);
    assert.deepEqual(notDrawable(content, dots), []);
    assert.match(await read('Tot morgen 👍🏽 dan'), /Tot morgen \ufffd+ dan/);
  });

  it('[D9] finds its fonts also where a mark follows what cannot be drawn', async () => {
    assert.match(await read('a 👍👍\u05b8 b'), /^Aïsha\na \ufffd/);
  });

  it('[D9] puts what no font has in as a picture that says what it is', async () => {
    const bytes = await drawn(documentOf(body('Tot morgen 👍🏽')), dots);
    assert.match(Buffer.from(bytes).toString('latin1'), /\/Subtype \/Image/);
    assert.match(await read('Tot morgen 👍🏽 dan', dots), /Tot morgen\s+dan/);
  });

  it('[D9] has a title, a language, headings, and numbers on its pages', async () => {
    const day: DocumentParagraph = { text: 'dinsdag 3 maart 2026', style: 'day', side: null, links: [] };
    const name: DocumentParagraph = { text: 'Saskia', style: 'heading', side: 'outgoing', links: [] };
    const found = await readPdf(await drawn(documentOf(day, name, body('regel\n'.repeat(200)))));
    assert.equal(found.title, 'Aïsha');
    assert.equal(found.language, 'nl-NL');
    assert.deepEqual(
      found.roles.filter((role) => role.startsWith('H')),
      ['H1', 'H2', 'H3'],
    );
    assert.ok(found.pages.length > 3);
    found.pages.forEach((page, index) => assert.ok(page.includes(`${index + 1} van ${found.pages.length}`)));
    assert.equal(found.pages.join('').match(/regel/g)?.length, 200);
  });

  it('[D9] opens the addresses it was given and nothing else', async () => {
    const text = 'Zie https://example.com/a en javascript:alert(1) (x) >> /JS (alert(1))';
    const bytes = await drawn(documentOf(body(text, [{ start: 4, end: 25, href: 'https://example.com/a' }])));
    const found = await readPdf(bytes);
    assert.deepEqual(found.links, ['https://example.com/a']);
    assert.ok(found.pages.join('').includes(text));
    assert.equal(found.hasScripts, false);
    assert.equal(found.attachments, 0);
    assert.doesNotMatch(
      Buffer.from(bytes).toString('latin1'),
      /\/(?:JS|JavaScript|OpenAction|Launch|AA|EmbeddedFile)\b/,
    );
  });

  it('[D9] loses no word of a message that is longer than a page, and none of a word longer than a line', async () => {
    const text = `${Array.from({ length: 900 }, (_, index) => `w${index}`).join(' ')} ${'x'.repeat(400)}`;
    const { pages } = await readPdf(await drawn(documentOf(body(text))));
    const found = pages
      .map((page) => page.replace(/\d+ van \d+$/, ''))
      .join('')
      .replaceAll(/\s/g, '');
    assert.equal(found, `Aïsha${text.replaceAll(' ', '')}`);
  });

  it('[D9] is the same file for the same conversation', async () => {
    const content = documentOf(body('Hallo'));
    assert.deepEqual(await drawn(content), await drawn(content));
  });

  it('[D9] is drawn whatever people write', { timeout: 120_000 }, async () => {
    const parts = ['a', ' ', '\n', '(', ')', 'ا', 'ل', 'ّ', 'ש', 'ָ', '1', '٣', 'ε', 'ж', '\u202e', '\u2067', '\u2069', '\u200d', '👍', '\ud800', '\0', '\t', 'é', '\u0323']; // prettier-ignore
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.constantFrom(...parts), maxLength: 60 }), async (text) => {
        const { pages } = await readPdf(await drawn(documentOf(body(text))));
        assert.ok(pages[0]?.startsWith('Aïsha'));
      }),
      { numRuns: 25 },
    );
  });
});
