import { html, type TemplateResult } from 'lit';
import { visibleName } from '../../../domain/visible-text.ts';
import { isComposing } from '../../../dom/keys.ts';
import { recall, remember } from '../../../dom/remembered.ts';
import { discardIcon, editIcon } from '../../../styles/icons.ts';
import { BaseDialog } from '../../dialogs/base-dialog.ts';
import type { Modal } from '../../dialogs/modal.ts';
import { writeLook } from '../soon/look-text.ts';
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
  /** The view that gets another name, and that name. */
  #renaming: { readonly from: string; readonly to: string } | null = null;

  constructor(tools: ToolContext) {
    super(tools);
    this.#tools = tools;
  }

  protected override begin(): void {
    this.#saved = savedViews();
    this.#name = '';
    this.#isCopied = false;
    this.#renaming = null;
  }

  protected override content(): Omit<Modal, 'onClose' | 'closeLabel'> & { readonly closeLabel: string } {
    const { texts, localize } = this.context;
    return {
      title: this.#tools.localize.messages.list.tools.savedViews,
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

  #savedView(saved: SavedView): TemplateResult {
    if (saved.name === this.#renaming?.from) return this.#renamed(this.#renaming);
    const { texts } = this.context;
    const { name, view } = saved;
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
      ${this.#tool(texts.views.rename(name), editIcon(), () => this.#rename({ from: name, to: name }))}
      ${this.#tool(texts.views.remove(name), discardIcon(), () => this.#remove(name))}
    </li>`;
  }

  #tool(label: string, icon: TemplateResult, run: () => void): TemplateResult {
    return html`<button type="button" class="button quiet icon-only" aria-label=${label} title=${label} @click=${run}>
      ${icon}
    </button>`;
  }

  /** The row of a view that is being renamed: Enter does it, Escape leaves it as it is. */
  #renamed({ from, to }: { readonly from: string; readonly to: string }): TemplateResult {
    const { texts } = this.context;
    const { isTaken, isEnabled } = this.#judged(from, to);
    return html`<li>
        <input
          class="field"
          enterkeyhint="done"
          autocapitalize="sentences"
          dir="auto"
          maxlength=${longestName}
          aria-label=${texts.views.newName(from)}
          aria-invalid=${isTaken ? 'true' : 'false'}
          data-rename
          .value=${to}
          @input=${(event: Event) => {
            this.#renaming = { from, to: (event.target as HTMLInputElement).value };
            this.changed();
          }}
          @keydown=${(event: KeyboardEvent) => this.#press(event)}
        />
        <button
          type="button"
          class="button"
          aria-disabled=${isEnabled ? 'false' : 'true'}
          @click=${() => this.#endRename()}
        >
          ${texts.views.doRename}
        </button>
      </li>
      <li class="lacking" role="status" ?hidden=${!isTaken}>${isTaken ? texts.views.taken : ''}</li>`;
  }

  #judged(from: string, to: string): { readonly isTaken: boolean; readonly isEnabled: boolean } {
    const name = to.trim();
    const isTaken = name !== from && this.#saved.some((saved) => saved.name === name);
    return { isTaken, isEnabled: name !== '' && !isTaken };
  }

  #rename(renaming: { readonly from: string; readonly to: string }): void {
    this.#renaming = renaming;
    this.changed();
    this.#focus((dialog) => dialog.querySelector<HTMLInputElement>('[data-rename]'));
  }

  #press(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    if (event.key === 'Enter') this.#endRename();
    else if (event.key === 'Escape') this.#leaveRename();
    else return;
    // Neither saves the view that is open, nor closes the dialog.
    event.preventDefault();
  }

  #endRename(): void {
    const { from = '', to = '' } = this.#renaming ?? {};
    if (!this.#judged(from, to).isEnabled) return;
    const name = to.trim();
    this.#leaveRename(name);
    this.#keep(this.#saved.map((saved) => (saved.name === from ? { ...saved, name } : saved)));
  }

  #leaveRename(name = this.#renaming?.from ?? ''): void {
    this.#renaming = null;
    this.changed();
    const label = this.context.texts.views.rename(name);
    this.#focus((dialog) => buttons(dialog).find((button) => button.ariaLabel === label));
  }

  #remove(name: string): void {
    const at = this.#saved.findIndex((saved) => saved.name === name);
    this.#keep(this.#saved.filter((saved) => saved.name !== name));
    const next = this.#saved[Math.min(at, this.#saved.length - 1)];
    const label = next && this.context.texts.views.remove(next.name);
    this.#focus((dialog) => buttons(dialog).find((one) => one.ariaLabel === label) ?? dialog.querySelector('input'));
  }

  /** What was pressed goes with the row that it stood in: the focus goes on. */
  #focus(find: (dialog: HTMLDialogElement) => HTMLElement | null | undefined): void {
    const { element } = this.context;
    void element.updateComplete.then(() => {
      const dialog = element.renderRoot.querySelector('dialog');
      const found = dialog && find(dialog);
      found?.focus();
      if (found instanceof HTMLInputElement) found.select();
    });
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

function buttons(dialog: HTMLDialogElement): readonly HTMLButtonElement[] {
  return [...dialog.querySelectorAll('button')];
}

function savedViews(): readonly SavedView[] {
  const stored = recall(rememberedAs);
  if (!Array.isArray(stored)) return [];
  return stored.filter(
    (one: Partial<SavedView> | null): one is SavedView => typeof one?.name === 'string' && typeof one.view === 'string',
  );
}
