import { AdapterError } from '../../ports/adapter-error.ts';
import { conversationRow, listPartsOf, messageRow, recipientRow } from './rows.ts';
import { recipientScope, scopesOf } from './scopes.ts';
import { changeWords, putWords } from './words.ts';
import type { EmbeddedTransaction } from './store.ts';
import type { ConversationRow, MessageRow } from './tables.ts';
import type { ChannelKind, Conversation, Message, Recipient } from '../../domain/model.ts';
import type { Change } from '../../ports/adapter.ts';

/** What a backend gives ids to. */
export type IdKind = 'conversation' | 'message' | 'recipient' | 'letter' | 'tag' | 'file';

/** Gives out ids: random ones for a real database, a counter for tests. */
export type NewId = (kind: IdKind) => string;

/** A message and the address it came from or went to; `null` for notes and events. */
export interface AddressedMessage {
  readonly message: Message;
  readonly address: string | null;
  /** What the provider calls a customer's message, as a key. */
  readonly reference?: string;
}

/** What a unit of work needs besides its transaction. */
export interface UnitContext {
  /** The backend's time, epoch ms; the same for the whole unit. */
  readonly now: number;
  readonly newId: NewId;
  /** Channels that can be sent on. */
  readonly channels: readonly ChannelKind[];
  /** How many batches the feed keeps. */
  readonly feedKept: number;
}

const feedTrimEvery = 50;

/**
 * One command's work on the tables: keeps indexes, counters and the feed true. Everything written through it becomes
 * one batch of the feed, in the same transaction.
 */
export class Unit {
  readonly tx: EmbeddedTransaction;
  readonly context: UnitContext;
  /** Files whose bytes are no longer here once this is committed. */
  readonly droppedFiles = new Set<string>();
  readonly #changes = new Map<string, Change>();
  readonly #scopes = new Set<string>();
  #mustWake = false;

  constructor(tx: EmbeddedTransaction, context: UnitContext) {
    this.tx = tx;
    this.context = context;
  }

  get now(): number {
    return this.context.now;
  }

  /** The conversation, or `not-found`. */
  async conversation(id: string): Promise<Conversation> {
    const row = await this.tx.get('conversations', id);
    if (!row) throw new AdapterError('not-found', `there is no conversation ${id}`);
    return row.conversation;
  }

  /** Writes a conversation and the messages that are new in it. */
  async putConversation(conversation: Conversation, added: readonly AddressedMessage[] = []): Promise<void> {
    const before = await this.tx.get('conversations', conversation.id);
    const row = conversationRow(conversation, {
      nextPosition: Math.max(before?.nextPosition ?? 1, ...added.map(({ message }) => message.position + 1)),
      newestMessageAt: Math.max(before?.newestMessageAt ?? 0, ...added.map(({ message }) => message.at)),
    });
    await this.tx.put('conversations', row);
    await this.#count(before, row);
    this.#tell(`conversation ${conversation.id}`, { type: 'conversation', conversation }, [before, row]);
    for (const { message, address, reference } of added)
      await this.#addMessage(messageRow(message, address, reference), row);
  }

  /** Writes a message that exists already, after its status or content changed. */
  async changeMessage({ address, reference, message: before }: MessageRow, message: Message): Promise<void> {
    await this.tx.put('messages', messageRow(message, address, reference));
    if (message.content !== before.content) await changeWords(this.tx, before, message);
    const conversation = await this.tx.get('conversations', message.conversationId);
    this.#tell(`message ${message.id}`, { type: 'message', message }, [conversation]);
  }

  async putRecipient(recipient: Recipient): Promise<void> {
    const phone = (await this.tx.get('recipients', recipient.id))?.phone;
    await this.tx.put('recipients', { ...recipientRow(recipient), ...(phone && { phone }) });
    this.#changes.set(`recipient ${recipient.id}`, { type: 'recipient', recipient });
    this.#scopes.add('all').add(recipientScope(recipient.id));
  }

  /** Where the next message of a conversation stands. */
  async nextPosition(conversationId: string): Promise<number> {
    return (await this.tx.get('conversations', conversationId))?.nextPosition ?? 1;
  }

  /** Something other instances have to look at, although nothing of it is in the feed. */
  wakeOthers(): void {
    this.#mustWake = true;
  }

  /** Writes the feed batch. Returns whether there was anything to tell. */
  async finish(): Promise<boolean> {
    if (this.#changes.size === 0) return this.#mustWake;
    const position = await this.#increase('feed', 1);
    await this.tx.put('feed', { position, scopes: [...this.#scopes], changes: [...this.#changes.values()] });
    if (position % feedTrimEvery === 0) await this.tx.deleteRange('feed', { upper: position - this.context.feedKept });
    return true;
  }

  async #addMessage(row: MessageRow, conversation: ConversationRow): Promise<void> {
    const { message } = row;
    await this.tx.put('messages', row);
    this.#tell(`message ${message.id}`, { type: 'message', message }, [conversation]);
    await putWords(this.tx, message);
  }

  /** Who was concerned before is told as well: a conversation that leaves a scope must leave its lists. */
  #tell(name: string, change: Change, rows: readonly (ConversationRow | undefined)[]): void {
    this.#changes.set(name, change);
    for (const row of rows) for (const scope of row ? scopesOf(row.conversation) : []) this.#scopes.add(scope);
  }

  async #count(before: ConversationRow | undefined, after: ConversationRow): Promise<void> {
    const left = new Set(before ? listPartsOf(before.conversation) : []);
    const entered = new Set(listPartsOf(after.conversation));
    for (const part of left) if (!entered.has(part)) await this.#increase(countOf(part), -1);
    for (const part of entered) if (!left.has(part)) await this.#increase(countOf(part), 1);
  }

  async #increase(name: string, by: number): Promise<number> {
    const value = ((await this.tx.get('counters', name))?.value ?? 0) + by;
    await this.tx.put('counters', { name, value });
    return value;
  }
}

/** Name of the counter of a part of a list. */
export function countOf(part: string): string {
  return `list ${part}`;
}
