import { html, nothing, type TemplateResult } from 'lit';
import type { Recipient } from '../../domain/model.ts';
import { type AdapterErrorCode, toAdapterError } from '../../ports/adapter-error.ts';
import { readableNumber, visibleName } from '../../domain/visible-text.ts';
import { BaseDialog } from '../dialogs/base-dialog.ts';
import type { Modal } from '../dialogs/modal.ts';

const mostFound = 20;

/** Whose sender is linked, and what to do with the choice. */
export interface LinkInputs {
  /** Addresses the sender wrote from; the records that have one are suggested. */
  readonly addresses: readonly string[];
  readonly link: (recipientId: string) => Promise<unknown>;
  /** Called when the dialog has closed because the sender is linked. */
  readonly linked: () => void;
}

interface Found {
  readonly recipients: readonly Recipient[];
  readonly hasMore: boolean;
  /** Why the directory did not answer; the next letter asks again. */
  readonly problem: AdapterErrorCode | null;
}

/** Which record an unmatched sender is (D10): those with its number first, and nobody chosen beforehand. */
export class LinkDialog extends BaseDialog<LinkInputs> {
  #addresses: readonly string[] = [];
  #linked: (() => void) | null = null;
  #text = '';
  /** `null` while asked for. */
  #found: Found | null = null;
  #chosen: string | null = null;
  #asking: AbortController | null = null;

  protected override begin({ addresses, linked }: LinkInputs): void {
    this.#addresses = addresses;
    this.#linked = linked;
    this.#text = '';
    this.#search();
  }

  protected override content({ link }: LinkInputs): Omit<Modal, 'onClose' | 'closeLabel'> {
    const { texts } = this.context;
    const chosen = this.#chosen;
    return {
      title: texts.link.title,
      body: html`<input
          class="field"
          type="search"
          data-focus
          aria-label=${texts.link.find}
          placeholder=${texts.link.find}
          .value=${this.#text}
          @input=${(event: Event) => {
            this.#text = (event.target as HTMLInputElement).value;
            this.#search();
            this.changed();
          }}
        />
        <p class="hint" role="status">${this.#said()}</p>
        ${this.#options()}`,
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
  #search(): void {
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    this.#found = this.#chosen = null;
    const text = this.#text.trim();
    void this.#find(text === '' ? this.#addresses : [text], asking.signal).then((found) => {
      if (this.#asking !== asking) return;
      this.#found = found;
      this.changed();
    });
  }

  async #find(texts: readonly string[], signal: AbortSignal): Promise<Found> {
    const directory = this.context.session.session?.part('directory');
    if (!directory) return { recipients: [], hasMore: false, problem: 'unsupported' };
    const asked = texts.map((text) => directory.searchRecipients(text, { limit: mostFound }, { signal }));
    const answers = await Promise.allSettled(asked);
    const pages = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    const failed = answers.find((answer) => answer.status === 'rejected');
    const records = pages.flatMap(({ items }) => items).filter(({ kind }) => kind !== 'unmatched');
    return {
      recipients: [...new Map(records.map((record) => [record.id, record])).values()],
      hasMore: pages.some(({ nextCursor }) => nextCursor !== null),
      problem: failed ? toAdapterError(failed.reason).code : null,
    };
  }

  #said(): string {
    const { link } = this.context.texts;
    if (!this.#found) return '';
    const { recipients, hasMore, problem } = this.#found;
    if (problem) return this.context.localize.messages.common.errors[problem];
    if (recipients.length === 0) return this.#text.trim() === '' ? link.noneSuggested : link.none;
    if (hasMore) return link.more;
    if (this.#text.trim() !== '') return link.found(recipients.length);
    return recipients.length > 1 ? link.which : link.suggested;
  }

  #options(): TemplateResult | typeof nothing {
    const { link } = this.context.texts;
    const { recipients } = this.#found ?? { recipients: [] };
    if (recipients.length === 0) return nothing;
    return html`<fieldset
      class="options column"
      aria-label=${this.#text.trim() === '' ? link.suggested : link.found(recipients.length)}
    >
      ${recipients.map((recipient) => this.#option(recipient))}
    </fieldset>`;
  }

  #option({ id, kind, name, organisation, addresses }: Recipient): TemplateResult {
    const { view } = this.context.localize.messages;
    const [first] = addresses;
    return html`<label class="option">
      <input
        type="radio"
        name="record"
        .checked=${this.#chosen === id}
        @change=${() => {
          this.#chosen = id;
          this.changed();
        }}
      /><span class="record">
        <bdi>${visibleName(name)}</bdi>
        <span class="hint">
          ${view[kind]}${organisation ? html` · <bdi>${visibleName(organisation)}</bdi>` : nothing}${
            first ? html` · <bdi class="number" dir="ltr">${visibleName(readableNumber(first.value))}</bdi>` : nothing
          }
        </span>
      </span>
    </label>`;
  }
}
