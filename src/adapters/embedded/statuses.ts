import { referenceKey } from './rows.ts';
import { applyMessageChange } from '../../domain/conversation-rules.ts';
import { applyStatus } from '../../domain/delivery-status.ts';
import type { EarlyStatusRow, MessageRow } from './tables.ts';
import type { Unit } from './unit.ts';
import type { CmStatus } from '../../domain/cm-messages.ts';
import type { StatusReport } from '../../domain/delivery-status.ts';
import type { Message } from '../../domain/model.ts';

/** CM.com repeats a report for a week; a month is more than any message can be late. */
const earlyKeptMs = 31 * 24 * 60 * 60 * 1000;

/** Applies a provider's report to the message it names, or keeps it until that message is there. */
export async function takeStatus(unit: Unit, status: CmStatus): Promise<Message | null> {
  const at = status.at ?? unit.now;
  const report: StatusReport = { status: status.status, at, failure: status.failure && { ...status.failure, at } };
  const reference = referenceKey(status.reference);
  const [row] = await unit.tx.scan('messages', 'reference', { lower: reference, upper: reference, limit: 1 });
  if (row) return changeStatus(unit, row, report);
  await unit.tx.deleteRange('earlyStatuses', { upper: [unit.now - earlyKeptMs] });
  const id = `${reference} ${report.status}`;
  await unit.tx.put('earlyStatuses', { receivedAt: unit.now, id, reference, report });
  return null;
}

/** Applies a report to a stored message, and to its conversation where a list shows it. Never goes back. */
export async function changeStatus(unit: Unit, row: MessageRow, report: StatusReport): Promise<Message> {
  const message = applyStatus(row.message, report);
  if (message === row.message) return message;
  await unit.changeMessage(row, message);
  const conversation = await unit.conversation(message.conversationId);
  const next = applyMessageChange(conversation, message);
  if (next !== conversation) await unit.putConversation(next);
  return message;
}

/** A message with the reports that came before it. */
export async function takeEarlyStatuses(unit: Unit, message: Message): Promise<Message> {
  if (message.clientId === null) return message;
  const reference = referenceKey(message.clientId);
  const early = await unit.tx.scan('earlyStatuses', 'reference', { lower: reference, upper: reference });
  for (const { receivedAt, id } of early) await unit.tx.delete('earlyStatuses', [receivedAt, id]);
  return early.reduce<Message>((current, { report }: EarlyStatusRow) => applyStatus(current, report), message);
}
