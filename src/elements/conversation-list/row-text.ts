import type { ConversationRow } from '../../controllers/session-controller.ts';
import type { Localization } from '../../controllers/localization.ts';
import { windowLeft } from '../../controllers/window-left.ts';
import { windowOf } from '../../domain/channel-windows.ts';
import { waitingMs } from '../../domain/waiting-time.ts';
import type { ChannelKind, Conversation } from '../../domain/model.ts';
import { isSnoozed } from '../../domain/snooze.ts';
import { visibleName } from '../../domain/visible-text.ts';
import type { ListTexts } from '../../locales/list.ts';
import { previewText } from '../last-message.ts';
import { recipientName } from '../recipient.ts';

const minuteMs = 60_000;
/** From here on a closing window is worth a mark. */
const closingSoonMs = 4 * 60 * minuteMs;

/** Who is reading, for what goes without saying: my own name and my own branch are not repeated in each row. */
export interface RowReader {
  readonly agentId: string | null;
  readonly branchId: string | null;
  readonly coWorkers: ReadonlyMap<string, string>;
  readonly branches: ReadonlyMap<string, string>;
}

/** The one chip of a row: a reply window about to close, else how long the customer waits. */
export type RowChip =
  | { readonly kind: 'closing'; readonly channel: ChannelKind; readonly leftMs: number }
  | { readonly kind: 'waiting'; readonly ms: number };

/** What stands in the chip of a row at `now`; `null` when nothing presses. */
export function rowChip(conversation: Conversation, now: number): RowChip | null {
  if (conversation.state === 'archived' || conversation.state === 'spam') return null;
  const channel = conversation.channels.find((one) => one.channel === conversation.lastIncomingChannel);
  if (channel) {
    const left = windowLeft(windowOf(channel, now), now);
    if (left && left.leftMs <= closingSoonMs) return { kind: 'closing', channel: channel.channel, leftMs: left.leftMs };
  }
  const ms = waitingMs(conversation, now);
  return ms !== null && ms >= minuteMs ? { kind: 'waiting', ms } : null;
}

/** What the third line says, in this order; empty when there is nothing to say. */
export function extraParts({ conversation }: ConversationRow, reader: RowReader): readonly string[] {
  const { coWorkerId, branchId, tags } = conversation;
  return [
    coWorkerId === null || coWorkerId === reader.agentId ? '' : (reader.coWorkers.get(coWorkerId) ?? ''),
    branchId === null || branchId === reader.branchId ? '' : (reader.branches.get(branchId) ?? ''),
    ...tags.map((tag) => `#${visibleName(tag)}`),
  ].filter((part) => part !== '');
}

/** A draft may be a megabyte; nobody listens to more than this of it. */
const mostOfDraft = 280;

/** The whole row as one sentence for assistive technology: who, channel, unread, last text, time, state. */
export function rowLabel(
  row: ConversationRow,
  reader: RowReader,
  localization: Localization<ListTexts>,
  now: number,
): string {
  const { conversation, draftText, failedCount, pendingCount } = row;
  const { messages, formats } = localization;
  const { lastMessage } = conversation;
  const chip = rowChip(conversation, now);
  return [
    recipientName(conversation, messages),
    conversation.recipient.organisation ?? '',
    lastMessage?.channel ? messages.channels[lastMessage.channel] : '',
    conversation.unreadCount > 0 ? messages.rows.unread(conversation.unreadCount) : '',
    failedCount > 0 ? messages.list.failedCount(failedCount) : '',
    pendingCount > 0 ? messages.list.pending(pendingCount) : '',
    draftText === null ? '' : messages.list.draftText(draftText.slice(0, mostOfDraft)),
    lastMessage
      ? `${messages.common.directions[lastMessage.direction]}: ${previewText(lastMessage, localization)}`
      : '',
    lastMessage ? formats.dateTime(lastMessage.at) : '',
    chip ? chipLabel(chip, localization) : '',
    conversation.pinned ? messages.list.pinned : '',
    conversation.priority && conversation.priority !== 'normal' ? messages.rows.priorities[conversation.priority] : '',
    isSnoozed(conversation, now) ? messages.list.snoozed : '',
    messages.list.states[conversation.state],
    ...extraParts(row, reader),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** The chip in words. */
export function chipLabel(chip: RowChip, { messages, formats }: Localization<ListTexts>): string {
  return chip.kind === 'closing'
    ? messages.list.channelClosing(messages.channels[chip.channel], formats.duration(chip.leftMs))
    : messages.list.waiting(formats.duration(chip.ms));
}
