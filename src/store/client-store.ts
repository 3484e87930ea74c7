import type { Conversation, Message, Recipient } from '../domain/model.ts';
import type { Change } from '../ports/adapter.ts';
import type { ConversationWindow } from './conversation-window.ts';
import { mergeConversation, mergeMessage } from './merge.ts';
import type { MessageWindow } from './message-window.ts';
import { Topics } from './topics.ts';
import { VersionedTable } from './versioned-table.ts';

/** Rows beyond what is in use before the store looks for something to forget [I9]. */
const slack = 2_000;

/** What the store needs of a list, whatever its rows look like. */
type AnyList = Pick<
  ConversationWindow<unknown>,
  'key' | 'put' | 'remove' | 'refresh' | 'has' | 'isReading' | 'totalIsDoubtful'
>;

/**
 * What this tab knows of the backend: every entity once, by id, and the windows onto them. Pure state: it is told what
 * changed, by the feed or by an answer, and tells only those whose rows are concerned.
 *
 * Topics: `conversation/<id>` one conversation · `conversations` any of them · `sent/<clientId>` the backend's copy of an own message arrived ·
 * `timeline/<key>` and `list/<key>` rows of a window.
 */
export class ClientStore {
  readonly topics = new Topics();
  readonly #conversations = new VersionedTable<Conversation>(mergeConversation);
  readonly #messages = new VersionedTable<Message>(mergeMessage);
  readonly #messageByClientId = new Map<string, string>();
  readonly #timelines = new Map<string, MessageWindow>();
  readonly #lists = new Set<AnyList>();
  readonly #newsListeners = new Set<(message: Message) => void>();
  #conversationLimit = slack;
  #messageLimit = slack;

  conversation(id: string): Conversation | undefined {
    return this.#conversations.get(id);
  }

  message(id: string): Message | undefined {
    return this.#messages.get(id);
  }

  /** The backend's copy of a message made on some device; `undefined` if it is not here. */
  messageByClientId(clientId: string): Message | undefined {
    const id = this.#messageByClientId.get(clientId);
    return id === undefined ? undefined : this.#messages.get(id);
  }

  timeline(key: string): MessageWindow | undefined {
    return this.#timelines.get(key);
  }

  addTimeline(window: MessageWindow): void {
    this.#timelines.set(window.key, window);
  }

  dropTimeline(key: string): void {
    this.#timelines.delete(key);
  }

  addList(window: AnyList): () => void {
    this.#lists.add(window);
    return () => this.#lists.delete(window);
  }

  /** Hears each message that the feed brings for the first time; its conversation is here by then. */
  onNews(listener: (message: Message) => void): () => void {
    const own = (message: Message): void => listener(message);
    this.#newsListeners.add(own);
    return () => this.#newsListeners.delete(own);
  }

  /** Takes what the feed says. Conversations first: whether a message is in scope may depend on its conversation. */
  apply(changes: readonly Change[]): void {
    this.topics.batch(() => {
      for (const change of changes) if (change.type === 'conversation') this.putConversation(change.conversation);
      for (const change of changes) this.#applyOther(change);
    });
    this.#forget();
  }

  /** Takes a conversation from an answer or the feed; returns the newest known copy. */
  putConversation(incoming: Conversation): Conversation {
    const before = this.#conversations.get(incoming.id);
    const conversation = this.#conversations.put(incoming);
    if (conversation === before) return conversation;
    for (const list of this.#lists) {
      // A total that may be wrong now is news too.
      if (list.put(conversation, before) || list.totalIsDoubtful) this.topics.touch(`list/${list.key}`);
    }
    this.topics.touch(`conversation/${conversation.id}`);
    this.topics.touch('conversations');
    if (before && (before.coWorkerId !== conversation.coWorkerId || before.branchId !== conversation.branchId))
      this.#doubtRecent();
    return conversation;
  }

  /** Takes a message that is news, from the feed or the answer to a command; returns the newest known copy. */
  putMessage(incoming: Message): Message {
    const isNew = this.#messages.get(incoming.id) === undefined;
    const message = this.readMessage(incoming);
    if (isNew) this.#doubtRecent((window) => !window.has(message.id));
    return message;
  }

