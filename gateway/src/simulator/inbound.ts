import { asObject, numberAt, own, textAt } from '../../../src/domain/cm-values.ts';
import type { JsonObject } from '../../../src/domain/cm-values.ts';
import type { CmChannel, CmIncomingDraft } from '../../../src/domain/cm-messages.ts';
import { kindOfType } from '../../../src/domain/file-type.ts';
import { incomingReaction } from '../../../src/domain/reactions.ts';
import type { RevisionType } from '../../../src/domain/revisions.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import { cmChannels } from '../providers/cm/cm-request.ts';
import type { MediaFile } from './media.ts';

/** A customer's message. */
export interface Inbound {
  readonly channel: CmChannel;
  readonly from: string;
  readonly content: CmIncomingDraft['content'];
  readonly to: string | null;
  readonly name: string;
  /** When it was written, epoch ms; `null` = now. */
  readonly at: number | null;
  /** What the message is called that it answers, or changes. */
  readonly answers: string | null;
  /** What is done to the own message that it names; then it is none itself. */
  readonly revision: RevisionType | null;
}

/** Finds a file that was kept before. */
export type FindMedia = (id: string) => Promise<MediaFile | null>;

/**
 * Reads `{ channel, from, to?, name?, at?, answers? }` and what is said: `text`, `location: { latitude, longitude,
 * label? }`, `contacts: [{ name, phones?, emails? }]`, `choice: { title, description? }` of a list,
 * `media: { id, caption? }` with the id of a file that was put here, or `reaction` to what it answers: an emoji, or nothing to take it back. With
 * `revision: 'edited' | 'deleted'` it changes or takes back the own message that `answers` names. The channel goes by our name
 * or CM.com's.
 */
export async function inboundOf(body: unknown, find: FindMedia): Promise<Inbound> {
  const object = asObject(body);
  const channel = channelNamed(textAt(object, 'channel') ?? '');
  const from = textAt(object, 'from');
  const at = own(object, 'at');
  if (channel === null) throw invalid('channel', 'there is no such channel');
  if (from === null) throw invalid('from', 'from is missing');
  if (at !== undefined && (typeof at !== 'number' || !Number.isInteger(at) || Math.abs(at) > 8.64e15))
    throw invalid('at', 'at is a time in ms');
  const revision = revisionIn(object);
  return {
    channel,
    from,
    content: revision === 'deleted' ? { kind: 'text', text: '' } : await contentOf(object, channel, find),
    revision,
    to: textAt(object, 'to'),
    name: textAt(object, 'name') ?? '',
    at: at ?? null,
    answers: textAt(object, 'answers'),
  };
}

function revisionIn(object: JsonObject | null): RevisionType | null {
  const revision = own(object, 'revision');
  if (revision === undefined) return null;
  if (revision !== 'edited' && revision !== 'deleted') throw invalid('revision', 'there is no such revision');
  if (textAt(object, 'answers') === null) throw invalid('answers', 'a revision is of something');
  return revision;
}

async function contentOf(
  object: JsonObject | null,
  channel: CmChannel,
  find: FindMedia,
): Promise<CmIncomingDraft['content']> {
  const text = own(object, 'text');
  if (typeof text === 'string') return { kind: 'text', text };
  if (channel === 'sms') throw invalid('text', 'a text message holds text');
  const reaction = own(object, 'reaction');
  if (typeof reaction === 'string') {
    if (textAt(object, 'answers') === null) throw invalid('answers', 'a reaction is to something');
    return { kind: 'reaction', ...incomingReaction(reaction) };
  }
  const location = asObject(own(object, 'location'));
  if (location) return placeOf(location);
  const choice = asObject(own(object, 'choice'));
  if (choice) return choiceOf(choice);
  const contacts = own(object, 'contacts');
  if (Array.isArray(contacts)) return { kind: 'contacts', contacts: contacts.map(cardOf) };
  const media = asObject(own(object, 'media'));
  if (media) return fileOf(media, channel, find);
  throw invalid('text', 'text is missing');
}

function choiceOf(choice: JsonObject): CmIncomingDraft['content'] {
  const title = textAt(choice, 'title');
  if (title === null) throw invalid('choice', 'a choice has a title');
  return { kind: 'choice', title, description: textAt(choice, 'description') };
}

function placeOf(location: JsonObject): CmIncomingDraft['content'] {
  const latitude = numberAt(location, 'latitude');
  const longitude = numberAt(location, 'longitude');
  if (latitude === null || longitude === null || Math.abs(latitude) > 90 || Math.abs(longitude) > 180)
    throw invalid('location', 'there is no such place');
  return { kind: 'location', latitude, longitude, label: textAt(location, 'label') };
}

function cardOf(value: unknown): { name: string; phones: readonly string[]; emails: readonly string[] } {
  const card = asObject(value);
  const name = textAt(card, 'name');
  if (name === null) throw invalid('contacts', 'a card has a name');
  return { name, phones: textsAt(card, 'phones'), emails: textsAt(card, 'emails') };
}

function textsAt(object: JsonObject | null, key: string): readonly string[] {
  const list = own(object, key);
  return Array.isArray(list) ? list.filter((item): item is string => typeof item === 'string') : [];
}

async function fileOf(media: JsonObject, channel: CmChannel, find: FindMedia): Promise<CmIncomingDraft['content']> {
  const file = await find(textAt(media, 'id') ?? '');
  if (!file) throw invalid('media.id', 'there is no such file');
  const { id, name, mimeType, sizeBytes } = file;
  const isSticker = mimeType === 'image/webp' && channel === 'whatsapp';
  const rest = { url: null, thumbnailUrl: null, altText: null, durationMs: null };
  return {
    kind: isSticker ? 'sticker' : kindOfType(mimeType),
    attachment: { id, name, mimeType, sizeBytes, ...rest },
    caption: textAt(media, 'caption'),
  };
}

function channelNamed(text: string): CmChannel | null {
  const wanted = text.toLowerCase();
  const found = [...cmChannels].find(([channel, name]) => channel === wanted || name.toLowerCase() === wanted);
  return (found?.[0] ?? null) as CmChannel | null;
}

function invalid(path: string, message: string): AdapterError {
  return new AdapterError('invalid', message, { path });
}
