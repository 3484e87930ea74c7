/**
 * Several rows chosen for one action (C11): none, some, or all that answer the question. Rows are known by id, so that
 * what was chosen stays chosen when rows come, go and change places.
 */
export class RowSelection {
  readonly #changed: () => void;
  #isOn = false;
  #ids: ReadonlySet<string> = new Set();
  #isAll = false;
  #anchor: string | null = null;

  /** @param changed - called after each change */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Whether rows are being chosen. */
  get isOn(): boolean {
    return this.#isOn;
  }

  /** Whether everything is meant that answers the question, loaded or not. */
  get isAll(): boolean {
    return this.#isAll;
  }

  /** What was chosen one by one. */
  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  has(id: string): boolean {
    return this.#isAll || this.#ids.has(id);
  }

  /** Begins with nothing chosen, or ends. */
  turn(isOn: boolean): void {
    this.#anchor = null;
    this.#set(new Set(), { isOn });
  }

  /** Chooses a row, or no longer; with all chosen, only the others of those loaded stay. */
  toggle(id: string, loaded: readonly string[]): void {
    const ids = new Set(this.#isAll ? loaded : this.#ids);
    if (!ids.delete(id)) ids.add(id);
    this.#anchor = id;
    this.#set(ids);
  }

  /** Chooses everything between the row last pressed and this one. */
  extendTo(id: string, loaded: readonly string[]): void {
    const from = loaded.indexOf(this.#anchor ?? id);
    const to = loaded.indexOf(id);
    const between = loaded.slice(Math.min(from, to), Math.max(from, to) + 1);
    this.#anchor ??= id;
    this.#set(new Set([...this.#ids, ...(from === -1 ? [id] : between)]));
  }

  /** Chooses these and no others. */
  choose(ids: Iterable<string>): void {
    this.#set(new Set(ids));
  }

  /** Chooses everything that answers the question. */
  chooseAll(): void {
    this.#set(new Set(), { isAll: true });
  }

  #set(ids: ReadonlySet<string>, { isOn = true, isAll = false } = {}): void {
    this.#ids = ids;
    this.#isOn = isOn;
    this.#isAll = isAll;
    this.#changed();
  }
}
