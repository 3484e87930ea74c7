import { canonicalJson } from '../../domain/canonical-json.ts';
import { AdapterError } from '../../ports/adapter-error.ts';
import { decodeCursor, encodeCursor } from './cursors.ts';
import { compareKeys, LAST } from './keys.ts';
import { pageSize } from './pages.ts';
import { foundByTerms } from './search.ts';
import { soughtWords } from './terms.ts';
import { foldText, includesNumber, includesWords, numberNeedle } from '../../domain/search-text.ts';
import type { Place } from './cursors.ts';
import type { EmbeddedTransaction } from './store.ts';
import type { RecipientRow } from './tables.ts';
import type { Recipient } from '../../domain/model.ts';
import type { Page, PageRequest } from '../../ports/adapter.ts';

/** The recipient, or `not-found`. */
export async function getRecipient(tx: EmbeddedTransaction, id: string): Promise<Recipient> {
  const row = await tx.get('recipients', id);
  if (!row) throw new AdapterError('not-found', `there is no recipient ${id}`);
  return row.recipient;
}

/** Recipients by name, organisation or number in any spelling, in order of name; empty text finds all. */
export async function searchRecipients(
  tx: EmbeddedTransaction,
  text: string,
  page: PageRequest,
): Promise<Page<Recipient>> {
  const question = canonicalJson({ recipients: foldText(text) });
  const limit = pageSize(page.limit);
  const after = page.cursor === undefined ? null : decodeCursor(question, page.cursor, ['string', 'string']);
  const isSearch = soughtWords(text).length > 0;
  const rows = isSearch ? await found(tx, text, after) : await inOrder(tx, after, limit + 1);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(({ recipient }) => recipient),
    nextCursor: last && rows.length > limit ? encodeCursor(question, last.nameKey as Place) : null,
    total: isSearch && after === null ? rows.length : null,
  };
}

async function inOrder(tx: EmbeddedTransaction, after: Place | null, limit: number): Promise<readonly RecipientRow[]> {
  return tx.scan('recipients', 'name', { lower: after ?? [], lowerOpen: true, upper: [LAST], limit });
}

async function found(tx: EmbeddedTransaction, text: string, after: Place | null): Promise<readonly RecipientRow[]> {
  const rows: RecipientRow[] = [];
  for (const id of await foundByTerms(tx, 'recipients', text)) {
    const row = await tx.get('recipients', id);
    if (!row || !matches(row.recipient, text)) continue;
    if (after === null || compareKeys(row.nameKey, after) > 0) rows.push(row);
  }
  return rows.sort((a, b) => compareKeys(a.nameKey, b.nameKey));
}

function matches({ name, firstName, organisation, addresses }: Recipient, text: string): boolean {
  const digits = numberNeedle(text);
  return (
    includesWords([name, firstName, organisation].join(' '), text) ||
    addresses.some(({ value }) => (digits === null ? includesWords(value, text) : includesNumber(value, digits)))
  );
}
