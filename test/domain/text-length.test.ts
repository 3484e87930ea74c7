import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { textLength } from '../../src/domain/text-length.ts';
import { assertLinear } from '../linear.ts';

describe('the length of a text in bytes', () => {
  it('is that of its UTF-8, halves of pairs that stand alone as well', () => {
    const anyUnits = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), anyUnits), (text) =>
        assert.equal(textLength(text, 'bytes'), new TextEncoder().encode(text).length),
      ),
    );
  });

  it('takes linear time', () =>
    assertLinear((size) => {
      const text = 'aë€👍'.repeat(size);
      return () => textLength(text, 'bytes');
    }, 50_000));
});
