import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from './db.ts';

const folder = join(import.meta.dirname, 'migrations');
/** Any number that no other program on the same server locks. */
const lockNumber = 7_203_114;

/** Brings the tables to what this version needs. Several instances may start at once: one does it, the others wait. */
export async function migrate(db: Db): Promise<void> {
  await db.transact(async (sql) => {
    await sql.query('select pg_advisory_xact_lock($1)', [lockNumber]);
    await sql.script(
      'create table if not exists schema_migration (number int primary key, name text not null, applied_at timestamptz not null default now())',
    );
    const done = await sql.query<{ number: number }>('select number from schema_migration order by number');
    const known = migrations();
    const newer = done.find(({ number }) => known.every((migration) => migration.number !== number));
    if (newer) {
      throw new Error(
        `the database is at migration ${newer.number}, newer than this gateway: upgrade the gateway first`,
      );
    }
    // By what was done, not by the last number: two branches that are merged may bring numbers in between.
    const applied = new Set(done.map(({ number }) => number));
    for (const { number, name } of known.filter((migration) => !applied.has(migration.number))) {
      await sql.script(readFileSync(join(folder, name), 'utf8'));
      await sql.query('insert into schema_migration (number, name) values ($1, $2)', [number, name]);
    }
  });
}

function migrations(): readonly { readonly number: number; readonly name: string }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ number: Number(name.slice(0, 4)), name }));
}
