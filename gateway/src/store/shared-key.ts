import { randomBytes } from 'node:crypto';
import type { Sql } from '../db/db.ts';

/** A key that all instances on one database share: made by the first that asks. Worth no more than the database itself. */
export async function sharedKey(sql: Sql, name: string): Promise<Buffer> {
  const fresh = randomBytes(32).toString('base64');
  await sql.query('insert into gateway_key (name, value) values ($1, $2) on conflict do nothing', [name, fresh]);
  const [row] = await sql.query<{ value: string }>('select value from gateway_key where name = $1', [name]);
  return Buffer.from(row?.value ?? '', 'base64');
}
