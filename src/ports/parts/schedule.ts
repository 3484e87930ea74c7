import type { Author, Failure } from '../../domain/model.ts';
import type { CallOptions, OutgoingMessage } from '../calls.ts';

/** A message that waits for its time. */
export interface ScheduledMessage {
  readonly message: OutgoingMessage;
  /** Epoch ms of the backend. */
  readonly sendAt: number;
  readonly author: Author;
  /** `sent`: it left and is in the history, under its client id. `failed` needs a person, as the reply window had closed. */
  readonly state: 'waiting' | 'sent' | 'cancelled' | 'failed';
  readonly failure: Failure | null;
}

/** Messages that the backend sends later, whether or not anybody's page is open then (B16). */
export interface SchedulePart {
  /** How far ahead a message may be put, ms. */
  readonly maxAheadMs: number;
  /**
   * Keeps a message until its time. The same client id and body with another time moves it. Rejects as `send` does, with
   * `window-closed` for free text after its window, and `invalid` with the path `sendAt` for a time past or too far.
   */
  sendAt(message: OutgoingMessage, sendAt: number, options?: CallOptions): Promise<ScheduledMessage>;
  /** Takes a message back that still waits or failed. `conflict` when it has left; cancelling twice succeeds. */
  cancel(clientId: string, options?: CallOptions): Promise<ScheduledMessage>;
  /** Those of a conversation that wait or failed, the next one first. */
  list(conversationId: string, options?: CallOptions): Promise<readonly ScheduledMessage[]>;
}
