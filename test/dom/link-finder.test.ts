import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findLinks } from '../../src/dom/link-finder.ts';
import { linkify, loadLinkifier, mayHaveLinks } from '../../src/dom/linkify.ts';

/** The links of a text as `text → href`. */
function links(text: string): string[] {
  return findLinks(text).flatMap((part) => (part.kind === 'link' ? [`${part.text} → ${part.href}`] : []));
}

describe('links in a message text', () => {
  for (const [text, expected] of [
    ['Kijk op www.warmtehuis.nl.', ['www.warmtehuis.nl → https://www.warmtehuis.nl/']],
    ['(https://a.nl/b?c=d(e))', ['https://a.nl/b?c=d(e) → https://a.nl/b?c=d(e)']],
    ['http://a.nl, en https://b.be!', ['http://a.nl → http://a.nl/', 'https://b.be → https://b.be/']],
    ['Mail Jan.de.Vries@example.nl even', ['Jan.de.Vries@example.nl → mailto:Jan.de.Vries@example.nl']],
    ['Bel 06-12345678', ['06-12345678 → tel:0612345678']],
    ['Bel +31 (0)20 123 45 67 (kantoor)', ['+31 (0)20 123 45 67 → tel:+31201234567']],
    ['tel 0049 151 12345678', ['0049 151 12345678 → tel:004915112345678']],
    ['IBAN NL91 ABNA 0417 1643 00', []],
    ['op 01-02-2026 10 uur', []],
    ['factuur 2026-004512, order 0412', []],
    ['versie 1.2.3 om 10.30 uur', []],
    ['javascript:alert(1) data:text/html,x ftp://a.nl/b vbscript:x', []],
    ['zie //a.nl/x en C:\\map', []],
    ['goed.Ik kom, node.js 3.50 t.a.v. Jan', []],
    [
      'münchen.de/straße пример.рф',
      ['münchen.de/straße → https://xn--mnchen-3ya.de/stra%C3%9Fe', 'пример.рф → https://xn--e1afmkfd.xn--p1ai/'],
    ],
    ['https://a.nl,https://b.nl', ['https://a.nl → https://a.nl/', 'https://b.nl → https://b.nl/']],
    [
      '<https://a.nl/b> "https://c.nl" «d.nl»',
      ['https://a.nl/b → https://a.nl/b', 'https://c.nl → https://c.nl/', 'd.nl → https://d.nl/'],
    ],
    ['https://bank.nl@evil.nl', ['https://bank.nl → https://bank.nl/']],
    ['https://a.nl/b_(c)) www.a.nl...', ['https://a.nl/b_(c) → https://a.nl/b_(c)', 'www.a.nl → https://www.a.nl/']],
    ['https://a.nl:8080/x?q=a.b,c#d', ['https://a.nl:8080/x?q=a.b,c#d → https://a.nl:8080/x?q=a.b,c#d']],
    [
      'info@münchen.de; jan@bedrijf.online.',
      ['info@münchen.de → mailto:info@m%C3%BCnchen.de', 'jan@bedrijf.online → mailto:jan@bedrijf.online'],
    ],
    ['https://a.nl\u202e/b', []],
  ] as const)
    it(`finds ${expected.length} in "${text}"`, () => assert.deepEqual(links(text), expected));

  it('gives every address of a list of several', () => {
    assert.equal(links('a.nl b.nl\nc@d.nl 0612345678 https://e.nl').length, 5);
  });

  it('leaves no character out, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'https://',
        'a.nl',
        '@',
        ' ',
        '06-12345678',
        '(',
        ')',
        '://',
        'www.',
        '\n',
        '<b>',
        '\u202e',
        '+31',
      ),
      fc.string({ unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        assert.equal(
          findLinks(text)
            .map((part) => part.text)
            .join(''),
          text,
        );
      }),
    );
  });

  it('gives only addresses that are safe to follow', () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.constantFrom('javascript', 'data', 'blob', 'file', 'https'), (url, scheme) => {
        for (const part of findLinks(`x ${url.replace(/^\w+/, scheme)} y`))
          if (part.kind === 'link') assert.match(part.href, /^(https?|mailto|tel):/);
      }),
    );
  });
});

describe('time that links cost', () => {
  const hostile: Record<string, (n: number) => string> = {
    'one long word': (n) => 'a'.repeat(n),
    'at signs': (n) => '@a.'.repeat(n / 3),
    schemes: (n) => 'http://'.repeat(n / 7),
    'open brackets': (n) => `https://a.nl/${'('.repeat(n)}`,
    dots: (n) => '.a'.repeat(n / 2),
    digits: (n) => '0 '.repeat(n / 2),
    'long digits': (n) => '0'.repeat(n),
    'words at the limit': (n) => `${'a@'.repeat(1000)}a.nl `.repeat(n / 2005),
    'letters of an IBAN': (n) => 'NL91 ABNA 0417 1643 00 '.repeat(n / 23),
    colons: (n) => ':'.repeat(n),
    'white space': (n) => ' '.repeat(n),
  };
  for (const [name, make] of Object.entries(hostile))
    it(`is linear for ${name}`, () => {
      const [short, long] = [make(10_000), make(40_000)];
      // Twice as much may take 2.6 times as long, so four times as much its square; a quadratic finder takes 16 times. A
      // busy machine can spoil a measurement, not all of them.
      const isLinear = [1, 2, 3].some(() => best(long) <= 2.6 ** 2 * Math.max(best(short), 0.5));
      assert.ok(isLinear, `4n takes ${(best(long) / best(short)).toFixed(1)} times as long as n`);
    });
});

describe('the loader of links', () => {
  it('gives plain text until it has loaded, links afterwards', async () => {
    assert.deepEqual(linkify('www.a.nl'), [{ kind: 'text', text: 'www.a.nl' }]);
    await loadLinkifier();
    assert.equal(linkify('www.a.nl')[0]?.kind, 'link');
  });

  it('loads once', () => assert.equal(loadLinkifier(), loadLinkifier()));

  for (const text of ['www.a.nl', 'a@b.nl', 'https://a', '06 12345678', '06-12345678', '+31 6 12 34 56 78'])
    it(`is worth loading for "${text}"`, () => assert.equal(mayHaveLinks(text), true));
  for (const text of ['Hallo', 'Tot morgen. Groet', 'om 10 uur', ''])
    it(`is not loaded for "${text}"`, () => assert.equal(mayHaveLinks(text), false));
});

/** The best of three runs, ms. */
function best(text: string): number {
  const runs = [1, 2, 3].map(() => {
    const start = performance.now();
    findLinks(text);
    return performance.now() - start;
  });
  return Math.min(...runs);
}
