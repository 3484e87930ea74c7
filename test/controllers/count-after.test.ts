import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CountAfter } from '../../src/controllers/count-after.ts';
import { BlockList } from '../../src/store/block-list.ts';
import { aMessage } from '../../src/testing/index.ts';

const history = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    message: aMessage({ at: index, direction: index % 2 === 0 ? 'incoming' : 'outgoing' }),
  }));

describe('the count of messages after another one', () => {
  it('counts those it is meant to count, from any place of a long history', () => {
    const entries = history(2_000);
    const list = BlockList.of(entries);
    const count = new CountAfter<(typeof entries)[number]>(({ message }) => message.direction === 'incoming');
    for (const index of [0, 1, 127, 128, 129, 1_000, 1_997, 1_998, 1_999])
      assert.equal(count.count(list, entries[index]!.message), 999 - Math.floor(index / 2));
    assert.equal(count.count(list, null), 0);
    assert.equal(count.count(BlockList.of(), entries[0]!.message), 0);
  });

  it('looks at one block, however long the history is', () => {
    const entries = history(100_000);
    let looked = 0;
    const count = new CountAfter<(typeof entries)[number]>(() => (looked += 1) > 0);
    let list = BlockList.of(entries);
    count.count(list, entries[10]!.message);
    looked = 0;
    list = list.insert(list.length, { message: aMessage({ at: 100_000 }) });
    count.count(list, entries[10]!.message);
    assert.ok(looked <= 600, `${looked} messages`);
  });
});
