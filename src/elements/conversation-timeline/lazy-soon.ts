import type { LitElement, ReactiveController } from 'lit';
import { afterPaint } from '../../dom/after-paint.ts';
import { keepLoading } from '../../dom/keep-loading.ts';
import type { SoonParts, TimelineSoon } from './soon/soon.ts';

/** Once loaded it is there for every timeline, from its first render on. */
let code: typeof import('./soon/soon.ts') | null = null;

/** What a timeline needs a moment after its first messages: a chunk of its own, asked for until it is there. */
export class LazySoon implements ReactiveController {
  readonly #host: LitElement;
  readonly #parts: SoonParts;
  #soon: TimelineSoon | null = null;
  #loading: Promise<void> | null = null;

  constructor(host: LitElement, parts: SoonParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  /** `null` until it has loaded. */
  get value(): TimelineSoon | null {
    return this.#soon;
  }

  /** Asks for it, after what can be shown without it. */
  want(): void {
    if (!this.#soon) this.#loading ??= this.#load();
  }

  /** Does something with it, as soon as it is there. */
  with(work: (soon: TimelineSoon) => void): void {
    if (this.#soon) {
      work(this.#soon);
      return;
    }
    this.want();
    void this.#loading?.then(() => {
      if (this.#soon) work(this.#soon);
    });
  }

  hostUpdate(): void {
    if (code) this.#soon ??= new code.TimelineSoon(this.#host, this.#parts);
  }

  async #load(): Promise<void> {
    await afterPaint();
    await keepLoading(async () => {
      code ??= await import('./soon/soon.ts');
    });
    // What it says needs its place in the page, which it takes when this has rendered.
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  }
}
