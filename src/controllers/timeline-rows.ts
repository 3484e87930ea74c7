import { compareMessages, timelineRows, type KeyedMessage, type TimelineRow } from '../domain/timeline.ts';
import { BlockList } from '../store/block-list.ts';
import { guessHeight } from './guess-height.ts';
import { RowHeights } from './row-heights.ts';

/** A message or event with its place in the loaded history. */
export type PlacedRow<E extends KeyedMessage> = Extract<TimelineRow<E>, { type: 'message' | 'event' }> & {
  /** From 1; as assistive technology counts. */
  readonly position: number;
  /** Whether the message before it belongs to another conversation, or there is none. */
  readonly startsThread: boolean;
};

/** Stands for rows that are not mounted, and is as high as they are. */
export interface TimelineGap {
  readonly type: 'gap';
  readonly key: string;
  /** Indexes of what it stands for, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** The mounted rows of one day. */
export interface TimelineDay<E extends KeyedMessage> {
  readonly type: 'day';
  readonly key: string;
  readonly dayStart: number;
  /** Whether its first message is mounted. */
  readonly isWhole: boolean;
  readonly rows: readonly (PlacedRow<E> | Extract<TimelineRow<E>, { type: 'unread' }> | TimelineGap)[];
}

/** What is mounted, from top to bottom. */
export type TimelinePart<E extends KeyedMessage> = TimelineDay<E> | TimelineGap;

/** A stretch of the loaded history: indexes, `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What the reader looks at: the end, or a row a distance below the top of the scroll area, the first of these that exists. */
export type ReadingPlace = 'end' | readonly { readonly key: string; readonly offset: number }[];

/** What divides messages. */
interface Divided {
  readonly timeZone: string;
  readonly firstUnreadId: string | null;
}

/** What decides which rows are mounted and how they are divided. */
export interface Arrangement<E extends KeyedMessage> extends Divided {
  readonly list: BlockList<E>;
  readonly place: ReadingPlace;
  /** Height of the scroll area, px. */
  readonly client: number;
  /** Key of the message that stays mounted wherever it is. */
  readonly focusedKey: string | null;
}

/** Mounted beyond both edges of the screen, px. */
const overscan = 300;
/** Closer than this to the edge of what is mounted, px, more is mounted. */
const margin = 100;
/** Each may bring a day or divider with it: what is mounted stays below 200 rows however high the screen is. */
const mostMounted = 150;
/** A message on its way and the same one taken by the backend may stand in different places, but not far from the end. */
const lookBack = 512;

/** Which rows of a long history are mounted, where each stands, and what stands for the rest. */
export class TimelineRows<E extends KeyedMessage> {
  /** How far below the beginning of the feed the first message stands: less than one px, which is left below the last. */
  origin = 0;
  readonly heights = new RowHeights<E>(({ message }) => guessHeight(message));
  #list = BlockList.of<E>();
  #stretch: Stretch = { start: 0, end: 0 };
  #parts: readonly TimelinePart<E>[] = [];
  #places: ReadonlyMap<string, number> = new Map();
  #facts: readonly unknown[] = [];
  /** For what more was wanted last. */
  #wanted: readonly unknown[] = [];

  get list(): BlockList<E> {
    return this.#list;
  }

  get parts(): readonly TimelinePart<E>[] {
    return this.#parts;
  }

  /** Begins with another history. */
  reset(): void {
    this.heights.reset();
    this.#list = BlockList.of<E>();
    this.#stretch = { start: 0, end: 0 };
    this.#parts = [];
    this.#places = new Map();
    this.#facts = [];
  }

  /**
   * Moves all messages by part of a pixel.
   *
   * @returns how many whole pixels are to be scrolled besides
   */
  nudge(by: number): number {
    const whole = Math.floor(this.origin + by);
    this.origin += by - whole;
    return -whole;
  }

