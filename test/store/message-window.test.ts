import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Message } from '../../src/domain/model.ts';
import { MessageWindow, timelineKey } from '../../src/store/message-window.ts';
import { aMessage } from '../../src/testing/index.ts';

const query = { kind: 'conversation', conversationId: 'c1' } as const;

function at(minute: number, fields: Partial<Message> = {}): Message {
  return aMessage({ id: `m${minute}`, conversationId: 'c1', at: minute * 60_000, position: minute, ...fields });
}

function window(...messages: Message[]): MessageWindow {
  const made = new MessageWindow(timelineKey(query), query);
  made.startReadingNewest();
  made.startReading();
  made.replaceAll(messages, 'older');
  made.endReading();
  return made;
}

function ids(made: MessageWindow): readonly string[] {
  return made.rows.map(({ message }) => message.id);
}

describe('a window onto a history', () => {
  it('takes what is newer than its oldest row and leaves a lone older message out', () => {
    const made = window(at(5), at(6));
    assert.deepEqual([made.put(at(7)), made.put(at(3)), made.put(at(5, { version: 2 }))], [true, false, true]);
    assert.deepEqual(ids(made), ['m5', 'm6', 'm7']);
  });

  it('takes older messages once the beginning of the history is loaded', () => {
    const made = window(at(5));
    made.addOlder([at(4)], null);
    made.put(at(1));
    assert.deepEqual(ids(made), ['m1', 'm4', 'm5']);
  });

  it('lets the feed win over a page that was read meanwhile', () => {
    const made = window(at(5));
    made.startReading();
    made.put(at(8));
    made.remove('m4');
    made.addOlder([at(3), at(4)], 'older still');
    made.endReading();
    assert.deepEqual(ids(made), ['m3', 'm5', 'm8']);
  });

  it('keeps what arrived while it was read again, and drops what the backend does not have any more', () => {
    const made = window(at(5), at(6));
    made.startReading();
    made.put(at(9));
    made.replaceAll([at(6), at(7)], 'older');
    made.endReading();
    assert.deepEqual(ids(made), ['m6', 'm7', 'm9']);
  });

  it('does not keep what arrived before the newest stretch that was read: history between would be missing', () => {
    const made = window();
    made.startReading();
    made.put(at(2));
    made.replaceAll([at(6), at(7)], 'older');
    made.endReading();
    assert.deepEqual(ids(made), ['m6', 'm7']);
  });

  it('is stale until it was read, and again when something was missed while it was read', () => {
    const made = new MessageWindow(timelineKey(query), query);
    assert.equal(made.stale, true);
    made.startReadingNewest();
    made.doubt();
    made.replaceAll([], null);
    assert.deepEqual([made.loaded, made.stale], [true, true]);
    made.startReadingNewest();
    made.replaceAll([], null);
    assert.equal(made.stale, false);
  });

  it('gives two messages two keys even when a backend stored one client id twice', () => {
    const made = window(at(1, { clientId: 'x' }), at(2, { clientId: 'x' }));
    const keys = made.rows.map(({ key }) => key);
    assert.deepEqual(keys, ['x', 'm2']);
    made.remove('m2');
    made.put(at(1, { clientId: 'x', version: 2 }));
    assert.deepEqual(
      made.rows.map(({ key }) => key),
      ['x'],
    );
  });

  it('keeps only the newest when it is told to', () => {
    const made = window(at(1), at(2), at(3));
    made.keepNewest(2);
    assert.deepEqual(ids(made), ['m2', 'm3']);
    made.keepNewest(5);
    assert.equal(made.size, 2);
  });

  it('has a name per question', () => {
    const keys = [
      timelineKey(query),
      timelineKey({ kind: 'recipient', recipientId: 'c1' }),
      timelineKey({ kind: 'recent', scope: { kind: 'mine' } }),
      timelineKey({ kind: 'recent', scope: { kind: 'recipient', recipientId: 'r1' } }),
      timelineKey({ kind: 'recent', scope: { kind: 'recipient', recipientId: 'r2' } }),
    ];
    assert.equal(new Set(keys).size, 5);
  });
});
