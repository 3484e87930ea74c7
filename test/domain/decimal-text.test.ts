import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decimalPlaces, isDecimal, readDecimal } from '../../src/domain/decimal-text.ts';

describe('numbers as they are typed', () => {
  const rows: readonly [text: string, locale: string, expected: string | null][] = [
    ['1.234,50', 'nl', '1234.50'],
    ['1,234.50', 'en', '1234.50'],
    ['1.234', 'nl', '1234'],
    ['1,234', 'nl', '1.234'],
    ['1,234', 'en', '1234'],
    ['12,50', 'en', '12.50'],
    ['1,234', 'fr', '1.234'],
    ['1\u202f234,5', 'fr', '1234.5'],
    ['1’234.5', 'de-CH', '1234.5'],
    ['12,34,567', 'en-IN', '1234567'],
    ['١٬٢٣٤٫٥', 'ar-EG', '1234.5'],
    [' 0012 ', 'en', '12'],
    ['0,5', 'nl', '0.5'],
    ['\u22123', 'nl', '-3'],
    ['1,2,3', 'en', null],
    ['1.23.4', 'nl', null],
    ['.5', 'en', null],
    ['1e3', 'en', null],
    ['', 'en', null],
    ['€ 5', 'nl', null],
    ['1234567890123456', 'en', null],
  ];
  for (const [text, locale, expected] of rows)
    it(`[TP11] reads ${text || 'nothing'} in ${locale} as ${expected ?? 'no number'}`, () => {
      assert.equal(readDecimal(text, locale), expected);
    });

  it('[TP11] reads back what each language writes', () => {
    const locale = fc.constantFrom('nl', 'en', 'de', 'fr', 'de-CH', 'en-IN', 'ar-EG', 'pt-BR', 'sv');
    const number = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }).map((cents) => cents / 100);
    fc.assert(
      fc.property(locale, number, (language, value) => {
        const written = new Intl.NumberFormat(language, { minimumFractionDigits: 2 }).format(value);
        assert.equal(Number(readDecimal(written.replace(/[\u200e\u200f\u061c]/g, ''), language)), value);
      }),
    );
  });

  it('[TP11] keeps at most fifteen digits, so that none is lost', () => {
    assert.equal(isDecimal('123456789012345'), true);
    assert.equal(isDecimal('12345678901234.56'), false);
    assert.equal(isDecimal('1.'), false);
    assert.deepEqual([decimalPlaces('1.50'), decimalPlaces('15')], [2, 0]);
  });
});
