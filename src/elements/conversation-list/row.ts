import { html, nothing, type TemplateResult } from 'lit';
import type { DirectoryController } from '../../controllers/directory-controller.ts';
import type { Localization } from '../../controllers/localization.ts';
import type { ConversationRow, SessionController } from '../../controllers/session-controller.ts';
import { isSnoozed } from '../../domain/snooze.ts';
import { visibleName } from '../../domain/visible-text.ts';
import type { ListTexts } from '../../locales/list.ts';
import {
  archiveIcon,
  failedIcon,
  pendingIcon,
  pinIcon,
  priorityIcon,
  snoozeIcon,
  timerIcon,
} from '../../styles/icons.ts';
import { directionIcon, lastMessageTime, previewText } from '../last-message.ts';
import { avatarOf, recipientName } from '../recipient.ts';
import { chipLabel, extraParts, rowChip, rowLabel, type RowReader } from './row-text.ts';

/** Where a row stands and how it is marked. */
export interface RowPlace {
  readonly index: number;
  /** `-1` when the backend cannot say how many there are. */
  readonly count: number;
  /** Whether it is the conversation that is open. */
  readonly isOpen: boolean;
  /** While several are chosen: whether it is one of them; else `null`. */
  readonly isChosen: boolean | null;
  /** The one row that Tab reaches. */
  readonly isActive: boolean;
  /** Whether it only keeps its place under the hand: it left the list. */
  readonly isGone: boolean;
}

/** What all rows of one rendering share. */
export interface RowContext {
  readonly localization: Localization<ListTexts>;
  readonly reader: RowReader;
  readonly now: number;
}

/** What all rows of one rendering share, as far as it is known. */
export function rowContext(
  localization: Localization<ListTexts>,
  { session, status }: Pick<SessionController, 'session' | 'status'>,
  { coWorkers, branches }: Pick<DirectoryController, 'coWorkers' | 'branches'>,
): RowContext {
  const agent = status?.backend?.agent;
  const reader = { agentId: agent?.id ?? null, branchId: agent?.branchId ?? null, coWorkers, branches };
  return { localization, reader, now: session?.serverNow() ?? 0 };
}

/** How many lines a row has: the third only when there is something to say. */
export function rowLines(row: ConversationRow, reader: RowReader): 2 | 3 {
  const { draftText, failedCount, pendingCount } = row;
  const isQuiet = failedCount === 0 && pendingCount === 0 && draftText === null;
  return isQuiet && extraParts(row, reader).length === 0 ? 2 : 3;
}

/** What a row is rendered from; it is rendered again when one of these is another. */
export function rowFacts(row: ConversationRow, place: RowPlace, { localization, reader, now }: RowContext): unknown[] {
  const { index, count, isOpen, isChosen, isActive, isGone } = place;
  const { agentId, branchId, coWorkers, branches } = reader;
  const minute = Math.floor(now / 60_000);
  return [
    row,
    index,
    count,
    isOpen,
    isChosen,
    isActive,
    isGone,
    localization,
    minute,
    agentId,
    branchId,
    coWorkers,
    branches,
  ];
}

/**
 * A row of the conversation list. Focus, selection and place come from outside; it has no behaviour of its own. Assistive
 * technology gets one sentence in place of the parts, which say much by place, icon and colour alone. No white space
 * between them: it would be nodes in every row.
 */
