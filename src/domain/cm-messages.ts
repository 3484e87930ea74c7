import { contentsOf } from './cm-content.ts';
import { asObject, fromCmNumber, own, parseCmTime, problem, quote, textAt, toCmNumber, toCmTime } from './cm-values.ts';
import type { JsonObject, Parsed } from './cm-values.ts';
import { fingerprint } from './fingerprint.ts';
import type { ChannelKind, Content } from './model.ts';
import { incomingReaction } from './reactions.ts';
import type { IncomingReaction } from './reactions.ts';
import type { RevisionType } from './revisions.ts';

export { cmReference, clientIdOf, parseCmStatus, toCmStatus } from './cm-status.ts';
export type { CmStatus } from './cm-status.ts';
export type { Parsed };

/** A customer's message as CM.com reports it, in our terms. */
export interface CmIncoming {
  readonly channel: CmChannel;
  /** The sender's address; E.164 where it is a phone number. */
  readonly from: string;
  readonly fromName: string | null;
  /** Our own number, short code or page. */
  readonly to: string | null;
  /** The provider's timestamp, epoch ms. */
  readonly at: number;
  /** CM.com's id of this message, or the reference of ours that it answers; the documentation allows both (CM8). */
  readonly reference: string | null;
  /** What the provider calls this message, where it says so for certain. */
  readonly messageId?: string;
  /** The message it answers. */
  readonly messageContext: string | null;
  /** One or more; each becomes a message. */
  readonly contents: readonly Content[];
  /** How the customer reacted to the message it answers (CM16); then the contents are only for where that is not known. */
  readonly reaction?: IncomingReaction;
  /** What was done to the customer's own message that `messageContext` names (CM17); the contents are what it says now. */
  readonly revision?: RevisionType;
  /** The same for each delivery of the same message: CM.com repeats one for up to a month (CM9). */
  readonly deduplicationKey: string;
}

/** The longest id known is a business-scoped WhatsApp id: 131 characters. */
const longestAddress = 256;

/** CM1: names CM.com uses or used, compared without case. */
const channelNames: ReadonlyMap<string, CmChannel> = new Map([
  ['sms', 'sms'],
  ['whatsapp', 'whatsapp'],
  ['viber', 'viber'],
  ['rcs', 'rcs'],
  ['facebook messenger', 'messenger'],
  ['messenger', 'messenger'],
  ['instagram', 'instagram'],
  ['apple messages for business', 'apple'],
  ['apple business chat', 'apple'],
  ['imessage', 'apple'],
  ['telegram messenger', 'telegram'],
  ['telegram', 'telegram'],
  ['twitter', 'x'],
  ['x', 'x'],
]);

/** E-mail is no channel of Business Messaging. */
export type CmChannel = Exclude<ChannelKind, 'email'>;

const cmNames: Readonly<Record<CmChannel, string>> = {
  sms: 'SMS',
  whatsapp: 'WhatsApp',
  viber: 'Viber',
  rcs: 'RCS',
  messenger: 'Facebook Messenger',
  instagram: 'Instagram',
  apple: 'Apple Messages for Business',
  telegram: 'Telegram Messenger',
  x: 'Twitter',
};

/** Reads the body of CM.com's webhook for incoming messages. Any JSON gives a result; nothing is thrown (CM10). */
export function parseCmIncoming(body: unknown): Parsed<CmIncoming> {
  const root = asObject(body);
  if (root === null) return problem('', `expected an object, got ${quote(body)}`);
  const channelName = textAt(root, 'channel');
  if (channelName === null) return problem('channel', 'missing');
  const channel = channelNames.get(channelName.trim().toLowerCase());
  if (channel === undefined) return problem('channel', `unknown channel ${quote(channelName)}`);
  const from = asObject(own(root, 'from'));
  const number = textAt(from, 'number');
  if (number === null) return problem('from.number', 'missing');
  if (number.length > longestAddress) return problem('from.number', `too long: ${number.length} characters`);
  const time = textAt(root, 'timeUtc');
  if (time === null) return problem('timeUtc', 'missing');
  const at = parseCmTime(time);
  if (at === null) return problem('timeUtc', `not a time: ${quote(time)}`);
  const to = textAt(asObject(own(root, 'to')), 'number');
  const message = asObject(own(root, 'message'));
  const reaction = reactionIn(message);
  const revision = revisionIn(message);
  const found = {
    channel,
    from: fromCmNumber(number),
    fromName: textAt(from, 'name')?.trim() ?? null,
    to: to === null ? null : fromCmNumber(to),
    at,
    reference: textAt(root, 'reference'),
    messageContext: textAt(root, 'messageContext'),
    contents: contentsOf(message, channel),
    ...(reaction && { reaction }),
    ...(revision && { revision }),
  };
  return { ok: true, value: { ...found, deduplicationKey: keyOf(found) } };
}

