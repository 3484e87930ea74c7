import { dayAround, dayKey } from './days.ts';
import type { Day } from './days.ts';
import type { Message } from './model.ts';

export { dayKey };

/** Messages of one author further apart than this stand in groups of their own. */
const groupGapMs = 5 * 60_000;

/** Anything that carries a message and a key that stays the same while it is shown. */
export interface KeyedMessage {
  readonly key: string;
  readonly message: Message;
}

/** One row of a timeline. `key` is unique among the rows and stable. */
export type TimelineRow<E extends KeyedMessage> =
  | { readonly type: 'day'; readonly key: string; readonly day: string; readonly dayStart: number }
  | { readonly type: 'unread'; readonly key: string; readonly count: number }
  | { readonly type: 'event'; readonly key: string; readonly entry: E }
  | {
      readonly type: 'message';
      readonly key: string;
      readonly entry: E;
      /** Whether this is the first of a run by one author on one channel; the name is shown there. */
      readonly startsGroup: boolean;
      /** Whether this is the last of its run; time and status are shown there. */
      readonly endsGroup: boolean;
      /** Whether the next of its run got as far: time and status there say it for both. */
      readonly sharesStatus: boolean;
    };

/** Chronological order of messages: by time, then by order of acceptance, then by id. A total order (TL1). */
export function compareMessages(a: Message, b: Message): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  if (a.position !== b.position) return a.position < b.position ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/**
 * The rows of a timeline: messages with a row before each day, one before the first unread, and groups.
 * @param entries - in chronological order
 * @param options - `firstUnreadId` is a message's id; days are those of `timeZone`
 */
export function timelineRows<E extends KeyedMessage>(
  entries: readonly E[],
  { timeZone, firstUnreadId }: { readonly timeZone: string; readonly firstUnreadId: string | null },
): TimelineRow<E>[] {
  const rows: TimelineRow<E>[] = [];
  const days = new Set<string>();
  let day: Day | null = null;
  entries.forEach((entry, index) => {
    const { at, id } = entry.message;
    // TL2
    if (day === null || at < day.start || at >= day.end) {
      day = dayAround(at, timeZone);
      // Entries out of order would give a day twice; its key stays unique nevertheless.
      const key = days.has(day.key) ? `day:${day.key}:${entry.key}` : `day:${day.key}`;
      days.add(day.key);
      rows.push({ type: 'day', key, day: day.key, dayStart: day.start });
    }
    // TL4
    if (id === firstUnreadId) rows.push({ type: 'unread', key: 'unread', count: incomingFrom(entries, index) });
    pushEntry(rows, entry);
  });
  return rows;
}

function pushEntry<E extends KeyedMessage>(rows: TimelineRow<E>[], entry: E): void {
  const { key } = entry;
  if (entry.message.direction === 'event') {
    rows.push({ type: 'event', key, entry });
    return;
  }
  const previous = rows.at(-1);
  const continues = previous?.type === 'message' && isSameGroup(previous.entry.message, entry.message);
  if (continues) {
    // TL6
    const sharesStatus = previous.entry.message.status === entry.message.status;
    rows[rows.length - 1] = { ...previous, endsGroup: false, sharesStatus };
  }
  rows.push({ type: 'message', key, entry, startsGroup: !continues, endsGroup: true, sharesStatus: false });
}

function isSameGroup(a: Message, b: Message): boolean {
  // TL3
  return (
    a.direction === b.direction &&
    a.channel === b.channel &&
    a.conversationId === b.conversationId &&
    a.author.kind === b.author.kind &&
    a.author.id === b.author.id &&
    a.author.name === b.author.name &&
    b.at - a.at <= groupGapMs
  );
}

function incomingFrom(entries: readonly KeyedMessage[], start: number): number {
  let count = 0;
  for (let index = start; index < entries.length; index++)
    if (entries[index]?.message.direction === 'incoming') count++;
  return count;
}
