import { defaultOption, type ChannelOption, type ChannelOptionId } from '../domain/channel-choice.ts';
import type { ChannelKind, Conversation } from '../domain/model.ts';

/** What is typed where, as far as the choice of a channel is concerned. */
export interface TypedTexts {
  hasText(channel: ChannelKind): boolean;
  /** Channels with a text, the one typed last first. */
  readonly channels: readonly ChannelKind[];
}

/**
 * Which channel a composer writes by. It begins with the one the customer used last (B5), or the one a draft waits in,
 * and then stays until the agent chooses another: a window that closes must not turn half a WhatsApp message into an SMS.
 * Only when the customer writes, and nothing is typed, does it follow the customer.
 */
export class ChannelSelection {
  #conversationId: string | null = null;
  #id: ChannelOptionId | null = null;
  #isTouched = false;
  #writtenAt = 0;

  /** The selected one among the options of now. */
  update(conversation: Conversation, options: readonly ChannelOption[], texts: TypedTexts): ChannelOption | null {
    if (conversation.id !== this.#conversationId) this.#begin(conversation);
    const writtenAt = lastWrittenAt(conversation);
    const current = options.find(({ id }) => id === this.#id);
    if (!current || (writtenAt !== this.#writtenAt && !texts.hasText(current.channel)))
      this.#id = defaultOption(options, conversation)?.id ?? null;
    this.#writtenAt = writtenAt;
    if (!this.#isTouched) this.#adoptDraft(options, texts);
    return options.find(({ id }) => id === this.#id) ?? null;
  }

  /** The agent decides; from now on no draft moves the choice. */
  choose(id: ChannelOptionId): void {
    this.#id = id;
    this.#isTouched = true;
  }

  /** The agent types: the choice is made. */
  touch(): void {
    this.#isTouched = true;
  }

  /** Back to the beginning, e.g. after an invitation went out. */
  release(): void {
    this.#id = null;
  }

  #begin(conversation: Conversation): void {
    this.#conversationId = conversation.id;
    this.#id = null;
    this.#isTouched = false;
    this.#writtenAt = lastWrittenAt(conversation);
  }

  #adoptDraft(options: readonly ChannelOption[], texts: TypedTexts): void {
    const selected = options.find(({ id }) => id === this.#id);
    if (selected && texts.hasText(selected.channel)) return;
    const drafted = texts.channels.find((channel) => options.some(({ id }) => id === channel));
    if (drafted) this.#id = drafted;
  }
}

function lastWrittenAt(conversation: Conversation): number {
  return Math.max(0, ...conversation.channels.map(({ lastIncomingAt }) => lastIncomingAt ?? 0));
}
