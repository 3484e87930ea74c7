import { html, noChange, nothing, type TemplateResult } from 'lit';
import { keyedRows, type RowMemo } from '../keyed-rows.ts';
import type { Localization } from '../../controllers/localization.ts';
import type { ActionState } from '../../controllers/message-actions.ts';
import type { TimelineEntry } from '../../controllers/timeline-controller.ts';
import type * as rows from '../../controllers/timeline-rows.ts';
import { renderEvent } from './render-event.ts';
import { messageLabel, renderAuthor, renderBelow, renderSaid, textId } from './render-message.ts';
import type { Message } from '../../domain/model.ts';
import type { More, RowContext, RowDesk, Thread } from './row-context.ts';

type PlacedRow = rows.PlacedRow<TimelineEntry>;
type TimelineDay = rows.TimelineDay<TimelineEntry>;

/** What all rows share. */
export interface Board {
  readonly localization: Localization;
  /** The backend's time. */
  readonly now: number;
  /** How many messages were unread when the agent came. */
  readonly unreadCount: number;
  /** As assistive technology counts; `-1` while the beginning is not loaded. */
  readonly setSize: number;
  /** Key of the article that Tab reaches. */
  readonly activeKey: string | null;
  /** Another value renders messages anew: something they needed has loaded. */
  readonly extras: number;
  readonly isExpanded: (key: string) => boolean;
  readonly stateOf: (key: string) => ActionState | null;
  readonly isCurrent: (key: string) => boolean;
  readonly showsDetails: (key: string) => boolean;
  /** Key of the message that somebody was led to. */
  readonly foundKey: string | null;
  /** Keys of messages before which others are missing. */
  readonly holes: readonly string[];
  /** In a history across conversations: which one a message belongs to. */
  readonly threadOf: ((message: Message) => Thread) | null;
  readonly more: More | null;
  readonly desk: RowDesk;
}

/** What stands before a message for assistive technology only: a new day, the first unread message. */
interface Lead {
  readonly day: string;
  readonly unread: string;
}

/** Room for messages that are not mounted. Its height is an attribute: a strict content security policy allows that. */
export function renderGap(): TemplateResult {
  return html`<svg class="gap" width="0" height="0" aria-hidden="true"></svg>`;
}

/** A day: its separator, which stays in view, and its messages. */
export function renderDay({ dayStart, isWhole, rows }: TimelineDay, board: Board): TemplateResult {
  const { formats, messages } = board.localization;
  const day = formats.day(dayStart, board.now);
  const unread = messages.timeline.unread(board.unreadCount);
  const firstMessage = rows.find(({ type }) => type === 'message' || type === 'event');
  const unreadAt = rows.findIndex(({ type }) => type === 'unread');
  // prettier-ignore
  return html`<div class="day ${isWhole ? 'whole' : ''}"><div class="day-mark" part="day" aria-hidden="true"><span .textContent=${day}></span></div>${keyedRows(
      rows,
      ({ key }) => key,
      (row, index, memo) => {
        if (row.type === 'gap') return renderGap();
        if (row.type === 'unread')
          return html`<div class="unread" part="unread" aria-hidden="true"><span .textContent=${unread}></span></div>`;
        const isFirstUnread = unreadAt >= 0 && index === unreadAt + 1;
        const lead = { day: row === firstMessage ? day : '', unread: isFirstUnread ? unread : '' };
        return renderRow(row, { lead, memo }, board);
      },
    )}</div>`;
}

