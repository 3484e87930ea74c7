import type { ChannelKind, Conversation, RecipientSummary } from '../domain/model.ts';
import { readableNumber, visibleName } from '../domain/visible-text.ts';
import type { Messages } from '../locales/messages.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { channelChatIcon, channelEmailIcon, channelSmsIcon, personIcon } from '../styles/icons.ts';

const avatarHues = 6;

/** What the other side is called: their name, else the address they wrote from. */
export function recipientName(conversation: Conversation, messages: Messages): string {
  // Whom nobody knows is called by the number.
  const name = readableNumber(visibleName(conversation.recipient.name));
  const address = conversation.channels[0]?.address;
  return name || (address === undefined ? messages.common.unknownSender : visibleName(readableNumber(address)));
}

/** Whether the host has a card of them: not of a sender nobody could match. */
export function mayOpenSource({ kind }: RecipientSummary): boolean {
  return kind !== 'unmatched';
}

/** First letters of the first and the last word; empty when the name has no letters, as a number has none. */
export function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^\p{L}/u.test(word));
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return [first, last].map((word) => Array.from(word ?? '')[0]?.toUpperCase() ?? '').join('');
}

/** What makes the picture of a recipient: initials on a hue that stays the same, with the channel on its corner. */
export function avatarOf(
  { id, name }: RecipientSummary,
  channel: ChannelKind | null,
): { readonly hue: string; readonly letters: string; readonly drawing: unknown } {
  const letters = initials(name);
  const badge = channel === null ? nothing : channelIcon(channel);
  return {
    hue: `avatar hue-${hueOf(id)}`,
    letters,
    drawing: letters === '' ? html`${personIcon()}${badge}` : badge,
  };
}

/** The picture of a recipient. */
export function avatar(recipient: RecipientSummary, channel: ChannelKind | null): TemplateResult {
  const { hue, letters, drawing } = avatarOf(recipient, channel);
  return html`<span class=${hue} data-letters=${letters} aria-hidden="true">${drawing}</span>`;
}

/** The sign of a channel; never alone, its name stands beside it or in the accessible name. */
export function channelIcon(channel: ChannelKind): TemplateResult {
  if (channel === 'sms' || channel === 'rcs') return channelSmsIcon();
  return channel === 'email' ? channelEmailIcon() : channelChatIcon();
}

function hueOf(id: string): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % avatarHues;
}
