import type { ChannelKind, Content, Mention } from '../domain/model.ts';

/** Options of every call. */
export interface CallOptions {
  /** Aborting rejects with `aborted`; whether the backend carried the call out is then unknown. */
  readonly signal?: AbortSignal;
}

/** Options of a call that changes something others may change too. */
export interface ChangeOptions extends CallOptions {
  /** The version the change is based on: another one rejects with `conflict` and changes nothing. Absent overwrites. */
  readonly ifVersion?: number;
}

/** Which page of a listing. */
export interface PageRequest {
  /** Opaque, from an earlier page; absent = the first page. */
  readonly cursor?: string;
  /** At most this many; an adapter may return fewer. */
  readonly limit?: number;
}

/** A page of a listing. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Give it back for the next page; `null` at the end. */
  readonly nextCursor: string | null;
  /** How many in all, when the backend knows cheaply. */
  readonly total: number | null;
}

/** A message to be sent. Recipient, channel and sender are fixed here. */
export interface OutgoingMessage {
  /** Idempotency key (UUIDv7). The same id with the same body gives the first result; another body → `key-reused`. */
  readonly clientId: string;
  readonly conversationId: string;
  readonly channel: ChannelKind;
  readonly accountId: string | null;
  readonly content: Content;
  readonly replyToId: string | null;
}

/** A note for colleagues. Another command than a message, so that it can never reach the customer. */
export interface OutgoingNote {
  readonly clientId: string;
  readonly conversationId: string;
  readonly text: string;
  /** Colleagues named in the text; a backend that keeps them tells them, one that does not leaves them out. */
  readonly mentions?: readonly Mention[];
}
