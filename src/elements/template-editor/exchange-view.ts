import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { type ExchangeFormat, TemplateExchange, typedLanguages } from '../../controllers/template-exchange.ts';
import type { TemplateShelf } from '../../controllers/template-shelf.ts';
import { downloadFile } from '../../dom/download-file.ts';
import { exportPanel, importPanel } from './exchange.ts';
import type { EditorWords } from './words.ts';

/** The panel of an import or an export, one at a time. */
export class ExchangeView {
  readonly #host: LitElement;
  readonly #exchange: TemplateExchange;
  #export: { readonly format: ExchangeFormat; readonly into: string } | null = null;

  constructor(host: LitElement, shelf: TemplateShelf) {
    this.#host = host;
    this.#exchange = new TemplateExchange(host, shelf);
  }

  get isOpen(): boolean {
    return this.#export !== null || this.#exchange.import !== null;
  }

  /** Asks in which form the templates are to leave. */
  showExport(): void {
    this.#exchange.close();
    this.#change({ format: 'json', into: '' });
  }

  /** Shows what a file would change. */
  async import(file: File): Promise<void> {
    this.#change(null);
    await this.#exchange.read(file);
  }

  render(words: EditorWords, canEdit: boolean): TemplateResult | typeof nothing {
    const close = (): void => {
      this.#exchange.close();
      this.#change(null);
    };
    const state = this.#exchange.import;
    if (state) {
      const take = (): void => void this.#exchange.take();
      return html`<div class="wide">${importPanel({ ...words, import: state, canEdit, take, close })}</div>`;
    }
    const wish = this.#export;
    if (!wish) return nothing;
    const download = (): void => void this.#download(wish);
    const change = (changed: Partial<typeof wish>): void => this.#change({ ...wish, ...changed });
    return html`<div class="wide">${exportPanel({ ...words, ...wish, change, close, download })}</div>`;
  }

  async #download({ format, into }: { readonly format: ExchangeFormat; readonly into: string }): Promise<void> {
    downloadFile(this.#host.ownerDocument, await this.#exchange.export(format, typedLanguages(into).tags));
    this.#change(null);
  }

  #change(wish: { readonly format: ExchangeFormat; readonly into: string } | null): void {
    this.#export = wish;
    this.#host.requestUpdate();
  }
}
