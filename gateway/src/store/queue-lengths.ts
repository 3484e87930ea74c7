import type { Sql } from '../db/db.ts';

/** More are not counted: whoever is called out by a number needs no larger one. */
const most = 100_000;

/** How much waits, of all tenants together: for whoever watches over the gateway. */
export async function queueLengths(sql: Sql): Promise<Readonly<Record<string, number>>> {
  const count = (from: string): string => `(select count(*) from (select 1 from ${from} limit ${most}) counted)`;
  const [row] = await sql.query<Record<string, number>>(
    `select ${count('dispatch')} as gateway_hand_overs_waiting,
       ${count("scheduled where state = 'waiting'")} as gateway_scheduled_waiting,
       ${count("file where state = 'wanted'")} as gateway_files_waiting,
       ${count('bot_event')} as gateway_bot_events_waiting,
       ${count('dead_letter')} as gateway_dead_letters`,
  );
  return row ?? {};
}
