import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { RowHeights } from '../../src/controllers/row-heights.ts';
import { BlockList } from '../../src/store/block-list.ts';

const rowsOf = (count: number) => Array.from({ length: count }, (_, index) => ({ key: `k${index}` }));

describe('row heights', () => {
  it('add up as if every row were asked, whatever was measured and however the list changed', () => {
    const act = fc.record({
      type: fc.constantFrom('measure' as const, 'insert' as const, 'remove' as const),
      at: fc.nat(),
      height: fc.integer({ min: 0, max: 6400 }).map((height) => height / 64),
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.array(act), fc.nat(), (count, acts, wanted) => {
        let list = BlockList.of(rowsOf(count));
        const heights = new RowHeights<{ key: string }>(() => 50);
        const measured = new Map<string, number>();
        for (const { type, at, height } of acts) {
          const index = at % list.length;
          if (type === 'insert') list = list.insert(index, { key: `n${list.length}/${measured.size}/${height}` });
          else if (type === 'remove' && list.length > 1) list = list.without(index);
          else {
            heights.measure(list, index, height);
            measured.set(list.at(index)!.key, height);
          }
          heights.total(list);
        }
        const all = list.toArray().map(({ key }) => measured.get(key) ?? 50);
        const sum = (end: number): number => all.slice(0, end).reduce((total, height) => total + height, 0);
        assert.equal(heights.total(list), sum(list.length));
        const index = wanted % (list.length + 1);
        assert.equal(heights.offset(list, index), sum(index));
        const found = heights.indexAt(list, wanted % 10_000);
        const target = wanted % 10_000;
        if (target < sum(list.length)) assert.ok(sum(found) <= target && target < sum(found + 1));
        else assert.equal(found, list.length - 1);
      }),
    );
  });

  it('know no row in an empty list, and the first one above everything', () => {
    const heights = new RowHeights<{ key: string }>(() => 50);
    assert.equal(heights.indexAt(BlockList.of(), 10), -1);
    assert.equal(heights.indexAt(BlockList.of(rowsOf(3)), -10), 0);
    assert.equal(heights.total(BlockList.of()), 0);
  });

  it('tell what is news, and forget when asked', () => {
    const heights = new RowHeights<{ key: string }>(() => 50);
    const list = BlockList.of(rowsOf(2));
    assert.deepEqual(
      [heights.measure(list, 0, 70), heights.measure(list, 0, 70), heights.measure(list, 9, 70)],
      [true, false, false],
    );
    assert.equal(heights.total(list), 120);
    heights.reset();
    assert.equal(heights.total(list), 100);
  });

  for (const count of [1_000, 100_000])
    it(`ask for at most 600 guesses to take in a new message behind ${count}`, () => {
      let guesses = 0;
      const heights = new RowHeights<{ key: string }>(() => (guesses += 1));
      let list = BlockList.of(rowsOf(count));
      heights.total(list);
      guesses = 0;
      list = list.insert(list.length, { key: 'new' });
      heights.total(list);
      heights.offset(list, count - 10);
      heights.indexAt(list, heights.offset(list, count >> 1));
      assert.ok(guesses <= 600, `${guesses} guesses`);
    });
});
