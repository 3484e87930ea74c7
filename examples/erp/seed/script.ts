/** Who speaks: the customer (or resource), the co-worker, a note among colleagues, or the planning system. */
export type Speaker = 'c' | 'a' | 'n' | 's';

/**
 * One message of an episode. An episode takes the first variant of each line, or the second of each, and so on, so that
 * they belong together. `{slots}` are filled when it is played; `+` = some hours later.
 */
export type Line = readonly [speaker: Speaker | `${Speaker}+`, ...variants: readonly string[]];

/** A piece of business that takes some messages: an appointment, a breakdown, an invoice. */
export interface Episode {
  /** Only on this channel; absent = on whichever the customer uses. */
  readonly channel?: 'sms' | 'whatsapp';
  readonly lines: readonly Line[];
}

/** What is talked about in one language. */
export interface Script {
  readonly contact: readonly Episode[];
  readonly resource: readonly Episode[];
  /** What people write when they wait for an answer. */
  readonly nudges: readonly string[];
  /** First messages of people nobody knows yet. */
  readonly stranger: readonly string[];
}
