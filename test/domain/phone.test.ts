import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import maxMetadata from 'libphonenumber-js/metadata.max';
import { formatPhone, normalizePhone, phoneDigits, samePhone } from '../../src/domain/phone.ts';
import type { NormalizedPhone } from '../../src/domain/phone.ts';
import { phoneMetadata as metadata } from '../../src/domain/phone-metadata.ts';

function read(text: string, defaultCountry: string | null = 'NL'): NormalizedPhone {
  return normalizePhone(text, { defaultCountry, metadata });
}

/** Short form for tables: `+31612345678 mobile`, with `?` when it is not certain, or the problem. */
function short(result: NormalizedPhone): string {
  return result.ok ? `${result.e164} ${result.type}${result.certain ? '' : '?'}` : result.reason;
}

type Row = readonly [rule: string, text: string, country: string | null, expected: string];

const rows: readonly Row[] = [
  ['PH1', '06-12345678', 'NL', '+31612345678 mobile'],
  ['PH1', '06.12.34.56.78', 'NL', '+31612345678 mobile'],
  ['PH1', '06 12 34 56 78 ', 'NL', '+31612345678 mobile'],
  ['PH1', '+31 (0)6 12345678', 'NL', '+31612345678 mobile'],
  ['PH1', '+31 06 12345678', 'NL', '+31612345678 mobile'],
  ['PH1', '(+31) 6 12345678', 'NL', '+31612345678 mobile'],
  ['PH1', '0031(0)6-12345678', 'NL', '+31612345678 mobile'],
  ['PH1', '٠٦١٢٣٤٥٦٧٨', 'NL', '+31612345678 mobile'],
  ['PH1', '۰۶۱۲۳۴۵۶۷۸', 'NL', '+31612345678 mobile'],
  ['PH1', '\uff0b\uff13\uff11612345678', null, '+31612345678 mobile'],
  ['PH1', 'tel:+31612345678', 'NL', '+31612345678 mobile'],
  ['PH1', '097012345678', 'NL', '+3197012345678 mobile'],
  ['PH1', '0470 12 34 56', 'BE', '+32470123456 mobile'],
  ['PH1', '0151/12345678', 'DE', '+4915112345678 mobile'],
  ['PH2', '0031612345678', null, '+31612345678 mobile'],
  ['PH2', '0031612345678', 'US', '+31612345678 mobile'],
  ['PH2', '00 32 470 12 34 56', 'NL', '+32470123456 mobile'],
  ['PH2', '+0031612345678', 'NL', '+31612345678 mobile'],
  ['PH3', '31612345678', 'NL', '+31612345678 mobile'],
  ['PH3', '31612345678', 'BE', '+31612345678 mobile'],
  ['PH3', '31612345678', 'DE', '+31612345678 mobile'],
  ['PH3', '31612345678', null, '+31612345678 mobile'],
  ['PH3', '4915112345678', 'NL', '+4915112345678 mobile'],
  ['PH4', '0612345678', 'BE', '+32612345678 unknown?'],
  ['PH4', '0470 12 34 56', 'NL', '+31470123456 unknown?'],
  ['PH4', '06-1234567', 'NL', '+3161234567 unknown?'],
  ['PH4', '020-1234567', 'NL', '+31201234567 unknown?'],
  ['PH5', '+971 50 123 4567', 'NL', '+971501234567 unknown?'],
  ['PH5', '00971501234567', null, '+971501234567 unknown?'],
  ['PH6', '06-12345678 / 020-1234567', 'NL', 'several'],
  ['PH6', '0612345678; 0687654321', 'NL', 'several'],
  ['PH6', '+31612345678 +32470123456', 'NL', 'several'],
  ['PH7', '3669', 'NL', 'short-code'],
  ['PH7', '#3669', 'NL', 'too-short'],
  ['PH7', 'NL.13491208655302741918', 'NL', 'opaque'],
  ['PH7', '@warmtehuis', 'NL', 'opaque'],
  ['PH8', '', 'NL', 'empty'],
  ['PH8', ' \t', 'NL', 'empty'],
  ['PH8', 'onbekend', 'NL', 'not-a-number'],
  ['PH8', '06-12345678 (Jan)', 'NL', 'not-a-number'],
  ['PH8', '06123', 'NL', 'too-short'],
  ['PH8', '+31 6 12345678 12345678', 'NL', 'too-long'],
  ['PH12', '0612345678', null, 'no-country'],
  ['PH12', '0612345678', 'ZZ', 'no-country'],
];

