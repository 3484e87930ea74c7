import { openTabChannel } from '../../web/browser-features.ts';

/**
 * Who wants to know that somebody may have come or gone, in this tab and in the others: only the tab that leads hears the
 * stream of changes.
 */
export class PresenceHints {
  readonly #name: string;
  readonly #listeners = new Set<() => void>();
  #channel: BroadcastChannel | null = null;

  /** @param name - the same in all tabs with the same backend */
  constructor(name: string) {
    this.#name = name;
  }

  listen(changed: () => void): () => void {
    const own = (): void => changed();
    this.#listeners.add(own);
    if (!this.#channel) {
      this.#channel = openTabChannel(this.#name, undefined);
      this.#channel?.addEventListener('message', () => this.#here());
    }
    return () => {
      this.#listeners.delete(own);
      if (this.#listeners.size === 0) this.close();
    };
  }

  /** Tells everybody here, and in the other tabs. */
  tell(): void {
    this.#here();
    const channel = this.#channel ?? openTabChannel(this.#name, undefined);
    channel?.postMessage('present');
    if (channel !== this.#channel) channel?.close();
  }

  close(): void {
    this.#listeners.clear();
    this.#channel?.close();
    this.#channel = null;
  }

  #here(): void {
    for (const changed of [...this.#listeners]) changed();
  }
}
