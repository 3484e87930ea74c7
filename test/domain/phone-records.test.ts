import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fitsConversion, phoneRecordOf, withPhoneNumber } from '../../src/domain/phone-records.ts';
import { aRecipient } from '../../src/testing/builders.ts';

const phone = (value: string) => ({ channel: 'phone', value }) as const;
const recipient = aRecipient({ id: 'r1', kind: 'contact', branchId: 'b1', addresses: [phone('+31612345678')] });

describe('phone fields of records', () => {
  it('[PF9] are what the host spells, or the number among the addresses', () => {
    assert.equal(phoneRecordOf(recipient, null)?.value, '+31612345678');
    assert.equal(phoneRecordOf(recipient, { value: '06-12', country: 'NL' })?.value, '06-12');
    assert.equal(phoneRecordOf({ ...recipient, addresses: [] }, null)?.value, '');
    assert.equal(phoneRecordOf({ ...recipient, kind: 'unmatched' }, null), null);
  });

  for (const [title, filter, expected] of [
    ['no filter', {}, true],
    ['its kind', { kinds: ['contact'] }, true],
    ['another kind', { kinds: ['resource'] }, false],
    ['its branch', { branchIds: ['b1', null] }, true],
    ['no branch', { branchIds: [null] }, false],
  ] as const)
    it(`[PF9] a report with ${title} is ${expected ? '' : 'not '}about a record`, () => {
      const record = phoneRecordOf(recipient, null);
      assert.ok(record);
      assert.equal(fitsConversion(record, filter), expected);
    });

  for (const [title, before, after, expected] of [
    ['another line takes the place of the old one', '+31611111111', '+31633333333', ['+31633333333', '+31622222222']],
    ['the same line changes nothing', '+31611111111', '+31611111111', null],
    ['what is no number changes nothing', '+31611111111', null, null],
    ['a number that is there already changes nothing', null, '+31622222222', null],
    ['a number where none was comes first', null, '+31633333333', ['+31633333333', '+31611111111', '+31622222222']],
  ] as const)
    it(`[PF9] ${title}`, () => {
      const addresses = [phone('+31611111111'), phone('+31622222222')];
      const next = withPhoneNumber(addresses, before, after);
      if (expected === null) assert.equal(next, addresses);
      else
        assert.deepEqual(
          next.map(({ value }) => value),
          expected,
        );
    });
});
