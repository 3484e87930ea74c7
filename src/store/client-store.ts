import type { Conversation, Message } from '../domain/model.ts';
import type { ConversationWindow } from './conversation-window.ts';
import { mergeConversation, mergeMessage } from './merge.ts';
import type { MessageWindow } from './message-window.ts';
import { Topics } from './topics.ts';
import { VersionedTable } from './versioned-table.ts';

/** What the store needs of a list, whatever its rows look like. */
type AnyList = Pick<
  ConversationWindow<unknown>,
  'key' | 'put' | 'remove' | 'refresh' | 'has' | 'isReading' | 'totalIsDoubtful'
>;

/** Hears what the feed brings of messages. */
export interface NewsListener {
  /** One that was not known; its conversation is here by then. */
  readonly came: (message: Message) => void;
  /** One that the backend does not know any more, whether it is here or not. */
  readonly went: (messageId: string) => void;
}

/** The tables and windows of a store. */
export interface StoreTables {
  readonly conversations: VersionedTable<Conversation>;
  readonly messages: VersionedTable<Message>;
  readonly messageByClientId: Map<string, string>;
  readonly timelines: Map<string, MessageWindow>;
  readonly lists: Set<AnyList>;
  readonly newsListeners: Set<NewsListener>;
}

/**
 * What this tab knows of the backend: every entity once, by id, and the windows onto them. Pure state: it is told what
 * changed, by the feed or by an answer, and tells only those whose rows are concerned.
 *
 * Topics: `conversation/<id>` one conversation · `conversations` any of them · `sent/<clientId>` the backend's copy of an own message arrived ·
 * `timeline/<key>` and `list/<key>` rows of a window.
 */
export class ClientStore {
  readonly topics = new Topics();
  /** What it holds; only {@link ChangeIntake} looks inside. */
  readonly tables: StoreTables = {
    conversations: new VersionedTable(mergeConversation),
    messages: new VersionedTable(mergeMessage),
    messageByClientId: new Map(),
    timelines: new Map(),
    lists: new Set(),
    newsListeners: new Set(),
  };

  conversation(id: string): Conversation | undefined {
    return this.tables.conversations.get(id);
  }

  message(id: string): Message | undefined {
    return this.tables.messages.get(id);
  }

  /** The backend's copy of a message made on some device; `undefined` if it is not here. */
  messageByClientId(clientId: string): Message | undefined {
    const id = this.tables.messageByClientId.get(clientId);
    return id === undefined ? undefined : this.tables.messages.get(id);
  }

  timeline(key: string): MessageWindow | undefined {
    return this.tables.timelines.get(key);
  }

  addTimeline(window: MessageWindow): void {
    this.tables.timelines.set(window.key, window);
  }

  dropTimeline(key: string): void {
    this.tables.timelines.delete(key);
  }

  addList(window: AnyList): () => void {
    this.tables.lists.add(window);
    return () => this.tables.lists.delete(window);
  }

  /** Returns what ends the hearing. */
  onNews(listener: NewsListener): () => void {
    this.tables.newsListeners.add(listener);
    return () => this.tables.newsListeners.delete(listener);
  }

  /** Takes a conversation from an answer or the feed; returns the newest known copy. */
  putConversation(incoming: Conversation): Conversation {
    const before = this.tables.conversations.get(incoming.id);
    const conversation = this.tables.conversations.put(incoming);
    if (conversation === before) return conversation;
    for (const list of this.tables.lists) {
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
    const isNew = this.tables.messages.get(incoming.id) === undefined;
    const message = this.readMessage(incoming);
    if (isNew) this.#doubtRecent((window) => !window.has(message.id));
    return message;
  }

  /** Takes a message that was read as part of a history; returns the newest known copy. */
  readMessage(incoming: Message): Message {
    const before = this.tables.messages.get(incoming.id);
    const message = this.tables.messages.put(incoming);
    if (message === before) return message;
    const { clientId } = message;
    if (clientId !== null && !this.tables.messageByClientId.has(clientId))
      this.tables.messageByClientId.set(clientId, message.id);
    this.topics.batch(() => {
      for (const window of this.#timelinesOf(message)) this.#putInto(window, message);
      if (clientId !== null) this.topics.touch(`sent/${clientId}`);
    });
    return message;
  }

  /** Something that only this device knows of a conversation changed, such as its draft: its rows are made anew. */
  refreshRow(conversationId: string): void {
    for (const list of this.tables.lists) if (list.refresh(conversationId)) this.topics.touch(`list/${list.key}`);
  }

  /** Every cached history must be read again before it can be trusted; what is shown stays until then. */
  doubtEverything(): void {
    for (const window of this.tables.timelines.values()) window.doubt();
  }

  #putInto(window: MessageWindow, message: Message): void {
    if (!window.put(message)) return;
    if (window.query.kind === 'recent') window.keepNewest(recentLimit);
    this.topics.touch(`timeline/${window.key}`);
  }

  *#timelinesOf(message: Message): Iterable<MessageWindow> {
    const own = [`conversation/${message.conversationId}`, `recipient/${message.recipientId}`];
    for (const key of own) {
      const window = this.tables.timelines.get(key);
      if (window) yield window;
    }
    for (const window of this.tables.timelines.values())
      if (window.query.kind === 'recent' && (window.query.scope.kind === 'all' || window.has(message.id))) yield window;
  }

  /** Only the backend knows which messages are in a narrowed scope: such a view reads the last ones again. */
  #doubtRecent(isConcerned: (window: MessageWindow) => boolean = () => true): void {
    for (const window of this.tables.timelines.values()) {
      if (window.query.kind !== 'recent' || window.query.scope.kind === 'all' || !isConcerned(window)) continue;
      window.doubt();
      this.topics.touch(`timeline/${window.key}`);
    }
  }
}

/** How many messages the "last messages over all conversations" view shows (A2). */
export const recentLimit = 100;
