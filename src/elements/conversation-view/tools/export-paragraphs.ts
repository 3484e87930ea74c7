import type { ExportedConversation, ExportedMessage } from '../../../domain/export-conversation.ts';
import { dayKey } from '../../../domain/days.ts';
import type { DocumentLink, DocumentParagraph } from '../../../domain/export-document.ts';
import { isolatedName, readableNumber, visibleName } from '../../../domain/visible-text.ts';
import type { Linkifier } from '../../../dom/linkify.ts';
import type { Localize } from '../../../controllers/localization.ts';
import type { InboxTexts } from '../../../locales/inbox.en.ts';
import type { TimelineTexts } from '../../../locales/timeline.ts';
import { eventSentence } from '../../conversation-timeline/render-event.ts';

/** In whose words and time a conversation is written out. */
export interface ExportWriter {
  readonly texts: InboxTexts['export'];
  readonly localize: Localize<TimelineTexts>;
  readonly linkify: Linkifier;
  readonly now: number;
}

type Style = DocumentParagraph['style'];

/** A conversation as it stands on paper and in a PDF: who, when, and each message under its day (D9). */
export function exportParagraphs(
  title: string,
  conversation: ExportedConversation,
  writer: ExportWriter,
): readonly DocumentParagraph[] {
  const { timeZone, formats } = writer.localize;
  const days = new Set<string>();
  return [
    plain(title, 'title'),
    ...about(conversation, writer).map((text) => plain(text, 'meta')),
    ...conversation.messages.flatMap((message) => {
      const day = dayKey(message.at, timeZone);
      const isNew = !days.has(day);
      days.add(day);
      return [...(isNew ? [plain(formats.longDate(message.at), 'day')] : []), ...written(message, writer)];
    }),
  ];
}

function about({ addresses, organisation, tags, messages }: ExportedConversation, writer: ExportWriter): string[] {
  const { texts, localize, now } = writer;
  const { formats, messages: words, timeZone } = localize;
  const places = addresses.map(({ channel, address }) => `${words.channels[channel]} ${readableNumber(address)}`);
  const authors = messages.filter(({ direction }) => direction !== 'event').map(({ author }) => visibleName(author));
  const names = [...new Set(authors)].filter((name) => name !== '');
  const [first, last] = [messages[0], messages.at(-1)];
  return [
    visibleName(organisation ?? ''),
    places.join(' · '),
    names.length > 0 ? texts.participants(names.map(isolatedName).join(', ')) : '',
    first && last ? texts.period(formats.longDate(first.at), formats.longDate(last.at)) : '',
    tags.map((tag) => `#${visibleName(tag)}`).join(' '),
    `${texts.exportedAt(formats.dateTime(now))} · ${texts.zone(timeZone)}`,
  ].filter((text) => text !== '');
}

/** What was written, or what happened, in words. */
export function exportedText(
  message: ExportedMessage,
  { texts, localize }: Pick<ExportWriter, 'texts' | 'localize'>,
): string {
  if (message.event) return eventSentence(message.event, localize.messages);
  return message.deletedAt === null ? message.text : texts.deleted;
}

function written(message: ExportedMessage, writer: ExportWriter): DocumentParagraph[] {
  const { texts, localize, linkify } = writer;
  const { channels, status, timeline, common } = localize.messages;
  const { direction: side } = message;
  const time = `${localize.formats.time(message.at)} ${zoneAt(message.at, localize)}`;
  const text = exportedText(message, writer).normalize();
  if (message.event) return [{ ...plain(`${time} · ${text}`, 'event'), side }];
  const facts = [
    common.directions[side],
    time,
    message.channel ? channels[message.channel] : side === 'note' ? timeline.internal : '',
    message.status ? status[message.status] : '',
    changedOn(message, writer),
  ];
  const body = (part: string): DocumentParagraph => ({
    text: part,
    style: 'body',
    side,
    links: linksOf(part, linkify),
  });
  return [
    { ...plain(visibleName(message.author) || common.unknownSender, 'heading'), side },
    { ...plain(facts.filter((fact) => fact !== '').join(' · '), 'about'), side },
    ...(text === '' ? [] : [body(text)]),
    ...message.files.map((file) => ({ ...plain(`${texts.file}: ${visibleName(file)}`, 'body'), side })),
  ];
}

/** That and when it was changed, or when it was taken back. */
function changedOn({ editedAt, deletedAt }: ExportedMessage, { texts, localize }: ExportWriter): string {
  const { formats } = localize;
  if (deletedAt !== null) return texts.deletedOn(formats.dateTime(deletedAt));
  return editedAt === null ? '' : texts.editedOn(formats.dateTime(editedAt));
}

/** `CET`, or `GMT+1` where the language has no name for it: it differs between summer and winter. */
function zoneAt(at: number, { formats, timeZone }: Localize<TimelineTexts>): string {
  const parts = new Intl.DateTimeFormat(formats.locale, { timeZone, timeZoneName: 'short' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

function linksOf(text: string, linkify: Linkifier): readonly DocumentLink[] {
  let end = 0;
  return linkify(text).flatMap((part) => {
    const start = end;
    end += part.text.length;
    return part.kind === 'link' ? [{ start, end, href: part.href }] : [];
  });
}

function plain(text: string, style: Style): DocumentParagraph {
  return { text: text.normalize(), style, side: null, links: [] };
}
