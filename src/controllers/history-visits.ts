import type { TimelineEntry, TimelineHandle } from '../sync/session-api.ts';
import { lastOf } from './last-of.ts';
import type { ScrollController } from './scroll-controller.ts';
import type { TimelineRows } from './timeline-rows.ts';

/** What a visit of another place in a history needs. */
export interface VisitedHistory {
  readonly handle: () => TimelineHandle | null;
  readonly rows: TimelineRows<TimelineEntry>;
  readonly scroll: ScrollController;
  /** Resolves when what changed has been rendered. */
  readonly rendered: () => Promise<unknown>;
}

/** Where the focus is among the messages. */
export interface RowFocus {
  readonly focusedKey: string | null;
  /** Puts it on a message that is rendered. */
  focusOn(key: string): void;
}

/** The first message stands so far below the top, px: there is room for the day, and for what is said above it. */
const startOffset = 80;

/** A message that somebody looks at, and how far below the top it stands, px. */
interface Place {
  readonly messageId: string;
  readonly offset: number;
}

/** Leads to messages that are not loaded, comes back to where a reader was, and fills what is missing on the way. */
export class HistoryVisits {
  readonly #history: VisitedHistory;
  /** Where the reader was when the element was taken out of the page. */
  #left: Place | null = null;

  constructor(history: VisitedHistory) {
    this.#history = history;
  }

  /** Forgets everything, e.g. for another history. */
  reset(): void {
    this.#left = null;
  }

  /**
   * Shows a message, loading what surrounds it if needed.
   *
   * @returns its key; `null` where it cannot be had
   */
  async show({ messageId, offset }: Place): Promise<string | null> {
    const handle = this.#history.handle();
    if (!handle || !(await handle.loadAround(messageId))) return null;
    const entry = lastOf(handle.value.list, messageId);
    if (!entry) return null;
    this.#history.scroll.toRow(entry.key, offset);
    return entry.key;
  }

  /**
   * Goes to the first message that is loaded, and from there to the very first one when that has come, unless its reader has
   * moved on meanwhile.
   */
  async goToStart(focus: RowFocus): Promise<void> {
    const handle = this.#history.handle();
    const key = await this.#goToFirst(focus);
    if (!handle?.value.hasOlder || !(await handle.loadAround(null))) return;
    const { place } = this.#history.scroll;
    const isStillThere = place !== 'end' && place.some((row) => row.key === key) && focus.focusedKey === key;
    if (isStillThere && this.#history.handle() === handle) await this.#goToFirst(focus);
  }

  async #goToFirst(focus: RowFocus): Promise<string | undefined> {
    const key = this.#history.handle()?.value.list.at(0)?.key;
    if (key === undefined) return undefined;
    this.#history.scroll.toRow(key, startOffset);
    await this.#history.rendered();
    focus.focusOn(key);
    return key;
  }

  /** Remembers the place of the reader; call it when the element leaves the page. */
  leave(): void {
    const { rows, scroll } = this.#history;
    const [first] = scroll.place === 'end' ? [] : scroll.place;
    const entry = first && rows.list.at(rows.indexOf(first.key));
    this.#left = first && entry ? { messageId: entry.message.id, offset: first.offset } : null;
  }

  /** Goes back to the place that was left, once there is a history again. */
  comeBack(): void {
    const { handle, rows } = this.#history;
    const left = this.#left;
    if (!left || !handle()?.value.loaded) return;
    this.#left = null;
    if (handle()?.find(left.messageId) && rows.list.length > 0) return;
    void this.show(left);
  }

  /** Fills the holes that are on screen or about to be, from the side that the reader comes from. */
  fill(): void {
    const handle = this.#history.handle();
    const { rows, scroll } = this.#history;
    if (!handle || handle.value.error || !scroll.visible) return;
    for (const key of handle.value.gaps) {
      if (!rows.isMounted(key)) continue;
      const isBehind = rows.indexOf(scroll.visible.first) >= rows.indexOf(key);
      void handle.fillGap(key, isBehind ? 'newer' : 'older');
    }
  }

  /** Says where the reader is, so that the place survives when everything is read anew. */
  hold(): void {
    const { handle, rows, scroll } = this.#history;
    const first = scroll.followsEnd ? undefined : scroll.visible?.first;
    const entry = first === undefined ? undefined : rows.list.at(rows.indexOf(first));
    handle()?.hold(entry?.source === 'server' ? entry.message.id : null);
  }
}
