import { nothing } from '../../store/nothing.ts';
import { tellAll } from '../../store/topics.ts';
import type { OpenReadable } from '../session-api.ts';

/** Stands for something to watch whose code is still on its way: `null` until it is there and knows. */
export class LateReadable<T> implements OpenReadable<T | null> {
  readonly #listeners = new Set<() => void>();
  #own: OpenReadable<T | null> | null = null;
  #isDisposed = false;

  /** @param coming - rejects only when the session is over */
  constructor(coming: Promise<() => OpenReadable<T | null>>) {
    coming.then((open) => {
      if (this.#isDisposed) return;
      this.#own = open();
      this.#own.subscribe(() => tellAll(this.#listeners));
      if (this.#own.value !== null) tellAll(this.#listeners);
    }, nothing);
  }

  get value(): T | null {
    return this.#own?.value ?? null;
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
}
