import type { Change } from '../../../src/ports/adapter.ts';
import type { Sql } from '../db/db.ts';
import type { Place } from './viewer.ts';

/** A change and who is concerned: where it stands now, and where it stood before if that is somewhere else. */
export interface PlacedChange {
  readonly change: Change;
  readonly now: Place;
  readonly before?: Place;
}

/** Changes that were committed together. */
export interface FeedEvent {
  readonly position: number;
  readonly changes: readonly PlacedChange[];
}

/** What was read of a feed in one go. */
export interface FeedStretch {
  readonly identity: string;
  readonly head: number;
  /** Events up to here are gone. */
  readonly trimmed: number;
  readonly events: readonly FeedEvent[];
}

/** How many events of a feed are kept for streams that come back. */
const kept = 20_000;
const trimEvery = 500;
const eventsAtOnce = 200;

/** Makes sure that a tenant has a feed. */
export async function openFeed(sql: Sql, tenant: string): Promise<void> {
  await sql.query(
    `insert into feed (tenant, identity) values ($1, substr(md5(random()::text || clock_timestamp()::text), 1, 12))
     on conflict do nothing`,
    [tenant],
  );
}

/** Adds an event at the next position. The last statement of its transaction: the counter row stays locked until commit. */
export async function writeEvent(sql: Sql, tenant: string, changes: readonly PlacedChange[]): Promise<number> {
  const grow = 'update feed set head = head + 1 where tenant = $1 returning head';
  let [row] = await sql.query<{ head: number }>(grow, [tenant]);
  if (!row) {
    await openFeed(sql, tenant);
    [row] = await sql.query<{ head: number }>(grow, [tenant]);
  }
  const position = Number(row?.head);
  await sql.query('insert into feed_event (tenant, position, changes) values ($1, $2, $3::text::json)', [
    tenant,
    position,
    JSON.stringify(changes),
  ]);
  if (position % trimEvery === 0 && position > kept) {
    await sql.query('delete from feed_event where tenant = $1 and position <= $2', [tenant, position - kept]);
    await sql.query('update feed set trimmed = $2 where tenant = $1', [tenant, position - kept]);
  }
  return position;
}

/** Reads a feed after a position, in one statement so that head and events belong together. */
export async function readFeed(sql: Sql, tenant: string, after: number): Promise<FeedStretch> {
  const rows = await sql.query<{
    identity: string;
    head: number;
    trimmed: number;
    position: number | null;
    changes: string;
  }>(
    `select f.identity, f.head, f.trimmed, e.position, e.changes::text as changes
     from feed f left join lateral (
       select position, changes from feed_event
       where tenant = f.tenant and position > $2 and position <= f.head order by position limit ${eventsAtOnce}
     ) e on true
     where f.tenant = $1 order by e.position`,
    [tenant, after],
  );
  const [first] = rows;
  if (!first) return { identity: '', head: 0, trimmed: 0, events: [] };
  return {
    identity: first.identity,
    head: first.head,
    trimmed: first.trimmed,
    events: rows.flatMap(({ position, changes }) =>
      position === null ? [] : [{ position, changes: JSON.parse(changes) as readonly PlacedChange[] }],
    ),
  };
}

/** Where a feed stands now. */
export async function feedHead(sql: Sql, tenant: string): Promise<string> {
  const [row] = await sql.query<{ identity: string; head: number }>(
    'select identity, head from feed where tenant = $1',
    [tenant],
  );
  return cursorOf(row?.identity ?? '', row?.head ?? 0);
}

/** A place in a feed as callers know it. */
export function cursorOf(identity: string, position: number): string {
  return `${identity}.${position}`;
}

/** The position of a cursor; `null` for one that is not of this feed. */
export function positionOf(identity: string, cursor: string): number | null {
  const text = cursor.startsWith(`${identity}.`) ? cursor.slice(identity.length + 1) : '';
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
