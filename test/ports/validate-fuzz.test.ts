import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { ChangeBatch, ChangeSink } from '../../src/ports/adapter.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { change, changeBatch } from '../../src/ports/validate-changes.ts';
import { conversation, message } from '../../src/ports/validate-model.ts';
import { validated } from '../../src/ports/validate-whole.ts';
import { aConversation, aMessage, anAttachment, aPreview, aRecipient } from '../../src/testing/builders.ts';
import { mangle } from '../../src/testing/faults/mangle.ts';
import { seededRandom } from '../../src/testing/random.ts';
import { politeAdapter } from './fake-adapter.ts';

const runs = 400;
const first = Math.floor(Math.random() * 2 ** 31);
const query = { scope: { kind: 'all' }, sort: 'newest' } as const;

const messages = [
  aMessage(),
  aMessage({ direction: 'outgoing', status: 'read' }),
  aMessage({ content: { kind: 'image', attachment: anAttachment(), caption: null } }),
  aMessage({ direction: 'event' }),
];
const conversations = messages.map((last) => aConversation({ lastMessage: aPreview(last), tags: ['vip'] }));

describe(`any spoiled answer (seeds from ${first})`, () => {
  it('of a listing is refused by a typed error or comes without what is spoiled', async () => {
    for (let seed = first; seed < first + runs; seed += 1) {
      const answer = mangle({ items: conversations, nextCursor: 'next', total: 4 }, seededRandom(seed));
      const adapter = validated(politeAdapter({ listConversations: () => Promise.resolve(answer) }));
      try {
        const { items } = await adapter.listConversations(query);
        for (const item of items) assert.equal(conversation(item), undefined, `seed ${seed}`);
      } catch (error) {
        assert.ok(error instanceof AdapterError && error.code === 'invalid', `seed ${seed}: ${String(error)}`);
      }
    }
  });

  it('of a history is refused by a typed error or comes without what is spoiled', async () => {
    for (let seed = first; seed < first + runs; seed += 1) {
      const answer = mangle({ items: messages, olderCursor: null, newerCursor: null }, seededRandom(seed));
      const adapter = validated(politeAdapter({ listMessages: () => Promise.resolve(answer) }));
      try {
        const { items } = await adapter.listMessages({ kind: 'recipient', recipientId: 'recipient-1' });
        for (const item of items) assert.equal(message(item), undefined, `seed ${seed}`);
      } catch (error) {
        assert.ok(error instanceof AdapterError && error.code === 'invalid', `seed ${seed}: ${String(error)}`);
      }
    }
  });

  it('of a stream never reaches the sink', () => {
    const changes: ChangeBatch['changes'] = [
      ...messages.map((one) => ({ type: 'message', message: one }) as const),
      ...conversations.map((one) => ({ type: 'conversation', conversation: one }) as const),
      { type: 'recipient', recipient: aRecipient() },
      { type: 'conversation-removed', conversationId: 'gone' },
    ];
    for (let seed = first; seed < first + runs; seed += 1) {
      let say: ChangeSink | undefined;
      const subscribe = (_: unknown, sink: ChangeSink) => ((say = sink), () => undefined);
      validated(politeAdapter({ subscribe })).subscribe(
        { kind: 'all' },
        {
          batch: (batch) => {
            assert.equal(changeBatch(batch), undefined, `seed ${seed}`);
            for (const one of batch.changes) assert.equal(change(one), undefined, `seed ${seed}`);
          },
          link: () => undefined,
          reset: (cursor) => assert.ok(cursor === null || typeof cursor === 'string', `seed ${seed}`),
        },
        null,
      );
      say?.batch(mangle({ cursor: '1', previous: null, changes }, seededRandom(seed)) as ChangeBatch);
    }
  });
});
