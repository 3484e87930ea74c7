import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Message } from '../../src/domain/model.ts';
import type { MessageQuery } from '../../src/domain/queries.ts';
import { ChangeIntake } from '../../src/store/change-intake.ts';
import { ClientStore } from '../../src/store/client-store.ts';
import { MessageWindow, timelineKey } from '../../src/store/message-window.ts';
import { aConversation, aMessage, aRecipient } from '../../src/testing/index.ts';

function withTimeline(store: ClientStore, query: MessageQuery, messages: readonly Message[] = []): MessageWindow {
  const window = new MessageWindow(timelineKey(query), query);
  window.startReadingNewest();
  window.replaceAll(
    messages.map((message) => store.readMessage(message)),
    null,
  );
  store.addTimeline(window);
  return window;
}

function told(store: ClientStore, topic: string): { readonly times: number } {
  const count = { times: 0 };
  store.topics.subscribe(topic, () => (count.times += 1));
  return count;
}

describe('the store', () => {
  it('[I2] does nothing for a late or duplicate change', () => {
    const store = new ClientStore();
    const feed = new ChangeIntake(store);
    const conversation = aConversation({ id: 'c1', version: 2 });
    const message = aMessage({ id: 'm1', conversationId: 'c1', version: 2 });
    withTimeline(store, { kind: 'conversation', conversationId: 'c1' });
    const heard = [told(store, 'conversation/c1'), told(store, 'timeline/conversation/c1')];
    const changes = [
      { type: 'conversation', conversation },
      { type: 'message', message },
    ] as const;
    feed.apply(changes);
    feed.apply(changes);
    feed.apply([{ type: 'message', message: { ...message, version: 1 } }]);
    assert.deepEqual(
      heard.map(({ times }) => times),
      [1, 1],
    );
    assert.equal(store.conversation('c1'), conversation);
    assert.equal(store.message('m1'), message);
  });

  it('tells a timeline once per batch, and no other one', () => {
    const store = new ClientStore();
    const feed = new ChangeIntake(store);
    for (const id of ['c1', 'c2']) withTimeline(store, { kind: 'conversation', conversationId: id });
    const [one, two] = [told(store, 'timeline/conversation/c1'), told(store, 'timeline/conversation/c2')];
    const messages = [1, 2, 3].map((number) => aMessage({ id: `m${number}`, conversationId: 'c1' }));
    feed.apply(messages.map((message) => ({ type: 'message', message })));
    assert.deepEqual([one.times, two.times], [1, 0]);
  });

  it('finds the backend’s copy of an own message by its client id, and tells who waits for it', () => {
    const store = new ClientStore();
    const heard = told(store, 'sent/x');
    const message = aMessage({ id: 'm1', direction: 'outgoing', clientId: 'x' });
    store.putMessage(message);
    assert.deepEqual(
      [store.messageByClientId('x'), store.messageByClientId('y'), heard.times],
      [message, undefined, 1],
    );
  });

  it('takes a removed message out of every history', () => {
    const store = new ClientStore();
    const feed = new ChangeIntake(store);
    const message = aMessage({
      id: 'm1',
      conversationId: 'c1',
      recipientId: 'r1',
      direction: 'outgoing',
      clientId: 'x',
    });
    const windows = [
      withTimeline(store, { kind: 'conversation', conversationId: 'c1' }, [message]),
      withTimeline(store, { kind: 'recipient', recipientId: 'r1' }, [message]),
    ];
    feed.apply([{ type: 'message-removed', conversationId: 'c1', messageId: 'm1' }]);
    assert.deepEqual(
      windows.map(({ size }) => size),
      [0, 0],
    );
    assert.deepEqual([store.message('m1'), store.messageByClientId('x')], [undefined, undefined]);
  });

  it('shows a recipient’s new name in every conversation of theirs', () => {
    const store = new ClientStore();
    const feed = new ChangeIntake(store);
    const recipient = aRecipient({ id: 'r1', name: 'New Name' });
    store.putConversation(aConversation({ id: 'c1', recipient: aRecipient({ id: 'r1', name: 'Old' }) }));
    store.putConversation(aConversation({ id: 'c2', recipient: aRecipient({ id: 'r2', name: 'Other' }) }));
    const heard = [told(store, 'conversation/c1'), told(store, 'conversation/c2')];
    feed.apply([{ type: 'recipient', recipient }]);
    assert.equal(store.conversation('c1')?.recipient.name, 'New Name');
    assert.deepEqual(
      heard.map(({ times }) => times),
      [1, 0],
    );
  });

  it('leaves alone what a newer backend may say', () => {
    const store = new ClientStore();
    const feed = new ChangeIntake(store);
    feed.apply([{ type: 'typing', by: 'r1' } as unknown as { type: 'message'; message: Message }]);
    assert.equal(store.conversation('r1'), undefined);
  });

  it('[I9] forgets messages and conversations that nobody shows', () => {
    const store = new ClientStore();
    const feed = new ChangeIntake(store);
    const window = withTimeline(store, { kind: 'conversation', conversationId: 'c1' });
    store.topics.subscribe('conversation/c1', () => {});
    store.putConversation(aConversation({ id: 'c1' }));
    feed.apply([{ type: 'message', message: aMessage({ id: 'kept', conversationId: 'c1' }) }]);
    for (let number = 0; number < 10_000; number += 1) {
      const id = `x${number}`;
      const conversation = aConversation({ id });
      const message = aMessage({ id, conversationId: id, direction: 'outgoing', clientId: id });
      feed.apply([
        { type: 'conversation', conversation },
        { type: 'message', message },
      ]);
    }
    assert.equal(window.size, 1);
    assert.deepEqual([store.message('kept')?.id, store.conversation('c1')?.id], ['kept', 'c1']);
    assert.deepEqual(
      [store.message('x0'), store.messageByClientId('x0'), store.conversation('x0')],
      [undefined, undefined, undefined],
    );
  });

  it('does not forget what a page under way may need', () => {
    const store = new ClientStore();
    const feed = new ChangeIntake(store);
    const window = withTimeline(store, { kind: 'conversation', conversationId: 'c1' });
    window.startReading();
    for (let number = 0; number < 5_000; number += 1)
      feed.apply([{ type: 'message', message: aMessage({ id: `x${number}` }) }]);
    assert.equal(store.message('x0')?.id, 'x0');
    window.endReading();
  });
});
