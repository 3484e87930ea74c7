import { linkedMessage, linkedStandIn, linkFault, linkFaults } from '../../../src/domain/link-sender.ts';
import type { Conversation, Message, Recipient } from '../../../src/domain/model.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import { findRecipient } from '../store/directory.ts';
import type { Unit } from '../store/unit.ts';
import type { Viewer } from '../store/viewer.ts';
import { recipientsWithIds } from './matching.ts';

/** The record to which the sender of a conversation is to be linked; refuses what cannot be or may not be seen (D10). */
export async function recordToLink(
  unit: Unit,
  viewer: Viewer,
  { conversation, recipientId }: { readonly conversation: Conversation; readonly recipientId: string | undefined },
): Promise<Recipient | null> {
  if (recipientId === undefined) return null;
  const record = await findRecipient(unit.sql, viewer, recipientId);
  const fault = linkFault(conversation, record);
  if (fault === null) return record;
  const [code, text] = linkFaults[fault];
  throw new AdapterError(code, text, { path: 'recipientId' });
}

/** Remembers who the sender is, and brings what was said so far into the record's history. */
export async function linkSender(unit: Unit, { id, recipient }: Conversation, record: Recipient): Promise<void> {
  const [standIn] = await recipientsWithIds(unit, [recipient.id]);
  if (standIn) await unit.putRecipient(linkedStandIn(standIn, record));
  const rows = await unit.sql.query<{ data: string }>(
    `select data::text as data from message where tenant = $1 and conversation_id = $2 and recipient_id <> $3
     order by at, position, id`,
    [unit.tenant, id, record.id],
  );
  for (const { data } of rows) await unit.changeMessage(linkedMessage(JSON.parse(data) as Message, record));
}
