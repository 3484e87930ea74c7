import { html, nothing, type TemplateResult } from 'lit';
import { Extras } from '../../controllers/extras.ts';
import { listFilters } from './filters.ts';
import { countNarrowings } from './list-view.ts';
import type { ListTools, ToolsHost } from './tools/tools.ts';

/** Filters, bulk actions and saved views of a list: a chunk of its own after the first rows. What opens them is there from the start. */
export class LazyTools {
  readonly #host: ToolsHost;
  readonly #extras: Extras<'tools'>;
  #tools: ListTools | null = null;
  #meant: ((tools: ListTools) => void) | null = null;

  constructor(host: ToolsHost) {
    this.#host = host;
    this.#extras = new Extras(host.element, { tools: () => this.#load() });
  }

  /** The tools once they are there. Call in each render; asks for them as soon as there are rows, or something needs them. */
  get(hasAnswer: boolean): ListTools | null {
    const { session, selection } = this.#host;
    if (session.ready && (hasAnswer || selection.isOn || this.#isNarrowed || this.#meant)) this.#extras.want('tools');
    return this.#tools;
  }

  /** In the bar of filters. */
  filters(): TemplateResult {
    return listFilters(this.#host, this.#tools, (open) => this.#press(open));
  }

  /** The filters that are set; their room until they can be said in words. */
  chips(): TemplateResult | typeof nothing | null {
    if (this.#tools) return this.#tools.chips();
    return this.#isNarrowed ? html`<div class="chips"></div>` : nothing;
  }

  get #isNarrowed(): boolean {
    return countNarrowings(this.#host.look().narrowing) > 0;
  }

  #press(open: (tools: ListTools) => void): void {
    if (this.#tools) open(this.#tools);
    else this.#meant = open;
    this.#host.element.requestUpdate();
  }

  async #load(): Promise<void> {
    try {
      const { ListTools: Tools } = await import('./tools/tools.ts');
      const tools = (this.#tools = await Tools.load(this.#host));
      this.#meant?.(tools);
    } finally {
      // A dialog that opens long after it was asked for would be in the way.
      this.#meant = null;
    }
  }
}
