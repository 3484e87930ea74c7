import type { ScheduledMessage } from '../../../src/ports/parts/schedule.ts';
import type { Sql } from '../db/db.ts';
import { getConversation } from './conversations.ts';
import type { Unit } from './unit.ts';
import type { Viewer } from './viewer.ts';

/** A message that leaves later, and what was asked. */
export interface ScheduledRow {
  readonly scheduled: ScheduledMessage;
  readonly asked: string;
}

/** The message that leaves, or left, under a client id. */
export async function readScheduled(sql: Sql, tenant: string, clientId: string): Promise<ScheduledRow | null> {
  const [row] = await sql.query<{ data: string; asked: string }>(
    'select data::text as data, asked from scheduled where tenant = $1 and client_id = $2',
    [tenant, clientId],
  );
  return row ? { scheduled: JSON.parse(row.data) as ScheduledMessage, asked: row.asked } : null;
}

/** Keeps a message that leaves later as it is now. */
export async function writeScheduled(
  unit: Unit,
  scheduled: ScheduledMessage,
  asked: string,
): Promise<ScheduledMessage> {
  const { message, state, sendAt } = scheduled;
  await unit.sql.query(
    `insert into scheduled (tenant, client_id, conversation_id, state, send_at, asked, data)
     values ($1, $2, $3, $4, $5, $6, $7::text::json)
     on conflict (tenant, client_id) do update set state = excluded.state, send_at = excluded.send_at,
       data = excluded.data, not_before = now()`,
    [unit.tenant, message.clientId, message.conversationId, state, sendAt, asked, JSON.stringify(scheduled)],
  );
  return scheduled;
}

/** Those of a conversation that wait or failed, the next one first. */
export async function listScheduled(
  sql: Sql,
  viewer: Viewer,
  conversationId: string,
): Promise<readonly ScheduledMessage[]> {
  await getConversation(sql, viewer, conversationId);
  const rows = await sql.query<{ data: string }>(
    `select data::text as data from scheduled
     where tenant = $1 and conversation_id = $2 and state in ('waiting', 'failed') order by send_at, client_id`,
    [viewer.tenant, conversationId],
  );
  return rows.map(({ data }) => JSON.parse(data) as ScheduledMessage);
}
