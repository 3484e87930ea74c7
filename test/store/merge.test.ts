import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { DeliveryStatus } from '../../src/domain/model.ts';
import { statusRank } from '../../src/domain/status-rank.ts';
import { mergeConversation, mergeMessage } from '../../src/store/merge.ts';
import { VersionedTable } from '../../src/store/versioned-table.ts';
import { aConversation, aMessage } from '../../src/testing/index.ts';

const outgoing = { id: 'm1', direction: 'outgoing' } as const;

describe('merging', () => {
  for (const version of [1, 2])
    it(`keeps the same object when version ${version} arrives after version 2`, () => {
      const message = aMessage({ ...outgoing, version: 2 });
      assert.equal(mergeMessage(message, aMessage({ ...outgoing, version })), message);
      const conversation = aConversation({ id: 'c1', version: 2 });
      assert.equal(mergeConversation(conversation, aConversation({ id: 'c1', version })), conversation);
    });

  it('takes a newer version whole', () => {
    const newer = aMessage({ ...outgoing, version: 2, status: 'delivered' });
    assert.equal(mergeMessage(aMessage({ ...outgoing, version: 1 }), newer), newer);
    const conversation = aConversation({ id: 'c1', version: 3 });
    assert.equal(mergeConversation(aConversation({ id: 'c1' }), conversation), conversation);
  });

  it('[I4] keeps a status that a newer version would take back, and takes the rest of it', () => {
    const read = aMessage({ ...outgoing, status: 'read', statusTimes: { read: 5 } });
    const late = aMessage({ ...outgoing, version: 2, status: 'sent', statusTimes: { sent: 3 }, text: 'edited' });
    const merged = mergeMessage(read, late);
    assert.deepEqual([merged.status, merged.statusTimes, merged.version], ['read', { read: 5, sent: 3 }, 2]);
    assert.deepEqual(merged.content, late.content);
  });

  it('[I4] never moves a status back, in whatever order versions and statuses come', () => {
    const statuses = Object.keys(statusRank) as DeliveryStatus[];
    const copies = fc.array(fc.record({ version: fc.nat(9), status: fc.constantFrom(...statuses) }));
    fc.assert(
      fc.property(copies, (list) => {
        const table = new VersionedTable(mergeMessage);
        let rank = 0;
        for (const copy of list) {
          const { status } = table.put(aMessage({ ...outgoing, ...copy }));
          assert.ok(status !== null && statusRank[status] >= rank);
          rank = statusRank[status];
        }
      }),
    );
  });
});

describe('a table', () => {
  it('keeps ids apart that an object would confuse', () => {
    const table = new VersionedTable(mergeMessage);
    for (const id of ['__proto__', 'constructor', '']) table.put(aMessage({ id }));
    assert.deepEqual([table.size, table.get('__proto__')?.id, table.get('toString')], [3, '__proto__', undefined]);
  });

  it('forgets what is not needed, and what is deleted', () => {
    const table = new VersionedTable(mergeMessage);
    for (const id of ['a', 'b', 'c']) table.put(aMessage({ id }));
    table.retain(({ id }) => id !== 'b');
    assert.equal(table.delete('a')?.id, 'a');
    assert.deepEqual(
      [...table.values()].map(({ id }) => id),
      ['c'],
    );
  });
});