  /** Takes a message that was read as part of a history; returns the newest known copy. */
  readMessage(incoming: Message): Message {
    const before = this.#messages.get(incoming.id);
    const message = this.#messages.put(incoming);
    if (message === before) return message;
    const { clientId } = message;
    if (clientId !== null && !this.#messageByClientId.has(clientId)) this.#messageByClientId.set(clientId, message.id);
    this.topics.batch(() => {
      for (const window of this.#timelinesOf(message)) this.#putInto(window, message);
      if (clientId !== null) this.topics.touch(`sent/${clientId}`);
    });
    return message;
  }

  /** Something that only this device knows of a conversation changed, such as its draft: its rows are made anew. */
  refreshRow(conversationId: string): void {
    for (const list of this.#lists) if (list.refresh(conversationId)) this.topics.touch(`list/${list.key}`);
  }

  /** Every cached history must be read again before it can be trusted; what is shown stays until then. */
  doubtEverything(): void {
    for (const window of this.#timelines.values()) window.doubt();
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
        const isNews = !this.#messages.get(change.message.id);
        const message = this.putMessage(change.message);
        if (isNews) for (const tell of this.#newsListeners) tell(message);
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

  #putInto(window: MessageWindow, message: Message): void {
    if (!window.put(message)) return;
    if (window.query.kind === 'recent') window.keepNewest(recentLimit);
    this.topics.touch(`timeline/${window.key}`);
  }

  #removeMessage(id: string): void {
    const message = this.#messages.delete(id);
    if (message?.clientId != null) this.#messageByClientId.delete(message.clientId);
    for (const window of this.#timelines.values()) if (window.remove(id)) this.topics.touch(`timeline/${window.key}`);
  }

  #removeConversation(id: string): void {
    this.#conversations.delete(id);
    for (const list of this.#lists) if (list.remove(id)) this.topics.touch(`list/${list.key}`);
    for (const window of this.#timelines.values())
      for (const { message } of window.rows) if (message.conversationId === id) this.#removeMessage(message.id);
    this.topics.touch(`conversation/${id}`);
    this.topics.touch('conversations');
  }

  #renameRecipient(recipient: Recipient): void {
    const { id, kind, name, firstName, organisation, language } = recipient;
    for (const conversation of [...this.#conversations.values()]) {
      if (conversation.recipient.id !== id) continue;
      const renamed = { ...conversation, recipient: { id, kind, name, firstName, organisation, language } };
      this.#conversations.replace(renamed);
      for (const list of this.#lists) if (list.put(renamed, conversation)) this.topics.touch(`list/${list.key}`);
      this.topics.touch(`conversation/${conversation.id}`);
    }
  }

  *#timelinesOf(message: Message): Iterable<MessageWindow> {
    const own = [`conversation/${message.conversationId}`, `recipient/${message.recipientId}`];
    for (const key of own) {
      const window = this.#timelines.get(key);
      if (window) yield window;
    }
    for (const window of this.#timelines.values())
      if (window.query.kind === 'recent' && (window.query.scope.kind === 'all' || window.has(message.id))) yield window;
  }

  /** Only the backend knows which messages are in a narrowed scope: such a view reads the last ones again. */
  #doubtRecent(isConcerned: (window: MessageWindow) => boolean = () => true): void {
    for (const window of this.#timelines.values()) {
      if (window.query.kind !== 'recent' || window.query.scope.kind === 'all' || !isConcerned(window)) continue;
      window.doubt();
      this.topics.touch(`timeline/${window.key}`);
    }
  }

  /** Forgets what no window shows, now and then, so that the cost per event stays constant. */
  #forget(): void {
    if (this.#messages.size > this.#messageLimit && !this.#isReading()) {
      const shown = new Set<string>();
      for (const window of this.#timelines.values()) for (const id of window.ids()) shown.add(id);
      this.#messages.retain(({ id, clientId }) => {
        if (shown.has(id)) return true;
        if (clientId !== null) this.#messageByClientId.delete(clientId);
        return false;
      });
      this.#messageLimit = this.#messages.size * 2 + slack;
    }
    if (this.#conversations.size > this.#conversationLimit && !this.#isReading()) {
      const isListed = (id: string): boolean => [...this.#lists].some((list) => list.has(id));
      this.#conversations.retain(({ id }) => isListed(id) || this.topics.has(`conversation/${id}`));
      this.#conversationLimit = this.#conversations.size * 2 + slack;
    }
  }

  #isReading(): boolean {
    return [...this.#timelines.values(), ...this.#lists].some((window) => window.isReading);
  }
}

/** How many messages the "last messages over all conversations" view shows (A2). */
export const recentLimit = 100;
