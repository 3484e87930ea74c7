import type {
  ChannelKind,
  Content,
  Conversation,
  DeliveryStatus,
  Message,
  MessageDirection,
  SystemEvent,
} from './model.ts';
import { compareMessages } from './timeline.ts';
import { wholeTextOf } from './whole-text.ts';

/** One entry of a conversation as it is exported: the same for CSV, PDF and print (D9). */
export interface ExportedMessage {
  readonly at: number;
  readonly direction: MessageDirection;
  readonly author: string;
  readonly channel: ChannelKind | null;
  readonly kind: Content['kind'];
  /** What was written; `''` for what was taken back. */
  readonly text: string;
  /** What happened, where this is no message. */
  readonly event: SystemEvent | null;
  /** Names of files; what is in them is not exported. */
  readonly files: readonly string[];
  readonly status: DeliveryStatus | null;
  /** When it was taken back. */
  readonly deletedAt: number | null;
  /** When its writer changed it last; what it said before is not exported. */
  readonly editedAt: number | null;
}

/** A conversation as it is exported. */
export interface ExportedConversation {
  readonly id: string;
  readonly recipient: string;
  readonly organisation: string | null;
  readonly addresses: readonly { readonly channel: ChannelKind; readonly address: string }[];
  readonly tags: readonly string[];
  readonly startedAt: number;
  readonly messages: readonly ExportedMessage[];
}

/** What goes into an export; notes only by choice (EX1). */
export interface ExportChoice {
  readonly notes: boolean;
  readonly events: boolean;
}

/** What is exported of a conversation, oldest first (EX1, EX2). */
export function exportConversation(
  conversation: Conversation,
  messages: readonly Message[],
  choice: ExportChoice,
): ExportedConversation {
  const { id, recipient, channels, tags, startedAt } = conversation;
  return {
    id,
    recipient: recipient.name,
    organisation: recipient.organisation,
    addresses: channels.map(({ channel, address }) => ({ channel, address })),
    tags,
    startedAt,
    messages: messages
      .filter(({ direction }) => isWanted(direction, choice))
      .sort(compareMessages)
      .map(exported),
  };
}

function isWanted(direction: MessageDirection, { notes, events }: ExportChoice): boolean {
  if (direction === 'note') return notes;
  return direction !== 'event' || events;
}

function exported({ at, direction, author, channel, content, status, deletedAt, editedAt }: Message): ExportedMessage {
  const isDeleted = deletedAt !== null;
  return {
    at,
    direction,
    author: author.name,
    channel,
    kind: content.kind,
    text: isDeleted ? '' : wordsOf(content), // EX2
    event: content.kind === 'event' ? content.event : null,
    files: isDeleted || !('attachment' in content) ? [] : [content.attachment.name],
    status,
    deletedAt,
    editedAt: isDeleted ? null : editedAt, // EX6
  };
}

/** The words, without a file's name in place of a caption. */
function wordsOf(content: Content): string {
  return 'attachment' in content ? (content.caption ?? '') : wholeTextOf(content);
}