  /** Decides what is mounted from now on. Renders are many, changes are few: nothing is made anew without a reason. */
  arrange({ list, place, client, focusedKey, ...divided }: Arrangement<E>): void {
    const top = this.#topOf(place, list, client);
    const focused = focusedKey === null ? -1 : this.indexOf(focusedKey, list);
    this.#list = list;
    this.#stretch = this.#around(top, client);
    const facts = [list, this.#stretch.start, this.#stretch.end, focused, divided.timeZone, divided.firstUnreadId];
    if (facts.every((fact, index) => fact === this.#facts[index])) return;
    this.#facts = facts;
    const runs = runsOf(this.#stretch, focused);
    this.#places = new Map(
      runs.flatMap((run) => list.slice(run.start, run.end).map(({ key }, index) => [key, run.start + index])),
    );
    this.#parts = partsOf(list, runs, divided);
  }

  /** The message furthest down that is mounted. */
  get lastMounted(): E | undefined {
    return this.#list.at([...this.#places.values()].at(-1) ?? this.#list.length);
  }

  isMounted(key: string): boolean {
    return this.#places.has(key);
  }

  /** Index of a message in this history, or in one that it changed into; `-1` if it is not there. */
  indexOf(key: string, list: BlockList<E> = this.#list): number {
    const place = this.#places.get(key);
    const known = place === undefined ? undefined : this.#list.at(place);
    if (place === undefined || !known) return lastIndexOf(list, key, 0);
    if (list === this.#list) return place;
    const index = list.firstNot(({ message }) => compareMessages(message, known.message) < 0);
    return list.at(index)?.key === key ? index : lastIndexOf(list, key, list.length - lookBack);
  }

  /**
   * Whether rows are missing when the screen shows `client` px from `top` on, or soon will be. Asked again when nothing has
   * changed since, it says no: where all that may be mounted is too little, as on paper, it would have been asked for ever.
   */
  needsMore(top: number, client: number): boolean {
    const { start, end } = this.#stretch;
    const isMissingAbove = start > 0 && this.heights.offset(this.#list, start) > top - margin;
    const isMissingBelow = end < this.#list.length && this.heights.offset(this.#list, end) < top + client + margin;
    if (!isMissingAbove && !isMissingBelow) return false;
    const before = this.#wanted;
    this.#wanted = [this.#list, start, end, Math.round(top), client];
    return this.#wanted.some((fact, index) => fact !== before[index]);
  }

  /** The row at a height and how far below there it begins, px; nothing in an empty history. */
  placeAt(top: number): Exclude<ReadingPlace, 'end'> {
    const index = this.heights.indexAt(this.#list, Math.max(0, top));
    const row = this.#list.at(index);
    return row ? [{ key: row.key, offset: this.heights.offset(this.#list, index) - top }] : [];
  }

  #topOf(place: ReadingPlace, list: BlockList<E>, client: number): number {
    for (const { key, offset } of place === 'end' ? [] : place) {
      const index = this.indexOf(key, list);
      if (index >= 0) return this.heights.offset(list, index) - offset;
    }
    return this.heights.total(list) - client;
  }

  #around(top: number, client: number): Stretch {
    const list = this.#list;
    if (list.length === 0) return { start: 0, end: 0 };
    const at = (height: number): number => this.heights.indexAt(list, height);
    const [first, last] = [at(top), at(top + client)];
    const spare = Math.max(0, mostMounted - (last - first + 1)) >> 1;
    const start = Math.max(at(top - overscan), first - spare);
    return { start, end: Math.min(at(top + client + overscan), last + spare, start + mostMounted - 1) + 1 };
  }
}

/** What is mounted around the screen, and the one message with the focus when that is elsewhere. */
function runsOf(stretch: Stretch, focused: number): readonly Stretch[] {
  const alone = { start: focused, end: focused + 1 };
  if (focused < 0 || (focused >= stretch.start && focused < stretch.end)) return [stretch];
  return focused < stretch.start ? [alone, stretch] : [stretch, alone];
}

/** A day that goes on behind a gap stays one day, so that the article with the focus never moves in the page. */
function partsOf<E extends KeyedMessage>(
  list: BlockList<E>,
  runs: readonly Stretch[],
  divided: Divided,
): readonly TimelinePart<E>[] {
  const parts: TimelinePart<E>[] = [];
  let mounted = 0;
  for (const run of runs) {
    const gap: TimelineGap = { type: 'gap', key: mounted === 0 ? 'before' : 'between', start: mounted, end: run.start };
    const [first, ...others] = daysOf(list, run, divided);
    const last = parts.at(-1);
    const goesOn = first && last?.type === 'day' && last.key === first.key;
    if (goesOn) parts[parts.length - 1] = { ...last, rows: [...last.rows, gap, ...first.rows] };
    else parts.push(gap, ...(first ? [first] : []));
    parts.push(...others);
    mounted = run.end;
  }
  return [...parts, { type: 'gap', key: 'after', start: mounted, end: list.length }];
}

/** The days of a run. Its neighbours, though not mounted, tell where days and groups begin. */
function daysOf<E extends KeyedMessage>(
  list: BlockList<E>,
  { start, end }: Stretch,
  divided: Divided,
): readonly TimelineDay<E>[] {
  const days: {
    type: 'day';
    key: string;
    dayStart: number;
    isWhole: boolean;
    rows: TimelineDay<E>['rows'][number][];
  }[] = [];
  let index = Math.max(0, start - 1);
  let unread: Extract<TimelineRow<E>, { type: 'unread' }> | null = null;
  let before: string | null = null;
  for (const row of timelineRows(list.slice(index, end + 1), divided)) {
    const day = days.at(-1);
    if (row.type === 'day') days.push({ type: 'day', key: row.key, dayStart: row.dayStart, isWhole: true, rows: [] });
    else if (row.type === 'unread') unread = row;
    else {
      const isMounted = index >= start && index < end;
      const { conversationId } = row.entry.message;
      const startsThread = conversationId !== before;
      before = conversationId;
      if (isMounted) day?.rows.push(...(unread ? [unread] : []), { ...row, position: index + 1, startsThread });
      else if (day && index < start) day.isWhole = false;
      unread = null;
      index += 1;
    }
  }
  return days.filter(({ rows }) => rows.length > 0);
}

/** Searched from the end, where changes are; not further back than `from`. */
function lastIndexOf<E extends KeyedMessage>(list: BlockList<E>, key: string, from: number): number {
  let index = list.length;
  for (const block of list.blocks.toReversed())
    for (let place = block.length - 1; place >= 0; place -= 1) {
      index -= 1;
      if (index < from) return -1;
      if (block[place]?.key === key) return index;
    }
  return -1;
}
