import type { LitElement } from 'lit';
import { afterPaint } from '../../dom/after-paint.ts';
import { addStyles } from '../../dom/add-styles.ts';
import { timelineMoreTexts } from '../../locales/timeline-more.ts';
import type { More } from './row-context.ts';

/** What rows need beyond texts: loaded when the first of them asks, again in another language when that changes. */
export class LazyMore {
  readonly #host: LitElement;
  readonly #language: () => string;
  #loaded: { readonly language: string; readonly more: More } | null = null;
  #isWanted = false;
  #loading: { readonly language: string; readonly done: Promise<void> } | null = null;

  constructor(host: LitElement, language: () => string) {
    this.#host = host;
    this.#language = language;
  }

  /** `null` until it has loaded. */
  get value(): More | null {
    if (this.#loaded && this.#loaded.language !== this.#language()) this.want();
    return this.#loaded?.more ?? null;
  }

  /** Asks for it, after what can be shown without it; after a failure the next render asks again. */
  want(): void {
    if (this.#isWanted) return;
    this.#isWanted = true;
    void afterPaint().then(() => {
      this.#isWanted = false;
      return this.load();
    });
  }

  /** Resolves when it is there, or could not be loaded. */
  load(): Promise<void> {
    const language = this.#language();
    if (this.#loaded?.language === language) return Promise.resolve();
    if (this.#loading?.language !== language) this.#loading = { language, done: this.#load(language) };
    return this.#loading.done;
  }

  async #load(language: string): Promise<void> {
    try {
      const [{ renderers, styles }, texts] = await Promise.all([
        import('./more/more.ts'),
        timelineMoreTexts.load(language),
      ]);
      addStyles(this.#host.renderRoot, styles);
      this.#loaded = { language, more: { ...renderers, texts } };
      this.#host.requestUpdate();
    } catch {
      // Offline, most likely: words stand in for pictures until it comes.
    } finally {
      if (this.#loading?.language === language) this.#loading = null;
    }
  }
}
