import type { ApprovedTemplate } from '../../../src/domain/approved-template.ts';
import type { Page, PageRequest } from '../../../src/ports/adapter.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import type { ApprovedTemplateFilter } from '../../../src/ports/parts/approved-templates.ts';
import type { Sql } from '../db/db.ts';
import type { TemplateStatus } from '../providers/provider.ts';
import type { Unit } from './unit.ts';
import { decodeCursor, encodeCursor, pageSize } from './cursors.ts';
import { Values } from './viewer.ts';

/** A page of the approved templates of a tenant, by name, then language. */
export async function listApprovedTemplates(
  sql: Sql,
  tenant: string,
  filter: ApprovedTemplateFilter,
  page: PageRequest = {},
): Promise<Page<ApprovedTemplate>> {
  const question = { approvedTemplates: filter, tenant };
  const limit = pageSize(page.limit);
  const values = new Values();
  const conditions = conditionsOf(tenant, filter, values);
  const where = conditions.join(' and ');
  const after = page.cursor === undefined ? null : decodeCursor(question, page.cursor, ['string', 'string', 'string']);
  const beyond = after ? `and (name, language, id) > (${after.map((part) => values.add(part)).join(', ')})` : '';
  const rows = await sql.query<{ data: string }>(
    `select data::text as data from approved_template where ${where} ${beyond}
     order by name, language, id limit ${limit + 1}`,
    values.list,
  );
  const found = rows.map(({ data }) => JSON.parse(data) as ApprovedTemplate);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const nextCursor = last && found.length > limit ? encodeCursor(question, [last.name, last.language, last.id]) : null;
  return { items, nextCursor, total: after === null && nextCursor === null ? items.length : null };
}

/** The template; `null` if there is none. */
export async function findApprovedTemplate(sql: Sql, tenant: string, id: string): Promise<ApprovedTemplate | null> {
  const [row] = await sql.query<{ data: string }>(
    'select data::text as data from approved_template where tenant = $1 and id = $2',
    [tenant, id],
  );
  return row ? (JSON.parse(row.data) as ApprovedTemplate) : null;
}

/** The template, or `not-found`. */
export async function getApprovedTemplate(sql: Sql, tenant: string, id: string): Promise<ApprovedTemplate> {
  const template = await findApprovedTemplate(sql, tenant, id);
  if (template) return template;
  throw new AdapterError('not-found', `there is no template ${id}`);
}

/** Keeps what became of a template's approval. Returns whether the template is known. */
export async function changeTemplateStatus(
  { sql, tenant }: Unit,
  { templateId, status, statusReason }: TemplateStatus,
): Promise<boolean> {
  const template = await findApprovedTemplate(sql, tenant, templateId);
  if (!template) return false;
  const changed: ApprovedTemplate = { ...template, status, statusReason };
  await sql.query('update approved_template set status = $3, data = $4::text::json where tenant = $1 and id = $2', [
    tenant,
    templateId,
    status,
    JSON.stringify(changed),
  ]);
  return true;
}

/** Keeps the templates of a tenant: those that are not named any more go. */
export async function putApprovedTemplates(
  sql: Sql,
  tenant: string,
  templates: readonly ApprovedTemplate[],
): Promise<void> {
  await sql.query('delete from approved_template where tenant = $1', [tenant]);
  for (const template of templates) {
    const { id, name, language, channel, accountId, status } = template;
    await sql.query(
      `insert into approved_template (tenant, id, name, language, channel, account_id, status, data)
       values ($1, $2, $3, $4, $5, $6, $7, $8::text::json) on conflict (tenant, id) do nothing`,
      [tenant, id, name, language, channel, accountId, status, JSON.stringify(template)],
    );
  }
}

function conditionsOf(
  tenant: string,
  { channel, accountId, statuses, name }: ApprovedTemplateFilter,
  values: Values,
): readonly string[] {
  return [
    `tenant = ${values.add(tenant)}`,
    ...(channel === undefined ? [] : [`channel = ${values.add(channel)}`]),
    ...(accountId === undefined ? [] : [`(account_id is null or account_id = ${values.add(accountId)})`]),
    ...(statuses === undefined ? [] : [`status = any(${values.add(statuses, 'text[]')})`]),
    ...(name === undefined ? [] : [`name = ${values.add(name)}`]),
  ];
}
