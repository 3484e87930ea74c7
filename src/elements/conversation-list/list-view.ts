import type { ConversationRow } from '../../controllers/session-controller.ts';
import type { InboxTab } from '../../domain/inbox-tabs.ts';
import type { ConversationSort } from '../../domain/queries.ts';
import { formatView, type InboxView, parseView } from '../../domain/saved-view.ts';
import { isSnoozed } from '../../domain/snooze.ts';

/** What the filter dialog narrows a list by. */
export type Narrowing = Omit<InboxView, 'tab' | 'scope' | 'sort' | 'unreadOnly' | 'text'>;

/** How a list is looked at, as far as it can be written as a string (C13). */
export interface ListLook {
  readonly tab: InboxTab;
  readonly scope: 'mine' | 'branch' | 'all' | 'recipient';
  readonly sort: ConversationSort;
  readonly unreadOnly: boolean;
  readonly text: string;
  readonly narrowing: Narrowing;
}

/** The look as the string of a saved view. */
export function writeLook({ tab, scope, sort, unreadOnly, text, narrowing }: ListLook): string {
  return formatView({
    ...narrowing,
    tab,
    ...(scope !== 'recipient' && { scope }),
    sort,
    ...(unreadOnly && { unreadOnly }),
    ...(text !== '' && { text }),
  });
}

/** What a saved view says; what it leaves open stays as it is. */
export function readLook(view: string, now: ListLook): ListLook {
  const { tab, scope, sort, unreadOnly = false, text = '', ...narrowing } = parseView(view).view;
  return {
    tab: tab ?? 'all',
    scope: now.scope === 'recipient' ? now.scope : (scope ?? now.scope),
    sort: sort ?? now.sort,
    unreadOnly,
    text,
    narrowing,
  };
}

/** The question of the look as a view; without tab where none are shown. */
export function viewOf({ tab, scope, sort, unreadOnly, text, narrowing }: ListLook): InboxView {
  return {
    ...narrowing,
    ...(scope !== 'recipient' && { tab }),
    sort,
    ...(unreadOnly && { unreadOnly }),
    ...(text !== '' && { text }),
  };
}

/** How many kinds of filters are set. */
export function countNarrowings(narrowing: Narrowing): number {
  return Object.keys(narrowing).filter((field) => field !== 'unknown').length;
}

/** C15: what is pinned stands on top; what sleeps is left out unless it is asked for, with how many that are. */
export class RowOrder {
  #rows: readonly ConversationRow[] | null = null;
  #stamp = '';
  #arranged: readonly ConversationRow[] = [];
  #sleeping = 0;

  /** How many of the loaded rows sleep. */
  get sleeping(): number {
    return this.#sleeping;
  }

  arrange(rows: readonly ConversationRow[], now: number, showsSleeping: boolean): readonly ConversationRow[] {
    const stamp = `${Math.floor(now / 60_000)}/${showsSleeping}`;
    if (rows === this.#rows && stamp === this.#stamp) return this.#arranged;
    this.#rows = rows;
    this.#stamp = stamp;
    const sleeping = new Set(rows.filter(({ conversation }) => isSnoozed(conversation, now)));
    this.#sleeping = sleeping.size;
    const awake = showsSleeping || sleeping.size === 0 ? rows : rows.filter((row) => !sleeping.has(row));
    const pinned = awake.filter(({ conversation }) => conversation.pinned);
    this.#arranged =
      pinned.length === 0 ? awake : [...pinned, ...awake.filter(({ conversation }) => !conversation.pinned)];
    return this.#arranged;
  }
}
