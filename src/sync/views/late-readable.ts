import { nothing } from '../../store/nothing.ts';
import { tellAll } from '../../store/topics.ts';
import type { OpenReadable } from '../session-api.ts';

/** Stands for something to watch whose code is still on its way. */
export class LateReadable<T, H extends OpenReadable<T> = OpenReadable<T>> implements OpenReadable<T> {
  /** Resolves with what it stands for; `null` when that is not wanted or does not come any more. */
  protected readonly opened: Promise<H | null>;
  readonly #listeners = new Set<() => void>();
  #before: T;
  #own: H | null = null;
  #isDisposed = false;

  /**
   * @param before - what it says until then
   * @param coming - opens it, told what was said before; rejects only when the session is over
   */
  constructor(before: T, coming: Promise<(before: T) => H>) {
    this.#before = before;
    this.opened = coming.then(
      (open) => this.#open(open),
      () => null,
    );
  }

  get value(): T {
    return this.#own ? this.#own.value : this.#before;
  }

  /** What it stands for, once that is there. */
  protected get own(): H | null {
    return this.#own;
  }

  subscribe(listener: () => void): () => void {
    if (this.#isDisposed) return nothing;
    const own = (): void => listener();
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#listeners.clear();
    this.#own?.dispose();
  }

  /** Says something else until it is there. */
  protected saySooner(before: T): void {
    this.#before = before;
    if (!this.#own) tellAll(this.#listeners);
  }

  #open(open: (before: T) => H): H | null {
    if (this.#isDisposed) return null;
    const own = open(this.#before);
    this.#own = own;
    own.subscribe(() => tellAll(this.#listeners));
    if (own.value !== this.#before) tellAll(this.#listeners);
    return own;
  }
}
