import { html, type TemplateResult } from 'lit';
import { visibleName } from '../../../domain/visible-text.ts';
import { recall, remember } from '../../../dom/remembered.ts';
import { discardIcon } from '../../../styles/icons.ts';
import { BaseDialog } from '../../dialogs/base-dialog.ts';
import type { Modal } from '../../dialogs/modal.ts';
import { writeLook } from '../list-view.ts';
import type { ToolContext } from './context.ts';

interface SavedView {
  readonly name: string;
  readonly view: string;
}

const rememberedAs = 'saved-views';
const longestName = 60;

/** Views that the agent saved in this browser, and the string of the one now, to share (C13). */
export class ViewsDialog extends BaseDialog<true> {
  readonly #tools: ToolContext;
  #saved: readonly SavedView[] = [];
  #name = '';
  #isCopied = false;

  constructor(tools: ToolContext) {
    super(tools);
    this.#tools = tools;
  }

  protected override begin(): void {
    this.#saved = savedViews();
    this.#name = '';
    this.#isCopied = false;
  }

  protected override content(): Omit<Modal, 'onClose' | 'closeLabel'> & { readonly closeLabel: string } {
    const { texts, localize } = this.context;
    return {
      title: texts.views.title,
      body: this.#body(),
      submit: { label: texts.views.save, enabled: this.#name.trim() !== '', run: () => this.#save() },
      closeLabel: localize.messages.common.close,
    };
  }

  #body(): TemplateResult {
    const { texts } = this.context;
    const view = writeLook(this.#tools.look());
    return html`${
        this.#saved.length === 0
          ? html`<p class="hint">${texts.views.none}</p>`
          : html`<ul class="choices">
              ${this.#saved.map((saved) => this.#savedView(saved))}
            </ul>`
      }
      <label>
        <span class="field-label">${texts.views.name}</span>
        <input
          class="field"
          enterkeyhint="done"
          autocapitalize="sentences"
          dir="auto"
          maxlength=${longestName}
          .value=${this.#name}
          @input=${(event: Event) => {
            this.#name = (event.target as HTMLInputElement).value;
            this.changed();
          }}
        />
      </label>
      <div class="modal-row">
        <label>
          <span class="field-label">${texts.views.text}</span>
          <input
            class="field"
            dir="ltr"
            readonly
            .value=${view}
            @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
          />
        </label>
        <button type="button" class="button" @click=${() => void this.#copy(view)}>
          ${this.#isCopied ? texts.views.copied : texts.views.copy}
        </button>
      </div>
      <p class="hint">${texts.views.hint}</p>`;
  }

  #savedView({ name, view }: SavedView): TemplateResult {
    const { texts } = this.context;
    return html`<li>
      <button
        type="button"
        class="button quiet"
        @click=${() => {
          this.close();
          this.#tools.show(view);
        }}
      >
        <bdi>${visibleName(name)}</bdi>
      </button>
      <button
        type="button"
        class="button quiet icon-only"
        aria-label=${texts.views.remove(name)}
        title=${texts.views.remove(name)}
        @click=${() => this.#keep(this.#saved.filter((saved) => saved.name !== name))}
      >
        ${discardIcon()}
      </button>
    </li>`;
  }

  #save(): void {
    const name = this.#name.trim();
    const view = writeLook(this.#tools.look());
    this.#keep([...this.#saved.filter((saved) => saved.name !== name), { name, view }]);
    this.#name = '';
  }

  #keep(saved: readonly SavedView[]): void {
    this.#saved = saved;
    remember(rememberedAs, saved);
    this.changed();
  }

  async #copy(view: string): Promise<void> {
    await navigator.clipboard.writeText(view).then(
      () => (this.#isCopied = true),
      () => (this.#isCopied = false),
    );
    this.changed();
  }
}

function savedViews(): readonly SavedView[] {
  const stored = recall(rememberedAs);
  if (!Array.isArray(stored)) return [];
  return stored.filter(
    (one: Partial<SavedView> | null): one is SavedView => typeof one?.name === 'string' && typeof one.view === 'string',
  );
}
