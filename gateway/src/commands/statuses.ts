import type { CmStatus } from '../../../src/domain/cm-messages.ts';
import { applyMessageChange } from '../../../src/domain/conversation-rules.ts';
import { applyStatus } from '../../../src/domain/delivery-status.ts';
import type { StatusReport } from '../../../src/domain/delivery-status.ts';
import type { Message } from '../../../src/domain/model.ts';
import { readMessage } from '../store/messages.ts';
import { referenceKey } from '../store/text.ts';
import type { Unit } from '../store/unit.ts';

/** CM.com repeats a report for a week; a month is more than any message can be late. */
const earlyKeptMs = 31 * 24 * 60 * 60 * 1000;

/** Applies a provider's report to the message it names, or keeps it until that message is there. */
export async function takeStatus(unit: Unit, status: CmStatus): Promise<Message | null> {
  const at = status.at ?? unit.now;
  const report: StatusReport = { status: status.status, at, failure: status.failure && { ...status.failure, at } };
  const reference = referenceKey(status.reference);
  // Whoever accepts the message of this reference looks for early reports under the same lock.
  await unit.lock(`reference ${reference}`);
  const [row] = await unit.sql.query<{ id: string }>(
    'select id from message where tenant = $1 and reference = $2 limit 1',
    [unit.tenant, reference],
  );
  if (row) return reportStatus(unit, row.id, report);
  await unit.sql.query('delete from early_status where tenant = $1 and received_at < $2', [
    unit.tenant,
    unit.now - earlyKeptMs,
  ]);
  await unit.sql.query(
    `insert into early_status (tenant, reference, status, report, received_at) values ($1, $2, $3, $4::text::json, $5)
     on conflict (tenant, reference, status) do nothing`,
    [unit.tenant, reference, report.status, JSON.stringify(report), unit.now],
  );
  return null;
}

/** Applies a report to a stored message, and to its conversation where a list shows it. Never goes back. */
export async function reportStatus(unit: Unit, messageId: string, report: StatusReport): Promise<Message | null> {
  const known = await readMessage(unit.sql, unit.tenant, messageId);
  if (!known) return null;
  const conversation = await unit.conversation(known.conversationId);
  // Read again: only now nobody else can change it.
  const before = (await readMessage(unit.sql, unit.tenant, messageId)) ?? known;
  const message = applyStatus(before, report);
  if (message === before) return message;
  await unit.changeMessage(message);
  const next = applyMessageChange(conversation, message);
  if (next !== conversation) await unit.putConversation(next);
  return message;
}

/** A message with the reports that came before it. */
export async function takeEarlyStatuses(unit: Unit, message: Message): Promise<Message> {
  if (message.clientId === null) return message;
  const reference = referenceKey(message.clientId);
  await unit.lock(`reference ${reference}`);
  const early = await unit.sql.query<{ report: string }>(
    'delete from early_status where tenant = $1 and reference = $2 returning report::text as report',
    [unit.tenant, reference],
  );
  return early.map(({ report }) => JSON.parse(report) as StatusReport).reduce(applyStatus, message);
}
