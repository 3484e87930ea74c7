import type { LitElement } from 'lit';
import { afterPaint } from '../dom/after-paint.ts';
import { keepLoading } from '../dom/keep-loading.ts';
import type { Texts } from '../locales/texts.ts';
import type { Localize } from './localization.ts';

/** Makes the part of an element. */
interface Maker<Given, Part> {
  /** What the part says. */
  readonly texts: Texts<object>;
  /** `null` while its texts are on their way. */
  make(host: LitElement, given: Given): Part | null;
}

/** A chunk that loads once for a page, and then is there for every element from its first render on. */
export class SoonChunk<Given, Part> {
  readonly #load: () => Promise<Maker<Given, Part>>;
  #code: Maker<Given, Part> | null = null;

  constructor(load: () => Promise<Maker<Given, Part>>) {
    this.#load = load;
  }

  /** `null` until it has loaded. */
  get code(): Maker<Given, Part> | null {
    return this.#code;
  }

  /** Loads it; asks again until it is there. */
  async load(): Promise<void> {
    await keepLoading(async () => {
      this.#code ??= await this.#load();
    });
  }
}

/** The part of an element that it needs a moment after what it shows first. */
export class Soon<Given extends { readonly localize: Localize }, Part> {
  readonly #host: LitElement;
  readonly #chunk: SoonChunk<Given, Part>;
  readonly #given: Given;
  #part: Part | null = null;
  #loading: Promise<void> | null = null;

  constructor(host: LitElement, chunk: SoonChunk<Given, Part>, given: Given) {
    this.#host = host;
    this.#chunk = chunk;
    this.#given = given;
  }

  /** `null` until it has loaded. */
  get value(): Part | null {
    return (this.#part ??= this.#chunk.code?.make(this.#host, this.#given) ?? null);
  }

  /** Asks for it, after what can be shown without it. Resolves when it is there and has been rendered. */
  want(): Promise<void> {
    return (this.#loading ??= afterPaint().then(() => this.#load()));
  }

  /** The same, but nothing waits for what can be shown without it: somebody needs it. */
  now(): Promise<void> {
    return (this.#loading ??= this.#load());
  }

  /** Does something with it: now, or as soon as it is there. */
  with(work: (part: Part) => void): void {
    const part = this.value;
    if (part) work(part);
    else void this.now().then(() => this.with(work));
  }

  async #load(): Promise<void> {
    if (this.#part) return;
    await this.#chunk.load();
    const { code } = this.#chunk;
    if (code) await keepLoading(() => this.#given.localize.bring(code.texts));
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    // The page has another language meanwhile.
    if (!this.value) this.#loading = null;
  }
}
