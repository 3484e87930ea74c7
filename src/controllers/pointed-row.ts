import type { ReactiveControllerHost } from 'lit';

/** Which article the mouse is on, by its key: only there its tools are shown. */
export class PointedRow {
  readonly #host: ReactiveControllerHost;
  #key: string | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get key(): string | null {
    return this.#key;
  }

  /** Call when a pointer comes over something. */
  readonly over = (event: PointerEvent): void => {
    const isOnRow = event.pointerType === 'mouse' && event.target instanceof Element;
    this.#set(isOnRow ? (event.target.closest('article')?.dataset.key ?? null) : null);
  };

  /** Call when it leaves the area. */
  readonly left = (): void => this.#set(null);

  #set(key: string | null): void {
    if (key === this.#key) return;
    this.#key = key;
    this.#host.requestUpdate();
  }
}
