import type { ChannelOption, ChannelRefusal } from './channel-choice.ts';
import { capabilitiesOf, defaultCapabilities } from './channels.ts';
import type { ChannelCapabilities, ChannelKind, Conversation } from './model.ts';

/** Why Send is disabled. One reason at a time: the one to mend first. */
export type SendObstacle =
  | { readonly type: 'empty' }
  | { readonly type: 'locked'; readonly reason: ChannelRefusal }
  | {
      readonly type: 'too-long';
      readonly unit: ChannelCapabilities['textUnit'];
      readonly used: number;
      readonly limit: number;
    }
  | { readonly type: 'missing-values'; readonly names: readonly string[] }
  /** A long text, and what counts it exactly is still loading. */
  | { readonly type: 'measuring' };

/** How long a text may be, and how that is counted; `limit` is `null` without a limit. */
export interface TextLimit {
  readonly unit: ChannelCapabilities['textUnit'];
  readonly limit: number | null;
}

/** The limit of a channel option, never more than the backend takes. */
export function textLimit(option: ChannelOption, backendCharacters: number): TextLimit {
  const { maxTextLength, textUnit } = option.target
    ? capabilitiesOf({ ...option.target, channel: option.channel })
    : defaultCapabilities[option.channel];
  if (textUnit === 'sms-parts') return { unit: textUnit, limit: maxTextLength };
  return { unit: textUnit, limit: Math.min(maxTextLength ?? backendCharacters, backendCharacters) };
}

/** Counts a text in a channel's own unit: `textLength`, once it is there. */
export type TextMeasure = (text: string, unit: ChannelCapabilities['textUnit']) => number;

/**
 * What keeps a text from being sent.
 *
 * @param text - with its placeholders filled
 * @param missing - names of placeholders nobody could fill
 * @param lock - why the channel cannot be used now, `null` if it can
 * @param lengthOf - counts exactly; without it only what surely fits may leave
 */
export function sendObstacle(
  text: string,
  {
    missing,
    lock,
    limit: { unit, limit },
    lengthOf,
  }: { missing: readonly string[]; lock: ChannelRefusal | null; limit: TextLimit; lengthOf: TextMeasure | null },
): SendObstacle | null {
  if (lock !== null) return { type: 'locked', reason: lock };
  if (text.trim() === '') return { type: 'empty' };
  if (missing.length > 0) return { type: 'missing-values', names: missing };
  if (limit === null || mostOf(text, unit) <= limit) return null;
  if (!lengthOf && unit !== 'characters') return { type: 'measuring' };
  const used = lengthOf?.(text, unit) ?? text.length;
  return used > limit ? { type: 'too-long', unit, used, limit } : null;
}

/** Whom and what a text was for when it was begun. */
export interface TextBasis {
  readonly conversationId: string;
  readonly recipientId: string;
  readonly channel: ChannelKind;
  readonly accountId: string | null;
  readonly address: string | null;
  /** The channel the customer used last at that time. */
  readonly lastIncomingChannel: ChannelKind | null;
}

/** What became different about the target since a text was begun; asked about before it is sent. */
export type TargetChange =
  | { readonly type: 'recipient' | 'account' }
  | { readonly type: 'address'; readonly address: string | null }
  | { readonly type: 'customer-channel'; readonly channel: ChannelKind };

/** The target of a text that is begun, or sent, now. */
export function basisOf(conversation: Conversation, option: ChannelOption): TextBasis {
  return {
    conversationId: conversation.id,
    recipientId: conversation.recipient.id,
    channel: option.channel,
    accountId: option.target?.accountId ?? null,
    address: option.target?.address ?? null,
    lastIncomingChannel: conversation.lastIncomingChannel,
  };
}

/**
 * Compares when a text was begun with now. That the customer went on by another channel counts only when the reply would
 * not follow.
 */
export function targetChange(begun: TextBasis, now: TextBasis): TargetChange | null {
  if (begun.recipientId !== now.recipientId) return { type: 'recipient' };
  if (begun.address !== now.address) return { type: 'address', address: now.address };
  // A number that became known since is no other one.
  if (begun.accountId !== null && begun.accountId !== now.accountId) return { type: 'account' };
  const { lastIncomingChannel } = now;
  if (lastIncomingChannel === null || lastIncomingChannel === begun.lastIncomingChannel) return null;
  return lastIncomingChannel === now.channel ? null : { type: 'customer-channel', channel: lastIncomingChannel };
}

/** At most so much, without counting: three bytes for a character, 66 of them in a part of a text message. */
function mostOf(text: string, unit: ChannelCapabilities['textUnit']): number {
  const { length } = text;
  if (unit === 'characters') return length;
  return unit === 'bytes' ? length * 3 : length <= 70 ? 1 : Math.ceil(length / 66);
}
