import { channelWindow } from './channel-choice.ts';
import type { ChannelOption, ChannelRefusal } from './channel-choice.ts';
import { consentOf } from './consent.ts';
import type { ChannelAccount, ChannelKind, Conversation, ConversationChannel } from './model.ts';
import { outgoingTarget } from './outgoing-target.ts';
import type { ReplyWindow } from './reply-window.ts';

/** One own number, page or sender to write from (B15). */
export interface SenderChoice {
  readonly account: ChannelAccount;
  /** What the message would go by from there: the window is that of this own number. */
  readonly target: ConversationChannel;
  readonly window: ReplyWindow;
  /** Why it cannot be used for free text now; `null` if it can. */
  readonly reason: 'inactive' | 'consent-denied' | 'window-closed' | null;
  /** Whether the customer can answer there: nobody can to a sender of letters (OS4). */
  readonly canReceive: boolean;
}

/** What the choice is made from. */
export interface SenderContext {
  readonly accounts: readonly ChannelAccount[];
  /** The backend's time, epoch ms. */
  readonly now: number;
  /** Where the channel's messages go, from `channelTarget`. */
  readonly target: ConversationChannel;
}

/** The own numbers a channel has for this conversation (OS1), each with the window that the customer opened there (OS2). */
export function senderChoices(conversation: Conversation, context: SenderContext): readonly SenderChoice[] {
  const { channel } = context.target;
  return context.accounts
    .filter((account) => account.channel === channel)
    .map((account) => choiceFor(account, conversation, context));
}

/**
 * The sender to begin with (OS3): the one the customer wrote to last on the channel, else the branch's, else the first;
 * only among those that are active. `null` when there is none to choose.
 */
export function defaultSender(choices: readonly SenderChoice[], conversation: Conversation): SenderChoice | null {
  const active = choices.filter(({ reason }) => reason !== 'inactive');
  const lastUsed = active.reduce<SenderChoice | null>(
    (best, choice) => ((choice.target.lastIncomingAt ?? -1) > (best?.target.lastIncomingAt ?? -1) ? choice : best),
    null,
  );
  const ofBranch = active.find(
    ({ account }) => account.branchId !== null && account.branchId === conversation.branchId,
  );
  return lastUsed ?? ofBranch ?? active[0] ?? null;
}

/** A way to write from one own number: its address, window and refusal are those of that number (OS2). */
export function optionFrom(option: ChannelOption, { target, window, reason }: SenderChoice): ChannelOption {
  const isLasting = option.reason !== null && !windowReasons.has(option.reason);
  const refusal = isLasting ? option.reason : refusalOf(reason, target);
  return { ...option, target, window, enabled: refusal === null, reason: refusal };
}

const windowReasons: ReadonlySet<ChannelRefusal> = new Set(['window-closed', 'must-be-started-by-customer']);

function refusalOf(reason: SenderChoice['reason'], { lastIncomingAt }: ConversationChannel): ChannelRefusal | null {
  if (reason === 'inactive') return 'not-available';
  if (reason !== 'window-closed') return reason;
  return lastIncomingAt === null ? 'must-be-started-by-customer' : 'window-closed';
}

function choiceFor(account: ChannelAccount, conversation: Conversation, { target, now }: SenderContext): SenderChoice {
  const own = targetFrom(account, conversation, target);
  const window = channelWindow(own, now);
  const isDenied = consentOf(conversation, own.channel, own.address) === 'denied';
  const isClosed = window.state !== 'open';
  return {
    account,
    target: own,
    window,
    reason: !account.active ? 'inactive' : isDenied ? 'consent-denied' : isClosed ? 'window-closed' : null,
    canReceive: canReceive(account),
  };
}

/** Where a message from this own number really goes: the backend asks the same (OS2). */
function targetFrom({ id: accountId }: ChannelAccount, conversation: Conversation, target: ConversationChannel) {
  return { ...(outgoingTarget(conversation, { channel: target.channel, accountId }) ?? target), accountId };
}

function canReceive({ channel, address }: ChannelAccount): boolean {
  return channel !== 'sms' || address === null || !/[A-Za-z]/.test(address);
}

/** Whether there is anything to choose: with one own number nobody needs to be asked (OS1). */
export function hasSenderChoice(accounts: readonly ChannelAccount[], channel: ChannelKind): boolean {
  return accounts.filter((account) => account.channel === channel && account.active).length > 1;
}
