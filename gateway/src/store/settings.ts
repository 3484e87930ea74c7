import type { Sql } from '../db/db.ts';
import type { InvitationSetting } from '../../../src/domain/invitation-setting.ts';
import type { ChannelAccount } from '../../../src/domain/model.ts';
import type { QuickReplyGroup } from '../../../src/domain/quick-replies.ts';
import type { Tag, TagSettings } from '../../../src/domain/tags.ts';
import type { Chatbot } from '../../../src/domain/chatbot.ts';
import type { TeamHours } from '../../../src/domain/opening-hours.ts';
import type { OutOfOfficeReply } from '../../../src/domain/out-of-office.ts';
import type { RoutingRule } from '../../../src/domain/routing.ts';
import type { Team } from '../../../src/domain/teams.ts';

/** A chatbot and how it is reached. */
export interface StoredBot extends Chatbot {
  readonly url: string;
  /** The secret that its webhooks are signed with, sealed. */
  readonly sealed: string;
}

/** What a tenant has one of, by name. */
export interface Settings {
  accounts: readonly ChannelAccount[];
  invitation: InvitationSetting | null;
  quickReplies: readonly QuickReplyGroup[];
  tags: readonly Tag[];
  tagSettings: TagSettings;
  teams: readonly Team[];
  routing: readonly RoutingRule[];
  openingHours: readonly TeamHours[];
  outOfOffice: readonly OutOfOfficeReply[];
  bot: StoredBot | null;
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

/** Several settings in one reading; those that nobody made are absent. */
export async function readSettings<K extends keyof Settings>(
  sql: Sql,
  tenant: string,
  names: readonly K[],
): Promise<Partial<Pick<Settings, K>>> {
  const rows = await sql.query<{ name: string; value: string }>(
    'select name, value::text as value from setting where tenant = $1 and name = any($2::text[])',
    [tenant, names],
  );
  return Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value) as unknown])) as Partial<
    Pick<Settings, K>
  >;
}
