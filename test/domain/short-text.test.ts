import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { shortTextEnd } from '../../src/domain/short-text.ts';

describe('a long text', () => {
  it('is shown whole when little would be hidden', () => {
    for (const text of ['', 'x'.repeat(1500), 'word '.repeat(300).trimEnd(), 'line\n'.repeat(24)])
      assert.equal(shortTextEnd(text), text.length);
  });

  it('is cut by characters, after a whole word', () => {
    const text = 'seven77 '.repeat(400);
    const shown = text.slice(0, shortTextEnd(text));
    assert.ok(shown.length > 940 && shown.length <= 1000 && shown.endsWith('seven77'));
  });

  it('is cut by lines, however short they are', () => {
    const text = 'a\n'.repeat(400);
    assert.equal(text.slice(0, shortTextEnd(text)).split('\n').length, 20);
  });

  it('is never cut inside a character, nor before its end without being long', () => {
    const texts = fc.array(fc.constantFrom('a', ' ', '\n', '😀', 'word'), { maxLength: 2500 });
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('');
        const end = shortTextEnd(text);
        assert.ok(end <= text.length && !/[\uD800-\uDBFF]$/.test(text.slice(0, end)));
        assert.ok(end === text.length || text.length > 1500 || text.split('\n').length > 25);
        assert.ok(end === text.length || text.slice(0, end).split('\n').length <= 20);
      }),
    );
  });
});
