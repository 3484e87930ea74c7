import { AdapterError } from '../../ports/adapter-error.ts';
import { judgeOutgoing, takeOutgoing } from './accept.ts';
import { readSetting } from './settings.ts';
import { outOfOfficeAnswer } from '../../domain/out-of-office.ts';
import { routeToTeam } from '../../domain/routing.ts';
import type { Unit } from './unit.ts';
import type { CmIncoming } from '../../domain/cm-messages.ts';
import type { OutgoingMessage } from '../../ports/adapter.ts';

/** The writer of answers that go out by themselves. */
const author = { kind: 'system', id: 'out-of-office', name: '' } as const;

/** Tells the customer that nobody is there, once in each closed period. In the transaction of their message. */
export async function answerOutOfOffice(unit: Unit, received: CmIncoming, conversationId: string): Promise<void> {
  const { channel, to: accountId, at: writtenAt } = received;
  const replies = (await readSetting(unit.tx, 'outOfOffice')) ?? [];
  if (replies.length === 0) return;
  const conversation = await unit.conversation(conversationId);
  const [rules, teams] = [await readSetting(unit.tx, 'routing'), await readSetting(unit.tx, 'teams')];
  const teamId = conversation.teamId ?? routeToTeam({ channel, accountId }, rules ?? [], teams ?? []);
  const allHours = (await readSetting(unit.tx, 'openingHours')) ?? [];
  const hours = allHours.find((each) => each.teamId === teamId)?.hours ?? null;
  const answer = outOfOfficeAnswer({ replies, hours, conversation, channel, writtenAt, now: unit.now });
  const key = `out-of-office ${conversationId} ${answer?.period ?? ''}`;
  if (!answer || (await unit.tx.get('taken', key))) return;
  const clientId = unit.context.newId('message');
  const content = { kind: 'text', text: answer.text } as const;
  const outgoing: OutgoingMessage = { clientId, conversationId, channel, accountId, content, replyToId: null };
  try {
    await judgeOutgoing(unit, outgoing);
  } catch (error) {
    // Whoever may not be written to hears nothing; their message counts all the same.
    if (error instanceof AdapterError) return;
    throw error;
  }
  const { id } = await takeOutgoing(unit, outgoing, author);
  await unit.tx.put('taken', { key, messageIds: [id] });
}
