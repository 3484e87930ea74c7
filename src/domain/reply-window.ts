import type { ReplyWindowRule } from './model.ts';

/**
 * Whether free text may be sent now. `closesAt`: until when, `null` = without end. `closedAt`: since when not, `null` =
 * it was never open, because the customer has not written on this channel.
 */
export type ReplyWindow =
  | { readonly state: 'open'; readonly closesAt: number | null }
  | { readonly state: 'template-only' | 'closed'; readonly closedAt: number | null };

/**
 * The reply window of a channel.
 * @param rule - from the channel's capabilities
 * @param lastIncomingAt - the provider's timestamp of the customer's last message there; own messages never count (RW3)
 * @param now - the backend's time, epoch ms
 */
export function replyWindow(rule: ReplyWindowRule, lastIncomingAt: number | null, now: number): ReplyWindow {
  if (rule.freeTextMs === null) return { state: 'open', closesAt: null }; // RW5
  const state = rule.afterwards === 'template' ? 'template-only' : 'closed';
  if (lastIncomingAt === null) return { state, closedAt: null };
  // RW1, RW4: everything sent from these elements was typed by a person, so the longer window counts where there is one.
  const closesAt = lastIncomingAt + Math.max(rule.freeTextMs, rule.humanAgentMs ?? 0);
  // RW2: the last instant already counts as late.
  return now < closesAt ? { state: 'open', closesAt } : { state, closedAt: closesAt };
}
