import type { ChannelKind, ConversationChannel, ReplyWindowRule } from './model.ts';
import { type ReplyWindow, replyWindow } from './reply-window.ts';

const dayMs = 86_400_000;

const none: ReplyWindowRule = { freeTextMs: null, afterwards: 'nothing', humanAgentMs: null };
const meta: ReplyWindowRule = { freeTextMs: dayMs, afterwards: 'nothing', humanAgentMs: 7 * dayMs }; // RW4

/** The reply window of each kind of channel where the backend says nothing else. Sources: `docs/rules.md`. */
export const defaultWindows: Readonly<Record<ChannelKind, ReplyWindowRule>> = {
  sms: none, // CH1
  whatsapp: { freeTextMs: dayMs, afterwards: 'template', humanAgentMs: null }, // CH2
  viber: { freeTextMs: dayMs, afterwards: 'nothing', humanAgentMs: null }, // CH3
  rcs: none, // CH4
  messenger: meta, // CH5
  instagram: meta, // CH6
  apple: none, // CH7
  telegram: none, // CH8
  x: none, // CH9
  email: none, // CH10
};

/** The reply window of a channel of a conversation: the rule of the backend for this account, else that of the kind (CH11). */
export function windowOf({ channel, overrides, lastIncomingAt }: ConversationChannel, now: number): ReplyWindow {
  return replyWindow(overrides?.replyWindow ?? defaultWindows[channel], lastIncomingAt, now);
}
