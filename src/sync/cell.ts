import { tellAll } from '../store/topics.ts';
import type { Readable } from './session-api.ts';

/** A value that tells when it is replaced. */
export class Cell<T> implements Readable<T> {
  readonly #listeners = new Set<() => void>();
  #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  set(value: T): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    tellAll(this.#listeners);
  }

  subscribe(listener: () => void): () => void {
    const own = () => listener();
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  /** Forgets all listeners. */
  silence(): void {
    this.#listeners.clear();
  }
}

/** A value made when somebody reads it, from parts that change more often than it is read. */
export class Derived<T> implements Readable<T> {
  readonly #listeners = new Set<() => void>();
  readonly #make: () => T;
  #value: T | undefined;
  #isFresh = false;

  constructor(make: () => T) {
    this.#make = make;
  }

  get value(): T {
    if (!this.#isFresh || this.#value === undefined) {
      this.#value = this.#make();
      this.#isFresh = true;
    }
    return this.#value;
  }

  /** Says that the parts changed. */
  changed(): void {
    this.#isFresh = false;
    tellAll(this.#listeners);
  }

  subscribe(listener: () => void): () => void {
    const own = () => listener();
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  /** Forgets all listeners. */
  silence(): void {
    this.#listeners.clear();
  }
}
