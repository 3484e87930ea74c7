import { afterHandOver } from '../../../src/domain/chatbot.ts';
import type { Chatbot } from '../../../src/domain/chatbot.ts';
import { applyChange } from '../../../src/domain/conversation-rules.ts';
import type { Author, Conversation, Message } from '../../../src/domain/model.ts';
import type { Sql } from '../db/db.ts';
import type { AddressedMessage, Unit } from '../store/unit.ts';
import { newEvent, newMessage } from './new-messages.ts';

/** What people need to know when they take over. */
interface HandOverWords {
  /** The team that shall go on; absent = as it was. */
  readonly teamId?: string;
  /** For colleagues, not for the customer. */
  readonly note?: string;
}

/** A chatbot as the author of what it writes. */
export function botAuthor({ id, name }: Chatbot): Author {
  return { kind: 'bot', id, name };
}

/** Has a chatbot told of something, after what it was told before. */
async function tellBot(
  { sql, tenant, context }: Unit,
  event: { readonly type: 'message' | 'assigned'; readonly conversationId: string; readonly position: number },
  messageId: string | null = null,
): Promise<void> {
  await sql.query(
    `insert into bot_event (tenant, id, conversation_id, position, type, message_id) values ($1, $2, $3, $4, $5, $6)`,
    [tenant, context.newId(), event.conversationId, event.position, event.type, messageId],
  );
}

/** Customers' messages that were just stored: a chatbot they are with is told, one that was switched off gives them up. */
export async function bringToBot(
  unit: Unit,
  bot: Chatbot,
  { conversationId, messageIds }: { readonly conversationId: string; readonly messageIds: readonly string[] },
): Promise<void> {
  if ((await unit.conversation(conversationId)).coWorkerId !== bot.id) return;
  if (!bot.isActive) return handToPeople(unit, bot, { conversationId });
  const first = unit.nextPosition(conversationId) - messageIds.length;
  for (const [index, messageId] of messageIds.entries())
    await tellBot(unit, { type: 'message', conversationId, position: first + index }, messageId);
}

/** The chatbot is no longer concerned. */
async function forgetBotEvents({ sql, tenant }: Unit, conversationId: string): Promise<void> {
  await sql.query('delete from bot_event where tenant = $1 and conversation_id = $2', [tenant, conversationId]);
}

/**
 * What follows from a new owner: who comes from a chatbot waits for people from now on, who goes to one is told to it.
 * @returns the conversation as it is to be stored
 */
export async function ownerChanged(
  unit: Unit,
  bot: Chatbot | null,
  { before, after }: { readonly before: Conversation; readonly after: Conversation },
): Promise<Conversation> {
  if (bot === null || before.coWorkerId === after.coWorkerId) return after;
  if (before.coWorkerId === bot.id) await forgetBotEvents(unit, before.id);
  if (after.coWorkerId === bot.id && bot.isActive)
    await tellBot(unit, { type: 'assigned', conversationId: after.id, position: unit.nextPosition(after.id) });
  return afterHandOver(before, after, { botId: bot.id, now: unit.now });
}

/** A chatbot hands a conversation over to people; nothing happens where it is not with the chatbot any more. */
export async function handToPeople(
  unit: Unit,
  bot: Chatbot,
  { conversationId, words = {} }: { readonly conversationId: string; readonly words?: HandOverWords },
): Promise<void> {
  const before = await unit.conversation(conversationId);
  if (before.coWorkerId !== bot.id) return;
  const names = { by: bot.name, coWorkerName: () => null, branchName: () => null };
  const { conversation: changed, events } = applyChange(before, { coWorkerId: null }, names);
  const { teamId = changed.teamId } = words;
  const conversation = await ownerChanged(unit, bot, { before, after: { ...changed, teamId } });
  const note = words.note?.trim() ? [noteOf(unit, conversation, { bot, text: words.note })] : [];
  const told = events.map((event, index) => newEvent(unit, conversation, event, { offset: note.length + index }));
  const added = [...note, ...told].map((message): AddressedMessage => ({ message, address: null }));
  await unit.putConversation(conversation, added);
}

/** The open conversations that are with a chatbot. */
export async function botConversations(sql: Sql, tenant: string, botId: string): Promise<readonly string[]> {
  const rows = await sql.query<{ id: string }>(
    "select id from conversation where tenant = $1 and co_worker_id = $2 and state = 'assigned'",
    [tenant, botId],
  );
  return rows.map(({ id }) => id);
}

function noteOf(
  unit: Unit,
  conversation: Conversation,
  { bot, text }: { readonly bot: Chatbot; readonly text: string },
): Message {
  return {
    ...newMessage(unit, conversation),
    direction: 'note',
    author: botAuthor(bot),
    content: { kind: 'text', text },
  };
}
