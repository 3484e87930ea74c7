import { conversationRow, listPart, messageRow, recipientRow } from './rows.ts';
import { scopesOf } from './scopes.ts';
import { textOf, wordsOf } from './terms.ts';
import type { Content, Conversation, Message, Recipient } from '../../domain/model.ts';
import type { Change } from '../../ports/adapter.ts';
import type { EmbeddedTransaction } from './store.ts';
import type { ConversationRow } from './tables.ts';

/** Kinds of ids a backend gives out. */
export type IdKind = 'conversation' | 'message' | 'recipient' | 'letter';

/** Gives out ids: `random` for a real database, a counter for tests. */
export type NewId = (kind: IdKind) => string;

/** How many feed batches are kept for subscriptions that come back; older cursors are told to start anew. */
export const feedKept = 2_000;
const feedTrimEvery = 100;

/**
 * One command's work on the tables: keeps indexes, counters and the feed true. Everything written through it becomes
 * one batch of the feed, in the same transaction.
 */
export class Unit {
  readonly tx: EmbeddedTransaction;
  readonly now: number;
  readonly newId: NewId;
  readonly #changes = new Map<string, Change>();
  readonly #scopes = new Set<string>();

  constructor(tx: EmbeddedTransaction, now: number, newId: NewId) {
    this.tx = tx;
    this.now = now;
    this.newId = newId;
  }

  /** Writes a conversation and the messages that go with it. */
  async putConversation(conversation: Conversation, messages: readonly Message[] = []): Promise<void> {
    const before = await this.tx.get('conversations', conversation.id);
    const row = conversationRow(conversation, {
      nextPosition: Math.max(before?.nextPosition ?? 1, ...messages.map(({ position }) => position + 1)),
      newestMessageAt: Math.max(before?.newestMessageAt ?? 0, ...messages.map(({ at }) => at)),
    });
    await this.tx.put('conversations', row);
    await this.#count(before, row);
    this.#note(`conversation ${conversation.id}`, { type: 'conversation', conversation }, [before, row]);
    for (const message of messages) await this.#addMessage(message, row);
  }

  /** Writes a message that exists already, after its status or content changed. */
  async changeMessage(message: Message): Promise<void> {
    await this.tx.put('messages', messageRow(message));
    this.#note(`message ${message.id}`, { type: 'message', message }, [
      await this.tx.get('conversations', message.conversationId),
    ]);
  }

  async putRecipient(recipient: Recipient, addressKeys: readonly string[]): Promise<void> {
    await this.tx.put('recipients', recipientRow(recipient, addressKeys));
    this.#changes.set(`recipient ${recipient.id}`, { type: 'recipient', recipient });
    this.#scopes.add('all').add(`recipient:${recipient.id}`);
  }

  /** Where the next message of a conversation stands. */
  async nextPosition(conversationId: string): Promise<number> {
    return (await this.tx.get('conversations', conversationId))?.nextPosition ?? 1;
  }

  /** Writes the feed batch. Returns whether there was anything to tell. */
  async finish(): Promise<boolean> {
    if (this.#changes.size === 0) return false;
    const position = await this.#increase('feed', 1);
    await this.tx.put('feed', { position, scopes: [...this.#scopes], changes: [...this.#changes.values()] });
    if (position % feedTrimEvery === 0) await this.tx.deleteRange('feed', { upper: position - feedKept });
    return true;
  }

  async #addMessage(message: Message, conversation: ConversationRow): Promise<void> {
    await this.tx.put('messages', messageRow(message));
    this.#note(`message ${message.id}`, { type: 'message', message }, [conversation]);
    await this.#addWords(message.conversationId, message.content);
  }

  async #addWords(conversationId: string, content: Content): Promise<void> {
    for (const word of wordsOf(textOf(content))) await this.tx.put('words', { word, conversationId });
  }

  /** Who was concerned before is told as well: a conversation that leaves a scope must leave its lists. */
  #note(name: string, change: Change, rows: readonly (ConversationRow | undefined)[]): void {
    this.#changes.set(name, change);
    for (const row of rows) for (const scope of row ? scopesOf(row.conversation) : []) this.#scopes.add(scope);
  }

  async #count(before: ConversationRow | undefined, after: ConversationRow): Promise<void> {
    const left = new Set(before ? partsOf(before) : []);
    const entered = new Set(partsOf(after));
    for (const part of left) if (!entered.has(part)) await this.#increase(`list ${part}`, -1);
    for (const part of entered) if (!left.has(part)) await this.#increase(`list ${part}`, 1);
  }

  async #increase(name: string, by: number): Promise<number> {
    const value = ((await this.tx.get('counters', name))?.value ?? 0) + by;
    await this.tx.put('counters', { name, value });
    return value;
  }
}

function partsOf({ conversation }: ConversationRow): readonly string[] {
  return scopesOf(conversation).map((scope) => listPart(scope, conversation));
}