function keyOf(found: Omit<CmIncoming, 'deduplicationKey'>): string {
  const { channel, from, to, at, reference, messageContext, contents, reaction, revision } = found;
  const more = [reaction, revision].filter((part) => part !== undefined);
  const rest = JSON.stringify([to, reference, messageContext, contents, ...more]);
  return `${channel} ${from} ${at} ${fingerprint(rest)}`;
}

/** CM16: CM.com's own shape is not known; ours stands among what a channel has besides. */
function reactionIn(message: JsonObject | null): IncomingReaction | null {
  const reaction = asObject(own(asObject(own(message, 'custom')), 'reaction'));
  return reaction && incomingReaction(textAt(reaction, 'emoji'));
}

/** CM17: CM.com's own shape is not known; ours stands among what a channel has besides. */
function revisionIn(message: JsonObject | null): RevisionType | null {
  const type = own(asObject(own(message, 'custom')), 'revision');
  return type === 'edited' || type === 'deleted' ? type : null;
}

/** What a phone says when it hands over a message. */
export interface CmIncomingDraft {
  readonly channel: CmChannel;
  readonly from: string;
  readonly fromName?: string | null;
  readonly to: string;
  readonly at: number;
  /** Unique per message. */
  readonly reference: string;
  readonly messageContext?: string | null;
  /** What was done to the own message of `messageContext`; `content` is what it says now. */
  readonly revision?: RevisionType;
  readonly content:
    | Extract<Content, { kind: 'text' | 'location' | 'contacts' | 'choice' } | { attachment: unknown }>
    /** To the message of `messageContext`; `null` takes it back. */
    | { readonly kind: 'reaction'; readonly emoji: string | null };
}

/** Writes an incoming message the way CM.com's webhook does. */
export function toCmIncoming(draft: CmIncomingDraft): Readonly<Record<string, unknown>> {
  return {
    reference: draft.reference,
    messageContext: draft.messageContext ?? '',
    from: { number: draft.from, name: draft.fromName ?? '' },
    to: { number: toCmNumber(draft.to) },
    message: withRevision(toCmMessage(draft.content), draft.revision),
    groupings: ['', '', ''],
    timeUtc: toCmTime(draft.at),
    channel: cmNames[draft.channel],
  };
}

function withRevision(
  message: Readonly<Record<string, unknown>>,
  revision: RevisionType | undefined,
): Readonly<Record<string, unknown>> {
  return revision === undefined ? message : { ...message, custom: { ...asObject(message.custom), revision } };
}

function toCmMessage(content: CmIncomingDraft['content']): Readonly<Record<string, unknown>> {
  const noMedia = { mediaUri: '', contentType: '', title: '' };
  if (content.kind === 'text') return { text: content.text, media: noMedia, custom: {} };
  if (content.kind === 'reaction')
    return { text: '', media: noMedia, custom: { reaction: { emoji: content.emoji ?? '' } } };
  if (content.kind === 'location') {
    const { latitude, longitude, label } = content;
    return {
      text: '',
      media: noMedia,
      custom: { location: { latitude, longitude, label: label ?? '', searchQuery: '' } },
    };
  }
  if (content.kind === 'contacts') {
    const contacts = content.contacts.map(({ name, phones, emails }) => ({
      name: { formatted_name: name },
      phones: phones.map((phone) => ({ phone })),
      emails: emails.map((email) => ({ email })),
    }));
    return { text: '', media: noMedia, custom: { contacts } };
  }
  if (content.kind === 'choice') {
    const { title, description } = content;
    const list_reply = { id: title, title, ...(description !== null && { description }) };
    return { text: '', media: noMedia, custom: { interactive: { type: 'list_reply', list_reply } } };
  }
  const { attachment, caption } = content;
  const media = { mediaUri: attachment.url ?? attachment.id, contentType: attachment.mimeType, title: attachment.name };
  return { text: caption ?? '', media, custom: {} };
}
