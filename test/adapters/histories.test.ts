import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Message } from '../../src/domain/model.ts';
import type { MessageQuery } from '../../src/domain/queries.ts';
import { compareMessages } from '../../src/domain/timeline.ts';
import type { MessagingAdapter } from '../../src/ports/adapter.ts';
import { aConversation, aMessage, aRecipientSummary, builtAt } from '../../src/testing/index.ts';
import { annasData, aTextTo, aWorld, codeOf } from './world.ts';

const conversationQuery = { kind: 'conversation', conversationId: 'c1' } as const;

function idsOf(messages: readonly Message[]): readonly string[] {
  return messages.map(({ id }) => id);
}

/** Messages of three conversations of two recipients; several at the same time. */
function messagesAt(minutes: readonly number[]): readonly Message[] {
  return minutes.map((minute, index) => {
    const conversation = index % 3;
    return aMessage({
      id: `m${index}`,
      conversationId: `c${conversation + 1}`,
      recipientId: conversation === 2 ? 'bob' : 'anna',
      position: Math.floor(index / 3) + 1,
      at: builtAt + minute * 60_000,
    });
  });
}

function adapterWith(messages: readonly Message[]): MessagingAdapter {
  const conversations = ['c1', 'c2', 'c3'].map((id, index) =>
    aConversation({
      ...annasData().conversations?.[0],
      id,
      recipient: aRecipientSummary({ id: index === 2 ? 'bob' : 'anna' }),
      coWorkerId: index === 0 ? 'sanne' : 'tim',
      branchId: index === 2 ? 'gent' : 'utrecht',
    }),
  );
  return aWorld({ ...annasData(), conversations, messages })
    .start()
    .adapter();
}

async function backwards(adapter: MessagingAdapter, query: MessageQuery, limit: number): Promise<Message[]> {
  const found: Message[] = [];
  let cursor: string | null = null;
  do {
    const page = await adapter.listMessages(query, { limit, ...(cursor !== null && { cursor }) });
    found.unshift(...page.items);
    cursor = page.olderCursor;
  } while (cursor !== null);
  return found;
}

async function forwards(adapter: MessagingAdapter, query: MessageQuery, around: string): Promise<Message[]> {
  const first = await adapter.listMessages(query, { around, limit: 1 });
  const found = [...first.items];
  let cursor = first.newerCursor;
  while (cursor !== null) {
    const page = await adapter.listMessages(query, { cursor, direction: 'newer', limit: 3 });
    found.push(...page.items);
    cursor = page.newerCursor;
  }
  return found;
}

