import type { Recipient } from '../../../src/domain/model.ts';
import type { ConversionFilter, PhoneRecord } from '../../../src/domain/phone-conversion.ts';
import { fitsConversion, phoneRecordOf } from '../../../src/domain/phone-records.ts';
import type { PhoneField } from '../../../src/domain/phone-records.ts';
import type { Page, PageRequest } from '../../../src/ports/adapter.ts';
import type { Sql } from '../db/db.ts';
import { decodeCursor, encodeCursor, pageSize } from './cursors.ts';
import type { SortPlace } from './cursors.ts';
import { recipientVisibleTo } from './directory.ts';
import { Values } from './viewer.ts';
import type { Viewer } from './viewer.ts';

/** A recipient and its phone field; `null` where it has none of its own. */
export interface RecipientWithField {
  readonly recipient: Recipient;
  readonly field: PhoneField | null;
  readonly place: SortPlace;
}

interface FoundRow {
  readonly data: string;
  readonly name_key: string;
  readonly id: string;
  readonly value: string | null;
  readonly country: string | null;
  readonly [column: string]: unknown;
}

const columns = `select r.data::text as data, r.name_key, r.id, p.value, p.country
  from recipient r left join phone_field p on p.tenant = r.tenant and p.recipient_id = r.id`;
const batchSize = 200;

/** The phone fields of the contacts and resources that may be seen, in order of name. */
export async function listPhoneRecords(
  sql: Sql,
  viewer: Viewer,
  filter: ConversionFilter,
  page: PageRequest = {},
): Promise<Page<PhoneRecord>> {
  const question = { phones: filter, viewer: [viewer.tenant, viewer.agent.id, viewer.branches] };
  const limit = pageSize(page.limit);
  let after: SortPlace | null =
    page.cursor === undefined ? null : decodeCursor(question, page.cursor, ['string', 'string']);
  const items: PhoneRecord[] = [];
  for (;;) {
    const rows = await readBatch(sql, viewer, after);
    for (const { recipient, field, place } of rows) {
      if (items.length === limit && after) return { items, nextCursor: encodeCursor(question, after), total: null };
      after = place;
      const record = phoneRecordOf(recipient, field);
      if (record && fitsConversion(record, filter)) items.push(record);
    }
    if (rows.length < batchSize) return { items, nextCursor: null, total: null };
  }
}

/** A recipient that may be seen, with its field; `null` if there is none. */
export async function findRecipientWithField(sql: Sql, viewer: Viewer, id: string): Promise<RecipientWithField | null> {
  const values = new Values();
  const visible = recipientVisibleTo(viewer, values);
  const [row] = await sql.query<FoundRow>(`${columns} where ${visible} and r.id = ${values.add(id)}`, values.list);
  return row ? found(row) : null;
}

/** Writes a phone field. */
export async function putPhoneField(
  sql: Sql,
  tenant: string,
  recipientId: string,
  { value, country }: PhoneField,
): Promise<void> {
  await sql.query(
    `insert into phone_field (tenant, recipient_id, value, country) values ($1, $2, $3, $4)
     on conflict (tenant, recipient_id) do update set value = excluded.value, country = excluded.country`,
    [tenant, recipientId, value, country],
  );
}

async function readBatch(sql: Sql, viewer: Viewer, after: SortPlace | null): Promise<readonly RecipientWithField[]> {
  const values = new Values();
  const visible = recipientVisibleTo(viewer, values);
  const beyond = after ? `and (r.name_key, r.id) > (${values.add(after[0] ?? '')}, ${values.add(after[1] ?? '')})` : '';
  const rows = await sql.query<FoundRow>(
    `${columns} where ${visible} ${beyond} order by r.name_key, r.id limit ${batchSize}`,
    values.list,
  );
  return rows.map(found);
}

function found({ data, name_key: nameKey, id, value, country }: FoundRow): RecipientWithField {
  return {
    recipient: JSON.parse(data) as Recipient,
    field: value === null ? null : { value, country },
    place: [nameKey, id],
  };
}
