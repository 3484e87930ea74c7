import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Conversation } from '../../src/domain/model.ts';
import type { ConversationQuery } from '../../src/domain/queries.ts';
import { ConversationWindow } from '../../src/store/conversation-window.ts';
import { aConversation, aCoWorker, aRecipientSummary } from '../../src/testing/index.ts';

const agent = aCoWorker({ id: 'agent-1' });

function window(query: Partial<ConversationQuery> = {}): ConversationWindow<Conversation> {
  return new ConversationWindow<Conversation>({
    now: () => 0,
    key: '1',
    query: { scope: { kind: 'all' }, sort: 'newest', ...query },
    agent,
    rowOf: (conversation) => conversation,
    conversationOf: (row) => row,
  });
}

function at(minute: number, fields: Partial<Conversation> = {}): Conversation {
  return aConversation({ id: `c${minute}`, lastActivityAt: minute, ...fields });
}

function page(made: ConversationWindow<Conversation>, items: readonly Conversation[], next: string | null): void {
  made.startReading();
  made.addPage(items, items, next);
  made.endReading();
}

function ids(made: ConversationWindow<Conversation>): readonly string[] {
  return made.rows.map(({ id }) => id);
}

describe('a window onto a list', () => {
  it('moves a row, takes a new one in, and lets one go that does not match any more', () => {
    const made = window({ unreadOnly: true });
    page(made, [at(9, { unreadCount: 1 }), at(5, { unreadCount: 1 })], null);
    made.put(at(5, { unreadCount: 2, lastActivityAt: 10, version: 2 }));
    made.put(at(7, { unreadCount: 1 }));
    made.put(at(9, { unreadCount: 0, version: 2 }));
    assert.deepEqual(ids(made), ['c5', 'c7']);
  });

  it('leaves a row beyond the last page to the page that will bring it', () => {
    const made = window();
    page(made, [at(9), at(5)], 'next');
    assert.equal(made.put(at(3)), false);
    assert.equal(made.put(at(9, { lastActivityAt: 2, version: 2 })), true);
    assert.deepEqual(ids(made), ['c5']);
  });

  it('goes on behind the last row of a page as it was then, wherever that row is now', () => {
    const made = window();
    page(made, [at(9), at(5)], 'next');
    made.put(at(5, { lastActivityAt: 20, version: 2 }));
    assert.equal(made.put(at(6)), true);
    assert.deepEqual(ids(made), ['c5', 'c9', 'c6']);
  });

  it('lets what changed while a page was read win over the page', () => {
    const made = window({ unreadOnly: true });
    const old = at(8, { unreadCount: 1 });
    const read = at(8, { unreadCount: 0, version: 2 });
    made.startReading();
    made.put(read);
    made.put(at(7, { unreadCount: 1 }));
    made.remove('c6');
    made.addPage([old, at(6, { unreadCount: 1 })], [read, at(6, { unreadCount: 1 })], null);
    made.endReading();
    assert.deepEqual(ids(made), ['c7']);
  });

  it('takes in what moved onto the next page while that was read', () => {
    const made = window();
    page(made, [at(9), at(5)], 'next');
    made.startReading();
    assert.equal(made.put(at(3)), false);
    made.addPage([at(4), at(2)], [at(4), at(2)], 'more');
    made.endReading();
    assert.deepEqual(ids(made), ['c9', 'c5', 'c4', 'c3', 'c2']);
  });

  it('keeps a row that the backend found in the text of messages', () => {
    const made = window({ text: 'refund' });
    const anna = at(5, { recipient: aRecipientSummary({ name: 'Anna' }) });
    page(made, [anna], null);
    made.put({ ...anna, version: 2 });
    made.put(at(6, { recipient: aRecipientSummary({ name: 'Bob' }) }));
    made.put(at(7, { recipient: aRecipientSummary({ name: 'Refund desk' }) }));
    assert.deepEqual(ids(made), ['c7', 'c5']);
  });

  it('knows its total exactly once it is complete, and otherwise says when it is in doubt', () => {
    const made = window({ unreadOnly: true });
    page(made, [at(9, { unreadCount: 1 }), at(8, { unreadCount: 1 })], 'next');
    made.total = 10;
    made.put(at(9, { unreadCount: 0, version: 2 }), at(9, { unreadCount: 1 }));
    assert.deepEqual([made.total, made.totalIsDoubtful], [9, false]);
    made.put(at(2, { unreadCount: 0 }), at(2, { unreadCount: 0 }));
    assert.equal(made.totalIsDoubtful, false);
    made.put(at(2, { unreadCount: 1, version: 2 }), at(2, { unreadCount: 0 }));
    assert.equal(made.totalIsDoubtful, true);
    made.total = 10;
    made.put(at(1, { unreadCount: 0 }));
    assert.equal(made.totalIsDoubtful, true, 'nobody knows whether an unknown one was counted');
    page(made, [], null);
    assert.equal(made.total, 1);
  });

  it('makes a row anew when asked, if it has it', () => {
    const made = window();
    page(made, [at(5)], null);
    const before = made.rows;
    assert.deepEqual([made.refresh('c5'), made.refresh('c6'), made.rows === before], [true, false, false]);
  });
});
