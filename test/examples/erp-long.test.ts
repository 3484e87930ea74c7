import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LongHistory } from '../../examples/erp/long/long-history.ts';
import { longConversationId, longCount, longMessages } from '../../examples/erp/long/long-messages.ts';
import { withLongConversation } from '../../examples/erp/long/long-seed.ts';
import { createMemoryAdapter } from '../../src/adapters/memory/index.ts';
import { compareMessages } from '../../src/domain/timeline.ts';
import type { MessagePage, MessagePageRequest } from '../../src/ports/adapter.ts';
import { validated } from '../../src/ports/validate-whole.ts';
import { manualClock } from '../../src/testing/index.ts';

const now = 1_800_000_000_000;
const coWorkers = [
  { id: 'agent-1', name: 'Sanne Bakker', branchId: 'branch-utrecht', teamIds: [], permissions: [] },
] as const;

function opened(): (page: MessagePageRequest) => Promise<MessagePage> {
  const data = withLongConversation({ coWorkers }, now);
  const adapter = validated(new LongHistory(createMemoryAdapter({ clock: manualClock(now), data })), {
    onRefused: ({ message }) => assert.fail(message),
  });
  const query = { kind: 'conversation', conversationId: longConversationId } as const;
  const host = { token: () => Promise.resolve(''), locale: 'nl', timeZone: 'UTC', log: () => undefined };
  const connected = adapter.connect(host);
  return async (page) => {
    await connected;
    return adapter.listMessages(query, page);
  };
}

describe('the conversation of 100,000 messages', () => {
  it('goes on without a hole from what is stored to what is made, and to its beginning', async () => {
    const list = opened();
    const newest = await list({ limit: 3 });
    const older = await list({ limit: 3, cursor: newest.olderCursor ?? '' });
    const made = await list({ limit: 3, cursor: older.olderCursor ?? '' });
    assert.deepEqual(
      [...made.items, ...older.items, ...newest.items].map(({ id }) => id),
      [
        ...[longCount - 3, longCount - 2, longCount - 1].map((place) => `long-message-${place}`),
        ...[2, 3, 4, 5].map((number) => `${longConversationId}-message-${number}`),
      ],
    );
    const [first] = (await list({ around: 'long-message-1', limit: 4 })).items;
    assert.equal(first?.id, 'long-message-0');
    const start = await list({ direction: 'newer', limit: 2 });
    assert.deepEqual(
      [start.items.map(({ id }) => id), start.olderCursor],
      [['long-message-0', 'long-message-1'], null],
    );
  });

  it('can be read forwards as well, up to what was written last', async () => {
    const list = opened();
    const page = await list({ around: `long-message-${longCount - 1}`, limit: 2 });
    const after = await list({ cursor: page.newerCursor ?? '', direction: 'newer', limit: 10 });
    assert.equal(after.items.at(-1)?.id, `${longConversationId}-message-5`);
    assert.equal(after.newerCursor, null);
  });

  it('is the same each time, and in order', () => {
    const messages = longMessages(0, 2_000, now);
    assert.deepEqual(longMessages(500, 510, now), messages.slice(500, 510));
    assert.deepEqual([...messages].sort(compareMessages), messages);
  });
});