export function listRow(row: ConversationRow, place: RowPlace, context: RowContext): TemplateResult {
  const { recipient, lastMessage, channels } = row.conversation;
  const { localization, reader, now } = context;
  const { hue, letters, drawing } = avatarOf(recipient, lastMessage?.channel ?? channels[0]?.channel ?? null);
  const said = rowLabel(row, reader, localization, now);
  const label = place.isGone ? `${localization.messages.rows.gone}: ${said}` : said;
  const text = lastMessage ? previewText(lastMessage, localization) : '';
  // prettier-ignore
  return html`<div
    class=${rowClass(row, place, now)}
    part="row"
    role="option"
    aria-selected=${(place.isChosen ?? place.isOpen) ? 'true' : 'false'}
    aria-current=${place.isOpen ? 'true' : 'false'}
    aria-posinset=${place.index + 1}
    aria-setsize=${place.count}
    tabindex=${place.isActive ? '0' : '-1'}
    data-index=${place.index}
    data-lines=${rowLines(row, reader)}
    ><span class="visually-hidden" .textContent=${label}></span
    ><span class="choose" aria-hidden="true"><span class=${hue} data-letters=${letters}>${drawing}</span></span
    ><div class="line top" aria-hidden="true"
      ><bdi class="name" .textContent=${recipientName(row.conversation, localization.messages)}></bdi
      >${organisation(recipient.organisation)}${marksAndTime(row, context)}</div
    ><div class="line middle" aria-hidden="true"
      >${lastMessage ? directionIcon(lastMessage) : nothing}<bdi class="preview" .textContent=${text}></bdi
      >${chip(row, context)}</div
    >${extraLine(row, context)}</div>`;
}

function organisation(name: string | null): TemplateResult | typeof nothing {
  const shown = visibleName(name ?? '');
  return shown === '' ? nothing : html`<bdi class="organisation" .textContent=${shown}></bdi>`;
}

function marksAndTime(row: ConversationRow, context: RowContext): unknown {
  const time = lastMessageTime(row.conversation.lastMessage, context.localization, context.now);
  const signs = marks(row, context);
  return signs === nothing ? time : html`${signs}${time}`;
}

function rowClass({ conversation }: ConversationRow, { isChosen, isGone }: RowPlace, now: number): string {
  const marks = [
    conversation.unreadCount > 0 ? 'unread' : '',
    isChosen ? 'chosen' : '',
    isGone ? 'gone' : '',
    isSnoozed(conversation, now) ? 'sleeping' : '',
  ];
  return `row inset ${marks.join(' ')}`;
}

/** Pinned, urgent, asleep (C15), archived: small signs beside the time; the row's label says them in words. */
function marks({ conversation }: ConversationRow, { localization, now }: RowContext): TemplateResult | typeof nothing {
  const { list, rows } = localization.messages;
  const { pinned, priority, state } = conversation;
  const isArchived = state === 'archived';
  const isSleeping = isSnoozed(conversation, now);
  const isPressing = priority === 'urgent' || priority === 'high';
  if (!pinned && !isPressing && !isSleeping && !isArchived) return nothing;
  return html`<span class="marks"
    >${pinned ? html`<span title=${list.pinned}>${pinIcon()}</span>` : nothing}${
      isPressing
        ? html`<span class="priority ${priority}" title=${rows.priorities[priority]}>${priorityIcon()}</span>`
        : nothing
    }${isSleeping ? html`<span title=${list.snoozed}>${snoozeIcon()}</span>` : nothing}${
      isArchived ? html`<span title=${list.states.archived}>${archiveIcon()}</span>` : nothing
    }</span
  >`;
}

function chip({ conversation }: ConversationRow, { localization, now }: RowContext): TemplateResult | typeof nothing {
  const pressing = rowChip(conversation, now);
  if (!pressing) return nothing;
  const { formats } = localization;
  const label = chipLabel(pressing, localization);
  return pressing.kind === 'closing'
    ? html`<span class="chip closing" title=${label}>${timerIcon()}${formats.shortDuration(pressing.leftMs)}</span>`
    : html`<span class="chip" title=${label}>${pendingIcon()}${formats.shortDuration(pressing.ms)}</span>`;
}

function extraLine(row: ConversationRow, { localization, reader }: RowContext): TemplateResult | typeof nothing {
  const { list } = localization.messages;
  const { draftText, failedCount, pendingCount } = row;
  if (rowLines(row, reader) === 2) return nothing;
  const parts = extraParts(row, reader);
  return html`<div class="line extra" aria-hidden="true">
    ${failedCount > 0 ? html`<span class="failed">${failedIcon()}${list.failed}</span>` : nothing}
    ${pendingCount > 0 ? html`<span class="pending">${pendingIcon()}${list.queued}</span>` : nothing}
    ${draftText === null ? nothing : html`<span class="draft">${list.draft}</span>`}
    ${parts.length > 0 ? html`<bdi class="parts">${parts.join(' · ')}</bdi>` : nothing}
  </div>`;
}
