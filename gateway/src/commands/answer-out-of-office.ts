import { outOfOfficeAnswer } from '../../../src/domain/out-of-office.ts';
import { routeToTeam } from '../../../src/domain/routing.ts';
import type { ChannelKind } from '../../../src/domain/model.ts';
import type { OutgoingMessage } from '../../../src/ports/adapter.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import type { ProviderIncoming } from '../providers/provider.ts';
import type { Settings } from '../store/settings.ts';
import type { Unit } from '../store/unit.ts';
import { judgeOutgoing, putOutgoing } from './outgoing.ts';

/** What is to be known of a customer's message that was just stored. */
export interface StoredIncoming {
  readonly received: ProviderIncoming;
  readonly conversationId: string;
  readonly settings: Partial<Settings>;
  /** Channels that can be sent on. */
  readonly channels: readonly ChannelKind[];
}

/** The writer of answers that go out by themselves. */
const author = { kind: 'system', id: 'out-of-office', name: '' } as const;

/** Tells the customer that nobody is there, once in each closed period. In the transaction of their message. */
export async function answerOutOfOffice(unit: Unit, stored: StoredIncoming): Promise<void> {
  const { received, conversationId, settings, channels } = stored;
  const { outOfOffice: replies = [], openingHours = [], routing = [], teams = [], bot } = settings;
  const conversation = await unit.conversation(conversationId);
  // A chatbot is always there.
  if (bot?.isActive && conversation.coWorkerId === bot.id) return;
  const { channel, to: accountId, at: writtenAt } = received;
  const teamId = conversation.teamId ?? routeToTeam({ channel, accountId }, routing, teams);
  const hours = openingHours.find((each) => each.teamId === teamId)?.hours ?? null;
  const answer = outOfOfficeAnswer({ replies, hours, conversation, channel, writtenAt, now: unit.now });
  if (!answer || !(await isFirst(unit, conversationId, answer.period))) return;
  const outgoing: OutgoingMessage = {
    clientId: unit.context.newId(),
    conversationId,
    channel,
    accountId,
    content: { kind: 'text', text: answer.text },
    replyToId: null,
  };
  try {
    const target = judgeOutgoing(conversation, outgoing, { channels, now: unit.now });
    await putOutgoing(unit, { outgoing, messageId: unit.context.newId(), conversation, target, author });
  } catch (error) {
    // Whoever may not be written to hears nothing; their message counts all the same.
    if (!(error instanceof AdapterError)) throw error;
  }
}

/** Whether this closed period is new for the conversation; from then on it is not. */
async function isFirst({ sql, tenant }: Unit, conversationId: string, period: string): Promise<boolean> {
  const rows = await sql.query(
    `insert into out_of_office_sent (tenant, conversation_id, period) values ($1, $2, $3)
     on conflict (tenant, conversation_id) do update set period = excluded.period
       where out_of_office_sent.period <> excluded.period returning 1 as first`,
    [tenant, conversationId, period],
  );
  return rows.length > 0;
}
