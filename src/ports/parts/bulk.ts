import type { BulkAction, BulkProgress, BulkResult } from '../../domain/bulk.ts';
import type { ConversationQuery } from '../../domain/queries.ts';
import type { CallOptions, Page, PageRequest } from '../calls.ts';

/** With which conversations: those chosen, or all that answer a question when the action begins. */
export type BulkTarget = { readonly ids: readonly string[] } | { readonly query: ConversationQuery };

/** One action on many conversations. */
export interface BulkRequest {
  /** Idempotency key (UUIDv7): the same id again gives the first report, and nothing is done twice. */
  readonly operationId: string;
  readonly target: BulkTarget;
  readonly action: BulkAction;
}

/** How an action ended. */
export interface BulkReport {
  readonly operationId: string;
  /** `stopped`: the rest was left alone because `stop` was called. */
  readonly state: 'finished' | 'stopped';
  readonly progress: BulkProgress;
}

/** Options of an action that takes its time. */
export interface BulkOptions extends CallOptions {
  /** Hears how far it is; never throws. */
  readonly onProgress?: (progress: BulkProgress) => void;
}

/** Actions on many conversations, carried out by the backend (C11). One that fails for one conversation goes on. */
export interface BulkPart {
  /** Resolves when it is finished. Aborting only stops listening: the backend goes on. */
  run(request: BulkRequest, options?: BulkOptions): Promise<BulkReport>;
  /** Ends a running action after the conversation it is at. Harmless when it has finished; `not-found` if there is none. */
  stop(operationId: string, options?: CallOptions): Promise<void>;
  /** Takes it back, but for conversations that were changed since. A second time changes nothing. */
  undo(operationId: string, options?: BulkOptions): Promise<BulkReport>;
  /** What became of each conversation, in the order they were done. */
  listResults(operationId: string, page?: PageRequest, options?: CallOptions): Promise<Page<BulkResult>>;
}
