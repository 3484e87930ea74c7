import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Conversation, Message } from '../../src/domain/model.ts';
import { previewOf } from '../../src/domain/preview.ts';
import { lookedAt, sendGuard } from '../../src/domain/send-guard.ts';
import type { GuardFinding } from '../../src/domain/send-guard.ts';
import { aChannel, aConversation, aMessage, minute, T0 } from './samples.ts';

const colleague = { kind: 'co-worker', id: 'w2', name: 'Noor' } as const;
const seen = [aMessage({ id: 'm1', position: 1, at: T0 })];

/** A conversation as it is after these messages. */
function after(messages: readonly Message[], changes: Partial<Conversation> = {}): Conversation {
  const last = messages.filter(({ direction }) => direction !== 'note' && direction !== 'event').at(-1);
  const incoming = messages.filter(({ direction }) => direction === 'incoming');
  const lastIncomingAt = incoming.length > 0 ? Math.max(...incoming.map(({ at }) => at)) : null;
  return aConversation({
    state: 'assigned',
    coWorkerId: 'w1',
    channels: [aChannel({ lastIncomingAt })],
    lastMessage: last ? previewOf(last) : null,
    ...changes,
  });
}

function guard(news: readonly Partial<Message>[], changes: Partial<Conversation> = {}): readonly GuardFinding[] {
  const all = [...seen, ...news.map((each, index) => aMessage({ id: `n${index}`, position: index + 2, ...each }))];
  return sendGuard(lookedAt(after(seen), seen), after(all, changes), all, 'w1');
}

describe('what happened since the agent last looked', () => {
  const rows: readonly [string, string, readonly Partial<Message>[], Partial<Conversation>, string][] = [
    ['SV1', 'nothing', [], {}, ''],
    ['SV1', 'a message of the customer', [{ at: T0 + 1 }], {}, 'customer-wrote'],
    ['SV1', 'a message that came late', [{ at: T0 - minute }], {}, 'customer-wrote'],
    ['SV2', 'an answer of a colleague', [{ direction: 'outgoing', author: colleague }], {}, 'answered'],
    [
      'SV2',
      'an answer of a bot',
      [{ direction: 'outgoing', author: { kind: 'bot', id: 'w1', name: 'B' } }],
      {},
      'answered',
    ],
    ['SV2', 'a note of a colleague', [{ direction: 'note', author: colleague }], {}, 'noted'],
    ['SV2', 'my own answer from another tab', [{ direction: 'outgoing' }], {}, ''],
    ['SV2', 'my own note', [{ direction: 'note' }], {}, ''],
    ['SV3', 'another co-worker', [], { coWorkerId: 'w2' }, 'reassigned'],
    ['SV3', 'no co-worker any more', [], { coWorkerId: null }, 'reassigned'],
    ['SV3', 'archived', [], { state: 'archived' }, 'closed'],
    ['SV3', 'spam', [], { state: 'spam' }, 'closed'],
    ['SV3', 'a tag', [{ direction: 'event', channel: null }], { tags: ['a'] }, ''],
    [
      'SV1',
      'several at once',
      [{ direction: 'outgoing', author: colleague }, {}],
      { coWorkerId: 'w2' },
      'customer-wrote answered reassigned',
    ],
  ];
  for (const [rule, title, news, changes, expected] of rows)
    it(`[${rule}] ${title}: ${expected || 'no reason to wait'}`, () => {
      assert.equal(
        guard(news, changes)
          .map(({ type }) => type)
          .join(' '),
        expected,
      );
    });

  it('[SV1] counts what the customer wrote, and says when and where', () => {
    assert.deepEqual(guard([{ at: T0 + 2, channel: 'whatsapp' }, { at: T0 + 1 }]), [
      { type: 'customer-wrote', count: 2, lastAt: T0 + 2, channel: 'whatsapp' },
    ]);
  });

  it('[SV2] names the last one who answered', () => {
    const [first] = guard([
      { direction: 'outgoing', author: { ...colleague, name: 'A' }, at: T0 + 1 },
      { direction: 'outgoing', author: colleague, at: T0 + 2 },
    ]);
    assert.deepEqual(first, { type: 'answered', by: colleague, at: T0 + 2 });
  });

  it('[SV3] waits for nobody when the agent took it over, or it was opened again', () => {
    const before = lookedAt(after(seen, { coWorkerId: 'w2', state: 'archived' }), seen);
    assert.deepEqual(sendGuard(before, after(seen, { state: 'assigned' }), seen, 'w1'), []);
  });

  it('[SV1] sees the first message of an empty conversation', () => {
    const before = lookedAt(after([]), []);
    assert.equal(sendGuard(before, after(seen), seen, 'w1')[0]?.type, 'customer-wrote');
  });

  it('says nothing of another conversation', () => {
    assert.deepEqual(sendGuard(lookedAt(after([]), []), after(seen, { id: 'c2' }), seen, 'w1'), []);
  });

  it('[SV1] finds something exactly when somebody else wrote something new', () => {
    const message = fc.record({
      direction: fc.constantFrom<Message['direction']>('incoming', 'outgoing', 'note', 'event'),
      isMine: fc.boolean(),
      offset: fc.integer({ min: -100, max: 100 }),
    });
    fc.assert(
      fc.property(fc.array(message, { maxLength: 6 }), (entries) => {
        const news = entries.map(({ direction, isMine, offset }): Partial<Message> => {
          const me = { kind: 'co-worker', id: 'w1', name: 'Saskia' } as const;
          const author =
            direction === 'incoming' ? ({ kind: 'customer', id: 'r1', name: 'A' } as const) : isMine ? me : colleague;
          return { direction, author, at: T0 + offset };
        });
        const isNews = entries.some(
          ({ direction, isMine }) => direction === 'incoming' || (direction !== 'event' && !isMine),
        );
        assert.equal(guard(news).length > 0, isNews);
      }),
    );
  });
});

describe('while the messages are not loaded', () => {
  const before = lookedAt(after(seen), []);
  const outgoing = aMessage({ id: 'm2', position: 2, direction: 'outgoing', author: colleague, at: T0 + 1 });
  const incoming = aMessage({ id: 'm3', position: 3, at: T0 + 2 });
  const check = (conversation: Conversation) => sendGuard(before, conversation, [], 'w1').map(({ type }) => type);

  it('[SV4] the conversation itself tells that the customer wrote', () => {
    assert.deepEqual(check(after([...seen, incoming])), ['customer-wrote']);
    assert.equal(
      (sendGuard(before, after([...seen, incoming], { unreadCount: 3 }), [], 'w1')[0] as { count: number }).count,
      3,
    );
  });

  it('[SV4] or that somebody answered', () => {
    assert.deepEqual(check(after([...seen, outgoing])), ['answered']);
    assert.deepEqual(check(after(seen)), []);
  });

  it('[SV4] also when the page that is loaded ends before the news', () => {
    const loaded = lookedAt(after(seen), seen);
    assert.deepEqual(
      sendGuard(loaded, after([...seen, incoming]), seen, 'w1').map(({ type }) => type),
      ['customer-wrote'],
    );
  });
});
