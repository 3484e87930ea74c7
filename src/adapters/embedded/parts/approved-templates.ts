import { canonicalJson } from '../../../domain/canonical-json.ts';
import { AdapterError } from '../../../ports/adapter-error.ts';
import { decodeCursor, encodeCursor } from '../cursors.ts';
import { LAST } from '../keys.ts';
import { pageSize } from '../pages.ts';
import type { PartAccess } from './access.ts';
import type { Place } from '../cursors.ts';
import type { EmbeddedTransaction } from '../store.ts';
import type { ApprovedTemplateRow } from '../tables.ts';
import type { ApprovedTemplate } from '../../../domain/approved-template.ts';
import type { Page, PageRequest } from '../../../ports/adapter.ts';
import type { ApprovedTemplateFilter, ApprovedTemplatesPart } from '../../../ports/parts/approved-templates.ts';

/** The approved templates of the backend. */
export function approvedTemplatesPart({ query }: PartAccess): ApprovedTemplatesPart {
  return {
    list: (filter, page, options) => query(options, (tx) => listTemplates(tx, filter, page ?? {})),
    get: (id, options) =>
      query(options, async (tx) => {
        const row = await tx.get('approvedTemplates', id);
        if (!row) throw new AdapterError('not-found', `there is no template ${id}`);
        return row.template;
      }),
  };
}

/** A template as it is stored. */
export function templateRow(template: ApprovedTemplate): ApprovedTemplateRow {
  const { id, name, language } = template;
  return { id, template, nameKey: [name, language, id] };
}

async function listTemplates(
  tx: EmbeddedTransaction,
  filter: ApprovedTemplateFilter,
  page: PageRequest,
): Promise<Page<ApprovedTemplate>> {
  const question = canonicalJson({ approvedTemplates: filter });
  const limit = pageSize(page.limit);
  const start = page.cursor === undefined ? null : decodeCursor(question, page.cursor, ['string', 'string', 'string']);
  const lower = start ?? (filter.name === undefined ? [] : [filter.name]);
  const upper = filter.name === undefined ? [LAST] : [filter.name, LAST];
  // A business has a few hundred, and most of them match.
  const rows = await tx.scan('approvedTemplates', 'name', { lower, lowerOpen: start !== null, upper });
  const found = rows.filter(({ template }) => matches(template, filter));
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ template }) => template),
    nextCursor: last && found.length > limit ? encodeCursor(question, last.nameKey as Place) : null,
    total: start === null ? found.length : null,
  };
}

function matches(template: ApprovedTemplate, { channel, accountId, statuses }: ApprovedTemplateFilter): boolean {
  return (
    (channel === undefined || template.channel === channel) &&
    (accountId === undefined || template.accountId === null || template.accountId === accountId) &&
    (statuses === undefined || statuses.includes(template.status))
  );
}
