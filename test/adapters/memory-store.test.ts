import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compareKeys, LAST } from '../../src/adapters/embedded/keys.ts';
import type { Scan } from '../../src/adapters/embedded/store.ts';
import type { Key, WordRow } from '../../src/adapters/embedded/tables.ts';
import { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import { SortedIndex } from '../../src/adapters/memory/sorted-index.ts';

const part = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constantFrom('', 'a', 'b', 'ab'), fc.constant(Infinity));
const keys: fc.Arbitrary<Key> = fc.oneof(part, fc.array(part, { maxLength: 3 }));
const scans: fc.Arbitrary<Scan> = fc.record(
  {
    lower: keys,
    upper: keys,
    lowerOpen: fc.boolean(),
    upperOpen: fc.boolean(),
    direction: fc.constantFrom('up' as const, 'down' as const),
    limit: fc.integer({ min: 1, max: 5 }),
  },
  { requiredKeys: [] },
);

function naiveScan(entries: readonly (readonly [Key, string])[], scan: Scan): readonly string[] {
  const { lower, upper, lowerOpen, upperOpen, direction, limit } = scan;
  const inside = entries.filter(([key]) => {
    const low = lower === undefined ? 1 : compareKeys(key, lower);
    const high = upper === undefined ? -1 : compareKeys(key, upper);
    return (low > 0 || (low === 0 && !lowerOpen)) && (high < 0 || (high === 0 && !upperOpen));
  });
  inside.sort(([a, first], [b, second]) => compareKeys(a, b) || compareKeys(first, second));
  if (direction === 'down') inside.reverse();
  return inside.slice(0, limit).map(([, primary]) => primary);
}

describe('SortedIndex', () => {
  it('scans like a sorted list, whatever was added and removed', () => {
    fc.assert(
      fc.property(fc.array(keys, { maxLength: 60 }), fc.array(fc.nat(59)), scans, (added, removed, scan) => {
        const index = new SortedIndex();
        const entries = added.map((key, place) => [key, `p${place}`] as const);
        for (const [key, primary] of entries) index.add(key, primary);
        const gone = new Set(removed);
        for (const place of gone) {
          const entry = entries[place];
          if (entry) index.remove(...entry);
        }
        const left = entries.filter((_, place) => !gone.has(place));
        assert.deepEqual(index.scan(scan), naiveScan(left, scan));
      }),
      { numRuns: 1_000 },
    );
  });

  it('stays sorted over many chunks, filled in any order and emptied again', () => {
    const index = new SortedIndex();
    const numbers = Array.from({ length: 5_000 }, (_, step) => (step * 2_741) % 5_000);
    for (const number of numbers) index.add(number, number);
    assert.deepEqual(
      index.scan({}),
      [...numbers].sort((a, b) => a - b),
    );
    assert.deepEqual(index.scan({ lower: 2_500, direction: 'down', limit: 2 }), [4_999, 4_998]);
    assert.deepEqual(index.scan({ upper: 2_500, upperOpen: true, direction: 'down', limit: 2 }), [2_499, 2_498]);
    for (const number of numbers) index.remove(number, number);
    assert.deepEqual(index.scan({}), []);
  });
});

describe('compareKeys', () => {
  it('is a total order in which lists end their prefixes', () => {
    fc.assert(
      fc.property(keys, keys, keys, (a, b, c) => {
        assert.equal(Math.sign(compareKeys(a, b)), -Math.sign(compareKeys(b, a)) + 0);
        if (compareKeys(a, b) <= 0 && compareKeys(b, c) <= 0) assert.ok(compareKeys(a, c) <= 0);
      }),
    );
    assert.ok(compareKeys(['a', 'z'], ['a', LAST]) < 0);
    assert.ok(compareKeys(['a', Infinity], ['a', LAST]) < 0);
    assert.ok(compareKeys(['a', LAST], ['b']) < 0);
  });
});

describe('MemoryStore', () => {
  const row = (word: string, conversationId: string): WordRow => ({ word, conversationId });

  it('undoes everything a failed transaction did', async () => {
    const store = new MemoryStore();
    await store.transact('write', async (tx) => {
      await tx.put('counters', { name: 'feed', value: 1 });
      await tx.put('words', row('a', '1'));
    });
    const failing = store.transact('write', async (tx) => {
      await tx.put('counters', { name: 'feed', value: 2 });
      await tx.put('counters', { name: 'new', value: 1 });
      await tx.delete('words', ['a', '1']);
      await tx.put('words', row('b', '2'));
      await tx.deleteRange('words', {});
      throw new Error('no');
    });
    await assert.rejects(failing, /no/);
    await store.transact('read', async (tx) => {
      assert.equal((await tx.get('counters', 'feed'))?.value, 1);
      assert.equal(await tx.get('counters', 'new'), undefined);
      assert.deepEqual(await tx.scan('words', null, {}), [row('a', '1')]);
    });
  });

  it('runs one transaction after the other', async () => {
    const store = new MemoryStore();
    const add = (): Promise<void> =>
      store.transact('write', async (tx) => {
        const value = (await tx.get('counters', 'feed'))?.value ?? 0;
        for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
        await tx.put('counters', { name: 'feed', value: value + 1 });
      });
    await Promise.all([add(), add(), add()]);
    assert.equal((await store.transact('read', (tx) => tx.get('counters', 'feed')))?.value, 3);
  });

  it('refuses to write in a reading transaction', async () => {
    const store = new MemoryStore();
    await assert.rejects(
      store.transact('read', (tx) => tx.put('words', row('a', '1'))),
      TypeError,
    );
  });

  it('moves a row in its indexes when it is written again', async () => {
    const store = new MemoryStore();
    const dispatch = { messageId: 'm', state: 'waiting', holder: null, leaseUntil: 0 } as const;
    const rows = await store.transact('write', async (tx) => {
      await tx.put('dispatches', { ...dispatch, conversationId: 'a', position: 1 });
      await tx.put('dispatches', { ...dispatch, conversationId: 'b', position: 2 });
      return tx.scan('dispatches', 'queue', {});
    });
    assert.deepEqual(
      rows.map(({ conversationId }) => conversationId),
      ['b'],
    );
  });
});
