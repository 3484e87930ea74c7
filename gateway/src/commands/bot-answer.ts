import type { ChannelKind, Conversation, Message } from '../../../src/domain/model.ts';
import type { OutgoingMessage } from '../../../src/ports/adapter.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import { readSetting } from '../store/settings.ts';
import type { StoredBot } from '../store/settings.ts';
import type { Unit } from '../store/unit.ts';
import { botAuthor, handToPeople } from './bot.ts';
import { judgeOutgoing, putOutgoing } from './outgoing.ts';

/** What a chatbot is told. The same `id` may come twice: what it answers is done once. */
export interface BotEvent {
  readonly id: string;
  /** `message`: the customer wrote · `assigned`: people handed the conversation back. */
  readonly type: 'message' | 'assigned';
  /** When it is told, epoch ms. */
  readonly at: number;
  readonly conversation: Conversation;
  readonly message: Message | null;
}

/** What a chatbot wants done, in order. */
export interface BotAnswer {
  readonly actions: readonly BotAction[];
}

/** One thing that a chatbot can do in its answer. */
export type BotAction =
  | { readonly type: 'send'; readonly text: string }
  /** `teamId`: who shall go on; `note`: what colleagues should know. */
  | { readonly type: 'hand-over'; readonly teamId?: string; readonly note?: string };

/** What a chatbot answers in. */
export interface BotContext {
  readonly bot: StoredBot;
  readonly conversationId: string;
  /** Channels that can be sent on. */
  readonly channels: readonly ChannelKind[];
}

/** Does what a chatbot wants, while the conversation is with it. What it may not do goes to people. */
export async function takeBotAnswer(unit: Unit, { actions }: BotAnswer, context: BotContext): Promise<void> {
  const { bot, conversationId } = context;
  for (const action of actions) {
    if ((await unit.conversation(conversationId)).coWorkerId !== bot.id) return;
    if (action.type === 'hand-over') await handOver(unit, action, context);
    else if (!(await send(unit, action.text, context))) await handToPeople(unit, bot, { conversationId });
  }
}

async function handOver(
  unit: Unit,
  { teamId, note }: Extract<BotAction, { type: 'hand-over' }>,
  { bot, conversationId }: BotContext,
): Promise<void> {
  const teams = (await readSetting(unit.sql, unit.tenant, 'teams')) ?? [];
  const isKnown = teams.some(({ id }) => id === teamId);
  const words = { ...(teamId !== undefined && isKnown && { teamId }), ...(note !== undefined && { note }) };
  await handToPeople(unit, bot, { conversationId, words });
}

/** @returns whether it could be sent */
async function send(unit: Unit, text: string, { bot, conversationId, channels }: BotContext): Promise<boolean> {
  const conversation = await unit.conversation(conversationId);
  const channel = conversation.lastIncomingChannel ?? conversation.channels[0]?.channel;
  if (channel === undefined) return false;
  const content = { kind: 'text', text } as const;
  const clientId = unit.context.newId();
  const outgoing: OutgoingMessage = { clientId, conversationId, channel, accountId: null, content, replyToId: null };
  try {
    const target = judgeOutgoing(conversation, outgoing, { channels, now: unit.now });
    const messageId = unit.context.newId();
    await putOutgoing(unit, { outgoing, messageId, conversation, target, author: botAuthor(bot) });
    return true;
  } catch (error) {
    if (error instanceof AdapterError) return false;
    throw error;
  }
}