describe('reading histories', () => {
  it('[TL1] gives in pages, backwards and forwards, the total order of messages', async () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(minutes, fc.integer({ min: 1, max: 9 }), async (drawn, limit) => {
        const messages = messagesAt(drawn);
        const adapter = adapterWith(messages);
        for (const [query, belongs] of [
          [conversationQuery, (message: Message) => message.conversationId === 'c1'],
          [{ kind: 'recipient', recipientId: 'anna' }, (message: Message) => message.recipientId === 'anna'],
        ] as const) {
          const expected = messages.filter(belongs).sort(compareMessages);
          assert.deepEqual(idsOf(await backwards(adapter, query, limit)), idsOf(expected));
          const [oldest] = expected;
          if (oldest) assert.deepEqual(idsOf(await forwards(adapter, query, oldest.id)), idsOf(expected));
        }
      }),
      { numRuns: 80 },
    );
  });

  it('is oldest first within a page and ends where the history ends', async () => {
    const adapter = adapterWith(messagesAt(Array.from({ length: 30 }, (_, index) => index)));
    const newest = await adapter.listMessages(conversationQuery, { limit: 4 });
    assert.deepEqual(idsOf(newest.items), ['m18', 'm21', 'm24', 'm27']);
    assert.equal(newest.newerCursor, null);
    const older = await adapter.listMessages(conversationQuery, { limit: 100, cursor: newest.olderCursor ?? '' });
    assert.equal(older.items.length, 6);
    assert.equal(older.olderCursor, null);
    const back = await adapter.listMessages(conversationQuery, { cursor: older.newerCursor ?? '', direction: 'newer' });
    assert.deepEqual(idsOf(back.items), idsOf(newest.items));
    assert.equal(back.newerCursor, null);
  });

  for (const { limit, around, expected } of [
    { limit: 5, around: 'm15', expected: ['m9', 'm12', 'm15', 'm18', 'm21'] },
    { limit: 5, around: 'm0', expected: ['m0', 'm3', 'm6', 'm9', 'm12'] },
    { limit: 5, around: 'm27', expected: ['m15', 'm18', 'm21', 'm24', 'm27'] },
    { limit: 1, around: 'm15', expected: ['m15'] },
    { limit: 2, around: 'm15', expected: ['m12', 'm15'] },
  ]) {
    it(`gives ${limit} around ${around}`, async () => {
      const adapter = adapterWith(messagesAt(Array.from({ length: 30 }, (_, index) => index)));
      const page = await adapter.listMessages(conversationQuery, { around, limit });
      assert.deepEqual(idsOf(page.items), expected);
      assert.equal(page.olderCursor === null, expected[0] === 'm0');
      assert.equal(page.newerCursor === null, expected.at(-1) === 'm27');
    });
  }

  it('refuses what makes no sense', async () => {
    const adapter = adapterWith(messagesAt([0, 1, 2, 3]));
    const { olderCursor } = await adapter.listMessages({ kind: 'recipient', recipientId: 'anna' }, { limit: 1 });
    const cursor = olderCursor ?? '';
    assert.equal(await codeOf(adapter.listMessages({ kind: 'conversation', conversationId: 'none' })), 'not-found');
    assert.equal(await codeOf(adapter.listMessages(conversationQuery, { around: 'none' })), 'not-found');
    assert.equal(await codeOf(adapter.listMessages(conversationQuery, { around: 'm1' })), 'not-found');
    assert.equal(await codeOf(adapter.listMessages(conversationQuery, { cursor })), 'invalid');
    assert.equal(await codeOf(adapter.listMessages(conversationQuery, { cursor: 'x', around: 'm0' })), 'invalid');
    assert.equal(await codeOf(adapter.listMessages(conversationQuery, { limit: 0 })), 'invalid');
  });

  it('shows a message that arrived while somebody pages forwards', async () => {
    const adapter = adapterWith(messagesAt([0, 0, 0, 1]));
    const page = await adapter.listMessages(conversationQuery, { around: 'm0', limit: 1 });
    const sent = await adapter.send(aTextTo());
    const newer = await adapter.listMessages(conversationQuery, { cursor: page.newerCursor ?? '', direction: 'newer' });
    assert.deepEqual(idsOf(newer.items), [sent.id, 'm3']);
  });
});

describe('[A2] the last messages in scope', () => {
  for (const [title, scope, belongs] of [
    ['all', { kind: 'all' }, () => true],
    ['mine', { kind: 'mine' }, ({ conversationId }: Message) => conversationId === 'c1'],
    ['branch', { kind: 'branch' }, ({ conversationId }: Message) => conversationId !== 'c3'],
    ['recipient', { kind: 'recipient', recipientId: 'bob' }, ({ recipientId }: Message) => recipientId === 'bob'],
  ] as const) {
    it(`are the newest hundred of ${title}, oldest first`, async () => {
      const messages = messagesAt(Array.from({ length: 400 }, (_, index) => (index * 7) % 151));
      const { items, olderCursor } = await adapterWith(messages).listMessages({ kind: 'recent', scope });
      const expected = messages.filter(belongs).sort(compareMessages).slice(-100);
      assert.deepEqual(idsOf(items), idsOf(expected));
      assert.equal(olderCursor, null);
    });
  }

  it('can be read in pages, both ways and around one', async () => {
    const messages = messagesAt(Array.from({ length: 300 }, (_, index) => index));
    const adapter = adapterWith(messages);
    const query = { kind: 'recent', scope: { kind: 'all' } } as const;
    assert.deepEqual(idsOf(await backwards(adapter, query, 30)), idsOf(messages.slice(-100)));
    assert.deepEqual(idsOf(await forwards(adapter, query, 'm200')), idsOf(messages.slice(-100)));
    const page = await adapter.listMessages(query, { around: 'm250', limit: 3 });
    assert.deepEqual(idsOf(page.items), ['m249', 'm250', 'm251']);
    assert.equal(await codeOf(adapter.listMessages(query, { around: 'm100' })), 'not-found');
  });

  it('follow a conversation that changes hands', async () => {
    const adapter = adapterWith(messagesAt([0, 1, 2, 3, 4, 5]));
    await adapter.update('c3', { coWorkerId: 'sanne' });
    const { items } = await adapter.listMessages({ kind: 'recent', scope: { kind: 'mine' } });
    assert.deepEqual(new Set(items.map(({ conversationId }) => conversationId)), new Set(['c1', 'c3']));
  });
});
