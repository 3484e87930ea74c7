import { html, nothing, type TemplateResult } from 'lit';
import { judgeNumber, type StartNumber } from '../../../controllers/number-judge.ts';
import { usesPhoneNumber } from '../../../domain/phone-based.ts';
import type { ChannelKind, Conversation } from '../../../domain/model.ts';
import type { DirectoryPart } from '../../../ports/adapter.ts';
import { RecipientSearch } from '../../../controllers/recipient-search.ts';
import { BaseDialog } from '../../dialogs/base-dialog.ts';
import type { Modal } from '../../dialogs/modal.ts';
import { recipientOptions } from '../../dialogs/recipient-options.ts';
import { emit } from '../../events.ts';
import type { ToolContext } from './context.ts';

/**
 * Starts a conversation in one act (B19): with a contact or resource that is found by name or number, or with a number in
 * any spelling that is no record yet; what is doubtful is asked about first.
 */
export class NewConversationDialog extends BaseDialog<true> {
  readonly #tools: ToolContext;
  readonly #search: RecipientSearch;
  /** What is typed: a name or a number. */
  #text = '';
  #chosen: string | null = null;
  #channel: ChannelKind | null = null;
  /** What is thought of the number as it is typed; `null` before it was looked at. */
  #judged: StartNumber | null = null;

  constructor(tools: ToolContext) {
    super(tools);
    this.#tools = tools;
    this.#search = new RecipientSearch(
      () => this.#directory,
      () => this.changed(),
    );
  }

  protected override begin(): void {
    this.#text = '';
    this.#chosen = this.#channel = this.#judged = null;
    this.#search.ask([]);
  }

  protected override content(): Omit<Modal, 'onClose' | 'closeLabel'> {
    const { start } = this.context.texts;
    const isDoubtful = this.#chosen === null && this.#judged?.verdict === 'doubtful';
    return {
      title: this.#tools.localize.messages.list.tools.start,
      body: this.#body(),
      submit: {
        label: isDoubtful ? start.anyway : start.submit,
        enabled: this.#text.trim() !== '',
        run: () => void this.#start(),
      },
    };
  }

  #body(): TemplateResult {
    const { start, link } = this.context.texts;
    const recipients = this.#search.found?.recipients ?? [];
    return html`<label>
        <span class="field-label">${this.#directory ? start.nameOrNumber : start.number}</span>
        <input
          class="field"
          type=${this.#directory ? 'text' : 'tel'}
          inputmode=${this.#directory ? 'text' : 'tel'}
          enterkeyhint="go"
          autocapitalize="words"
          spellcheck="false"
          dir=${this.#directory ? 'auto' : 'ltr'}
          autocomplete="off"
          data-focus
          aria-describedby="start-verdict"
          aria-invalid=${this.#chosen === null && this.#judged?.verdict === 'invalid'}
          .value=${this.#text}
          @input=${(event: Event) => this.#type((event.target as HTMLInputElement).value)}
          @keydown=${(event: KeyboardEvent) => this.#goDown(event)}
        />
      </label>
      <div id="start-verdict" role="status">${this.#chosen === null ? this.#verdict() : nothing}</div>
      ${recipientOptions(recipients, {
        label: link.found(recipients.length),
        chosen: this.#chosen,
        texts: this.context.texts,
        choose: (id) => {
          this.#chosen = id;
          this.changed();
        },
      })}
      ${this.#chosen === null ? this.#channelChoice() : nothing}`;
  }

  /** By which channel a number is written to; a record has its own. */
  #channelChoice(): TemplateResult | typeof nothing {
    const { start } = this.context.texts;
    const channels = this.#channels;
    const { channels: names } = this.context.localize.messages;
    if (channels.length < 2) return nothing;
    return html`<label>
      <span class="field-label">${start.channel}</span>
      <select
        class="field"
        @change=${(event: Event) => (this.#channel = (event.target as HTMLSelectElement).value as ChannelKind)}
      >
        ${channels.map((channel) => html`<option value=${channel}>${names[channel]}</option>`)}
      </select>
    </label>`;
  }

  /** What the directory says, as long as nobody asked what is thought of the number. */
  #said(): string {
    const { start, link } = this.context.texts;
    const { found } = this.#search;
    if (!this.#directory) return start.hint;
    if (this.#text.trim() === '') return start.hintNames;
    if (!found) return this.context.localize.messages.common.loading;
    if (found.problem) return `${start.findFailed} ${this.context.localize.messages.common.errors[found.problem]}`;
    if (found.recipients.length === 0) return start.nobody;
    return found.hasMore ? link.more : link.found(found.recipients.length);
  }

  #verdict(): unknown {
    const { start } = this.context.texts;
    const judged = this.#judged;
    if (judged === null || judged.verdict === 'ok')
      return html`<p class=${this.#search.found?.problem ? 'hint critical' : 'hint'}>${this.#said()}</p>`;
    if (judged.verdict === 'invalid') {
      // Who typed a name and sees whom it fits has only to choose.
      const isName = judged.reason === 'not-a-number' && (this.#search.found?.recipients.length ?? 0) > 0;
      return html`<p class="hint critical">${isName ? start.chooseOne : start.problems[judged.reason]}</p>`;
    }
    return html`<p class="hint">${start.readAs} <bdi dir="ltr">${judged.shown}</bdi></p>
      ${judged.doubts.map((doubt) => html`<p class="hint caution">${start.doubts[doubt]}</p>`)}`;
  }

  #type(text: string): void {
    this.#text = text;
    this.#judged = null;
    this.#chosen = null;
    if (this.#directory) this.#search.ask(text.trim() === '' ? [] : [text.trim()]);
    this.changed();
  }

  /** From what is typed to the first of those who were found. */
  #goDown(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' || event.isComposing) return;
    const first = this.context.element.renderRoot.querySelector<HTMLElement>('dialog [name=record]');
    if (!first) return;
    event.preventDefault();
    first.focus();
    first.click();
  }

  async #start(): Promise<void> {
    const channel = this.#channel ?? this.#channels[0];
    const { session } = this.context.session;
    const recipientId = this.#chosen;
    if (session && recipientId !== null) {
      this.act(async () => this.#show(await session.open({ recipientId })));
      return;
    }
    const before = this.#judged;
    const number = this.#text;
    const judged = await judgeNumber(number, { country: this.#country, own: this.#own });
    if (!session || !channel || number !== this.#text || this.#chosen !== null) return;
    this.#judged = judged;
    this.changed();
    // What was doubtful has been read by now if it was shown before.
    if (judged.verdict === 'invalid' || (judged.verdict === 'doubtful' && before?.verdict !== 'doubtful')) return;
    this.act(async () => this.#show(await session.open({ address: judged.e164, channel })));
  }

  /** Closes first: a dialog gives the focus back to its button, and the agent wants to write. */
  #show(conversation: Conversation): void {
    this.close();
    this.#tools.opened(conversation);
    emit(this.context.element, 'conversation-start', { conversationId: conversation.id });
  }

  get #directory(): DirectoryPart | undefined {
    return this.context.session.session?.part('directory');
  }

  get #channels(): readonly ChannelKind[] {
    return (this.context.session.status?.backend?.channels ?? []).filter(usesPhoneNumber);
  }

  get #own(): readonly string[] {
    return (this.context.session.status?.backend?.accounts ?? []).flatMap(({ address }) => address ?? []);
  }

  /** The country whose national spelling counts where the own numbers are of none: that of the page's language. */
  get #country(): string | null {
    return new Intl.Locale(this.context.localize.value.locale).maximize().region ?? null;
  }
}
