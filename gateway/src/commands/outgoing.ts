import { consentOf } from '../../../src/domain/consent.ts';
import { applyOutgoing } from '../../../src/domain/conversation-rules.ts';
import type { Author, ChannelKind, Conversation, ConversationChannel, Message } from '../../../src/domain/model.ts';
import { isUsableSender, leaveVerdict, outgoingTarget, withAddress } from '../../../src/domain/outgoing-target.ts';
import type { OutgoingMessage } from '../../../src/ports/adapter.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import { readSetting } from '../store/settings.ts';
import type { Unit } from '../store/unit.ts';
import { checkContent } from './check-content.ts';
import { newMessage } from './new-messages.ts';
import { takeEarlyStatuses } from './statuses.ts';

/** A message that may be sent, and everything it needs to be stored. */
export interface JudgedOutgoing {
  readonly outgoing: OutgoingMessage;
  readonly messageId: string;
  /** Held by the unit. */
  readonly conversation: Conversation;
  readonly target: ConversationChannel;
  readonly author: Author;
}

/** Where a message would go; refuses what may not be sent there now. */
export function judgeOutgoing(
  conversation: Conversation,
  outgoing: OutgoingMessage,
  { channels, now }: { readonly channels: readonly ChannelKind[]; readonly now: number },
): ConversationChannel {
  const target = targetOf(conversation, outgoing, channels);
  checkContent(outgoing.content, target);
  checkWindow(outgoing, target, now);
  return target;
}

/** Stores a message for the customer with its place in the queue. */
export async function putOutgoing(unit: Unit, judged: JudgedOutgoing): Promise<Message> {
  const { outgoing, messageId, conversation, target, author } = judged;
  const accepted: Message = {
    ...newMessage(unit, conversation),
    id: messageId,
    clientId: outgoing.clientId,
    direction: 'outgoing',
    channel: outgoing.channel,
    accountId: outgoing.accountId ?? target.accountId,
    author,
    content: outgoing.content,
    status: 'accepted',
    statusTimes: { accepted: unit.now },
    replyToId: outgoing.replyToId,
  };
  const message = await takeEarlyStatuses(unit, accepted);
  const next = applyOutgoing(withAddress(conversation, target), message);
  await unit.putConversation(next, [{ message, address: target.address }]);
  // A status that was waiting proves that the provider has this message: it must not get it again.
  if (message.status === 'accepted') await queue(unit, message);
  return message;
}

/** Refuses an own number that cannot be sent from now. */
export async function checkAccount(unit: Unit, outgoing: OutgoingMessage): Promise<void> {
  if (outgoing.accountId === null) return;
  if (isUsableSender((await readSetting(unit.sql, unit.tenant, 'accounts')) ?? [], outgoing)) return;
  throw new AdapterError('invalid', `nothing can be sent from ${outgoing.accountId} now`, { path: 'accountId' });
}

/** Which of the conversation's addresses the message goes to. */
function targetOf(
  conversation: Conversation,
  outgoing: OutgoingMessage,
  channels: readonly ChannelKind[],
): ConversationChannel {
  const { channel } = outgoing;
  if (!channels.includes(channel)) throw new AdapterError('unsupported', `nothing can be sent on ${channel} here`);
  const target = outgoingTarget(conversation, outgoing);
  if (!target) throw new AdapterError('invalid', `no address on ${channel}`, { path: 'channel' });
  if (consentOf(conversation, channel, target.address) === 'denied')
    throw new AdapterError('forbidden', `the recipient opted out of ${channel}`);
  return target;
}

function checkWindow({ content }: OutgoingMessage, target: ConversationChannel, now: number): void {
  const verdict = leaveVerdict(content, target, now);
  if (verdict === 'allowed') return;
  const allowed = verdict === 'closed' ? 'nothing' : 'templates only';
  throw new AdapterError('window-closed', `${target.channel} allows ${allowed} now`);
}

async function queue({ sql, tenant }: Unit, { id, conversationId, position, channel }: Message): Promise<void> {
  await sql.query(
    'insert into dispatch (tenant, message_id, conversation_id, position, channel) values ($1, $2, $3, $4, $5)',
    [tenant, id, conversationId, position, channel],
  );
}
