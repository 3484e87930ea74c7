import { channelKinds } from './channel-kinds.ts';
import { capabilitiesOf, defaultCapabilities } from './channels.ts';
import { usesPhoneNumber } from './phone-based.ts';
import { consentOf } from './consent.ts';
import type { ChannelKind, Conversation, ConversationChannel } from './model.ts';
import { replyWindow } from './reply-window.ts';
import type { ReplyWindow } from './reply-window.ts';

/** A way to write: a channel, or the text message that invites to WhatsApp (B2). */
export type ChannelOptionId = ChannelKind | 'whatsapp-invitation';

/** Why a channel cannot be written to now. */
export type ChannelRefusal =
  | 'window-closed'
  | 'no-address'
  | 'consent-denied'
  | 'not-available'
  | 'must-be-started-by-customer'
  | 'not-configured';

/** One choice above the text field. */
export interface ChannelOption {
  readonly id: ChannelOptionId;
  /** The channel the message really goes by; `sms` for the invitation. */
  readonly channel: ChannelKind;
  /** Address and own account the message would use; `null` when there is no address. */
  readonly target: ConversationChannel | null;
  readonly window: ReplyWindow;
  /** Whether free text may be sent now. */
  readonly enabled: boolean;
  readonly reason: ChannelRefusal | null;
}

/** What the choice depends on besides the conversation. */
export interface ChannelContext {
  /** The backend's time, epoch ms. */
  readonly now: number;
  /** Whether an invitation is configured. */
  readonly invitation: boolean;
  /** Channels the backend can send on. */
  readonly available: readonly ChannelKind[];
}

/** The reply window of one channel of a conversation. Before the customer's first message there, `mayStart` rules (RW7). */
export function channelWindow(channel: ConversationChannel, now: number): ReplyWindow {
  const { replyWindow: rule, mayStart } = capabilitiesOf(channel);
  if (channel.lastIncomingAt !== null) return replyWindow(rule, channel.lastIncomingAt, now);
  if (mayStart === 'free-text') return { state: 'open', closesAt: null };
  return { state: mayStart === 'template' ? 'template-only' : 'closed', closedAt: null };
}

/**
 * Where a message on this kind of channel would go: the address the customer used last there, else the phone number the
 * conversation has from another channel (CO5). `null` when there is none.
 */
export function channelTarget(conversation: Conversation, kind: ChannelKind): ConversationChannel | null {
  const own = latest(conversation.channels.filter(({ channel }) => channel === kind));
  if (own || !usesPhoneNumber(kind)) return own;
  const phone = latest(conversation.channels.filter(({ channel }) => usesPhoneNumber(channel)));
  if (!phone) return null;
  const { address } = phone;
  return { channel: kind, accountId: null, address, lastIncomingAt: null, consent: 'unknown', overrides: null };
}

function latest(channels: readonly ConversationChannel[]): ConversationChannel | null {
  return channels.reduce<ConversationChannel | null>(
    (best, channel) =>
      best === null || (channel.lastIncomingAt ?? -Infinity) > (best.lastIncomingAt ?? -Infinity) ? channel : best,
    null,
  );
}

/** The choices above the text field, in the order to show them: text message, WhatsApp, invitation, the rest (CO1). */
export function channelOptions(conversation: Conversation, context: ChannelContext): ChannelOption[] {
  const used = new Set(conversation.channels.map(({ channel }) => channel));
  const offered = channelKinds.filter(
    (kind) => used.has(kind) || (usesPhoneNumber(kind) && context.available.includes(kind)),
  );
  return offered.flatMap((kind) => {
    const option = optionFor(conversation, kind, context);
    return kind === 'whatsapp' ? [option, ...invitationOptions(conversation, context)] : [option];
  });
}

function optionFor(conversation: Conversation, kind: ChannelKind, context: ChannelContext): ChannelOption {
  const target = channelTarget(conversation, kind);
  const window = target ? channelWindow(target, context.now) : closedFor(kind);
  const reason = context.available.includes(kind) ? refusal(conversation, target, window) : 'not-available'; // CO4
  return { id: kind, channel: kind, target, window, enabled: reason === null, reason };
}

function closedFor(kind: ChannelKind): ReplyWindow {
  const { afterwards } = defaultCapabilities[kind].replyWindow;
  return { state: afterwards === 'template' ? 'template-only' : 'closed', closedAt: null };
}

/** CO4: what nobody here can mend comes first. */
function refusal(
  conversation: Conversation,
  target: ConversationChannel | null,
  window: ReplyWindow,
): ChannelRefusal | null {
  if (target === null) return 'no-address';
  if (isDenied(conversation, target)) return 'consent-denied';
  if (window.state === 'open') return null;
  return target.lastIncomingAt === null ? 'must-be-started-by-customer' : 'window-closed';
}

/** CS1: said to one own number, it is meant for all of them. */
function isDenied(conversation: Conversation, target: ConversationChannel | null): boolean {
  return target !== null && consentOf(conversation, target.channel, target.address) === 'denied';
}

/** The invitation is a text message, so it follows that channel; without WhatsApp there is nothing to invite to (CO3). */
function invitationOptions(conversation: Conversation, context: ChannelContext): ChannelOption[] {
  if (!context.available.includes('whatsapp') || !context.available.includes('sms')) return [];
  const sms = optionFor(conversation, 'sms', context);
  const isRefused = isDenied(conversation, channelTarget(conversation, 'whatsapp'));
  const reason = !context.invitation ? 'not-configured' : (sms.reason ?? (isRefused ? 'consent-denied' : null));
  return [{ ...sms, id: 'whatsapp-invitation', enabled: reason === null, reason }];
}

/**
 * The choice to begin with (CO2): the channel the customer used last if it may be used (B5), else WhatsApp while its
 * window is open (B1), else a text message, else whatever may be used. With nothing usable, the one the customer used last, so
 * that its reason shows.
 */
export function defaultOption(
  options: readonly ChannelOption[],
  conversation: Pick<Conversation, 'lastIncomingChannel'>,
): ChannelOption | null {
  const preferred: readonly (ChannelOptionId | null)[] = [conversation.lastIncomingChannel, 'whatsapp', 'sms'];
  const usable = options.filter(({ enabled, id }) => enabled && id !== 'whatsapp-invitation');
  for (const id of preferred) {
    const option = usable.find((candidate) => candidate.id === id);
    if (option) return option;
  }
  return usable[0] ?? options.find(({ id }) => id === conversation.lastIncomingChannel) ?? options[0] ?? null;
}
