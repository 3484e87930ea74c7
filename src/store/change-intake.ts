import type { Recipient } from '../domain/model.ts';
import type { Change } from '../ports/adapter.ts';
import type { ClientStore, StoreTables } from './client-store.ts';
import type { Topics } from './topics.ts';

/** Rows beyond what is in use before the store looks for something to forget [I9]. */
const slack = 2_000;

/** Takes into a store what the feed says changed: all that only the feed brings, which comes after the first messages. */
export class ChangeIntake {
  readonly #store: ClientStore;
  readonly #tables: StoreTables;
  readonly #topics: Topics;
  #conversationLimit = slack;
  #messageLimit = slack;

  constructor(store: ClientStore) {
    this.#store = store;
    this.#tables = store.tables;
    this.#topics = store.topics;
  }

  /** Takes what the feed says. Conversations first: whether a message is in scope may depend on its conversation. */
  apply(changes: readonly Change[]): void {
    this.#topics.batch(() => {
      for (const change of changes)
        if (change.type === 'conversation') this.#store.putConversation(change.conversation);
      for (const change of changes) this.#applyOther(change);
    });
    this.#forget();
  }

  #applyOther(change: Change): void {
    switch (change.type) {
      case 'conversation':
        return;
      case 'conversation-removed': {
        this.#removeConversation(change.conversationId);
        return;
      }
      case 'message': {
        const isNews = !this.#tables.messages.get(change.message.id);
        const message = this.#store.putMessage(change.message);
        if (isNews) for (const { came } of this.#tables.newsListeners) came(message);
        return;
      }
      case 'message-removed': {
        this.#removeMessage(change.messageId);
        return;
      }
      case 'recipient': {
        this.#renameRecipient(change.recipient);
        return;
      }
      default:
        return change satisfies never; // a newer backend may send what this version does not know: left alone
    }
  }

  #removeMessage(id: string): void {
    for (const { went } of this.#tables.newsListeners) went(id);
    const message = this.#tables.messages.delete(id);
    if (message?.clientId != null) this.#tables.messageByClientId.delete(message.clientId);
    for (const window of this.#tables.timelines.values())
      if (window.remove(id)) this.#topics.touch(`timeline/${window.key}`);
  }

  #removeConversation(id: string): void {
    this.#tables.conversations.delete(id);
    for (const list of this.#tables.lists) if (list.remove(id)) this.#topics.touch(`list/${list.key}`);
    for (const window of this.#tables.timelines.values())
      for (const { message } of window.rows) if (message.conversationId === id) this.#removeMessage(message.id);
    this.#topics.touch(`conversation/${id}`);
    this.#topics.touch('conversations');
  }

  #renameRecipient(recipient: Recipient): void {
    const { id, kind, name, firstName, organisation, language } = recipient;
    for (const conversation of [...this.#tables.conversations.values()]) {
      if (conversation.recipient.id !== id) continue;
      const renamed = { ...conversation, recipient: { id, kind, name, firstName, organisation, language } };
      this.#tables.conversations.replace(renamed);
      for (const list of this.#tables.lists)
        if (list.put(renamed, conversation)) this.#topics.touch(`list/${list.key}`);
      this.#topics.touch(`conversation/${conversation.id}`);
    }
  }

  /** Forgets what no window shows, now and then, so that the cost per event stays constant. */
  #forget(): void {
    if (this.#tables.messages.size > this.#messageLimit && !this.#isReading()) {
      const shown = new Set<string>();
      for (const window of this.#tables.timelines.values()) for (const id of window.ids()) shown.add(id);
      this.#tables.messages.retain(({ id, clientId }) => {
        if (shown.has(id)) return true;
        if (clientId !== null) this.#tables.messageByClientId.delete(clientId);
        return false;
      });
      this.#messageLimit = this.#tables.messages.size * 2 + slack;
    }
    if (this.#tables.conversations.size > this.#conversationLimit && !this.#isReading()) {
      const isListed = (id: string): boolean => [...this.#tables.lists].some((list) => list.has(id));
      this.#tables.conversations.retain(({ id }) => isListed(id) || this.#topics.has(`conversation/${id}`));
      this.#conversationLimit = this.#tables.conversations.size * 2 + slack;
    }
  }

  #isReading(): boolean {
    return [...this.#tables.timelines.values(), ...this.#tables.lists].some((window) => window.isReading);
  }
}
