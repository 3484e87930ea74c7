import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../controllers/localization.ts';
import type { TimelineEntry } from '../../controllers/timeline-controller.ts';
import type { Formats } from '../../controllers/formats.ts';
import type { Author, DeliveryStatus, Message } from '../../domain/model.ts';
import { textOf } from '../../domain/preview.ts';
import { visibleName } from '../../domain/visible-text.ts';
import { lockIcon } from '../../styles/icons.ts';
import { channelIcon } from '../recipient.ts';
import { renderContent } from './render-content.ts';
import { eventSentence } from './render-event.ts';
import { renderStatus } from './render-status.ts';
import type { More, MessageRow, RowContext } from './row-context.ts';

/** Statuses that say something is still to come, or went wrong: shown also inside a group. */
const unsettled: ReadonlySet<DeliveryStatus | null> = new Set(['queued', 'sending', 'unknown', 'failed', 'cancelled']);
/** Longer texts are not read out as a whole. */
const longestSpoken = 280;

/** A message: who, what, when, by which channel, and how far it got. */
export function renderMessage({ entry, startsGroup, endsGroup }: MessageRow, context: RowContext): TemplateResult {
  const { message, key } = entry;
  const isNote = message.direction === 'note';
  const { replyToId, reactions } = message;
  const more = moreFor(entry, context);
  return html`${startsGroup ? renderAuthor(message, context) : nothing}
    <div class="bubble" part="bubble" id=${textId(key)}>
      ${isNote ? html`<span class="internal">${lockIcon()} ${context.messages.timeline.internal}</span>` : nothing}
      ${replyToId !== null ? more?.quote(replyToId, context) : nothing} ${renderContent(message, key, context)}
    </div>
    ${reactions.length > 0 ? more?.reactions(message, context) : nothing}
    ${endsGroup || unsettled.has(message.status) ? renderMeta(message, context) : nothing}
    ${isTroubled(message.status) ? more?.trouble(entry, context) : nothing}
    ${context.showsDetails ? more?.details(message, context) : nothing}
    ${context.isCurrent ? more?.tools(entry, context) : nothing}`;
}

/** Whether somebody has to do something about it. */
function isTroubled(status: DeliveryStatus | null): boolean {
  return status === 'failed' || status === 'unknown';
}

/** What shows quotes, reactions, details and tools; asked for by the first message that needs it. */
function moreFor({ message }: TimelineEntry, { more, isCurrent, showsDetails, desk }: RowContext): More | null {
  const { replyToId, reactions, status } = message;
  const needsMore = replyToId !== null || reactions.length > 0 || isTroubled(status) || isCurrent || showsDetails;
  if (!more && needsMore) desk.want('more');
  return more;
}

/** Id of the element that holds a message's text. */
export function textId(key: string): string {
  return `text-${key.replace(/\s/g, '_')}`;
}

/** Who, which way, when, and how far: what a screen reader says before the text. */
export function messageLabel(message: Message, messages: Messages, formats: Formats): string {
  const { author, direction, channel, status, at } = message;
  return [
    authorName(author, messages),
    messages.common.directions[direction],
    direction === 'note' ? messages.timeline.internal : '',
    formats.time(at),
    channel ? messages.channels[channel] : '',
    status ? messages.status[status] : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** What a message says, in one breath. */
export function spokenText({ content, deletedAt }: Message, messages: Messages): string {
  if (deletedAt !== null) return messages.timeline.deleted;
  if (content.kind === 'event') return eventSentence(content.event, messages);
  const text = textOf(content).slice(0, longestSpoken);
  const kind = content.kind === 'text' ? '' : messages.common.kinds[content.kind];
  return [kind, text].filter((part) => part !== '').join(': ');
}

/** What the writer of a message is called; bots, campaigns and other systems say what they are (A8). */
export function authorName({ kind, name }: Author, { common, timeline }: Messages): string {
  const shown = visibleName(name);
  if (kind === 'customer') return shown === '' ? common.unknownSender : shown;
  if (kind === 'co-worker') return shown;
  const origin = timeline.origins[kind];
  return shown === '' ? origin : `${shown} (${origin})`;
}

/** The customer's name stands above what they wrote; that of a co-worker in the line below. */
function renderAuthor(message: Message, { messages }: RowContext): TemplateResult | typeof nothing {
  if (message.direction !== 'incoming') return nothing;
  return html`<bdi class="author" part="author" aria-hidden="true">${authorName(message.author, messages)}</bdi>`;
}

function renderMeta(message: Message, { messages, formats }: RowContext): TemplateResult {
  const { at, channel, direction, author, status, editedAt } = message;
  const name = direction === 'incoming' ? '' : authorName(author, messages);
  const parts = [
    html`<time datetime=${new Date(at).toISOString()} title=${formats.dateTime(at)}>${formats.time(at)}</time>`,
    channel ? html`<span class="channel">${channelIcon(channel)} ${messages.channels[channel]}</span>` : null,
    name === '' ? null : html`<bdi>${name}</bdi>`,
    editedAt === null ? null : html`<span>${messages.timeline.edited}</span>`,
    status ? renderStatus(status, messages) : null,
  ];
  return html`<p class="meta" part="meta" aria-hidden="true">
    ${parts
      .filter((part) => part !== null)
      .map((part, index) => (index === 0 ? part : html` <span class="separator">·</span> ${part}`))}
  </p>`;
}
