import type { OutboxEntry } from '../../ports/storage.ts';
import { remainingMs } from '../retry-policy.ts';

/** `notBefore` of an entry whose outcome nobody can find out: a machine never tries it again. */
export const notByItself = Number.MAX_SAFE_INTEGER;

/** Whether an entry waits for a person: refused for good, or its outcome cannot be found out. */
export function needsPerson(entry: OutboxEntry): boolean {
  return entry.state === 'failed' || (entry.state === 'unknown' && entry.notBefore === notByItself);
}

/** What may leave now. */
export interface NextEntries {
  readonly due: readonly OutboxEntry[];
  /** How long until the next one is due; `null` if none waits for time. */
  readonly waitMs: number | null;
}

/**
 * Chooses what may leave now [I5]: per conversation only the first, and none while one is on its way; conversations in
 * parallel, up to `free`. An entry that needs a person lets the later ones of its conversation pass: it was not
 * accepted, so sending it again later is a new place in the order, chosen by a person.
 *
 * @param entries - in the order in which they were queued
 * @param notBeforeOf - when an entry is due, epoch ms
 */
export function nextEntries(
  entries: readonly OutboxEntry[],
  options: {
    readonly busy: ReadonlySet<string>;
    readonly free: number;
    readonly now: number;
    readonly notBeforeOf: (entry: OutboxEntry) => number;
  },
): NextEntries {
  const due: OutboxEntry[] = [];
  const seen = new Set(options.busy);
  let waitMs: number | null = null;
  for (const entry of entries) {
    const { conversationId } = entry.target;
    if (needsPerson(entry) || seen.has(conversationId)) continue;
    seen.add(conversationId);
    const remaining = remainingMs(options.notBeforeOf(entry), options.now);
    if (remaining > 0) waitMs = Math.min(waitMs ?? remaining, remaining);
    else if (due.length < options.free) due.push(entry);
  }
  return { due, waitMs };
}
