import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pdfOf } from '../../src/domain/pdf-document.ts';
import { PdfEncoding, textWidth } from '../../src/domain/pdf-encoding.ts';

const document = (text: string) =>
  pdfOf({
    title: 'Aïsha',
    language: 'nl-NL',
    paragraphs: [
      { text: 'Aïsha', style: 'title' },
      { text, style: 'body' },
    ],
    footer: (page, pages) => `${page} / ${pages}`,
  });
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('a PDF', () => {
  it('[D9] has a table that finds every object', () => {
    const file = latin1(document('Dag').bytes);
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1]);
    assert.equal(file.slice(start, start + 4), 'xref');
    const offsets = [...file.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map((match) => Number(match[1]));
    offsets.forEach((offset, index) => assert.ok(file.slice(offset).startsWith(`${index + 1} 0 obj\n`)));
    for (const [, length, stream] of file.matchAll(/\/Length (\d+) >>\nstream\n([\s\S]*?)\nendstream/g))
      assert.equal(stream?.length, Number(length));
  });

  it('[D9] writes Dutch, Turkish and Polish names as they are, and says what it cannot write', () => {
    assert.equal(document('Mehmet Yılmaz, Łukasz Wiśniewski, Zoë: € 12').isLossy, false);
    assert.equal(document('Tot morgen 👍').isLossy, true);
    assert.equal(document('فاطمة').isLossy, true);
    const encoding = new PdfEncoding();
    assert.equal(encoding.hex('Aë€'), '41eb80');
    assert.equal(encoding.hex('ış'), '0102');
    assert.equal(encoding.differences, '1 /dotlessi 2 /scedilla');
  });

  it('[D9] goes on to as many pages as it takes, and breaks words that are longer than a line', () => {
    const file = latin1(document(`${'regel\n'.repeat(200)}${'x'.repeat(2_000)}`).bytes);
    assert.ok((file.match(/\/Type \/Page /g) ?? []).length > 3);
  });

  it('[D9] is linear in the length of its text', () => {
    assert.ok(textWidth('a'.repeat(1000), 10) === textWidth('a', 10) * 1000);
  });

  it('holds nothing that can run or open anything', () => {
    const file = latin1(document('(x) >> /JS (alert(1)) https://example.com').bytes);
    assert.doesNotMatch(file, /\/(?:JS|JavaScript|URI|OpenAction|Launch|AA)\b/);
  });
});
