import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compareConversations, matchesFilters } from '../../src/domain/inbox.ts';
import type { Conversation, ConversationState } from '../../src/domain/model.ts';
import type { ConversationQuery, ConversationScope, ConversationSort } from '../../src/domain/queries.ts';
import type { MessagingAdapter } from '../../src/ports/adapter.ts';
import { aConversation, aCoWorker, aMessage, aRecipient, aRecipientSummary, builtAt } from '../../src/testing/index.ts';
import { annasData, aTextTo, aWorld, codeOf } from './world.ts';

const sorts: readonly ConversationSort[] = ['oldest', 'newest', 'shortest-wait', 'longest-wait'];
const states: readonly ConversationState[] = ['new', 'assigned', 'archived', 'spam'];

async function allPages(adapter: MessagingAdapter, query: ConversationQuery, limit: number): Promise<Conversation[]> {
  const items: Conversation[] = [];
  let cursor: string | null = null;
  do {
    const page = await adapter.listConversations(query, { limit, ...(cursor !== null && { cursor }) });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}

const conversationArbitrary = fc
  .record({
    state: fc.constantFrom(...states),
    coWorkerId: fc.constantFrom(null, 'sanne', 'tim'),
    branchId: fc.constantFrom(null, 'utrecht', 'gent'),
    tags: fc.subarray(['vip', 'late']),
    unreadCount: fc.constantFrom(0, 0, 2),
    minutes: fc.integer({ min: 0, max: 20 }),
    waits: fc.option(fc.integer({ min: 0, max: 20 })),
    recipientId: fc.constantFrom('r1', 'r2', 'r3'),
  })
  .map(({ minutes, waits, recipientId, ...fields }) => ({
    ...fields,
    recipient: aRecipientSummary({ id: recipientId }),
    startedAt: builtAt - minutes * 60_000,
    lastActivityAt: builtAt + minutes * 60_000,
    waitingSince: waits === null ? null : builtAt - waits * 60_000,
  }));

const scopeArbitrary: fc.Arbitrary<ConversationScope> = fc.constantFrom(
  { kind: 'all' },
  { kind: 'mine' },
  { kind: 'branch' },
  { kind: 'recipient', recipientId: 'r2' },
);

const queryArbitrary: fc.Arbitrary<ConversationQuery> = fc
  .record(
    {
      scope: scopeArbitrary,
      sort: fc.constantFrom(...sorts),
      states: fc.subarray([...states]),
      coWorkerIds: fc.subarray([null, 'sanne', 'tim']),
      branchIds: fc.subarray([null, 'utrecht']),
      tags: fc.subarray(['vip', 'late']),
      unreadOnly: fc.boolean(),
      startedFrom: fc.constant(builtAt - 10 * 60_000),
    },
    { requiredKeys: ['scope', 'sort'] },
  )
  .map((query) => query as ConversationQuery);

describe('listing conversations', () => {
  it('gives in pages exactly what the rules of the inbox give for all conversations', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(conversationArbitrary, { maxLength: 40 }),
        queryArbitrary,
        fc.integer({ min: 1, max: 15 }),
        async (drawn, query, limit) => {
          const conversations = drawn.map((fields, index) => aConversation({ ...fields, id: `c${index}` }));
          const adapter = aWorld({ ...annasData(), conversations })
            .start()
            .adapter();
          const sanne = aCoWorker({ id: 'sanne', branchId: 'utrecht' });
          const expected = conversations
            .filter((conversation) => matchesFilters(query, conversation, sanne))
            .sort(compareConversations(query.sort));
          const listed = await allPages(adapter, query, limit);
          assert.deepEqual(
            listed.map(({ id }) => id),
            expected.map(({ id }) => id),
          );
          const { total } = await adapter.listConversations(query, { limit });
          if (total !== null) assert.equal(total, expected.length);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('counts without looking when only scope, state and reading are asked for', async () => {
    const conversations = Array.from({ length: 120 }, (_, index) =>
      aConversation({ id: `c${index}`, coWorkerId: 'sanne', unreadCount: index % 3 === 0 ? 1 : 0 }),
    );
    const adapter = aWorld({ ...annasData(), conversations })
      .start()
      .adapter();
    const query = { scope: { kind: 'mine' }, sort: 'newest', states: ['assigned'] } as const;
    assert.equal((await adapter.listConversations(query, { limit: 5 })).total, 120);
    assert.equal((await adapter.listConversations({ ...query, unreadOnly: true }, { limit: 5 })).total, 40);
    await adapter.update('c1', { state: 'archived' });
    assert.equal((await adapter.listConversations(query, { limit: 5 })).total, 119);
  });

  it('skips and repeats nobody who stays put while others move', async () => {
    const conversations = Array.from({ length: 30 }, (_, index) =>
      aConversation({ ...annasData().conversations?.[0], id: `c${index}`, lastActivityAt: builtAt - index * 1_000 }),
    );
    const { clock, start } = aWorld({ ...annasData(), conversations });
    const adapter = start().adapter();
    const query = { scope: { kind: 'all' }, sort: 'newest' } as const;
    const first = await adapter.listConversations(query, { limit: 10 });
    await clock.advance(60_000);
    await adapter.send(aTextTo({ conversationId: 'c25' }));
    const second = await adapter.listConversations(query, { limit: 20, cursor: first.nextCursor ?? '' });
    assert.deepEqual(
      second.items.map(({ id }) => id),
      conversations
        .slice(10)
        .map(({ id }) => id)
        .filter((id) => id !== 'c25'),
    );
  });

  it('refuses a cursor of another question, and one that is none', async () => {
    const conversations = [aConversation({ id: 'a' }), aConversation({ id: 'b' })];
    const adapter = aWorld({ ...annasData(), conversations })
      .start()
      .adapter();
    const query = { scope: { kind: 'all' }, sort: 'newest' } as const;
    const { nextCursor } = await adapter.listConversations(query, { limit: 1 });
    assert.equal(
      await codeOf(adapter.listConversations({ ...query, sort: 'oldest' }, { cursor: nextCursor ?? '' })),
      'invalid',
    );
    for (const cursor of ['', 'nonsense', btoa('[1]'), btoa('{')]) {
      assert.equal(await codeOf(adapter.listConversations(query, { cursor })), 'invalid', cursor);
    }
  });

  it('gives no more than the largest page, and refuses a size that is none', async () => {
    const conversations = Array.from({ length: 250 }, (_, index) => aConversation({ id: `c${index}` }));
    const adapter = aWorld({ ...annasData(), conversations })
      .start()
      .adapter();
    const query = { scope: { kind: 'all' }, sort: 'newest' } as const;
    assert.equal((await adapter.listConversations(query, { limit: 10_000 })).items.length, 200);
    for (const limit of [0, -1, 1.5, NaN]) {
      assert.equal(await codeOf(adapter.listConversations(query, { limit })), 'invalid');
    }
  });

  it('makes a short page rather than a long wait when almost nothing fits', async () => {
    const conversations = Array.from({ length: 9_000 }, (_, index) =>
      aConversation({ id: `c${String(index).padStart(4, '0')}`, tags: index === 0 || index === 8_999 ? ['vip'] : [] }),
    );
    const adapter = aWorld({ ...annasData(), conversations })
      .start()
      .adapter();
    const query = { scope: { kind: 'all' }, sort: 'oldest', tags: ['vip'] } as const;
    const page = await adapter.listConversations(query, { limit: 5 });
    assert.equal(page.items.length, 1);
    const ids = (await allPages(adapter, query, 5)).map(({ id }) => id);
    assert.deepEqual(ids, ['c0000', 'c8999']);
  });
});

describe('[C9] searching conversations', () => {
  const people = [
    { id: 'anna', name: 'Anna de Vries', number: '+31612345678', text: 'De fiets is klaar, bedankt!' },
    { id: 'bjorn', name: 'Björn Öztürk', number: '+31687654321', text: 'Wanneer komt de monteur?' },
    { id: 'chantal', name: 'Chantal Janssens', number: '+32470123456', text: 'Bedankt voor de fietstas' },
  ] as const;
  const recipients = people.map(({ id, name, number }) =>
    aRecipient({ id, name, organisation: null, addresses: [{ channel: 'phone', value: number }] }),
  );
  const data = {
    ...annasData(),
    recipients,
    conversations: people.map(({ id, number }, index) =>
      aConversation({
        id,
        recipient: aRecipientSummary(recipients[index]),
        tags: id === 'anna' ? ['Spoed', 'fiets zaak'] : [],
        channels: [
          {
            channel: 'sms',
            accountId: null,
            address: number,
            lastIncomingAt: null,
            consent: 'unknown',
            overrides: null,
          },
        ],
      }),
    ),
    messages: people.map(({ id, text }) => aMessage({ conversationId: id, recipientId: id, text })),
  };

  for (const [text, found] of [
    ['vries', ['anna']],
    ['anna vries', ['anna']],
    ['ries', ['anna']],
    ['bjorn', ['bjorn']],
    ['ÖZTÜRK', ['bjorn']],
    ['0612345678', ['anna']],
    ['+31 6 1234', ['anna']],
    ['0031-6-1234 5678', ['anna']],
    ['5678', ['anna']],
    ['0470/12 34', ['chantal']],
    ['spoed', ['anna']],
    ['fiets', ['anna', 'chantal']],
    ['bedankt klaar', ['anna']],
    ['monteur', ['bjorn']],
    ['MONTE', ['bjorn']],
    ['nobody', []],
    ['anna monteur', []],
    ['   ', ['anna', 'bjorn', 'chantal']],
  ] as const) {
    it(`finds ${found.join(', ') || 'nobody'} by “${text}”`, async () => {
      const adapter = aWorld(data).start().adapter();
      const { items } = await adapter.listConversations({ scope: { kind: 'all' }, sort: 'oldest', text });
      assert.deepEqual(items.map(({ id }) => id).sort(), found);
    });
  }

  it('finds the words of a message that was sent a moment ago, and a tag that was just added', async () => {
    const adapter = aWorld(annasData()).start().adapter();
    await adapter.send(aTextTo({ content: { kind: 'text', text: 'Kleppenveertjes op voorraad' } }));
    await adapter.update('c1', { addTags: ['onderdelen'] });
    for (const text of ['kleppen', 'onderdelen']) {
      const { items } = await adapter.listConversations({ scope: { kind: 'all' }, sort: 'oldest', text });
      assert.deepEqual(
        items.map(({ id }) => id),
        ['c1'],
        text,
      );
    }
    await adapter.update('c1', { removeTags: ['onderdelen'] });
    const query = { scope: { kind: 'all' }, sort: 'oldest', text: 'onderdelen' } as const;
    assert.deepEqual((await adapter.listConversations(query)).items, []);
  });

  it('keeps to scope and filters, and pages in the order of the list', async () => {
    const conversations = Array.from({ length: 700 }, (_, index) =>
      aConversation({
        id: `c${String(index).padStart(3, '0')}`,
        coWorkerId: index % 2 ? 'tim' : 'sanne',
        tags: index % 5 ? [] : ['vip'],
      }),
    );
    const adapter = aWorld({ ...annasData(), conversations })
      .start()
      .adapter();
    for (const tags of [undefined, ['vip']]) {
      const query: ConversationQuery = { scope: { kind: 'mine' }, sort: 'newest', text: 'anna', ...(tags && { tags }) };
      const expected = conversations.filter(
        ({ coWorkerId, tags: own }) => coWorkerId === 'sanne' && (!tags || own.length > 0),
      );
      const listed = await allPages(adapter, query, 40);
      assert.deepEqual(
        listed.map(({ id }) => id),
        expected.sort(compareConversations('newest')).map(({ id }) => id),
      );
    }
  });
});
