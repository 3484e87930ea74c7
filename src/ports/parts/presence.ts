import type { Presence } from '../../domain/presence.ts';
import type { CallOptions } from '../calls.ts';

/** What this agent is doing: has a conversation open, writes in it, or neither. */
export type OwnPresence =
  { readonly activity: 'viewing' | 'typing'; readonly conversationId: string } | { readonly activity: 'away' };

export type { Presence } from '../../domain/presence.ts';

/** Receives who is there. None of its methods throws. */
export interface PresenceSink {
  /** Everybody else who is there now: each call replaces the one before. Nobody is an empty list. */
  present(presences: readonly Presence[]): void;
  /** The stream broke: what was said is no longer known. It comes back by itself. */
  lost(error?: unknown): void;
}

/** Who else views or writes in a conversation (A16). Never stored, never part of the change stream. */
export interface PresencePart {
  /**
   * Says what this agent does, instead of what was said before.
   * @returns for how long it is believed, ms; say it again before
   */
  set(presence: OwnPresence, options?: CallOptions): Promise<{ readonly believedMs: number }>;
  /**
   * Ids of the co-workers who are logged in somewhere, in no order (D2, E7). Asked every half minute while a supervisor
   * looks, and not pushed: over HTTP/1.1 a stream of its own would take one of the six connections of the browser, and
   * who is there changes a few times a day.
   */
  listPresent(options?: CallOptions): Promise<readonly string[]>;
  /** Returns what ends it; after that the sink is silent. */
  subscribe(conversationId: string, sink: PresenceSink): () => void;
}