/** A message or event as an article. What is in it is rendered again only when it changed. */
function renderRow(
  row: PlacedRow,
  { lead, memo }: { readonly lead: Lead; readonly memo: RowMemo },
  board: Board,
): TemplateResult {
  const { entry, key } = row;
  const { message } = entry;
  const { messages, formats } = board.localization;
  const isActive = key === board.activeKey;
  const [starts, ends] = row.type === 'message' ? [row.startsGroup, row.endsGroup] : [false, false];
  const [above, said, below] = renderInside(row, { lead, memo }, board);
  const kind = row.type === 'event' ? 'event' : 'bubble';
  // No white space around what is in it: it would be nodes in every row.
  // prettier-ignore
  return html`<article
    class="row ${message.direction} ${starts ? 'starts' : ''} ${ends ? 'ends' : ''} ${key === board.foundKey ? 'found' : ''}"
    part="message"
    data-key=${key}
    tabindex=${isActive ? 0 : -1}
    aria-label=${messageLabel(message, messages, formats)}
    aria-describedby=${textId(key)}
    aria-posinset=${row.position}
    aria-setsize=${board.setSize}
    >${above}<div class=${kind} part=${kind} id=${textId(key)}>${said}</div>${below}</article>`;
}

/** What stands above, in and below the bubble of a row. */
function renderInside(
  row: PlacedRow,
  { lead, memo }: { readonly lead: Lead; readonly memo: RowMemo },
  board: Board,
): readonly [unknown, unknown, unknown] {
  const { entry, key } = row;
  const { localization, extras } = board;
  const context = contextOf(entry, board);
  const isAfterHole = board.holes.includes(key);
  const thread = row.startsThread ? board.threadOf?.(entry.message) : undefined;
  const { tabIndex, isExpanded, isCurrent, showsDetails, state, more } = context;
  const [starts, ends] = row.type === 'message' ? [row.startsGroup, row.endsGroup] : [false, false];
  const place = [entry, starts, ends, lead.day, lead.unread, isAfterHole, thread?.conversation];
  if (memo.holds([...place, tabIndex, localization, isExpanded, isCurrent, showsDetails, state, more, extras]))
    return [noChange, noChange, noChange];
  const above = renderAbove(row, { ...lead, isAfterHole, thread }, context);
  if (row.type === 'event') return [above, renderEvent(entry.message, context), nothing];
  return [above, renderSaid(entry, context), renderBelow(row, context)];
}

/** What stands above a message inside its article; one place for all of it, as most have the name at most. */
function renderAbove(
  row: PlacedRow,
  { day, unread, isAfterHole, thread }: Lead & { readonly isAfterHole: boolean; readonly thread: Thread | undefined },
  context: RowContext,
): unknown {
  const hasName = row.type === 'message' && row.startsGroup && !isNamedAbove(thread, context);
  const author = hasName ? renderAuthor(row.entry.message, context) : nothing;
  if (day === '' && unread === '' && !isAfterHole && !thread) return author;
  // prettier-ignore
  return html`${isAfterHole ? renderHole(row.key, context) : nothing}${thread ? renderThread(thread, context) : nothing}${
    day === '' ? nothing : html`<h3 class="visually-hidden">${day}</h3>`
  }${unread === '' ? nothing : html`<span class="visually-hidden" .textContent=${unread}></span>`}${author}`;
}

/** Across recipients each run begins with the recipient's name: it need not stand above their first message again. */
function isNamedAbove(thread: Thread | undefined, { more }: RowContext): boolean {
  return (
    thread?.by === 'recipient' &&
    thread.conversation !== null &&
    more !== null &&
    thread.message.direction === 'incoming'
  );
}

function contextOf(entry: TimelineEntry, board: Board): RowContext {
  const { key } = entry;
  const { messages, formats } = board.localization;
  return {
    messages,
    formats,
    tabIndex: key === board.activeKey ? 0 : -1,
    isExpanded: board.isExpanded(key),
    isCurrent: board.isCurrent(key),
    showsDetails: board.showsDetails(key),
    isFormatted: entry.message.channel === 'whatsapp',
    state: board.stateOf(key),
    more: board.more,
    desk: board.desk,
  };
}

function renderThread(thread: Thread, context: RowContext): unknown {
  if (!context.more) context.desk.want('more');
  return context.more?.thread(thread, context);
}

function renderHole(key: string, context: RowContext): unknown {
  if (!context.more) context.desk.want('more');
  return context.more?.hole(key, context);
}
