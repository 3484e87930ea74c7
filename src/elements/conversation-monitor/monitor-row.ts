import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Localization } from '../../controllers/localization.ts';
import type { Conversation } from '../../domain/model.ts';
import { waitingMs } from '../../domain/waiting-time.ts';
import { visibleName } from '../../domain/visible-text.ts';
import { waitingBucket, type WaitingTarget } from '../../domain/waiting-targets.ts';
import type { MonitorTexts } from '../../locales/monitor.ts';
import { cautionIcon, failedIcon, pendingIcon } from '../../styles/icons.ts';
import { directionIcon, lastMessageTime, previewText } from '../last-message.ts';
import { channelIcon, recipientName } from '../recipient.ts';

/** What all rows of one rendering share. */
export interface RowContext {
  readonly localization: Localization<MonitorTexts>;
  readonly words: MonitorTexts['monitor'];
  readonly coWorkers: ReadonlyMap<string, string>;
  readonly branches: ReadonlyMap<string, string>;
  readonly target: WaitingTarget;
  /** The minute it is. */
  readonly now: number;
}

/** Where a row stands and how it is marked. */
export interface RowPlace {
  readonly index: number;
  readonly isChosen: boolean;
  readonly isCurrent: boolean;
  /** The one row that Tab reaches. */
  readonly isActive: boolean;
  /** Whether it only keeps its place under the hand: it left the list. */
  readonly isGone: boolean;
}

/** A conversation in the monitor: what it lacks stands out (E1). */
export function monitorRow(conversation: Conversation, place: RowPlace, context: RowContext): TemplateResult {
  const { index, isChosen, isCurrent, isActive, isGone } = place;
  const { localization, words, now } = context;
  const name = recipientName(conversation, localization.messages);
  const isUnread = conversation.unreadCount > 0;
  return html`<div
    class="row inset ${isUnread ? 'unread' : ''} ${isCurrent ? 'current' : ''} ${isGone ? 'gone' : ''}"
    part="row"
    role="row"
    aria-rowindex=${index + 2}
    aria-selected=${isChosen ? 'true' : 'false'}
    aria-current=${ifDefined(isCurrent ? 'true' : undefined)}
    tabindex=${isActive ? '0' : '-1'}
    data-index=${index}
    data-lines="1"
  >
    <div class="cell choose" role="gridcell">
      <input type="checkbox" tabindex="-1" aria-label=${words.selection.chooseOne(name)} .checked=${isChosen} />
    </div>
    <div class="cell name" role="gridcell">
      ${isUnread ? html`<span class="dot"></span><span class="visually-hidden">${localization.messages.rows.unread(conversation.unreadCount)},</span>` : nothing}
      ${isGone ? html`<span class="visually-hidden">${localization.messages.rows.gone}:</span>` : nothing}
      <bdi>${name}</bdi>
      ${conversation.recipient.kind === 'unmatched' ? lacks(words.missing.recipient, name) : nothing}
    </div>
    <div class="cell message" role="gridcell">${lastMessage(conversation, localization)}</div>
    <div class="cell owner" role="gridcell">
      ${named(conversation.coWorkerId, context.coWorkers, words.missing.coWorker)}
    </div>
    <div class="cell branch" role="gridcell">
      ${named(conversation.branchId, context.branches, words.missing.branch)}
    </div>
    <div class="cell waits" role="gridcell">${waits(conversation, context)}</div>
    <div class="cell at" role="gridcell">${lastMessageTime(conversation.lastMessage, localization, now)}</div>
  </div>`;
}

function lastMessage(
  { lastMessage: message }: Conversation,
  localization: Localization<MonitorTexts>,
): TemplateResult | typeof nothing {
  if (!message) return nothing;
  const { common, channels } = localization.messages;
  const channel = message.channel === null ? '' : `${channels[message.channel]}, `;
  return html`${message.channel === null ? nothing : channelIcon(message.channel)}${directionIcon(message)}<span
      class="visually-hidden"
      >${channel}${common.directions[message.direction]}:</span
    ><bdi>${previewText(message, localization)}</bdi>`;
}

/** Somebody who is in no list any more is still somebody. */
function named(
  id: string | null,
  names: ReadonlyMap<string, string>,
  missing: string,
): TemplateResult | typeof nothing {
  return id === null ? lacks(missing) : html`<bdi>${visibleName(names.get(id) ?? id)}</bdi>`;
}

/** A mark for what is missing. A sender whose name is already "unknown" is not called so twice. */
function lacks(what: string, name: string | null = null): TemplateResult | typeof nothing {
  return what === name ? nothing : html`<span class="lacks">${what}</span>`;
}

function waits(
  conversation: Conversation,
  { localization, words, target, now }: RowContext,
): TemplateResult | typeof nothing {
  const ms = waitingMs(conversation, now);
  const bucket = waitingBucket(conversation, target, now);
  if (ms === null || bucket === null) return nothing;
  const { formats } = localization;
  const icon = bucket === 'too-late' ? failedIcon() : bucket === 'danger' ? cautionIcon() : pendingIcon();
  const said = words.waits[bucket](formats.duration(ms));
  return html`<span class="wait ${bucket}" title=${said}
    >${icon}<span aria-hidden="true">${formats.shortDuration(ms)}</span
    ><span class="visually-hidden">${said}</span></span
  >`;
}
