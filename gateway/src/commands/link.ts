import { linkedMessage, linkedStandIn, linkFault, linkFaults, unlinkFault } from '../../../src/domain/link-sender.ts';
import type { Conversation, Message, Recipient } from '../../../src/domain/model.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import { findRecipient } from '../store/directory.ts';
import type { Unit } from '../store/unit.ts';
import type { Viewer } from '../store/viewer.ts';
import { recipientsWithIds } from './matching.ts';

/**
 * The record to which the sender of a conversation is to be linked, or for `null` the stand-in it had; refuses what cannot
 * be or may not be seen (D10).
 */
export async function recordToLink(
  unit: Unit,
  viewer: Viewer,
  {
    conversation,
    recipientId,
  }: { readonly conversation: Conversation; readonly recipientId: string | null | undefined },
): Promise<Recipient | null> {
  const { recipient, linkedFrom = null } = conversation;
  if (recipientId === undefined || (recipientId === null && recipient.kind === 'unmatched')) return null;
  const record =
    recipientId === null ? await standInOf(unit, linkedFrom) : await findRecipient(unit.sql, viewer, recipientId);
  const fault = recipientId === null ? unlinkFault(record) : linkFault(conversation, record);
  if (fault === null) return record;
  const [code, text] = linkFaults[fault];
  throw new AdapterError(code, text, { path: 'recipientId' });
}

async function standInOf(unit: Unit, id: string | null): Promise<Recipient | null> {
  if (id === null) return null;
  const [standIn = null] = await recipientsWithIds(unit, [id]);
  return standIn;
}

/** Remembers who the sender is, or is not, and brings what was said so far into the history of who it is now. */
export async function linkSender(unit: Unit, { id, recipient }: Conversation, record: Recipient): Promise<void> {
  const [standIn] = await recipientsWithIds(unit, [record.kind === 'unmatched' ? record.id : recipient.id]);
  if (standIn) await unit.putRecipient(linkedStandIn(standIn, record));
  const rows = await unit.sql.query<{ data: string }>(
    `select data::text as data from message where tenant = $1 and conversation_id = $2 and recipient_id <> $3
     order by at, position, id`,
    [unit.tenant, id, record.id],
  );
  for (const { data } of rows) await unit.changeMessage(linkedMessage(JSON.parse(data) as Message, record));
}
