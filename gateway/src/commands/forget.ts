import type { Unit } from '../store/unit.ts';

/**
 * Empties a tenant: every table that names one. Its feed gets another identity, so that no cursor of before fits and all
 * streams begin anew. Only for demos and tests; no request leads here.
 */
export async function forgetTenant({ sql, tenant }: Unit): Promise<void> {
  const tables = await sql.query<{ name: string }>(
    `select c.table_name as name from information_schema.columns c
     join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
     where c.table_schema = current_schema() and c.column_name = 'tenant' and t.table_type = 'BASE TABLE'`,
  );
  for (const { name } of tables.filter((table) => table.name !== 'feed'))
    await sql.query(`delete from "${name}" where tenant = $1`, [tenant]);
  await sql.query(
    `update feed set identity = substr(md5(random()::text || clock_timestamp()::text), 1, 12), head = 0, trimmed = 0
     where tenant = $1`,
    [tenant],
  );
}
