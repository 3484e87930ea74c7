import { html, nothing, type TemplateResult } from 'lit';
import type { Localization } from '../../controllers/localization.ts';
import type { Conversation } from '../../domain/model.ts';
import type { MyConversationsTexts } from '../../locales/my-conversations.ts';
import { markReadIcon, markUnreadIcon, openSourceIcon } from '../../styles/icons.ts';
import { directionIcon, lastMessageTime, previewText } from '../last-message.ts';
import { mayOpenSource, recipientName } from '../recipient.ts';

/** Where a row stands and what may be done with it. */
export interface TableRow {
  readonly conversation: Conversation;
  readonly index: number;
  readonly isSelected: boolean;
  /** The one row that Tab reaches. */
  readonly isActive: boolean;
  /** Whether it only keeps its place under the hand: it left the list. */
  readonly isGone: boolean;
  readonly localization: Localization<MyConversationsTexts>;
  readonly now: number;
  readonly mayMarkUnread: boolean;
}

/** A row of My conversations: recipient, last message with its arrow, when, and whether all is read (C3). */
export function tableRow(row: TableRow): TemplateResult {
  const { conversation, index, localization, now } = row;
  const { messages } = localization;
  const isUnread = conversation.unreadCount > 0;
  return html`<div
    class="row inset ${isUnread ? 'unread' : ''} ${row.isSelected ? 'current' : ''} ${row.isGone ? 'gone' : ''}"
    part="row"
    role="row"
    aria-rowindex=${index + 2}
    aria-selected=${row.isSelected ? 'true' : 'false'}
    tabindex=${row.isActive ? '0' : '-1'}
    data-index=${index}
    data-lines="1"
  >
    <div class="cell name" role="gridcell">
      ${row.isGone ? html`<span class="visually-hidden">${messages.rows.gone}:</span>` : nothing}<bdi
        >${recipientName(conversation, messages)}</bdi
      >
    </div>
    <div class="cell message" role="gridcell">${lastMessage(row)}</div>
    <div class="cell at" role="gridcell">${lastMessageTime(conversation.lastMessage, localization, now)}</div>
    <div class="cell read" role="gridcell">
      ${isUnread ? html`<span class="dot"></span>${messages.myConversations.no}` : messages.myConversations.yes}
    </div>
    <div class="cell row-actions" role="gridcell">${rowActions(row)}</div>
  </div>`;
}

function lastMessage({ conversation, localization }: TableRow): TemplateResult | typeof nothing {
  const message = conversation.lastMessage;
  if (!message) return nothing;
  return html`${directionIcon(message)}<span class="visually-hidden"
      >${localization.messages.common.directions[message.direction]}:</span
    ><bdi>${previewText(message, localization)}</bdi>`;
}

/** The same actions as in the tool bar, where the pointer is; the keyboard finds them there. */
function rowActions({ conversation, localization, mayMarkUnread }: TableRow): TemplateResult {
  const { common } = localization.messages;
  const isUnread = conversation.unreadCount > 0;
  const mark = isUnread ? common.markRead : common.markUnread;
  const name = recipientName(conversation, localization.messages);
  return html`<button
      type="button"
      class="button quiet icon-only"
      tabindex="-1"
      data-action=${isUnread ? 'mark-read' : 'mark-unread'}
      title=${mark}
      aria-label="${mark}: ${name}"
      ?hidden=${!isUnread && !mayMarkUnread}
    >
      ${isUnread ? markReadIcon() : markUnreadIcon()}</button
    ><button
      type="button"
      class="button quiet icon-only"
      tabindex="-1"
      data-action="open-source"
      title=${common.openSource}
      aria-label="${common.openSource}: ${name}"
      ?hidden=${!mayOpenSource(conversation.recipient)}
    >
      ${openSourceIcon()}
    </button>`;
}
