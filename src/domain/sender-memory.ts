import type { ChannelKind } from './model.ts';
import type { SenderChoice } from './own-sender.ts';

/** An own number that was chosen by hand. */
export interface ChosenSender {
  readonly conversationId: string;
  readonly channel: ChannelKind;
  readonly accountId: string;
  /** Epoch ms of the backend. */
  readonly chosenAt: number;
}

/** As many conversations as an agent comes back to; the ones chosen in longest ago are forgotten. */
const mostChosen = 200;

/** The choice by hand for a conversation and channel; `null` for none. */
export function chosenFor(
  chosen: readonly ChosenSender[],
  conversationId: string,
  channel: ChannelKind,
): ChosenSender | null {
  return chosen.find((each) => each.conversationId === conversationId && each.channel === channel) ?? null;
}

/** The choices by hand with another one, the newest first. */
export function withChosen(chosen: readonly ChosenSender[], next: ChosenSender): readonly ChosenSender[] {
  const others = chosen.filter((each) => each !== chosenFor(chosen, next.conversationId, next.channel));
  return [next, ...others].slice(0, mostChosen);
}

/**
 * The sender that was chosen by hand, while it counts (OS5): it is active, and the customer has not written to another own
 * number since.
 */
export function chosenSender(choices: readonly SenderChoice[], chosen: ChosenSender | null): SenderChoice | null {
  const own = choices.find(({ account }) => account.id === chosen?.accountId);
  if (!own || !chosen || own.reason === 'inactive') return null;
  const since = Math.max(chosen.chosenAt, own.target.lastIncomingAt ?? 0);
  return choices.some(({ target }) => (target.lastIncomingAt ?? 0) > since) ? null : own;
}

/** The choices by hand as a browser remembered them; what is no such thing is left out. */
export function readChosen(value: unknown): readonly ChosenSender[] {
  return Array.isArray(value) ? value.filter(isChosen).slice(0, mostChosen) : [];
}

function isChosen(value: unknown): value is ChosenSender {
  if (typeof value !== 'object' || value === null) return false;
  const { conversationId, channel, accountId, chosenAt } = value as Partial<Record<keyof ChosenSender, unknown>>;
  return [conversationId, channel, accountId].every((part) => typeof part === 'string') && Number.isFinite(chosenAt);
}
