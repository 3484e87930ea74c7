import { attachmentsOf } from '../../../src/domain/content-files.ts';
import type { Attachment, Message } from '../../../src/domain/model.ts';
import { uploadKeptMs } from '../../../src/domain/uploads.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import type { Sql } from '../db/db.ts';
import { dropPieces } from './files.ts';
import { messagesIn } from './messages-in.ts';
import type { Unit } from './unit.ts';
import { Values, visibleTo } from './viewer.ts';
import type { Viewer } from './viewer.ts';

/** What carries a file; `conversationId` says who may see it, `null` = the whole business. */
export interface Holder {
  readonly name: string;
  readonly conversationId: string | null;
}

/** The messages of a conversation. They are never thrown away, so one name will do. */
export function messagesOf(conversationId: string): Holder {
  return { name: `conversation:${conversationId}`, conversationId };
}

/** Whether somebody may see a file that is here: by its conversation, by one that carries it, or as the business's. */
export async function maySeeFile(
  sql: Sql,
  viewer: Viewer,
  file: { readonly id: string; readonly now: number },
): Promise<boolean> {
  return (await visibleState(sql, viewer, file)) === 'here';
}

/** Whether a file that somebody may see is here or still to be fetched; `null` for any other. */
export async function visibleState(
  sql: Sql,
  viewer: Viewer,
  { id, now }: { readonly id: string; readonly now: number },
): Promise<'here' | 'wanted' | null> {
  const values = new Values();
  const visible = visibleTo(viewer, values, 'c');
  const tenant = values.add(viewer.tenant);
  const [row] = await sql.query<{ state: 'here' | 'wanted' }>(
    `select f.state from file f
     where f.tenant = ${tenant} and f.id = ${values.add(id)} and f.state in ('here', 'wanted')
       and (f.expires_at is null or f.expires_at > ${values.add(now, 'bigint')})
       and (exists (select 1 from conversation c where ${visible} and c.id = f.conversation_id)
         or exists (select 1 from file_holder h where h.tenant = ${tenant} and h.file_id = f.id
           and (h.conversation_id is null
             or exists (select 1 from conversation c where ${visible} and c.id = h.conversation_id))))`,
    values.list,
  );
  return row?.state ?? null;
}

/**
 * Keeps files for as long as the holder carries them. One that the viewer may not see is as good as none, and one that is
 * not here must have an address elsewhere; otherwise `invalid` with `path`.
 */
export async function holdFiles(
  unit: Unit,
  attachments: readonly Attachment[],
  { holder, viewer, path }: { readonly holder: Holder; readonly viewer: Viewer; readonly path: string },
): Promise<void> {
  for (const { id, url } of attachments) {
    if (await maySeeFile(unit.sql, viewer, { id, now: unit.now })) await hold(unit, id, holder);
    else if (url === null || !/^https:\/\//i.test(url) || (await isHere(unit, id)))
      throw new AdapterError('invalid', `${path}: the file is not here any more`, { path });
  }
}

/** Keeps a file for as long as the holder carries it. */
export async function hold({ sql, tenant }: Unit, id: string, { name, conversationId }: Holder): Promise<void> {
  await sql.query(
    `insert into file_holder (tenant, file_id, holder, conversation_id) values ($1, $2, $3, $4) on conflict do nothing`,
    [tenant, id, name, conversationId],
  );
  await sql.query('update file set expires_at = null where tenant = $1 and id = $2', [tenant, id]);
}

/** Ends what a holder carries; a file that nothing carries any more is kept a while and then forgotten. */
export async function letGo({ sql, tenant, now }: Unit, holder: string): Promise<void> {
  const gone = await sql.query<{ file_id: string }>(
    'delete from file_holder where tenant = $1 and holder = $2 returning file_id',
    [tenant, holder],
  );
  if (gone.length === 0) return;
  await sql.query(
    `update file f set expires_at = $3 where f.tenant = $1 and f.id = any($2::text[]) and f.message_id is null
       and not exists (select 1 from file_holder h where h.tenant = $1 and h.file_id = f.id)`,
    [tenant, gone.map(({ file_id: id }) => id), now + uploadKeptMs],
  );
}

/**
 * Throws away what a message carried that was taken back, at once: links that were given out open nothing any more, and
 * what is still to be fetched never is. A file that another message or a quick reply carries too stays for those.
 */
export async function dropTakenBack(unit: Unit, message: Message): Promise<void> {
  for (const { id } of attachmentsOf(message.content)) {
    if (await isCarried(unit, id, message)) continue;
    await dropForConversation(unit, id, message.conversationId);
  }
}

async function isCarried(unit: Unit, fileId: string, { id, conversationId }: Message): Promise<boolean> {
  for await (const other of messagesIn(unit.sql, unit.tenant, conversationId))
    if (other.id !== id && attachmentsOf(other.content).some((one) => one.id === fileId)) return true;
  return false;
}

async function dropForConversation({ sql, tenant }: Unit, fileId: string, conversationId: string): Promise<void> {
  const { name } = messagesOf(conversationId);
  await sql.query('delete from file_holder where tenant = $1 and file_id = $2 and holder = $3', [tenant, fileId, name]);
  const [file] = await sql.query<{ held: boolean }>(
    `update file f set conversation_id = null, message_id = null,
       state = case when exists (select 1 from file_holder h where h.tenant = f.tenant and h.file_id = f.id)
         then f.state else 'gone' end
     where f.tenant = $1 and f.id = $2 and f.conversation_id = $3
     returning exists (select 1 from file_holder h where h.tenant = f.tenant and h.file_id = f.id) as held`,
    [tenant, fileId, conversationId],
  );
  if (file && !file.held) await dropPieces(sql, tenant, fileId);
}

/** Somebody else's file: its id must not be borrowed for an address elsewhere. */
async function isHere({ sql, tenant }: Unit, id: string): Promise<boolean> {
  const rows = await sql.query('select 1 as found from file where tenant = $1 and id = $2', [tenant, id]);
  return rows.length > 0;
}
