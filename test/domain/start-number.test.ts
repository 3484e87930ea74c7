import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import maxMetadata from 'libphonenumber-js/metadata.max';
import { phoneMetadata } from '../../src/domain/phone-metadata.ts';
import { homeCountry, judgeStartNumber } from '../../src/domain/start-number.ts';

const own = ['+31201234567', '+31687654321'];

function judge(text: string, defaultCountry: string | null = 'NL', metadata = phoneMetadata): string {
  const judged = judgeStartNumber(text, { defaultCountry, metadata }, own);
  if (judged.verdict === 'invalid') return judged.reason;
  return judged.verdict === 'ok' ? judged.e164 : `${judged.e164} ${judged.doubts.join(' ')}`;
}

describe('a number to start a conversation with', () => {
  const rows: readonly [rule: string, text: string, country: string | null, expected: string][] = [
    ['SN1', '06-12345678', 'NL', '+31612345678'],
    ['SN1', '+32 470 12 34 56', 'NL', '+32470123456'],
    ['SN1', '0032 470 12 34 56', 'NL', '+32470123456'],
    ['SN1', '', 'NL', 'empty'],
    ['SN1', 'Anna', 'NL', 'not-a-number'],
    ['SN1', '3669', 'NL', 'short-code'],
    ['SN1', '06-12345678 / 06-87654321', 'NL', 'several'],
    ['SN2', '06-1234567', 'NL', '+3161234567 not-in-plan'],
    ['SN4', '31612345678', 'NL', '+31612345678'],
    ['SN4', '32470123456', 'NL', '+32470123456 read-as-international'],
    ['SN4', '31612345678', null, '+31612345678 read-as-international'],
    ['SN5', '06 87 65 43 21', 'NL', '+31687654321 own-number'],
  ];
  for (const [rule, text, country, expected] of rows)
    it(`[${rule}] ${JSON.stringify(text)} in ${String(country)}: ${expected}`, () => {
      assert.equal(judge(text, country), expected);
    });

  it('[SN3] questions a landline where the metadata knows it', () => {
    assert.equal(judge('076 572 7000', 'NL', maxMetadata), '+31765727000 landline');
  });

  for (const [numbers, expected] of [
    [['+3238081234', '+31858882040', '+3197010258842'], 'NL'],
    [['+3238081234', '+31858882040'], 'BE'],
    [['+31858882040', 'Warmtehuis', '3669'], 'NL'],
    [['Warmtehuis'], 'GB'],
    [[], 'GB'],
  ] as const)
    it(`[SN6] is at home in ${expected} with the own numbers ${numbers.join(', ') || 'none'}`, () => {
      assert.equal(homeCountry(numbers, { fallback: 'GB', metadata: phoneMetadata }), expected);
    });

  it('[SN1] shows the number as people write it', () => {
    const judged = judgeStartNumber('0612345678', { defaultCountry: 'NL', metadata: phoneMetadata });
    assert.deepEqual(judged, { verdict: 'ok', e164: '+31612345678', shown: '+31 6 12345678' });
  });
});
