import type { ChannelOption } from '../domain/channel-choice.ts';
import type { TextLimit, TextMeasure } from '../domain/composition.ts';
import type { Invitation } from '../domain/invitation.ts';
import type { Attachment, ChannelKind, Content, Conversation, Mention } from '../domain/model.ts';
import type { FilledText } from '../domain/placeholders.ts';
import type { GuardFinding } from '../domain/send-guard.ts';
import type { ComposerMode, Draft, DraftKey } from '../ports/storage.ts';
import type { MessagingSession, SessionStatus } from '../sync/session-api.ts';
import type { Enclosed, Obstacle } from './enclosures.ts';

/** A text that is to be written anew, or a place to go on writing. */
export interface ComposeRequest {
  readonly conversationId: string;
  /** The channel it was for. */
  readonly channel: ChannelKind | null;
  /** Whether to write by that channel or by the best other one. */
  readonly by: 'same-channel' | 'other-channel';
  /** Text to add to what is typed; `null` when it already is in the draft of `channel`. */
  readonly text: string | null;
  /** A file to add, with its caption; one that the backend has. */
  readonly file?: { readonly attachment: Attachment; readonly caption: string | null };
  /** The message that is answered: it is quoted (A12). */
  readonly replyToId?: string;
}

/** What a composer is for, as its element knows it. */
export interface ComposerInputs {
  readonly session: MessagingSession | null;
  readonly status: SessionStatus | null;
  readonly conversationId: string | null;
  /** Whether an input method is at work in the text. */
  readonly isComposing: boolean;
}

/** Everything a composer shows, derived from the conversation, what is typed, and the time. */
export interface Composition {
  readonly conversation: Conversation;
  readonly mode: ComposerMode;
  /** The choices above the text; without those that nobody here can do anything about. */
  readonly options: readonly ChannelOption[];
  readonly option: ChannelOption;
  readonly text: string;
  /** The message that is quoted; `null` for none. */
  readonly replyToId: string | null;
  /** What will be sent: the text with its placeholders filled, or the invitation. */
  readonly outgoing: FilledText;
  readonly invitation: Invitation | null;
  readonly limit: TextLimit;
  /** What the text and its files become; `null` without files. */
  readonly enclosed: Enclosed | null;
  readonly obstacle: Obstacle | null;
  /** The backend's time the windows were looked at. */
  readonly now: number;
  /** Ways on that work now, while the selected channel is locked. */
  readonly waysOn: readonly ChannelOption[];
}

/** What is known beside the text once what knows it has loaded. */
export interface ComposerAids {
  /** Counts a text in the channel's own unit (B11). */
  readonly lengthOf?: TextMeasure;
  /** The option with the own number that is chosen for it (B15). */
  readonly withSender?: (conversation: Conversation, option: ChannelOption, now: number) => ChannelOption;
  /** Whether the agent chose the own number of a channel by hand: then nobody asks whether it changed. */
  readonly choseSender?: (conversationId: string, channel: ChannelKind) => boolean;
  /** Until when a text waits so that it can be taken back, epoch ms of the device; `null` for not at all (B16). */
  readonly holdUntil?: (option: ChannelOption) => number | null;
  /** Colleagues that a note names (B13). */
  readonly mentions?: (conversationId: string, note: string) => readonly Mention[];
  /** What happened since the agent last looked (B14). */
  readonly news?: () => readonly GuardFinding[];
}

/** What was made ready beside the text. */
export interface Prepared {
  readonly option: ChannelOption;
  readonly content: Content;
  /** How it reads, for the host page. */
  readonly text: string;
  readonly draft: Draft | null;
  /** Until then it can be taken back, epoch ms of the device. */
  readonly notBefore?: number;
}

/** The draft that is edited; an invitation is made, not typed. */
export function keyOf({
  conversation,
  mode,
  option,
}: Pick<Composition, 'conversation' | 'mode' | 'option'>): DraftKey | null {
  const { id: conversationId } = conversation;
  if (mode === 'note') return { conversationId, mode, channel: null };
  return option.id === 'whatsapp-invitation' ? null : { conversationId, mode, channel: option.channel };
}
