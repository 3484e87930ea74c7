import { takeKey } from '../dom/take-key.ts';

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
  /** What was chosen when the anchor was set; a reach from there adds to it. */
  #base: ReadonlySet<string> = new Set();

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
    this.#base = new Set();
    this.#set(new Set(), { isOn });
  }

  /** Ends with Escape, which then means nothing else. Returns whether it was that key. */
  leaveBy(event: KeyboardEvent): boolean {
    if (event.key !== 'Escape' || !this.#isOn) return false;
    takeKey(event);
    this.turn(false);
    return true;
  }

  /** Chooses a row, or no longer; with all chosen, only the others of those loaded stay. */
  toggle(id: string, loaded: readonly string[]): void {
    const ids = new Set(this.#isAll ? loaded : this.#ids);
    if (!ids.delete(id)) ids.add(id);
    this.#anchor = id;
    this.#base = ids;
    this.#set(ids);
  }

  /**
   * Chooses everything between the row last pressed and this one; what the last reach from there chose beyond is not any
   * more.
   *
   * @param origin - where it begins when nothing was pressed before, e.g. the open conversation
   */
  extendTo(id: string, loaded: readonly string[], origin: string | null = null): void {
    this.#anchor ??= origin !== null && loaded.includes(origin) ? origin : id;
    const from = loaded.indexOf(this.#anchor);
    const to = loaded.indexOf(id);
    const between = from === -1 ? [id] : loaded.slice(Math.min(from, to), Math.max(from, to) + 1);
    this.#set(new Set([...this.#base, ...between]));
  }

  /** Chooses these and no others. */
  choose(ids: Iterable<string>): void {
    this.#base = new Set(ids);
    this.#set(this.#base);
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
