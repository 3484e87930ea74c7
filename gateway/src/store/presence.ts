import type { Presence } from '../../../src/domain/presence.ts';
import { believedMs } from '../../../src/domain/presence.ts';
import type { OwnPresence } from '../../../src/ports/parts/presence.ts';
import type { Sql } from '../db/db.ts';
import type { Viewer } from './viewer.ts';

/** What one window of a co-worker says. */
export interface SaidPresence {
  readonly window: string;
  readonly presence: OwnPresence;
}

/** Keeps what a window says instead of what it said before. Gives the conversations whose watchers must be told. */
export async function keepPresence(
  sql: Sql,
  { tenant, agent }: Viewer,
  { window, presence }: SaidPresence,
  now: number,
): Promise<readonly string[]> {
  await sql.query('delete from presence where tenant = $1 and until_at < $2', [tenant, now]);
  const before = await sql.query<{ conversation_id: string }>(
    'delete from presence where tenant = $1 and co_worker_id = $2 and window_id = $3 returning conversation_id',
    [tenant, agent.id, window],
  );
  const left = before.map(({ conversation_id: id }) => id);
  if (presence.activity === 'away') return left;
  const { conversationId, activity } = presence;
  await sql.query(
    `insert into presence (tenant, co_worker_id, window_id, conversation_id, name, activity, until_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (tenant, co_worker_id, window_id) do update set conversation_id = excluded.conversation_id,
       activity = excluded.activity, until_at = excluded.until_at`,
    [tenant, agent.id, window, conversationId, agent.name, activity, now + believedMs],
  );
  return [...new Set([...left, conversationId])];
}

/** Ids of the co-workers of whom anything is known now. */
export async function listPresent(sql: Sql, tenant: string, now: number): Promise<readonly string[]> {
  const rows = await sql.query<{ id: string }>(
    'select distinct co_worker_id as id from presence where tenant = $1 and until_at > $2',
    [tenant, now],
  );
  return rows.map(({ id }) => id);
}

/** Says that a co-worker has a stream open, in no conversation in particular. */
export async function keepAttendance(
  sql: Sql,
  { tenant, agent }: Viewer,
  { stream, until }: { readonly stream: string; readonly until: number },
): Promise<void> {
  await sql.query(
    `insert into presence (tenant, co_worker_id, window_id, conversation_id, name, activity, until_at)
     values ($1, $2, $3, '', $4, 'viewing', $5)
     on conflict (tenant, co_worker_id, window_id) do update set until_at = excluded.until_at`,
    [tenant, agent.id, stream, agent.name, until],
  );
}

/** The stream is closed. */
export async function endAttendance(sql: Sql, { tenant, agent }: Viewer, stream: string): Promise<void> {
  await sql.query('delete from presence where tenant = $1 and co_worker_id = $2 and window_id = $3', [
    tenant,
    agent.id,
    stream,
  ]);
}

/** What all windows say that are in a conversation now. */
export async function readPresence(
  sql: Sql,
  tenant: string,
  { conversationId, now }: { readonly conversationId: string; readonly now: number },
): Promise<readonly Presence[]> {
  const rows = await sql.query<{ id: string; name: string; activity: Presence['activity']; until: number }>(
    `select co_worker_id as id, name, activity, until_at as until from presence
     where tenant = $1 and conversation_id = $2 and until_at > $3`,
    [tenant, conversationId, now],
  );
  return rows.map(({ id, name, activity, until }) => ({ id, kind: 'co-worker', name, activity, until }));
}
