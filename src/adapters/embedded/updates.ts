import { AdapterError } from '../../ports/adapter-error.ts';
import { LAST } from './keys.ts';
import { linkSender, recordToLink } from './links.ts';
import { newEvent } from './new-messages.ts';
import { historyKey, histories } from './rows.ts';
import { readSetting } from './settings.ts';
import { applyChange } from '../../domain/conversation-rules.ts';
import { mayArchive, usualTagSettings } from '../../domain/tags.ts';
import { compareMessages } from '../../domain/timeline.ts';
import type { AddressedMessage, Unit } from './unit.ts';
import type { Conversation, CoWorker, Message } from '../../domain/model.ts';
import type { ConversationChange } from '../../ports/adapter.ts';

/** Changes a conversation and tells of it in the timeline. An outdated `ifVersion` changes nothing. */
export async function updateConversation(
  unit: Unit,
  { id, change, ifVersion }: { readonly id: string; readonly change: ConversationChange; readonly ifVersion?: number },
  agent: CoWorker,
): Promise<Conversation> {
  const before = await unit.conversation(id);
  if (ifVersion !== undefined && ifVersion !== before.version) {
    throw new AdapterError('conflict', `conversation ${id} is at version ${before.version}, not ${ifVersion}`);
  }
  const coWorkers = (await readSetting(unit.tx, 'coWorkers')) ?? [];
  const branches = (await readSetting(unit.tx, 'branches')) ?? [];
  mustBeKnown(change.coWorkerId, coWorkers, 'coWorkerId');
  mustBeKnown(change.branchId, branches, 'branchId');
  const tagSettings = (await readSetting(unit.tx, 'tagSettings')) ?? usualTagSettings;
  if (change.state === 'archived' && before.state !== 'archived' && !mayArchive(before.tags, change, tagSettings))
    throw new AdapterError('invalid', 'a conversation needs a tag before it is archived', { path: 'addTags' });
  const record = await recordToLink(unit, before, change.recipientId);
  const { conversation, events } = applyChange(before, change, {
    by: agent.name,
    coWorkerName: (wanted) => coWorkers.find((coWorker) => coWorker.id === wanted)?.name ?? null,
    branchName: (wanted) => branches.find((branch) => branch.id === wanted)?.name ?? null,
    messages: await messagesFor(unit, before, change),
    record,
  });
  if (conversation === before) return before;
  const added: AddressedMessage[] = [];
  for (const [offset, event] of events.entries()) {
    added.push({ message: await newEvent(unit, conversation, event, { by: agent, offset }), address: null });
  }
  await unit.putConversation(conversation, added);
  if (record && record.id !== before.recipient.id) await linkSender(unit, before, record);
  return conversation;
}

function mustBeKnown(id: string | null | undefined, all: readonly { readonly id: string }[], path: string): void {
  if (id === undefined || id === null || all.some((one) => one.id === id)) return;
  throw new AdapterError('invalid', `there is no ${id}`, { path });
}

/** What reading needs to know: the customer's messages from the first unread one on, and the one that was named. */
async function messagesFor(
  unit: Unit,
  conversation: Conversation,
  { readUpTo, unreadFrom }: ConversationChange,
): Promise<readonly Message[]> {
  const history = histories.incoming(conversation.id);
  if (unreadFrom !== undefined) {
    const first = await messageOf(unit, conversation, { id: unreadFrom, path: 'unreadFrom' });
    if (first.direction !== 'incoming')
      throw new AdapterError('invalid', `message ${unreadFrom} is not the customer’s`, { path: 'unreadFrom' });
    return incomingFrom(unit, history, first);
  }
  if (readUpTo === undefined) return [];
  if (readUpTo === 'none') {
    const rows = await unit.tx.scan('messages', 'history', {
      lower: [history],
      upper: [history, LAST],
      direction: 'down',
      limit: 1,
    });
    return rows.map(({ message }) => message);
  }
  const read = await messageOf(unit, conversation, { id: readUpTo, path: 'readUpTo' });
  const firstUnread = await firstUnreadMessage(unit, conversation);
  const from = firstUnread && compareMessages(firstUnread, read) < 0 ? firstUnread : read;
  const others = (await incomingFrom(unit, history, from)).filter(({ id }) => id !== read.id);
  return [read, ...others];
}

/** The message that a change names, which must be one of the conversation. */
async function messageOf(
  unit: Unit,
  conversation: Conversation,
  { id, path }: { readonly id: string; readonly path: string },
): Promise<Message> {
  const message = (await unit.tx.get('messages', id))?.message;
  if (message?.conversationId === conversation.id) return message;
  throw new AdapterError('invalid', `there is no message ${id} in this conversation`, { path });
}

async function incomingFrom(unit: Unit, history: string, from: Message): Promise<readonly Message[]> {
  const rows = await unit.tx.scan('messages', 'history', { lower: historyKey(history, from), upper: [history, LAST] });
  return rows.map(({ message }) => message);
}

async function firstUnreadMessage(unit: Unit, { firstUnreadMessageId }: Conversation): Promise<Message | null> {
  if (firstUnreadMessageId === null) return null;
  return (await unit.tx.get('messages', firstUnreadMessageId))?.message ?? null;
}
