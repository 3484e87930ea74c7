import type { ConversationQuery } from '../../domain/queries.ts';
import { openTallies } from './figures.ts';
import type { RecountedView } from './recounted-view.ts';
import type { Tallies } from '../session-api.ts';
import type { ViewTools } from './view-tools.ts';

/**
 * How many answer a question but are put aside (C15). Asked again when the list changes and with each minute: what sleeps
 * until a time wakes without anything being told.
 */
export class Sleepers {
  readonly #tally: RecountedView<Tallies>;

  constructor(tools: ViewTools, query: ConversationQuery) {
    this.#tally = openTallies(tools, () => [{ ...query, snoozed: true }], ['reset', 'live']);
  }

  /** `null` while nobody knows. */
  get count(): number | null {
    return this.#tally.value?.[0] ?? null;
  }

  /** Tells of each new count, and whether it is smaller than the one before. */
  subscribe(tell: (haveWoken: boolean) => void): void {
    let before = this.count;
    this.#tally.subscribe(() => {
      const { count } = this;
      const haveWoken = before !== null && count !== null && count < before;
      before = count;
      tell(haveWoken);
    });
  }

  doubt(): void {
    this.#tally.doubt();
  }

  dispose(): void {
    this.#tally.dispose();
  }
}
