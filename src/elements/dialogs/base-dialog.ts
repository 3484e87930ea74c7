import { nothing } from 'lit';
import { type AdapterErrorCode, toAdapterError } from '../../ports/adapter-error.ts';
import { closeModals, type Modal, modal } from './modal.ts';
import type { Dialog, DialogContext } from './context.ts';

/** What dialogs have in common: open or not, at work or not, and what went wrong last. */
export abstract class BaseDialog<Inputs> implements Dialog {
  protected readonly context: DialogContext;
  #inputs: Inputs | null = null;
  #problem: AdapterErrorCode | null = null;
  #isBusy = false;

  constructor(context: DialogContext) {
    this.context = context;
  }

  /** Opens it for something. */
  open(inputs: Inputs): void {
    this.#inputs = inputs;
    this.#problem = null;
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
