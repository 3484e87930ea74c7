import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SortedRows } from '../../src/store/sorted-rows.ts';

interface Item {
  readonly id: string;
  readonly at: number;
}

function sorted(count: () => void = () => {}): SortedRows<Item, Item> {
  return new SortedRows<Item, Item>(
    (a, b) => {
      count();
      return a.at - b.at || (a.id < b.id ? -1 : Number(a.id > b.id));
    },
    (row) => row,
  );
}

describe('sorted rows', () => {
  it('are what sorting all of them would give, after any puts and deletes', () => {
    const act = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), at: fc.nat(5), keep: fc.boolean() });
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        const rows = sorted();
        const expected = new Map<string, Item>();
        for (const { id, at, keep } of acts) {
          if (keep) rows.put({ id, at });
          else rows.delete(id);
          if (keep) expected.set(id, { id, at });
          else expected.delete(id);
        }
        const byTime = [...expected.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
        assert.deepEqual(rows.snapshot, byTime);
        assert.deepEqual([rows.size, rows.first], [byTime.length, byTime[0]]);
      }),
    );
  });

  it('give the same snapshot until something changed', () => {
    const rows = sorted();
    rows.put({ id: 'a', at: 1 });
    const before = rows.snapshot;
    assert.equal(rows.delete('nobody'), false);
    assert.equal(rows.snapshot, before);
    rows.put({ id: 'b', at: 2 });
    assert.deepEqual([before.length, rows.snapshot.length], [1, 2]);
  });

  for (const [size, limit] of [
    [1_000, 14],
    [100_000, 21],
  ] as const)
    it(`compare at most ${limit} times to change one of ${size} rows, and once to append`, () => {
      let compared = 0;
      const rows = sorted(() => (compared += 1));
      for (let at = 0; at < size; at += 1) rows.put({ id: `i${at}`, at });
      compared = 0;
      rows.put({ id: 'new', at: size });
      assert.ok(compared <= 1, `${compared} for the append`);
      compared = 0;
      rows.put({ id: 'i7', at: 7 });
      assert.ok(compared <= limit, `${compared} for the change`);
    });
});
