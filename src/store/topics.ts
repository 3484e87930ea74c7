/**
 * Who wants to hear about what. A topic is a name such as `conversation/c-1`; touching it costs its own listeners and
 * nothing else, so the work per event does not grow with what else is loaded.
 */
export class Topics {
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #touched = new Set<string>();
  #depth = 0;

  /** Calls `listener` after each change of `topic`. Returns what stops it. */
  subscribe(topic: string, listener: () => void): () => void {
    const own = () => listener();
    const listeners = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, listeners.add(own));
    return () => {
      listeners.delete(own);
      if (listeners.size === 0 && this.#listeners.get(topic) === listeners) this.#listeners.delete(topic);
    };
  }

  /** Whether anybody listens. */
  has(topic: string): boolean {
    return this.#listeners.has(topic);
  }

  /** Says that something under `topic` changed. */
  touch(topic: string): void {
    if (!this.#listeners.has(topic)) return;
    this.#touched.add(topic);
    if (this.#depth === 0) this.#flush();
  }

  /** Runs `work` and tells each listener once afterwards, however often its topic was touched. */
  batch(work: () => void): void {
    this.#depth += 1;
    try {
      work();
    } finally {
      this.#depth -= 1;
      if (this.#depth === 0) this.#flush();
    }
  }

  #flush(): void {
    while (this.#touched.size > 0) {
      const topics = [...this.#touched];
      this.#touched.clear();
      for (const topic of topics) tellAll(this.#listeners.get(topic) ?? []);
    }
  }
}

/** Calls every listener; one that throws neither stops the others nor whoever made the change. */
export function tellAll(listeners: Iterable<() => void>): void {
  for (const listener of [...listeners]) {
    try {
      listener();
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }
}
