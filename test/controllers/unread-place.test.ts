import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UnreadPlace } from '../../src/controllers/unread-place.ts';
import { aConversation } from '../../src/testing/index.ts';

const begun = Date.UTC(2026, 0, 5, 9);
/** A conversation with so many unread messages; with more of them when the customer wrote so many times more. */
const unread = (count: number, from: string | null = count > 0 ? 'm1' : null, { id = 'c', written = count } = {}) =>
  aConversation({ id, unreadCount: count, firstUnreadMessageId: from, lastActivityAt: begun + written * 60_000 });

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
    place.update(unread(0, null, { written: 4 }), false);
    assert.deepEqual(place.mark, { messageId: 'm1', count: 4 });
  });

  it('moves to what comes after everything was read, unless the agent sees it come', () => {
    const place = new UnreadPlace();
    place.update(unread(3), false);
    place.update(unread(0, null, { written: 3 }), true);
    place.update(unread(1, 'm9', { written: 4 }), true);
    assert.equal(place.mark?.messageId, 'm1');
    place.update(unread(0, null, { written: 4 }), true);
    place.update(unread(2, 'm10', { written: 6 }), false);
    assert.deepEqual(place.mark, { messageId: 'm10', count: 2 });
  });

  it('[A10] moves to where somebody marks messages unread, also before the eyes of the agent', () => {
    const place = new UnreadPlace();
    place.update(unread(0, null, { written: 9 }), true);
    place.update(unread(2, 'm8', { written: 9 }), true);
    assert.deepEqual(place.mark, { messageId: 'm8', count: 2 });
    place.update(unread(5, 'm5', { written: 9 }), true);
    assert.deepEqual(place.mark, { messageId: 'm5', count: 5 });
  });

  it('[A10] moves forward where the agent here marks messages unread from a later one on', () => {
    const place = new UnreadPlace();
    place.update(unread(5, 'm5', { written: 9 }), false);
    place.update(unread(3, 'm7', { written: 9 }), false);
    assert.deepEqual(place.mark, { messageId: 'm5', count: 5 });
    place.expect('m8');
    place.update(unread(2, 'm8', { written: 9 }), false);
    assert.deepEqual(place.mark, { messageId: 'm8', count: 2 });
  });

  it('goes when the agent answers, and with another conversation', () => {
    const place = new UnreadPlace();
    place.update(unread(3), false);
    place.clear();
    assert.equal(place.mark, null);
    place.update(unread(3), false);
    place.update(unread(0, null, { id: 'other' }), false);
    assert.equal(place.mark, null);
  });
});
