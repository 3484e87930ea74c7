import type { AdapterParts, MessagingAdapter } from '../../ports/adapter.ts';
import type { AdapterError } from '../../ports/adapter-error.ts';
import type { Clock } from '../../ports/clock.ts';

/** The methods of a part that answer with a promise. */
type CallsOf<Part> = {
  [Name in keyof Part]-?: Part[Name] extends (...args: never) => Promise<unknown> ? Name : never;
}[keyof Part];

type Parts = Required<AdapterParts>;

/** The calls of an adapter and its parts that answer with a promise. */
export type CallName =
  | Exclude<keyof MessagingAdapter, 'name' | 'subscribe' | 'part' | 'close'>
  | { readonly [Name in keyof Parts]: CallsOf<Parts[Name]> }[keyof Parts];

/** What can happen to one call. */
export type CallFault =
  /** The backend refuses with this error and does nothing. */
  | { readonly kind: 'error'; readonly error: AdapterError }
  /** The connection is cut before the backend commits: nothing happened, and the caller cannot know that. */
  | { readonly kind: 'lost-request' }
  /** The connection is cut after the backend committed: it happened, and the caller cannot know that. */
  | { readonly kind: 'lost-answer' }
  /** Nothing ever comes back; the backend has (`after`) or has not (`before`) carried it out. Only aborting ends it. */
  | { readonly kind: 'silence'; readonly commit: 'before' | 'after' }
  /** A proxy repeats the request: the backend gets it twice, the caller one answer. */
  | { readonly kind: 'doubled' }
  /** The answer takes this much longer. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** The backend carries it out; the answer is something else, `with` or a mangled form of the right one. */
  | { readonly kind: 'malformed'; readonly with?: unknown }
  /** The adapter rejects with something that is no `AdapterError`. */
  | { readonly kind: 'foreign'; readonly reason: unknown }
  /** The adapter throws instead of returning a promise. */
  | { readonly kind: 'throws'; readonly reason: unknown };

/** What can happen to one batch of the stream. */
export type StreamFault =
  /** It comes twice. */
  | 'duplicate'
  /** It comes after the next one. */
  | 'reorder'
  /** It never comes; where batches name their predecessor, the hole shows. */
  | 'drop'
  /** It comes mangled. */
  | 'malformed';

/** Which faults happen by themselves, and how often. The same seed gives the same faults in the same order. */
export interface FaultPlan {
  /** Where waiting happens; a manual clock makes latency free. */
  readonly clock: Clock;
  readonly seed?: number;
  /** How long each call takes: always the same, or between two bounds. Half of it before the backend sees the call. */
  readonly latencyMs?: number | readonly [least: number, most: number];
  /** Chance of each fault per call, 0…1. */
  readonly calls?: Readonly<Partial<Record<CallFault['kind'], number>>>;
  /** Only these calls suffer from `calls`; absent = all. */
  readonly only?: readonly CallName[];
  /** Chance of each fault per batch, 0…1. */
  readonly stream?: Readonly<Partial<Record<StreamFault, number>>>;
}

/** What happened to a call, for assertions. */
export interface CallRecord {
  readonly call: CallName;
  readonly fault: CallFault['kind'] | 'offline' | null;
}

/** The switches of a faulty adapter. */
export interface Faults {
  /**
   * `true`: the device has no network. Calls are refused as `unavailable` (known not to be carried out), calls under way
   * lose their answer, streams go offline. `false`: streams come back and resume from their cursor.
   */
  offline: boolean;
  /** `true`: streams stay `live` and say nothing; what would have come is delivered once `false`. */
  stalled: boolean;
  /** The next call (of this name) suffers this fault; several wait in line. */
  next(fault: CallFault, call?: CallName): void;
  /** Every call (of this name) suffers this fault, until `null`. */
  every(fault: CallFault | null, call?: CallName): void;
  /** The next batch of any stream suffers this fault; several wait in line. */
  nextBatch(fault: StreamFault): void;
  /** The connection of all streams breaks and comes back at once, as after a proxy's timeout. */
  cutStreams(): void;
  /** Says to all streams that their cursor is too old. */
  resetStreams(): void;
  /** Every call so far, in order. */
  readonly log: readonly CallRecord[];
  /** How many calls are under way. */
  readonly underWay: number;
}
