import { html, nothing, type TemplateResult } from 'lit';
import { judgeNumber, type StartNumber } from '../../../controllers/number-judge.ts';
import { usesPhoneNumber } from '../../../domain/channels.ts';
import type { ChannelKind } from '../../../domain/model.ts';
import { BaseDialog } from '../../dialogs/base-dialog.ts';
import type { Modal } from '../../dialogs/modal.ts';
import type { ToolContext } from './context.ts';

/** Starts a conversation with a number in any spelling, in one act; what is doubtful is asked about first (B19). */
export class NewConversationDialog extends BaseDialog<true> {
  readonly #tools: ToolContext;
  #number = '';
  #channel: ChannelKind | null = null;
  /** What is thought of the number as it is typed; `null` before it was looked at. */
  #judged: StartNumber | null = null;

  constructor(tools: ToolContext) {
    super(tools);
    this.#tools = tools;
  }

  /** Whether the backend can start one here. */
  get isOffered(): boolean {
    const { capabilities } = this.context.session.status?.backend ?? {};
    return (capabilities?.can.open ?? false) && this.#channels.length > 0 && this.#tools.look().scope !== 'recipient';
  }

  protected override begin(): void {
    this.#number = '';
    this.#channel = null;
    this.#judged = null;
  }

  protected override content(): Omit<Modal, 'onClose' | 'closeLabel'> {
    const { start } = this.context.texts;
    const isDoubtful = this.#judged?.verdict === 'doubtful';
    return {
      title: start.title,
      body: this.#body(),
      submit: {
        label: isDoubtful ? start.anyway : start.submit,
        enabled: this.#number.trim() !== '',
        run: () => void this.#start(),
      },
    };
  }

  #body(): TemplateResult {
    const { start } = this.context.texts;
    const channels = this.#channels;
    const { channels: names } = this.context.localize.messages;
    return html`<label>
        <span class="field-label">${start.number}</span>
        <input
          class="field"
          type="tel"
          inputmode="tel"
          dir="ltr"
          autocomplete="off"
          aria-describedby="start-verdict"
          aria-invalid=${this.#judged?.verdict === 'invalid'}
          .value=${this.#number}
          @input=${(event: Event) => this.#type((event.target as HTMLInputElement).value)}
        />
      </label>
      <div id="start-verdict" role="status">${this.#verdict()}</div>
      ${
        channels.length < 2
          ? nothing
          : html`<label>
              <span class="field-label">${start.channel}</span>
              <select
                class="field"
                @change=${(event: Event) => (this.#channel = (event.target as HTMLSelectElement).value as ChannelKind)}
              >
                ${channels.map((channel) => html`<option value=${channel}>${names[channel]}</option>`)}
              </select>
            </label>`
      }`;
  }

  #verdict(): unknown {
    const { start } = this.context.texts;
    const judged = this.#judged;
    if (judged === null || judged.verdict === 'ok') return html`<p class="hint">${start.hint}</p>`;
    if (judged.verdict === 'invalid') return html`<p class="hint critical">${start.problems[judged.reason]}</p>`;
    return html`<p class="hint">${start.readAs} <bdi dir="ltr">${judged.shown}</bdi></p>
      ${judged.doubts.map((doubt) => html`<p class="hint caution">${start.doubts[doubt]}</p>`)}`;
  }

  #type(text: string): void {
    this.#number = text;
    this.#judged = null;
    this.changed();
  }

  async #start(): Promise<void> {
    const channel = this.#channel ?? this.#channels[0];
    const { session } = this.context.session;
    const before = this.#judged;
    const number = this.#number;
    const judged = await judgeNumber(number, { country: this.#country, own: this.#own });
    if (!session || !channel || number !== this.#number) return;
    this.#judged = judged;
    this.changed();
    // What was doubtful has been read by now if it was shown before.
    if (judged.verdict === 'invalid' || (judged.verdict === 'doubtful' && before?.verdict !== 'doubtful')) return;
    this.act(async () => this.#tools.opened(await session.open({ address: judged.e164, channel })));
  }

  get #channels(): readonly ChannelKind[] {
    return (this.context.session.status?.backend?.channels ?? []).filter(usesPhoneNumber);
  }

  get #own(): readonly string[] {
    return (this.context.session.status?.backend?.accounts ?? []).flatMap(({ address }) => address ?? []);
  }

  /** The country whose national spelling counts: that of the page's language. */
  get #country(): string | null {
    return new Intl.Locale(this.context.localize.value.locale).maximize().region ?? null;
  }
}
