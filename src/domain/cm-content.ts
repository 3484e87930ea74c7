import { asObject, numberAt, own, textAt } from './cm-values.ts';
import type { JsonObject } from './cm-values.ts';
import type { Attachment, ChannelKind, Content } from './model.ts';

type FileKind = 'image' | 'video' | 'audio' | 'document' | 'sticker';

/** Images a browser shows safely; anything else, SVG above all, is a file to download. */
const shownImages = /^image\/(?:jpe?g|png|gif|webp|bmp|heic|heif|avif)$/;

/**
 * What a CM.com message carries, as contents of ours: at least one, so that nothing is dropped. A file's text is its
 * caption; a place or contact card with text becomes two contents (CM6).
 */
export function contentsOf(message: JsonObject | null, channel: ChannelKind): readonly Content[] {
  const text = textAt(message, 'text');
  const media = mediaContent(asObject(own(message, 'media')), channel, text);
  if (media) return [media, ...customContents(message)];
  const contents = [...customContents(message), ...(text === null ? [] : [{ kind: 'text', text } satisfies Content])];
  return contents.length > 0 ? contents : [{ kind: 'unsupported', description: describe(message) }]; // CM7
}

function mediaContent(media: JsonObject | null, channel: ChannelKind, caption: string | null): Content | null {
  const uri = textAt(media, 'mediaUri');
  if (uri === null) return null;
  const mimeType = mimeTypeOf(textAt(media, 'contentType'));
  return { kind: fileKind(mimeType, channel), attachment: attachment(uri, mimeType, textAt(media, 'title')), caption };
}

/** CM5: the kind follows the content type; the only pictures WhatsApp sends as WebP are stickers. */
function fileKind(mimeType: string, channel: ChannelKind): FileKind {
  if (mimeType === 'image/webp' && channel === 'whatsapp') return 'sticker';
  if (shownImages.test(mimeType)) return 'image';
  if (mimeType.startsWith('video/')) return 'video';
  return mimeType.startsWith('audio/') ? 'audio' : 'document';
}

function mimeTypeOf(contentType: string | null): string {
  const type = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : 'application/octet-stream';
}

function attachment(uri: string, mimeType: string, title: string | null): Attachment {
  return {
    id: uri,
    name: (title ?? lastSegment(uri)).slice(0, 255),
    mimeType,
    sizeBytes: null,
    url: /^https?:\/\//i.test(uri) ? uri : null,
    thumbnailUrl: null,
    altText: null,
    durationMs: null,
  };
}

function lastSegment(uri: string): string {
  const path = uri.split(/[?#]/, 1)[0] ?? '';
  return path.slice(path.lastIndexOf('/') + 1) || 'file';
}

function customContents(message: JsonObject | null): readonly Content[] {
  const custom = asObject(own(message, 'custom'));
  const contents = [
    locationContent(asObject(own(custom, 'location'))),
    contactsContent(own(custom, 'contacts')),
    interactiveReply(asObject(own(custom, 'interactive'))),
  ];
  return contents.filter((content) => content !== null);
}

function locationContent(location: JsonObject | null): Content | null {
  const latitude = numberAt(location, 'latitude');
  const longitude = numberAt(location, 'longitude');
  if (latitude === null || longitude === null || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null;
  return { kind: 'location', latitude, longitude, label: textAt(location, 'label') ?? textAt(location, 'searchQuery') };
}

/** CM18: what a customer tapped: a button says its words, a row of a list is a choice. */
export function interactiveReply(interactive: JsonObject | null): Content | null {
  const row = asObject(own(interactive, 'list_reply'));
  const title = textAt(row, 'title');
  if (title !== null) return { kind: 'choice', title, description: textAt(row, 'description') };
  const text = textAt(asObject(own(interactive, 'button_reply')), 'title');
  return text === null ? null : { kind: 'text', text };
}

/** People as WhatsApp and CM.com write them. */
export function contactsContent(contacts: unknown): Content | null {
  if (!Array.isArray(contacts)) return null;
  const known = contacts.map(asObject).filter((contact) => contact !== null);
  if (known.length === 0) return null;
  return {
    kind: 'contacts',
    contacts: known.map((contact) => ({
      name: contactName(contact),
      phones: textsIn(own(contact, 'phones'), 'phone'),
      emails: textsIn(own(contact, 'emails'), 'email'),
    })),
  };
}

function contactName(contact: JsonObject): string {
  const name = asObject(own(contact, 'name'));
  const parts = [textAt(name, 'first_name'), textAt(name, 'last_name')].filter((part) => part !== null);
  return textAt(contact, 'name') ?? textAt(name, 'formatted_name') ?? parts.join(' ');
}

function textsIn(list: unknown, key: string): string[] {
  if (!Array.isArray(list)) return [];
  return list.map((item: unknown) => textAt(asObject(item) ?? { [key]: item }, key)).filter((text) => text !== null);
}

/** The names of what we do not know, for support; never the customer's words. */
function describe(message: JsonObject | null): string {
  const custom = asObject(own(message, 'custom'));
  return (custom ? Object.keys(custom) : []).slice(0, 5).join(', ').slice(0, 100);
}
