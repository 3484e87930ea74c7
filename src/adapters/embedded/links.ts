import { AdapterError } from '../../ports/adapter-error.ts';
import { LAST } from './keys.ts';
import { histories } from './rows.ts';
import { linkedMessage, linkedStandIn, linkFault, linkFaults, unlinkFault } from '../../domain/link-sender.ts';
import type { Unit } from './unit.ts';
import type { Conversation, Recipient } from '../../domain/model.ts';

/** The record to which the sender of a conversation is to be linked, or for `null` the stand-in it had; refuses what cannot be (D10). */
export async function recordToLink(
  unit: Unit,
  conversation: Conversation,
  recipientId: string | null | undefined,
): Promise<Recipient | null> {
  const { recipient, linkedFrom = null } = conversation;
  if (recipientId === undefined || (recipientId === null && recipient.kind === 'unmatched')) return null;
  const wanted = recipientId ?? linkedFrom;
  const record = wanted === null ? null : ((await unit.tx.get('recipients', wanted))?.recipient ?? null);
  const fault = recipientId === null ? unlinkFault(record) : linkFault(conversation, record);
  if (fault === null) return record;
  const [code, text] = linkFaults[fault];
  throw new AdapterError(code, text, { path: 'recipientId' });
}

/** Remembers who the sender is, or is not, and brings what was said so far into the history of who it is now. */
export async function linkSender(unit: Unit, { id, recipient }: Conversation, record: Recipient): Promise<void> {
  const standIn = await unit.tx.get('recipients', record.kind === 'unmatched' ? record.id : recipient.id);
  if (standIn) await unit.putRecipient(linkedStandIn(standIn.recipient, record));
  const history = histories.conversation(id);
  const rows = await unit.tx.scan('messages', 'history', { lower: [history], upper: [history, LAST] });
  for (const row of rows) {
    if (row.message.recipientId !== record.id) await unit.changeMessage(row, linkedMessage(row.message, record));
  }
}
