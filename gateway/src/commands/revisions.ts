import { applyMessageChange } from '../../../src/domain/conversation-rules.ts';
import { applyRevision, mayRevise } from '../../../src/domain/revisions.ts';
import type { Revision, RevisionType } from '../../../src/domain/revisions.ts';
import type { ProviderIncoming } from '../providers/provider.ts';
import { dropTakenBack } from '../store/file-holders.ts';
import { readMessage } from '../store/messages.ts';
import type { Unit } from '../store/unit.ts';

type Revising = ProviderIncoming & { readonly revision: RevisionType };

/**
 * Changes or takes back what a customer wrote before.
 *
 * @param received - with the sender's address normalised
 * @returns the id of the message; `null` where there is none that they may change so
 */
export async function takeRevision(unit: Unit, received: Revising): Promise<string | null> {
  const { messageContext, revision: type, contents, from, at } = received;
  const [named] = await unit.sql.query<{ id: string; conversation_id: string; address: string | null }>(
    'select id, conversation_id, address from message where tenant = $1 and provider_id = $2 limit 1',
    [unit.tenant, messageContext],
  );
  if (!named) return null;
  const conversation = await unit.conversation(named.conversation_id);
  // Only now nobody else can change it.
  const before = await readMessage(unit.sql, unit.tenant, named.id);
  const revision: Revision = { type, content: type === 'deleted' ? null : (contents[0] ?? null) };
  if (!before || !mayRevise(before, named.address, { ...revision, from })) return null;
  const message = applyRevision(before, { ...revision, at });
  if (message === before) return named.id;
  await unit.changeContent(before, message);
  if (type === 'deleted') await dropTakenBack(unit, before);
  const next = applyMessageChange(conversation, message);
  if (next !== conversation) await unit.putConversation(next);
  return named.id;
}
