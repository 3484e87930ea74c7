import type { ConversationRow } from '../../controllers/session-controller.ts';
import type { Conversation } from '../../domain/model.ts';
import type { ConversationQuery } from '../../domain/queries.ts';

/** The conversations that the next action is about: some by id, or all that answer the question. */
export class ChosenRows {
  readonly #changed: () => void;
  #query: ConversationQuery | null = null;
  #question = '';
  #ids: ReadonlySet<string> = new Set();
  #isAll = false;
  #anchor: string | null = null;

  /** @param changed - called after each change by hand */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  /** Whether everything is meant that answers the question, loaded or not. */
  get isAll(): boolean {
    return this.#isAll;
  }

  get isEmpty(): boolean {
    return !this.#isAll && this.#ids.size === 0;
  }

  /** What an action is done with. */
  get target(): { readonly query: ConversationQuery } | { readonly ids: readonly string[] } {
    return this.#isAll && this.#query ? { query: this.#query } : { ids: [...this.#ids] };
  }

  /** Whether every row that is here was chosen, one by one. */
  isAllOf(rows: readonly ConversationRow[]): boolean {
    return !this.#isAll && rows.every(({ conversation }) => this.#ids.has(conversation.id));
  }

  /** Those of the rows that are here. */
  of(rows: readonly ConversationRow[]): readonly Conversation[] {
    return rows.map(({ conversation }) => conversation).filter(({ id }) => this.has(id));
  }

  has(id: string): boolean {
    return this.#isAll || this.#ids.has(id);
  }

  /** Call before rendering: another question, and nothing is chosen any more. Time that goes on asks nothing else. */
  about(query: ConversationQuery): void {
    const question = JSON.stringify({ ...query, waitingBefore: query.waitingBefore !== undefined, sort: null });
    if (question !== this.#question && this.#question !== '') this.#put([]);
    this.#question = question;
    this.#query = query;
  }

  toggle(id: string, shown: readonly string[]): void {
    const ids = new Set(this.#isAll ? shown : this.#ids);
    if (!ids.delete(id)) ids.add(id);
    this.#anchor = id;
    this.choose(ids);
  }

  /** Chooses everything between the row last pressed and this one as well. */
  extendTo(id: string, shown: readonly string[]): void {
    const from = shown.indexOf(this.#anchor ?? id);
    const to = shown.indexOf(id);
    const between = from === -1 ? [id] : shown.slice(Math.min(from, to), Math.max(from, to) + 1);
    this.#anchor ??= id;
    this.choose([...this.#ids, ...between]);
  }

  /** Chooses these and no others. */
  choose(ids: Iterable<string>): void {
    this.#put(ids);
    this.#changed();
  }

  chooseAll(): void {
    this.#put([]);
    this.#isAll = true;
    this.#changed();
  }

  clear(): void {
    this.#anchor = null;
    this.choose([]);
  }

  #put(ids: Iterable<string>): void {
    this.#ids = new Set(ids);
    this.#isAll = false;
  }
}
