import type { ChannelKind, Conversation } from './model.ts';
import { openState } from './opening-hours.ts';
import type { OpeningHours } from './opening-hours.ts';

/** What customers hear on a channel while nobody answers (F5). */
export interface OutOfOfficeReply {
  readonly channel: ChannelKind;
  readonly isActive: boolean;
  readonly text: string;
}

/** What the answer depends on. */
export interface OutOfOfficeContext {
  readonly replies: readonly OutOfOfficeReply[];
  /** Of the conversation's team; `null` = it has none, and is always there. */
  readonly hours: OpeningHours | null;
  readonly conversation: Pick<Conversation, 'state'>;
  readonly channel: ChannelKind;
  /** When the customer wrote, by the provider's time, epoch ms. */
  readonly writtenAt: number;
  /** The backend's time, epoch ms. */
  readonly now: number;
}

/** An answer that goes out by itself. */
export interface OutOfOfficeAnswer {
  readonly text: string;
  /** Names this closed period: one answer in each conversation is enough (OO2). */
  readonly period: string;
}

/**
 * The answer to a customer who writes while nobody is there; `null` where none is due (OO1 to OO5). Whether it went out
 * already in this closed period is the backend's to know.
 */
export function outOfOfficeAnswer(context: OutOfOfficeContext): OutOfOfficeAnswer | null {
  const { replies, hours, conversation, channel, writtenAt, now } = context;
  const reply = replies.find((each) => each.channel === channel && each.isActive && each.text.trim() !== ''); // OO3
  if (!reply || conversation.state === 'spam') return null; // OO4
  const state = openState(hours, now);
  if (state.open) return null; // OO1
  // OO5: what was written while somebody was there, or long ago, and comes late is no reason.
  if (state.since !== null && writtenAt < state.since) return null;
  return { text: reply.text, period: String(state.since ?? 'always') };
}
