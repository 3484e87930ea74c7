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
  /** Ids of the co-workers who are logged in somewhere, in no order (D2, E7). */
  listPresent(options?: CallOptions): Promise<readonly string[]>;
  /**
   * Calls `changed` when somebody may have come or gone; `listPresent` then says who is there. A hint and no list, so that a
   * backend can tell it beside its changes, to whoever is subscribed to them, and needs no stream of its own. Who is there is
   * asked every half minute as well: a hint may be missed, and a backend without this method gives none.
   *
   * @returns what ends it
   */
  onPresentChange?(changed: () => void): () => void;
  /** Returns what ends it; after that the sink is silent. */
  subscribe(conversationId: string, sink: PresenceSink): () => void;
}
