import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UnreadPlace } from '../../src/controllers/unread-place.ts';
import { aConversation } from '../../src/testing/index.ts';

const unread = (count: number, from: string | null = count > 0 ? 'm1' : null, id = 'c') =>
  aConversation({ id, unreadCount: count, firstUnreadMessageId: from });

describe('where the unread messages began', () => {
  it('is the first unread message when the agent comes', () => {
    const place = new UnreadPlace();
    place.update(unread(3), false);
    assert.deepEqual(place.mark, { messageId: 'm1', count: 3 });
  });

  it('is nowhere when everything was read', () => {
    const place = new UnreadPlace();
    place.update(unread(0), false);
    assert.equal(place.mark, null);
  });

  it('stays when the messages are marked as read, and counts on while they are not', () => {
    const place = new UnreadPlace();
    place.update(unread(3), false);
    place.update(unread(4), false);
    place.update(unread(0), false);
    assert.deepEqual(place.mark, { messageId: 'm1', count: 4 });
  });

  it('moves to what comes after everything was read, unless the agent sees it come', () => {
    const place = new UnreadPlace();
    place.update(unread(3), false);
    place.update(unread(0), true);
    place.update(unread(1, 'm9'), true);
    assert.equal(place.mark?.messageId, 'm1');
    place.update(unread(0), true);
    place.update(unread(2, 'm10'), false);
    assert.deepEqual(place.mark, { messageId: 'm10', count: 2 });
  });

  it('goes when the agent answers, and with another conversation', () => {
    const place = new UnreadPlace();
    place.update(unread(3), false);
    place.clear();
    assert.equal(place.mark, null);
    place.update(unread(3), false);
    place.update(unread(0, null, 'other'), false);
    assert.equal(place.mark, null);
  });
});
