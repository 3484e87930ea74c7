import type { ConversationRow } from '../../controllers/session-controller.ts';
import { isSnoozed } from '../../domain/snooze.ts';

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
