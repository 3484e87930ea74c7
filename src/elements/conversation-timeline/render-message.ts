import { html, nothing } from 'lit';
import type { Messages } from '../../controllers/localization.ts';
import type { TimelineEntry } from '../../controllers/timeline-controller.ts';
import type { Formats } from '../../controllers/formats.ts';
import type { Author, DeliveryStatus, Message } from '../../domain/model.ts';
import { textOf } from '../../domain/preview.ts';
import { visibleName } from '../../domain/visible-text.ts';
import type { TimelineTexts } from '../../locales/timeline.ts';
import { lockIcon } from '../../styles/icons.ts';
import { renderContent } from './render-content.ts';
import { eventSentence } from './render-event.ts';
import type { More, RowContext } from './row-context.ts';

/** Longer texts are not read out as a whole. */
const longestSpoken = 280;

/** What is in a bubble: that a note is one, what a message answers, what it says. */
export function renderSaid({ message, key }: TimelineEntry, context: RowContext): unknown {
  const { direction, replyToId } = message;
  const said = renderContent(message, key, context);
  if (direction !== 'note' && replyToId === null) return said;
  const internal = html`<span class="internal">${lockIcon()} ${context.messages.timeline.internal}</span>`;
  const quote = replyToId === null ? nothing : moreFor(context)?.quote(replyToId, context);
  return html`${direction === 'note' ? internal : nothing} ${quote} ${said}`;
}

/** Whether there is nothing below a bubble but its line. */
export function hasLineOnly({ message }: TimelineEntry, { isCurrent, showsDetails }: RowContext): boolean {
  const { reactions, status, editedAt } = message;
  return reactions.length === 0 && editedAt === null && !isTroubled(status) && !isCurrent && !showsDetails;
}

/** What stands below a bubble besides its line, and around that. */
export function renderBelow(entry: TimelineEntry, line: unknown, context: RowContext): unknown {
  if (hasLineOnly(entry, context)) return line;
  const { message } = entry;
  const { reactions, status, editedAt } = message;
  const { isCurrent, showsDetails } = context;
  const more = moreFor(context);
  const meta = editedAt === null ? line : (more?.changed(entry, line, context) ?? line);
  return html`${reactions.length > 0 ? more?.reactions(message, context) : nothing}${meta}${
    isTroubled(status) ? more?.trouble(entry, context) : nothing
  }${showsDetails ? more?.details(message, context) : nothing}${isCurrent ? more?.tools(entry, context) : nothing}`;
}

/** Whether somebody has to do something about it. */
function isTroubled(status: DeliveryStatus | null): boolean {
  return status === 'failed' || status === 'unknown';
}

/** What shows quotes, reactions, details and tools; asked for by the first message that needs it. */
function moreFor({ more, desk }: RowContext): More | null {
  if (!more) desk.want('more');
  return more;
}

/** Id of the element that holds a message's text. */
export function textId(key: string): string {
  return `text-${key.replace(/\s/g, '_')}`;
}

/** Who, which way, when, and how far: what a screen reader says before the text. */
export function messageLabel(message: Message, messages: Messages<TimelineTexts>, formats: Formats): string {
  const { author, direction, channel, status, at, editedAt } = message;
  return [
    authorName(author, messages),
    messages.common.directions[direction],
    direction === 'note' ? messages.timeline.internal : '',
    formats.time(at),
    channel ? messages.channels[channel] : '',
    editedAt === null ? '' : messages.timeline.edited,
    status ? messages.status[status] : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** What a message says, in one breath. */
export function spokenText({ content, deletedAt }: Message, messages: Messages<TimelineTexts>): string {
  if (deletedAt !== null) return messages.common.deleted;
  if (content.kind === 'event') return eventSentence(content.event, messages);
  const text = textOf(content).slice(0, longestSpoken);
  const kind = content.kind === 'text' ? '' : messages.common.kinds[content.kind];
  return [kind, text].filter((part) => part !== '').join(': ');
}

/** What the writer of a message is called; bots, campaigns and other systems say what they are (A8). */
export function authorName({ kind, name }: Author, { common, timeline }: Messages<TimelineTexts>): string {
  const shown = visibleName(name);
  if (kind === 'customer') return shown === '' ? common.unknownSender : shown;
  if (kind === 'co-worker') return shown;
  const origin = timeline.origins[kind];
  return shown === '' ? origin : `${shown} (${origin})`;
}
