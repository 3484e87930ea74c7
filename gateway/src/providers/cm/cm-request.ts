import { toCmNumber } from '../../../../src/domain/cm-values.ts';
import type { ChannelKind, Content, FilledPlace, TemplateFilling } from '../../../../src/domain/model.ts';
import { copyCodePlace } from '../../../../src/domain/template-text.ts';
import type { ProviderMessage } from '../provider.ts';

/** What CM.com needs to know of a tenant's account. */
export interface CmSender {
  /** Number or name that messages come from, where a message names none: ≤ 11 letters and digits, or ≤ 16 digits. */
  readonly from: string;
  /** Namespace of the WhatsApp templates. */
  readonly namespace?: string;
}

/** A message as CM.com wants it, or why it cannot be said. */
export type CmRequest =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly reason: 'unsupported-content' | 'media' | 'template'; readonly detail: string };

/** CM.com's names of the channels it sends on. */
export const cmChannels: ReadonlyMap<ChannelKind, string> = new Map([
  ['sms', 'SMS'],
  ['whatsapp', 'WhatsApp'],
  ['viber', 'Viber'],
  ['rcs', 'RCS'],
  ['messenger', 'Facebook Messenger'],
  ['instagram', 'Instagram'],
  ['apple', 'Apple Messages for Business'],
  ['telegram', 'Telegram Messenger'],
  ['x', 'Twitter'],
]);

/** CM.com's samples allow so many parts; without saying so a long message may not be split. */
const mostParts = 8;

/** Writes a message the way CM.com's Business Messaging API takes it: one message to one recipient. */
export function toCmRequest(message: ProviderMessage, sender: CmSender): CmRequest {
  const { channel, accountId, address, reference, content, answers } = message;
  const name = cmChannels.get(channel);
  if (name === undefined) return no('unsupported-content', `CM.com has no channel ${channel}`);
  const rich = channel === 'sms' ? null : richContentOf(content, sender);
  if (rich && !rich.ok) return rich;
  const text = fallbackText(content);
  if (channel === 'sms' && text === null) return no('unsupported-content', 'a text message carries text only');
  const msg = {
    from: toCmNumber(accountId ?? sender.from),
    to: [{ number: toCmNumber(address) }],
    reference,
    allowedChannels: [name],
    body: { type: 'auto', content: text ?? '' },
    ...(channel === 'sms' && { minimumNumberOfMessageParts: 1, maximumNumberOfMessageParts: mostParts }),
    ...(rich && { richContent: { conversation: [{ ...rich.item, ...contextOf(content, answers) }] } }),
  };
  return { ok: true, body: { messages: { msg: [msg] } } };
}

type RichItem =
  { readonly ok: true; readonly item: Readonly<Record<string, unknown>> } | Extract<CmRequest, { ok: false }>;

function richContentOf(content: Content, sender: CmSender): RichItem {
  switch (content.kind) {
    case 'text':
      return { ok: true, item: { text: content.text } };
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return mediaItem(content);
    case 'template':
      return templateItem(content, sender);
    case 'location':
      return {
        ok: true,
        item: { location: { latitude: content.latitude, longitude: content.longitude, label: content.label ?? '' } },
      };
    case 'contacts':
    case 'interactive':
    case 'list':
    case 'choice':
    case 'unsupported':
    case 'event':
      return no('unsupported-content', `${content.kind} cannot be sent`);
    default:
      return content satisfies never;
  }
}

/** The message that is answered; WhatsApp shows no quote with a template. */
function contextOf(
  { kind }: Content,
  answers: string | undefined,
): { readonly context?: { readonly message_id: string } } {
  return answers === undefined || kind === 'template' ? {} : { context: { message_id: answers } };
}

/** The provider fetches the file, so it must be at an address that it can reach. */
function mediaItem({ attachment, caption }: Extract<Content, { attachment: unknown }>): RichItem {
  const { url, name, mimeType } = attachment;
  if (url === null || !/^https?:\/\//i.test(url)) return no('media', 'the file is at no address that can be fetched');
  const media = { mediaName: name, mediaUri: url, mimeType };
  return { ok: true, item: { ...(caption !== null && { text: caption }), media } };
}

function templateItem(content: Extract<Content, { kind: 'template' }>, { namespace }: CmSender): RichItem {
  if (namespace === undefined) return no('template', 'the namespace of the WhatsApp templates is not set');
  if (hasLostFile(content)) return no('media', 'the file is at no address that can be fetched');
  const components = content.filling ? componentsOf(content.filling) : [];
  const whatsapp = {
    namespace,
    element_name: content.name,
    language: { code: content.language.replace('-', '_'), policy: 'deterministic' },
    components,
  };
  return { ok: true, item: { template: { whatsapp } } };
}

function hasLostFile({ filling }: Extract<Content, { kind: 'template' }>): boolean {
  return (filling?.places ?? []).some(({ value }) => value.type === 'media' && value.attachment.url === null);
}

function componentsOf({ places }: TemplateFilling): readonly unknown[] {
  const parametersOf = (component: FilledPlace['component']): readonly FilledPlace[] =>
    places.filter((place) => place.component === component);
  const header = parametersOf('header').map(parameterOf);
  const body = parametersOf('body').map(parameterOf);
  const buttons = parametersOf('button').map((place) => ({
    type: 'button',
    sub_type: place.name === copyCodePlace ? 'copy_code' : 'url',
    index: place.index,
    parameters: [{ type: 'text', text: place.text }],
  }));
  return [
    ...(header.length > 0 ? [{ type: 'header', parameters: header }] : []),
    ...(body.length > 0 ? [{ type: 'body', parameters: body }] : []),
    ...buttons,
  ];
}

/** CM.com has media under `media`, whatever its kind; what is typed goes as the text that the customer reads. */
function parameterOf({ value, text }: FilledPlace): unknown {
  if (value.type === 'location') {
    const { latitude, longitude, name, address } = value;
    return { type: 'location', location: { latitude, longitude, name, address } };
  }
  if (value.type !== 'media') return { type: 'text', text };
  const { attachment } = value;
  const type = attachment.mimeType.split('/')[0];
  return {
    type: type === 'image' || type === 'video' ? type : 'document',
    media: { mediaName: attachment.name, mediaUri: attachment.url ?? '', mimeType: attachment.mimeType },
  };
}

/** What a channel without rich content shows; `null` where there is nothing to read. */
function fallbackText(content: Content): string | null {
  if (content.kind === 'text') return content.text;
  if (content.kind === 'template') return content.body;
  return 'caption' in content ? content.caption : null;
}

function no(reason: 'unsupported-content' | 'media' | 'template', detail: string): Extract<CmRequest, { ok: false }> {
  return { ok: false, reason, detail };
}
