import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { PanelHost, TimelinePanel } from './panel/panel.ts';

/** What stands above the messages, loaded after the first paint or when somebody searches. */
export class LazyPanel {
  readonly #host: PanelHost;
  readonly #loadTexts: () => Promise<void>;
  #panel: TimelinePanel | null = null;
  #loading: Promise<TimelinePanel> | null = null;

  constructor(host: PanelHost, loadTexts: () => Promise<void>) {
    this.#host = host;
    this.#loadTexts = loadTexts;
  }

  /** Call after each render that has messages in it. */
  load(): void {
    this.#open().catch(() => undefined);
  }

  /** Opens the search. */
  async search(): Promise<void> {
    await (await this.#open()).search();
  }

  historyChanged(): void {
    this.#panel?.historyChanged();
  }

  /** @param isBarShown - keeps its room from the first render on, so that nothing moves when it comes */
  render(isBarShown: boolean): TemplateResult | typeof nothing {
    const shown = this.#panel?.render(isBarShown) ?? nothing;
    return shown === nothing && isBarShown ? html`<div class="bar"></div>` : shown;
  }

  #open(): Promise<TimelinePanel> {
    this.#loading ??= Promise.all([import('./panel/panel.ts'), this.#loadTexts()]).then(
      ([{ TimelinePanel: Panel }]) => {
        this.#panel = new Panel(this.#host);
        this.#host.element.requestUpdate();
        return this.#panel;
      },
      (error: unknown) => {
        this.#loading = null;
        throw error;
      },
    );
    return this.#loading;
  }
}
