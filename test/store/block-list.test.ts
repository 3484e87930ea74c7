import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { BlockList } from '../../src/store/block-list.ts';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

describe('block list', () => {
  it('is what an array is after the same changes', () => {
    const act = fc.oneof(
      fc.record({ type: fc.constant('insert' as const), at: fc.nat(), items: fc.array(fc.nat(), { maxLength: 700 }) }),
      fc.record({ type: fc.constantFrom('with' as const, 'without' as const), at: fc.nat(), item: fc.nat() }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let list = BlockList.of<number>();
        const array: number[] = [];
        for (const done of acts) {
          if (done.type === 'insert') {
            const at = done.at % (array.length + 1);
            list = list.insert(at, ...done.items);
            array.splice(at, 0, ...done.items);
          } else if (array.length > 0) {
            const at = done.at % array.length;
            list = done.type === 'with' ? list.with(at, done.item) : list.without(at);
            array.splice(at, 1, ...(done.type === 'with' ? [done.item] : []));
          }
        }
        assert.deepEqual(list.toArray(), array);
        assert.equal(list.length, array.length);
        assert.ok(list.blocks.every(({ length }) => length > 0 && length <= 256));
        for (const index of [0, 1, array.length - 1, array.length, -1, -array.length])
          assert.equal(list.at(index), array.at(index));
        assert.deepEqual(list.slice(3, 600), array.slice(3, 600));
      }),
    );
  });

  it('finds the first item that a condition does not hold for', () => {
    const list = BlockList.of(numbers(10_000));
    for (const wanted of [0, 1, 255, 256, 5_000, 9_999, 10_000])
      assert.equal(
        list.firstNot((item) => item < wanted),
        wanted,
      );
  });

  it('shares all but one or two blocks with the list before a change', () => {
    const list = BlockList.of(numbers(100_000));
    const known = new Set(list.blocks);
    for (const changed of [list.insert(0, -1), list.insert(50_000, -1), list.insert(100_000, -1), list.with(7, -1)])
      assert.ok(changed.blocks.filter((block) => !known.has(block)).length <= 2);
    assert.equal(list.toArray(), list.toArray());
    assert.deepEqual([list.length, list.at(7)], [100_000, 7]);
  });
});
