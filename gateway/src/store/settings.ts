import type { Sql } from '../db/db.ts';
import type { Invitation } from './directory.ts';
import type { Tag, TagSettings } from '../../../src/domain/tags.ts';
import type { Team } from '../../../src/domain/teams.ts';

/** What a tenant has one of, by name. */
export interface Settings {
  invitation: Invitation | null;
  tags: readonly Tag[];
  tagSettings: TagSettings;
  teams: readonly Team[];
}

/** A setting; `null` where nobody made it. */
export async function readSetting<K extends keyof Settings>(
  sql: Sql,
  tenant: string,
  name: K,
): Promise<Settings[K] | null> {
  const [row] = await sql.query<{ value: string }>(
    'select value::text as value from setting where tenant = $1 and name = $2',
    [tenant, name],
  );
  return row ? (JSON.parse(row.value) as Settings[K]) : null;
}

/** Keeps a setting. Whoever wrote what it read before holds the lock `setting <name>`. */
export async function writeSetting<K extends keyof Settings>(
  sql: Sql,
  tenant: string,
  name: K,
  value: Settings[K],
): Promise<void> {
  await sql.query(
    `insert into setting (tenant, name, value) values ($1, $2, $3::text::json)
     on conflict (tenant, name) do update set value = excluded.value`,
    [tenant, name, JSON.stringify(value)],
  );
}
