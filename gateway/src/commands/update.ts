import { mayArchive } from '../../../src/domain/tags.ts';
import { applyChange } from '../../../src/domain/conversation-rules.ts';
import { compareMessages } from '../../../src/domain/timeline.ts';
import type { Conversation, Message } from '../../../src/domain/model.ts';
import type { ConversationChange } from '../../../src/ports/adapter.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import { listBranches, listCoWorkers } from '../store/directory.ts';
import { readMessage } from '../store/messages.ts';
import { readSetting } from '../store/settings.ts';
import type { AddressedMessage, Unit } from '../store/unit.ts';
import type { Viewer } from '../store/viewer.ts';
import { ownerChanged } from './bot.ts';
import { linkSender, recordToLink } from './link.ts';
import { newEvent } from './new-messages.ts';
import { tagSettings } from './tags.ts';

/** What is to be changed, and the version it was seen at. */
export interface WantedChange {
  readonly id: string;
  readonly change: ConversationChange;
  readonly ifVersion: number | null;
}

/** Changes a conversation and tells of it in the timeline. An outdated version changes nothing. */
export async function updateConversation(
  unit: Unit,
  { id, change, ifVersion }: WantedChange,
  viewer: Viewer,
): Promise<Conversation> {
  const before = await unit.conversation(id, viewer);
  if (ifVersion !== null && ifVersion !== before.version)
    throw new AdapterError('conflict', `conversation ${id} is at version ${before.version}, not ${ifVersion}`);
  const coWorkers = change.coWorkerId == null ? [] : await listCoWorkers(unit.sql, unit.tenant);
  const branches = change.branchId == null ? [] : await listBranches(unit.sql, unit.tenant);
  mustBeKnown(change.coWorkerId, coWorkers, 'coWorkerId');
  mustBeKnown(change.branchId, branches, 'branchId');
  if (change.state === 'archived' && before.state !== 'archived') await mustBeTagged(unit, before, { change, viewer });
  const record = await recordToLink(unit, viewer, { conversation: before, recipientId: change.recipientId });
  const { conversation: changed, events } = applyChange(before, change, {
    by: viewer.agent.name,
    coWorkerName: (wanted) => coWorkers.find((coWorker) => coWorker.id === wanted)?.name ?? null,
    branchName: (wanted) => branches.find((branch) => branch.id === wanted)?.name ?? null,
    messages: await messagesFor(unit, before, change),
    record,
  });
  if (changed === before) return before;
  const bot = changed.coWorkerId === before.coWorkerId ? null : await readSetting(unit.sql, unit.tenant, 'bot');
  const conversation = await ownerChanged(unit, bot, { before, after: changed });
  const added = events.map((event, offset): AddressedMessage => {
    return { message: newEvent(unit, conversation, event, { by: viewer, offset }), address: null };
  });
  await unit.putConversation(conversation, added);
  if (record && record.id !== before.recipient.id) await linkSender(unit, before, record);
  return conversation;
}

async function mustBeTagged(
  { sql }: Unit,
  { tags }: Conversation,
  { change, viewer }: { readonly change: ConversationChange; readonly viewer: Viewer },
): Promise<void> {
  if (mayArchive(tags, change, await tagSettings(sql, viewer))) return;
  throw new AdapterError('invalid', 'a conversation needs a tag before it is archived', { path: 'addTags' });
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
  if (unreadFrom !== undefined) {
    const first = await messageOf(unit, conversation, { id: unreadFrom, path: 'unreadFrom' });
    if (first.direction !== 'incoming')
      throw new AdapterError('invalid', `message ${unreadFrom} is not the customer’s`, { path: 'unreadFrom' });
    return incomingFrom(unit, first);
  }
  if (readUpTo === undefined) return [];
  if (readUpTo === 'none') return incoming(unit, conversation.id, 'order by at desc, position desc, id desc limit 1');
  const read = await messageOf(unit, conversation, { id: readUpTo, path: 'readUpTo' });
  const { firstUnreadMessageId } = conversation;
  const firstUnread =
    firstUnreadMessageId === null ? null : await readMessage(unit.sql, unit.tenant, firstUnreadMessageId);
  const from = firstUnread && compareMessages(firstUnread, read) < 0 ? firstUnread : read;
  const rows = await incomingFrom(unit, from);
  return [read, ...rows.filter(({ id }) => id !== read.id)];
}

/** The message that a change names, which must be one of the conversation. */
async function messageOf(
  unit: Unit,
  conversation: Conversation,
  { id, path }: { readonly id: string; readonly path: string },
): Promise<Message> {
  const message = await readMessage(unit.sql, unit.tenant, id);
  if (message?.conversationId === conversation.id) return message;
  throw new AdapterError('invalid', `there is no message ${id} in this conversation`, { path });
}

function incomingFrom(unit: Unit, { conversationId, at, position, id }: Message): Promise<readonly Message[]> {
  return incoming(unit, conversationId, 'and (at, position, id) >= ($3, $4, $5)', [at, position, id]);
}

async function incoming(
  unit: Unit,
  conversationId: string,
  which: string,
  place: readonly (string | number)[] = [],
): Promise<readonly Message[]> {
  const rows = await unit.sql.query<{ data: string }>(
    `select data::text as data from message
     where tenant = $1 and conversation_id = $2 and direction = 'incoming' ${which}`,
    [unit.tenant, conversationId, ...place],
  );
  return rows.map(({ data }) => JSON.parse(data) as Message);
}
