import type { ReactiveControllerHost } from 'lit';
import { afterPaint } from '../dom/after-paint.ts';

/** Loads parts of an element that are chunks of their own when something on show needs them, each once. */
export class Extras<Name extends string> {
  readonly #host: ReactiveControllerHost;
  readonly #loaders: Readonly<Record<Name, () => Promise<unknown>>>;
  readonly #wanted = new Set<Name>();
  #loaded = 0;

  constructor(host: ReactiveControllerHost, loaders: Readonly<Record<Name, () => Promise<unknown>>>) {
    this.#host = host;
    this.#loaders = loaders;
  }

  /** Grows with each part that has loaded: what was rendered before is rendered anew. */
  get loaded(): number {
    return this.#loaded;
  }

  /** Asks for a part, after what can be shown without it; after a failure the next render asks again. */
  want(name: Name): void {
    if (this.#wanted.has(name)) return;
    this.#wanted.add(name);
    const loaded = afterPaint().then(() => this.#loaders[name]());
    loaded.then(
      () => {
        this.#loaded += 1;
        this.#host.requestUpdate();
      },
      () => this.#wanted.delete(name),
    );
  }
}
