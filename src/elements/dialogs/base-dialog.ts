import { html, nothing, type TemplateResult } from 'lit';
import { followDialogs } from '../../controllers/open-dialogs.ts';
import { type AdapterErrorCode, toAdapterError } from '../../ports/adapter-error.ts';
import { closeModals, type Modal, modal } from './modal.ts';
import type { Dialog, DialogContext } from './context.ts';

/** What dialogs have in common: open or not, at work or not, and what went wrong last. */
export abstract class BaseDialog<Inputs> implements Dialog {
  protected readonly context: DialogContext;
  #inputs: Inputs | null = null;
  #problem: AdapterErrorCode | null = null;
  #isBusy = false;
  /** Why what there is to choose from could not be read, and how to read it again. */
  #missing: { readonly code: AdapterErrorCode; readonly again: () => void } | null = null;

  constructor(context: DialogContext) {
    this.context = context;
  }

  /** Opens it for something. */
  open(inputs: Inputs): void {
    followDialogs(this.context.element);
    this.#inputs = inputs;
    this.#problem = this.#missing = null;
    this.begin(inputs);
    this.changed();
  }

  render(): unknown {
    const inputs = this.#inputs;
    if (inputs === null) return nothing;
    const { common } = this.context.localize.messages;
    const content = this.content(inputs);
    const { submit } = content;
    return modal({
      ...content,
      submit: submit && { ...submit, enabled: submit.enabled && !this.#isBusy },
      closeLabel: content.closeLabel ?? common.cancel,
      problem: this.#problem && common.errors[this.#problem],
      onClose: () => {
        this.#inputs = null;
        this.changed();
      },
    });
  }

  /** Takes what it is opened for. */
  protected abstract begin(inputs: Inputs): void;

  /** What it shows now. */
  protected abstract content(
    inputs: Inputs,
  ): Omit<Modal, 'onClose' | 'problem' | 'closeLabel'> & { readonly closeLabel?: string };

  /** Renders anew. */
  protected changed(): void {
    this.context.element.requestUpdate();
  }

  /** Reads what there is to choose from. */
  protected load(read: () => Promise<unknown>): void {
    void this.#load(read);
  }

  /** The button for it goes with what it was pressed for. */
  async #loadAgain(read: () => Promise<unknown>): Promise<void> {
    await this.#load(read);
    const { element } = this.context;
    await element.updateComplete;
    element.renderRoot.querySelector<HTMLElement>('dialog .modal-body :is(input, button)')?.focus();
  }

  async #load(read: () => Promise<unknown>): Promise<void> {
    this.#missing = null;
    try {
      await read();
    } catch (reason) {
      this.#missing = { code: toAdapterError(reason).code, again: () => void this.#loadAgain(read) };
    }
    this.changed();
  }

  protected get isMissing(): boolean {
    return this.#missing !== null;
  }

  /** Says that there is less to choose from than there is, and why. */
  protected missing(): TemplateResult | typeof nothing {
    if (!this.#missing) return nothing;
    const { code, again } = this.#missing;
    const { common } = this.context.localize.messages;
    return html`<p class="lacking" role="status">
      ${common.errors[code]} <button type="button" class="link" @click=${again}>${common.retry}</button>
    </p>`;
  }

  protected close(): void {
    closeModals(this.context.element.renderRoot);
  }

  /** Does something and closes, unless that gives `'stay'`; what goes wrong is said in the dialog, which stays. */
  protected act(work: () => Promise<unknown>): void {
    this.#isBusy = true;
    this.#problem = null;
    this.changed();
    work()
      .then(
        (result) => {
          if (result !== 'stay') this.close();
        },
        (reason: unknown) => (this.#problem = toAdapterError(reason).code),
      )
      .finally(() => {
        this.#isBusy = false;
        this.changed();
      });
  }
}
