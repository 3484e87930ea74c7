import type { Conversation, Message, Recipient } from '../../domain/model.ts';
import type { Change, ChangeBatch, ChangeSink, LinkState } from '../../ports/adapter.ts';

/** Hears a stream, remembers all of it, and keeps the copy that a client would keep. */
export class Listener implements ChangeSink {
  readonly batches: ChangeBatch[] = [];
  readonly links: LinkState[] = [];
  readonly resets: (string | null)[] = [];
  readonly messages = new Map<string, Message>();
  readonly conversations = new Map<string, Conversation>();
  readonly recipients = new Map<string, Recipient>();
  /** Where the stream stands. */
  cursor: string | null;
  /** Called after each batch. */
  onBatch: (() => void) | null = null;
  /** Ends the stream. */
  stop: () => void = nothing;

  constructor(from: string | null) {
    this.cursor = from;
  }

  /** Everything heard so far, counted. */
  get heard(): number {
    return this.batches.length + this.links.length + this.resets.length;
  }

  get changes(): readonly Change[] {
    return this.batches.flatMap(({ changes }) => changes);
  }

  /** Messages in the order in which each was first heard of. */
  get clientIds(): readonly (string | null)[] {
    return [...this.messages.values()].map(({ clientId }) => clientId);
  }

  batch(batch: ChangeBatch): void {
    this.batches.push(batch);
    this.cursor = batch.cursor;
    for (const change of batch.changes) this.#apply(change);
    this.onBatch?.();
  }

  link(state: LinkState): void {
    this.links.push(state);
  }

  reset(cursor: string | null): void {
    this.resets.push(cursor);
    this.cursor = cursor;
  }

  #apply(change: Change): void {
    switch (change.type) {
      case 'message':
        keepNewest(this.messages, change.message);
        return;
      case 'conversation':
        keepNewest(this.conversations, change.conversation);
        return;
      case 'recipient':
        this.recipients.set(change.recipient.id, change.recipient);
        return;
      case 'message-removed':
        this.messages.delete(change.messageId);
        return;
      case 'conversation-removed':
        this.conversations.delete(change.conversationId);
    }
  }
}

function keepNewest<T extends { readonly id: string; readonly version: number }>(kept: Map<string, T>, next: T): void {
  const known = kept.get(next.id);
  if (!known || next.version >= known.version) kept.set(next.id, next);
}

function nothing(): void {
  // Not subscribed yet.
}
