import type { Clock } from '../ports/clock.ts';

/** Somebody may have changed it meanwhile: asked again when it is needed and this old. */
const freshMs = 60_000;

/** What a backend answered last, for all who need it: one question at a time, and none while the answer is fresh. */
export class FreshAnswer<T> {
  #value: T | null = null;
  #hasFailed = false;
  #askedAt = 0;
  #asking: Promise<void> | null = null;

  /** `null` while there never was an answer. */
  get value(): T | null {
    return this.#value;
  }

  /** Whether the last attempt failed; what was answered before is still there. */
  get hasFailed(): boolean {
    return this.#hasFailed;
  }

  get isAsking(): boolean {
    return this.#asking !== null;
  }

  /** Whether asking now would bring nothing new. */
  isFresh(clock: Clock): boolean {
    return this.#value !== null && !this.#hasFailed && Math.abs(clock.now() - this.#askedAt) < freshMs;
  }

  /** Asks, or waits for the answer to what somebody else asked. Resolves when that is done, also if it failed. */
  ask(question: () => Promise<T>, clock: Clock): Promise<void> {
    const now = clock.now();
    this.#asking ??= question().then(
      (value) => this.#keep({ value, askedAt: now }),
      () => this.#keep(null),
    );
    return this.#asking;
  }

  #keep(answer: { readonly value: T; readonly askedAt: number } | null): void {
    this.#asking = null;
    this.#hasFailed = answer === null;
    if (!answer) return;
    this.#value = answer.value;
    this.#askedAt = answer.askedAt;
  }
}
