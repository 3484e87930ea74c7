import { html, nothing } from 'lit';
import type { ChannelOption, Composition } from '../../../controllers/composer-controller.ts';
import { channelTarget } from '../../../domain/channel-choice.ts';
import type { ChannelAccount, ChannelKind, Conversation } from '../../../domain/model.ts';
import {
  defaultSender,
  hasSenderChoice,
  optionFrom,
  senderChoices,
  type SenderChoice,
} from '../../../domain/own-sender.ts';
import { type ChosenSender, chosenFor, chosenSender, readChosen, withChosen } from '../../../domain/sender-memory.ts';
import { recall, remember } from '../../../dom/remembered.ts';
import { readableNumber, visibleName } from '../../../domain/visible-text.ts';
import type { ComposerTool, ToolContext } from './tool.ts';

/** The own number, page or sender a message goes from, where a channel has several (B15). */
export class OwnSenders implements ComposerTool {
  readonly #context: ToolContext;
  /** What was chosen by hand; `null` before it was looked up. */
  readonly #isByHand = new Set<string>();
  #chosen: readonly ChosenSender[] | null = null;

  constructor(context: ToolContext) {
    this.#context = context;
    context.composer.aids = {
      ...context.composer.aids,
      withSender: (conversation, option, now) => this.#withSender(conversation, option, now),
      choseSender: (conversationId, channel) => this.#isByHand.has(keyOf(conversationId, channel)),
    };
    // What was shown before did not know the own numbers.
    context.element.requestUpdate();
  }

  readonly sender = ({ conversation, option, mode, now }: Composition): unknown => {
    if (mode !== 'reply' || !option.target || !hasSenderChoice(this.#accounts, option.channel)) return nothing;
    const { from, letters } = this.#context.texts.sender;
    const choices = this.#choices(conversation, option.channel, now);
    const current = choices.find(({ account }) => account.id === option.target?.accountId);
    return html`<label class="sender">
      <span>${from}</span>
      <select
        class="sender-select"
        part="sender"
        aria-describedby="sender-note"
        @change=${(event: Event) => this.#choose(conversation, option.channel, (event.target as HTMLSelectElement).value)}
      >
        ${choices.map(
          (choice) =>
            html`<option
              value=${choice.account.id}
              ?selected=${choice === current}
              ?disabled=${choice.reason === 'inactive'}
            >
              ${this.#nameOf(choice)}
            </option>`,
        )}
      </select>
      <span id="sender-note" class="sender-note">${current && !current.canReceive ? letters : ''}</span>
    </label>`;
  };

  get #accounts(): readonly ChannelAccount[] {
    return this.#context.session.status?.backend?.accounts ?? [];
  }

  #choices(conversation: Conversation, channel: ChannelKind, now: number): readonly SenderChoice[] {
    const target = channelTarget(conversation, channel);
    return target ? senderChoices(conversation, { accounts: this.#accounts, now, target }) : [];
  }

  #withSender(conversation: Conversation, option: ChannelOption, now: number): ChannelOption {
    const { channel } = option;
    if (!hasSenderChoice(this.#accounts, channel)) return option;
    const choices = this.#choices(conversation, channel, now);
    const byHand = chosenSender(choices, chosenFor(this.#remembered(), conversation.id, channel));
    const key = keyOf(conversation.id, channel);
    if (byHand) this.#isByHand.add(key);
    else this.#isByHand.delete(key);
    const choice = byHand ?? defaultSender(choices, conversation);
    return choice ? optionFrom(option, choice) : option;
  }

  #choose({ id }: Conversation, channel: ChannelKind, accountId: string): void {
    const chosenAt = this.#context.session.session?.serverNow() ?? 0;
    this.#chosen = withChosen(this.#remembered(), { conversationId: id, channel, accountId, chosenAt });
    remember(this.#name, this.#chosen);
    this.#context.composer.forget();
    this.#context.element.requestUpdate();
  }

  #remembered(): readonly ChosenSender[] {
    this.#chosen ??= readChosen(recall(this.#name));
    return this.#chosen;
  }

  /** Each co-worker's own: several may use this browser. */
  get #name(): string {
    const { tenantId = '', agent } = this.#context.session.status?.backend ?? {};
    return `own-numbers/${tenantId}/${agent?.id ?? ''}`;
  }

  #nameOf({ account, reason, window }: SenderChoice): string {
    const { sender } = this.#context.texts;
    const address = account.address === null ? '' : ` · ${readableNumber(visibleName(account.address))}`;
    const name = `${visibleName(account.name)}${address}`;
    if (reason === 'inactive') return sender.inactive(name);
    return window.state === 'open' ? name : sender.closed(name);
  }
}

function keyOf(conversationId: string, channel: ChannelKind): string {
  return JSON.stringify([conversationId, channel]);
}
