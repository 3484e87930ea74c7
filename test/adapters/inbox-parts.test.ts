import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';

import { loadAddressBook } from '../../src/adapters/embedded/addresses.ts';
import { countTabs as countTabsOf } from '../../src/adapters/embedded/parts-counts.ts';
import { fill } from '../../src/adapters/embedded/seed.ts';
import { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import type { EmbeddedData } from '../../src/adapters/embedded/data.ts';
import { createMemoryBackend } from '../../src/adapters/memory/index.ts';
import { countTabs } from '../../src/domain/inbox-tabs.ts';
import { matchesFilters } from '../../src/domain/inbox.ts';
import { loadPerCoWorker } from '../../src/domain/co-worker-load.ts';
import type { Conversation } from '../../src/domain/model.ts';
import type { ConversationScope } from '../../src/domain/queries.ts';
import type { ConversationChange, MessagingAdapter } from '../../src/ports/adapter.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import type { BulkPart } from '../../src/ports/parts/bulk.ts';
import {
  aConversation,
  aCoWorker,
  aRecipient,
  aRecipientSummary,
  builtAt,
  manualClock,
} from '../../src/testing/index.ts';

const minute = 60_000;
const states = ['new', 'assigned', 'archived', 'spam'] as const;
const owners = [null, 'sanne', 'tim'];
const branches = [null, 'utrecht', 'gent'];

/** Conversations in every state, of every owner, some unread, some waiting. */
function business(count: number): EmbeddedData {
  const conversations = Array.from({ length: count }, (_, index) => {
    const state = states[index % 4] ?? 'new';
    return aConversation({
      id: `c${index}`,
      recipient: aRecipientSummary({ id: `r${index % 5}`, kind: index % 7 === 0 ? 'unmatched' : 'contact' }),
      state,
      coWorkerId: state === 'assigned' || state === 'archived' ? (index % 3 === 0 ? 'tim' : 'sanne') : null,
      branchId: branches[index % 3] ?? null,
      unreadCount: index % 2,
      waitingSince: index % 5 === 0 ? builtAt - index * minute : null,
      lastActivityAt: builtAt - index,
    });
  });
  const coWorkers = [
    aCoWorker({ id: 'sanne', name: 'Sanne', branchId: 'utrecht' }),
    aCoWorker({ id: 'tim', name: 'Tim', branchId: 'gent' }),
    aCoWorker({ id: 'idle', name: 'Idle', branchId: 'utrecht' }),
  ];
  return { coWorkers, conversations };
}

function part<K extends 'counts' | 'bulk' | 'tags' | 'phoneConversion'>(adapter: MessagingAdapter, name: K) {
  const found = adapter.part(name);
  assert.ok(found);
  return found;
}

async function everything(adapter: MessagingAdapter): Promise<readonly Conversation[]> {
  const { items } = await adapter.listConversations({ scope: { kind: 'all' }, sort: 'oldest' }, { limit: 200 });
  return items;
}

const anyChange: fc.Arbitrary<ConversationChange> = fc.oneof(
  fc.record({ coWorkerId: fc.constantFrom(...owners) }),
  fc.record({ state: fc.constantFrom(...states) }),
  fc.record({ branchId: fc.constantFrom('utrecht', 'gent', null) }),
  fc.record({ addTags: fc.subarray(['a', 'b'], { minLength: 1 }) }),
);
const scopes: readonly ConversationScope[] = [
  { kind: 'all' },
  { kind: 'mine' },
  { kind: 'branch' },
  { kind: 'recipient', recipientId: 'r1' },
];

describe('counts', () => {
  it('[IT4] agree with a plain reference after any commands', async () => {
    const commands = fc.array(fc.tuple(fc.nat(11), anyChange), { maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(commands, async (steps) => {
        const data = { ...business(12), branches: ['utrecht', 'gent'].map((id) => ({ id, name: id })) };
        const backend = createMemoryBackend({ clock: manualClock(), data });
        const adapter = backend.adapter({ agentId: 'sanne' });
        for (const [index, change] of steps) await adapter.update(`c${index}`, change);
        const all = await everything(adapter);
        const { agent, now } = await adapter.connect({
          token: () => Promise.resolve(''),
          locale: 'en',
          timeZone: 'UTC',
          log: () => undefined,
        });
        for (const scope of scopes) {
          const listed = all.filter((one) => matchesFilters({ scope, sort: 'oldest' }, one, agent));
          assert.deepEqual(await part(adapter, 'counts').countTabs(scope), countTabs(listed, 'sanne'));
        }
        const target = { dangerMs: minute, lateMs: 5 * minute };
        const coWorkers = data.coWorkers ?? [];
        assert.deepEqual(
          await part(adapter, 'counts').listLoad({ scope: 'all', target }),
          loadPerCoWorker(all, { coWorkers, target, now }),
        );
        await backend.close();
      }),
      { numRuns: 40 },
    );
  });

  it('lists the load of the branch only, and of nobody, when that is asked', async () => {
    const adapter = createMemoryBackend({ clock: manualClock(), data: business(20) }).adapter({ agentId: 'sanne' });
    const loads = await part(adapter, 'counts').listLoad({ scope: 'branch', target: { dangerMs: 1, lateMs: 2 } });
    assert.deepEqual(
      loads.map(({ coWorkerId }) => coWorkerId),
      ['sanne', 'idle', null],
    );
  });

  it('[IT4] reads no conversation to count tabs, however many there are', async () => {
    const looks: PropertyKey[] = [];
    const store = new MemoryStore();
    const data = business(400);
    const agent = aCoWorker({ id: 'sanne', branchId: 'utrecht' });
    const filling = { data, addresses: await loadAddressBook('NL'), identity: 'test' };
    await store.transact('write', (tx) => fill(tx, filling));
    const counted = await store.transact('read', (tx) => {
      const watched = new Proxy(tx, {
        get: (target, name) => {
          if (name !== 'get') looks.push(name);
          return (Reflect.get(target, name, target) as () => void).bind(target);
        },
      });
      return countTabsOf(watched, { kind: 'all' }, { agent, now: 0 });
    });
    assert.deepEqual(counted, countTabs(data.conversations ?? [], 'sanne'));
    // What is put aside is looked for in an index, by part.
    assert.deepEqual([...new Set(looks)], ['scanKeys']);
    assert.ok(looks.length <= 32, `${looks.length} looks`);
  });
});

describe('bulk actions', () => {
  const run = (bulk: BulkPart, operationId: string, ids: readonly string[]) =>
    bulk.run({ operationId, target: { ids }, action: { type: 'archive', addTags: [] } });

  it('stop after the conversation they are at and leave the rest alone', async () => {
    const adapter = createMemoryBackend({ clock: manualClock(), data: business(160) }).adapter({ agentId: 'sanne' });
    const bulk = part(adapter, 'bulk');
    const request = {
      operationId: 'o1',
      target: { query: { scope: { kind: 'all' }, sort: 'oldest' } },
      action: { type: 'prioritise', priority: 'urgent' },
    } as const;
    const report = await bulk.run(request, { onProgress: ({ done }) => done > 0 && void bulk.stop('o1') });
    assert.deepEqual([report.state, report.progress.done, report.progress.total], ['stopped', 50, 160]);
    const { progress } = await bulk.undo('o1');
    assert.equal(progress.done, 50);
    assert.ok((await everything(adapter)).every(({ priority }) => priority !== 'urgent'));
  });

  it('are told in batches of changes, not one by one', async () => {
    const adapter = createMemoryBackend({ clock: manualClock(), data: business(40) }).adapter({ agentId: 'sanne' });
    let batches = 0;
    await new Promise<void>((resolve) => {
      const link = (state: string) => state === 'live' && resolve();
      adapter.subscribe({ kind: 'all' }, { batch: () => (batches += 1), link, reset: () => undefined }, null);
    });
    await run(part(adapter, 'bulk'), 'o1', ['c0', 'c1', 'c4', 'c5']);
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(batches, 1);
  });

  it('[TG4] leave out what needs a tag first', async () => {
    const data = { ...business(4), tagSettings: { mayCreate: false, isRequiredToArchive: true } };
    const adapter = createMemoryBackend({ clock: manualClock(), data }).adapter({ agentId: 'sanne' });
    const { progress } = await run(part(adapter, 'bulk'), 'o1', ['c0', 'c1']);
    assert.deepEqual(progress, { total: 2, done: 0, skipped: 2, failed: 0 });
    await assert.rejects(adapter.update('c0', { state: 'archived' }), { code: 'invalid', path: 'addTags' });
    assert.equal((await adapter.update('c0', { state: 'archived', addTags: ['a'] })).state, 'archived');
  });
});

describe('tags', () => {
  it('[TG3] can be made by who manages them where nobody else may', async () => {
    const coWorkers = [aCoWorker({ id: 'boss', permissions: ['manage-tags'] }), aCoWorker({ id: 'sanne' })];
    const data = { coWorkers, tagSettings: { mayCreate: false, isRequiredToArchive: false } };
    const backend = createMemoryBackend({ clock: manualClock(), data });
    const [boss, sanne] = ['boss', 'sanne'].map((agentId) => part(backend.adapter({ agentId }), 'tags'));
    await assert.rejects(async () => sanne?.createTag('spoed'), { code: 'forbidden' });
    const made = await boss?.createTag(' Spoed ');
    assert.equal(made?.name, 'Spoed');
    assert.deepEqual(await sanne?.listTags(), [made]);
    assert.equal((await sanne?.getTagSettings())?.mayCreate, false);
  });
});

describe('phone fields', () => {
  const data: EmbeddedData = {
    coWorkers: [aCoWorker({ id: 'sanne' })],
    recipients: [
      aRecipient({ id: 'a', name: 'Anna', addresses: [{ channel: 'phone', value: '06-12345678' }] }),
      aRecipient({ id: 'b', name: 'Bram', kind: 'resource', branchId: 'gent', addresses: [] }),
      aRecipient({ id: 'u', name: '+31611111111', kind: 'unmatched' }),
    ],
    phones: [
      { recipientId: 'a', value: '06-12345678', country: 'NL' },
      { recipientId: 'b', value: 'bellen na vijf', country: 'BE' },
    ],
  };
  const open = () => createMemoryBackend({ clock: manualClock(), data }).adapter({ agentId: 'sanne' });

  it('[PF5] are shown as the host spells them; senders that are no record have none', async () => {
    const { items } = await part(open(), 'phoneConversion').listPhoneRecords({});
    assert.deepEqual(
      items.map(({ recipientId, value, country }) => [recipientId, value, country]),
      [
        ['a', '06-12345678', 'NL'],
        ['b', 'bellen na vijf', 'BE'],
      ],
    );
  });

  it('[PF8] change where messages are matched when they mean another line, and only then', async () => {
    const adapter = open();
    const conversion = part(adapter, 'phoneConversion');
    const addresses = async (id: string) => (await adapter.part('directory')?.getRecipient(id))?.addresses;
    const before = await addresses('a');
    await conversion.writePhoneChanges([{ recipientId: 'a', from: '06-12345678', to: '+31612345678' }]);
    assert.deepEqual(await addresses('a'), before);
    await conversion.writePhoneChanges([{ recipientId: 'a', from: '+31612345678', to: '0031687654321' }]);
    assert.deepEqual(await addresses('a'), [{ channel: 'phone', value: '+31687654321' }]);
    const { items } = await conversion.listPhoneRecords({ kinds: ['contact'] });
    assert.deepEqual(
      items.map(({ value }) => value),
      ['0031687654321'],
    );
  });

  it('[PF9] are read as the country of the record spells them, also when a conversion is undone', async () => {
    const adapter = open();
    const conversion = part(adapter, 'phoneConversion');
    const changes = ['0470 12 34 56', '+32470123456', '0470 12 34 56'];
    let from = 'bellen na vijf';
    for (const to of changes) {
      await conversion.writePhoneChanges([{ recipientId: 'b', from, to }]);
      const recipient = await adapter.part('directory')?.getRecipient('b');
      assert.deepEqual(
        recipient?.addresses.filter(({ channel }) => channel === 'phone').map(({ value }) => value),
        ['+32470123456'],
        to,
      );
      from = to;
    }
  });

  it('keep their spelling when the record is changed otherwise', async () => {
    const adapter = open();
    const conversion = part(adapter, 'phoneConversion');
    await conversion.writePhoneChanges([{ recipientId: 'b', from: 'bellen na vijf', to: '+32470123456' }]);
    const { items } = await conversion.listPhoneRecords({ branchIds: ['gent'] });
    assert.deepEqual(
      items.map(({ value, country }) => [value, country]),
      [['+32470123456', 'BE']],
    );
  });

  it('refuse a cursor that was never given out', async () => {
    await assert.rejects(part(open(), 'phoneConversion').listPhoneRecords({}, { cursor: 'x' }), AdapterError);
  });
});
