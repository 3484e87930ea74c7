import { canonicalJson } from '../../domain/canonical-json.ts';
import { AdapterError } from '../../ports/adapter-error.ts';
import { checkContent, checkNote } from './check-content.ts';
import { authorOf, newMessage } from './new-messages.ts';
import { checkFiles, holdFiles, messageHolder } from './parts/files.ts';
import { checkTemplate } from './parts/template-check.ts';
import { takeEarlyStatuses } from './statuses.ts';
import { attachmentsOf } from '../../domain/content-files.ts';
import { applyOutgoing } from '../../domain/conversation-rules.ts';
import { isUsableSender, leaveVerdict, outgoingTarget, withAddress } from '../../domain/outgoing-target.ts';
import type { Unit } from './unit.ts';
import { consentOf } from '../../domain/consent.ts';
import { readSetting } from './settings.ts';
import type {
  Author,
  ChannelKind,
  Conversation,
  ConversationChannel,
  CoWorker,
  Mention,
  Message,
} from '../../domain/model.ts';
import type { OutgoingMessage, OutgoingNote } from '../../ports/adapter.ts';

/**
 * Stores a message for the customer: key, message, conversation, feed and hand-over, all in the unit's transaction. The
 * same client id and body again gives the message stored first.
 */
export async function acceptMessage(unit: Unit, outgoing: OutgoingMessage, agent: CoWorker): Promise<Message> {
  const first = await firstResult(unit, outgoing.clientId, askedOf(outgoing));
  if (first) return first;
  await mustNotBeScheduled(unit, outgoing.clientId);
  await judgeOutgoing(unit, outgoing);
  return takeOutgoing(unit, outgoing, authorOf(agent));
}

/** Refuses a message that could not be sent now; gives the address that it goes to. */
export async function judgeOutgoing(unit: Unit, outgoing: OutgoingMessage): Promise<ConversationChannel> {
  checkClientId(outgoing.clientId);
  const conversation = await unit.conversation(outgoing.conversationId);
  const target = targetOf(conversation, outgoing, unit.context.channels);
  checkContent(outgoing.content, target);
  checkWindow(outgoing, target, unit.now);
  await checkAccount(unit, outgoing);
  await checkTemplate(unit, outgoing, target);
  await checkFiles(unit, outgoing.content);
  return target;
}

/** Stores a message that was judged. */
export async function takeOutgoing(unit: Unit, outgoing: OutgoingMessage, author: Author): Promise<Message> {
  const conversation = await unit.conversation(outgoing.conversationId);
  const target = targetOf(conversation, outgoing, unit.context.channels);
  const accepted: Message = {
    ...(await newMessage(unit, conversation)),
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
  await keepKey(unit, outgoing.clientId, { asked: askedOf(outgoing), messageId: message.id });
  await holdFiles(unit, attachmentsOf(outgoing.content), { holder: messageHolder, path: 'content.attachment' });
  const next = applyOutgoing(withAddress(conversation, target), message);
  await unit.putConversation(next, [{ message, address: target.address }]);
  // A status that was waiting proves that the provider has this message: it must not get it again.
  if (message.status === 'accepted') await queue(unit, message);
  return message;
}

/** Stores a note for colleagues; nothing of it leaves the business. */
export async function acceptNote(unit: Unit, note: OutgoingNote, agent: CoWorker): Promise<Message> {
  const asked = canonicalJson({ ...note, command: 'note' });
  const first = await firstResult(unit, note.clientId, asked);
  if (first) return first;
  const conversation = await unit.conversation(note.conversationId);
  checkNote(note.text);
  const mentions = await knownMentions(unit, note);
  const message: Message = {
    ...(await newMessage(unit, conversation)),
    clientId: note.clientId,
    direction: 'note',
    author: authorOf(agent),
    content: { kind: 'text', text: note.text, ...(mentions.length > 0 && { mentions }) },
  };
  await keepKey(unit, note.clientId, { asked, messageId: message.id });
  await unit.putConversation(applyOutgoing(conversation, message), [{ message, address: null }]);
  return message;
}

/** Those of colleagues there are, at places that are in the text (ME3). */
async function knownMentions(unit: Unit, { text, mentions = [] }: OutgoingNote): Promise<readonly Mention[]> {
  if (mentions.length === 0) return [];
  const ids = new Set(((await readSetting(unit.tx, 'coWorkers')) ?? []).map(({ id }) => id));
  return mentions.filter(
    ({ coWorkerId, start, end }) => ids.has(coWorkerId) && start >= 0 && start < end && end <= text.length,
  );
}

/** The command and its body, in one canonical spelling. */
export function askedOf(outgoing: OutgoingMessage): string {
  return canonicalJson({ ...outgoing, command: 'send' });
}

async function firstResult(unit: Unit, clientId: string, asked: string): Promise<Message | null> {
  checkClientId(clientId);
  const accepted = await unit.tx.get('accepted', clientId);
  if (!accepted) return null;
  if (accepted.asked !== asked) throw new AdapterError('key-reused', `client id ${clientId} stands for something else`);
  return (await unit.tx.get('messages', accepted.messageId))?.message ?? null;
}

function checkClientId(clientId: string): void {
  if (typeof clientId === 'string' && clientId !== '' && clientId.length <= 200) return;
  throw new AdapterError('invalid', 'a client id is a text of 1 to 200 characters', { path: 'clientId' });
}

/** Sent now under the same id, it would leave twice. */
async function mustNotBeScheduled(unit: Unit, clientId: string): Promise<void> {
  const state = (await unit.tx.get('scheduled', clientId))?.state;
  if (state === 'waiting' || state === 'failed')
    throw new AdapterError('key-reused', `client id ${clientId} stands for a message that waits for its time`);
}

function keepKey(
  unit: Unit,
  clientId: string,
  key: { readonly asked: string; readonly messageId: string },
): Promise<void> {
  return unit.tx.put('accepted', { clientId, ...key });
}

async function checkAccount(unit: Unit, outgoing: OutgoingMessage): Promise<void> {
  if (isUsableSender((await readSetting(unit.tx, 'accounts')) ?? [], outgoing)) return;
  throw new AdapterError('invalid', `nothing can be sent from ${String(outgoing.accountId)} now`, {
    path: 'accountId',
  });
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

function queue(unit: Unit, { id, conversationId, position }: Message): Promise<void> {
  return unit.tx.put('dispatches', {
    messageId: id,
    conversationId,
    position,
    state: 'waiting',
    holder: null,
    leaseUntil: 0,
  });
}
