import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wasMarkedUnread, wasOnlyRead } from '../../src/domain/marked-unread.ts';
import type { Conversation } from '../../src/domain/model.ts';
import { aConversation } from '../../src/testing/index.ts';

const unread = aConversation({ version: 3, unreadCount: 2, firstUnreadMessageId: 'm1', waitingSince: 5 });
const read = { ...unread, version: 4, unreadCount: 0, firstUnreadMessageId: null };

describe('reading', () => {
  it('[A10] is the only change of a conversation that nobody needs to show', () => {
    const changes: readonly (readonly [Conversation, boolean])[] = [
      [read, true],
      [{ ...read, waitingSince: null }, true],
      [structuredClone(read), true],
      [unread, false],
      [{ ...read, unreadCount: 1 }, false],
      [{ ...read, id: 'another' }, false],
      [{ ...read, recipient: { ...read.recipient, name: 'Another' } }, false],
      [{ ...read, lastActivityAt: read.lastActivityAt + 1 }, false],
      [{ ...read, channels: [] }, false],
    ];
    for (const [now, expected] of changes) assert.equal(wasOnlyRead(unread, now), expected, JSON.stringify(now));
  });

  it('[A10] is undone when more is unread although nothing happened', () => {
    assert.equal(wasMarkedUnread(read, unread), true);
    assert.equal(wasMarkedUnread(read, { ...unread, lastActivityAt: read.lastActivityAt + 1 }), false);
    assert.equal(wasMarkedUnread(unread, read), false);
  });
});
