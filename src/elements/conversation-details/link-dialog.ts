import { html } from 'lit';
import { RecipientSearch } from '../../controllers/recipient-search.ts';
import { BaseDialog } from '../dialogs/base-dialog.ts';
import type { DialogContext } from '../dialogs/context.ts';
import type { Modal } from '../dialogs/modal.ts';
import { recipientOptions } from '../dialogs/recipient-options.ts';

/** Whose sender is linked, and what to do with the choice. */
export interface LinkInputs {
  /** Addresses the sender wrote from; the records that have one are suggested. */
  readonly addresses: readonly string[];
  readonly link: (recipientId: string) => Promise<unknown>;
  /** Called when the dialog has closed because the sender is linked. */
  readonly linked: () => void;
}

/** Which record an unmatched sender is (D10): those with its number first, and nobody chosen beforehand. */
export class LinkDialog extends BaseDialog<LinkInputs> {
  #addresses: readonly string[] = [];
  #linked: (() => void) | null = null;
  #text = '';
  #chosen: string | null = null;
  readonly #search: RecipientSearch;

  constructor(context: DialogContext) {
    super(context);
    this.#search = new RecipientSearch(
      () => context.session.session?.part('directory'),
      () => this.changed(),
    );
  }

  protected override begin({ addresses, linked }: LinkInputs): void {
    this.#addresses = addresses;
    this.#linked = linked;
    this.#text = '';
    this.#ask();
  }

  protected override content({ link }: LinkInputs): Omit<Modal, 'onClose' | 'closeLabel'> {
    const { texts } = this.context;
    const chosen = this.#chosen;
    return {
      title: texts.link.title,
      body: html`<input
          class="field"
          type="search"
          inputmode="search"
          enterkeyhint="search"
          autocapitalize="none"
          data-focus
          aria-label=${texts.link.find}
          placeholder=${texts.link.find}
          .value=${this.#text}
          @input=${(event: Event) => {
            this.#text = (event.target as HTMLInputElement).value;
            this.#ask();
            this.changed();
          }}
        />
        <p class="hint" role="status">${this.#said()}</p>
        ${recipientOptions(this.#search.found?.recipients ?? [], {
          label:
            this.#text.trim() === ''
              ? texts.link.suggested
              : texts.link.found(this.#search.found?.recipients.length ?? 0),
          chosen,
          texts,
          choose: (id) => {
            this.#chosen = id;
            this.changed();
          },
        })}`,
      submit: {
        label: texts.link.submit,
        enabled: chosen !== null,
        run: () => {
          if (chosen !== null) this.act(() => link(chosen));
        },
      },
    };
  }

  protected override close(): void {
    super.close();
    this.#linked?.();
  }

  /** Nothing typed looks for the sender's own addresses. A choice is taken back: it may be in sight no longer. */
  #ask(): void {
    this.#chosen = null;
    const text = this.#text.trim();
    this.#search.ask(text === '' ? this.#addresses : [text]);
  }

  #said(): string {
    const { link } = this.context.texts;
    const { found } = this.#search;
    if (!found) return '';
    const { recipients, hasMore, problem } = found;
    if (problem) return this.context.localize.messages.common.errors[problem];
    if (recipients.length === 0) return this.#text.trim() === '' ? link.noneSuggested : link.none;
    if (hasMore) return link.more;
    if (this.#text.trim() !== '') return link.found(recipients.length);
    return recipients.length > 1 ? link.which : link.suggested;
  }
}
