import { html, type LitElement, nothing, type TemplateResult } from 'lit';
import type { BulkRun } from '../controllers/bulk-controller.ts';
import { conversationIdOf } from '../controllers/conversation-rows.ts';
import { KnownConversations } from '../controllers/known-conversations.ts';
import type { Messages } from '../controllers/localization.ts';
import type { ConversationRow, SessionController } from '../controllers/session-controller.ts';
import { addStyles } from '../dom/add-styles.ts';
import type { BulkResultTexts } from '../locales/bulk-results.en.ts';
import { type AdapterErrorCode, adapterErrorCodes } from '../ports/adapter-error.ts';
import { bulkExceptionsStyles } from '../styles/bulk-exceptions.ts';
import { recipientName } from './recipient.ts';

const isErrorCode = (code: string): code is AdapterErrorCode => adapterErrorCodes.some((known) => known === code);

/** Names each conversation that an action on many left out or could not do, and says why (C11). */
export class BulkExceptions {
  readonly #host: LitElement;
  readonly #known: KnownConversations;
  /** Those on the list when the action began; some of them may have left it since. */
  #names: ReadonlyMap<string, string> = new Map();
  #isOpen = false;

  constructor(host: LitElement, session: SessionController) {
    this.#host = host;
    this.#known = new KnownConversations(host, () => session.session);
  }

  /** An action begins: its rows are called as they are now. */
  begin(rows: readonly ConversationRow[], messages: Messages): void {
    this.#isOpen = false;
    this.#names = new Map(rows.map((row) => [conversationIdOf(row), recipientName(row.conversation, messages)]));
  }

  render(
    { exceptions, progress }: BulkRun,
    messages: Messages,
    { bulkResults: words }: BulkResultTexts,
  ): TemplateResult | typeof nothing {
    if (exceptions.length === 0) return nothing;
    addStyles(this.#host.renderRoot, [bulkExceptionsStyles]);
    const { errors } = messages.common;
    const rest = progress.skipped + progress.failed - exceptions.length;
    // Failures first: they are what somebody has to do something about.
    const sorted = [...exceptions].sort((a, b) => Number(a.outcome !== 'failed') - Number(b.outcome !== 'failed'));
    return html`<details class="bulk-exceptions" .open=${this.#isOpen} @toggle=${this.#onToggle}>
      <summary>${words.exceptions}</summary>
      <ul>
        ${(this.#isOpen ? sorted : []).map((result) => {
          const why =
            result.outcome === 'skipped'
              ? words.skips[result.reason]
              : errors[isErrorCode(result.code) ? result.code : 'unavailable'];
          return html`<li><bdi>${this.#nameOf(result.conversationId, messages)}</bdi>: ${why}</li>`;
        })}
        ${this.#isOpen && rest > 0 ? html`<li>${words.more(rest)}</li>` : nothing}
      </ul>
    </details>`;
  }

  readonly #onToggle = (event: Event): void => {
    this.#isOpen = (event.target as HTMLDetailsElement).open;
    this.#host.requestUpdate();
  };

  /** Of what was never on the list the name is asked for. */
  #nameOf(id: string, messages: Messages): string {
    const name = this.#names.get(id);
    if (name !== undefined) return name;
    const conversation = this.#known.of(id);
    return conversation ? recipientName(conversation, messages) : '…';
  }
}
