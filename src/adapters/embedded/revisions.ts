import { dropTakenBack } from './parts/files.ts';
import { referenceKey } from './rows.ts';
import type { MessageRow } from './tables.ts';
import type { Unit } from './unit.ts';
import type { CmIncoming } from '../../domain/cm-messages.ts';
import { applyMessageChange } from '../../domain/conversation-rules.ts';
import { applyRevision, mayRevise } from '../../domain/revisions.ts';
import type { Revision, RevisionType } from '../../domain/revisions.ts';

type Revising = CmIncoming & { readonly revision: RevisionType };

/**
 * Changes or takes back what a customer wrote before.
 *
 * @returns the message; `null` where there is none that they may change so
 */
export async function takeRevision(unit: Unit, received: Revising): Promise<MessageRow | null> {
  const { messageContext, revision: type, contents, from, at } = received;
  if (messageContext === null) return null;
  const row = await namedRow(unit, messageContext);
  const revision: Revision = { type, content: type === 'deleted' ? null : (contents[0] ?? null) };
  if (!row || !mayRevise(row.message, row.address, { ...revision, from })) return null;
  const message = applyRevision(row.message, { ...revision, at });
  if (message === row.message) return row;
  await unit.changeMessage(row, message);
  if (type === 'deleted') await dropTakenBack(unit, row.message);
  const conversation = await unit.conversation(message.conversationId);
  const next = applyMessageChange(conversation, message);
  if (next !== conversation) await unit.putConversation(next);
  return row;
}

/** By what the provider calls it, or by its own id: a host that plays the provider knows no other name of older ones. */
async function namedRow({ tx }: Unit, name: string): Promise<MessageRow | undefined> {
  const key = referenceKey(name);
  const [row] = await tx.scan('messages', 'reference', { lower: key, upper: key, limit: 1 });
  return row ?? tx.get('messages', name);
}
