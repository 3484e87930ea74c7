import type { CoWorker } from '../../../src/domain/model.ts';
import type { Sql } from '../db/db.ts';
import { openFeed } from './feed.ts';
import type { Viewer } from './viewer.ts';

/** Takes in what a token says: the directory knows who has ever signed in, without anybody keeping a second list. */
export async function introduce(sql: Sql, { tenant, agent }: Viewer): Promise<void> {
  await openFeed(sql, tenant);
  await putCoWorker(sql, tenant, agent);
  if (agent.branchId === null) return;
  await sql.query('insert into branch (tenant, id, data) values ($1, $2, $3::text::json) on conflict do nothing', [
    tenant,
    agent.branchId,
    JSON.stringify({ id: agent.branchId, name: agent.branchId }),
  ]);
}

/** Writes a co-worker if anything of it is new. */
export async function putCoWorker(sql: Sql, tenant: string, coWorker: CoWorker): Promise<void> {
  await sql.query(
    `insert into co_worker (tenant, id, data) values ($1, $2, $3::text::json)
     on conflict (tenant, id) do update set data = excluded.data where co_worker.data::text <> excluded.data::text`,
    [tenant, coWorker.id, JSON.stringify(coWorker)],
  );
}