describe('phone numbers in any spelling', () => {
  for (const [rule, text, country, expected] of rows)
    it(`[${rule}] reads ${JSON.stringify(text)} at ${country ?? 'no country'} as ${expected}`, () =>
      assert.equal(short(read(text, country)), expected));

  it('[PH4] knows a landline where the metadata does', () => {
    const result = normalizePhone('020-1234567', { defaultCountry: 'NL', metadata: maxMetadata });
    assert.equal(short(result), '+31201234567 fixed');
  });

  it('[PH1] reads its own result as the same number, whatever the default country', () => {
    const national = fc.integer({ min: 10_000_000, max: 89_999_999 });
    fc.assert(
      fc.property(national, fc.constantFrom('NL', 'BE', 'DE', 'US', null), (number, country) => {
        const e164 = `+316${number}`;
        const again = read(e164, country);
        assert.equal(again.ok && again.e164, e164);
      }),
    );
  });

  it('[PH1] takes every separator that people type between digits', () => {
    const separators = fc.array(fc.constantFrom('', ' ', '-', '.', '\u00a0'), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(separators, (gaps) => {
        const spelled = Array.from('0612345678', (digit, index) => `${digit}${gaps[index] ?? ''}`).join('');
        assert.equal(short(read(spelled)), '+31612345678 mobile');
      }),
    );
  });

  it('[PH8] never throws and never gives anything but E.164', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+()./ 0-9x#*,;]{0,40}$/)), (text) => {
        const result = read(text);
        if (result.ok) assert.match(result.e164, /^\+\d{7,15}$/);
      }),
    );
  });
});

describe('the same line in two spellings', () => {
  const options = { defaultCountry: 'NL', metadata };
  for (const [a, b, same] of [
    ['06-12345678', '0031612345678', true],
    ['+31 6 1234 5678', '31612345678', true],
    ['06-12345678', '06-12345679', false],
    ['NL.13491208655302', 'NL.13491208655302', true],
    ['NL.13491208655302', 'NL.13491208655303', false],
    ['3669', '3669', true],
    ['3669', '+31612345678', false],
    ['', '', false],
  ] as const)
    it(`[PH9] says ${same ? 'yes' : 'no'} to ${a} and ${b}`, () => assert.equal(samePhone(a, b, options), same));
});

describe('digits for searching', () => {
  for (const [text, digits] of [
    ['+31 6 12345678', '31612345678'],
    ['0031612345678', '31612345678'],
    ['+31 (0)6 12345678', '31612345678'],
    ['06-12345678', '612345678'],
    ['5678', '5678'],
    ['Jan', ''],
    ['٥٦٧٨', '5678'],
  ] as const)
    it(`[PH10] takes ${digits || 'nothing'} from ${text}`, () => assert.equal(phoneDigits(text), digits));

  it('[PH10] finds every spelling and any four digits inside the stored number', () => {
    const stored = phoneDigits('+31612345678');
    for (const query of ['06-12345678', '0031 6 1234', '+31612345678', '1234', '5678', '06 1234'])
      assert.ok(stored.includes(phoneDigits(query)), query);
  });
});

describe('numbers as people write them', () => {
  for (const [e164, shown] of [
    ['+31612345678', '+31 6 12345678'],
    ['+32470123456', '+32 470 12 34 56'],
    ['+4915112345678', '+49 1511 2345678'],
    ['+971501234567', '+971501234567'],
    ['NL.1349', 'NL.1349'],
  ] as const)
    it(`[PH11] shows ${e164} as ${shown}`, () => assert.equal(formatPhone(e164, metadata), shown));
});
