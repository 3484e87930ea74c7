import type { Content, FilledPlace, TemplateFilling } from '../../../../src/domain/model.ts';
import { copyCodePlace } from '../../../../src/domain/template-text.ts';
import type { ProviderMessage } from '../provider.ts';

/** A message as the WhatsApp Cloud API wants it, or why it cannot be said. */
export type WhatsAppRequest =
  | { readonly ok: true; readonly body: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly reason: 'unsupported-content' | 'media'; readonly detail: string };

/** What stands before the id of a file that was uploaded, where others have an address. */
export const uploadedMark = 'whatsapp-media:';

/** Writes a message for the Cloud API. Our reference comes back with every status as `biz_opaque_callback_data`. */
export function toWhatsAppRequest({ channel, address, reference, content, answers }: ProviderMessage): WhatsAppRequest {
  if (channel !== 'whatsapp') return no('unsupported-content', `this connection has no channel ${channel}`);
  const part = partOf(content);
  if (!part.ok) return part;
  return {
    ok: true,
    body: {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: address.replace(/^\+/, ''),
      biz_opaque_callback_data: reference,
      ...(answers !== undefined && content.kind !== 'template' && { context: { message_id: answers } }),
      ...part.body,
    },
  };
}

function partOf(content: Content): WhatsAppRequest {
  switch (content.kind) {
    case 'text':
      return { ok: true, body: { type: 'text', text: { body: content.text, preview_url: false } } };
    case 'image':
    case 'video':
    case 'audio':
    case 'document':
    case 'sticker':
      return mediaPart(content);
    case 'template':
      return templatePart(content);
    case 'location': {
      const { latitude, longitude, label } = content;
      return { ok: true, body: { type: 'location', location: { latitude, longitude, name: label ?? '' } } };
    }
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

function mediaPart({ kind, attachment, caption }: Extract<Content, { attachment: unknown }>): WhatsAppRequest {
  const { url, name } = attachment;
  const place = placeOf(url);
  if (!place) return no('media', 'the file is at no address that can be fetched');
  const hasCaption = caption !== null && kind !== 'audio' && kind !== 'sticker';
  const file = { ...place, ...(hasCaption && { caption }), ...(kind === 'document' && { filename: name }) };
  return { ok: true, body: { type: kind, [kind]: file } };
}

/** Where Meta finds a file; `null` for nowhere. */
function placeOf(url: string | null): { readonly id: string } | { readonly link: string } | null {
  if (url?.startsWith(uploadedMark)) return { id: url.slice(uploadedMark.length) };
  return url !== null && /^https?:\/\//i.test(url) ? { link: url } : null;
}

function templatePart({ name, language, filling }: Extract<Content, { kind: 'template' }>): WhatsAppRequest {
  const isLost = filling?.places.some(({ value }) => value.type === 'media' && !placeOf(value.attachment.url));
  if (isLost) return no('media', 'the file is at no address that can be fetched');
  const components = filling ? componentsOf(filling) : [];
  const template = { name, language: { code: language.replace('-', '_') }, components };
  return { ok: true, body: { type: 'template', template } };
}

function componentsOf({ places, parameterFormat }: TemplateFilling): readonly unknown[] {
  const isNamed = parameterFormat === 'named';
  const of = (component: FilledPlace['component']): readonly unknown[] =>
    places.filter((place) => place.component === component).map((place) => parameterOf(place, isNamed));
  const buttons = places
    .filter(({ component }) => component === 'button')
    .map(({ index, name, text }) => ({
      type: 'button',
      sub_type: name === copyCodePlace ? 'copy_code' : 'url',
      index: String(index),
      parameters: [name === copyCodePlace ? { type: 'coupon_code', coupon_code: text } : { type: 'text', text }],
    }));
  const [header, body] = [of('header'), of('body')];
  return [
    ...(header.length > 0 ? [{ type: 'header', parameters: header }] : []),
    ...(body.length > 0 ? [{ type: 'body', parameters: body }] : []),
    ...buttons,
  ];
}

function parameterOf({ value, text, name }: FilledPlace, isNamed: boolean): unknown {
  if (value.type === 'media') {
    const kind = value.attachment.mimeType.split('/')[0];
    const type = kind === 'image' || kind === 'video' ? kind : 'document';
    const { url, name: filename } = value.attachment;
    return { type, [type]: { ...placeOf(url), ...(type === 'document' && { filename }) } };
  }
  if (value.type === 'location') {
    const { latitude, longitude, name: label, address } = value;
    return { type: 'location', location: { latitude, longitude, name: label, address } };
  }
  return { type: 'text', text, ...(isNamed && { parameter_name: name }) };
}

function no(reason: 'unsupported-content' | 'media', detail: string): Extract<WhatsAppRequest, { readonly ok: false }> {
  return { ok: false, reason, detail };
}
