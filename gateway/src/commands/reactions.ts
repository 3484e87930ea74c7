import { applyReaction, reactedIn } from '../../../src/domain/reactions.ts';
import type { IncomingReaction } from '../../../src/domain/reactions.ts';
import type { ProviderIncoming } from '../providers/provider.ts';
import { readMessage } from '../store/messages.ts';
import type { Unit } from '../store/unit.ts';

/** Puts a customer's reaction on the message it is for. */
export async function takeReaction(
  unit: Unit,
  messageId: string,
  received: ProviderIncoming & { readonly reaction: IncomingReaction },
): Promise<void> {
  const known = await readMessage(unit.sql, unit.tenant, messageId);
  if (!known) return;
  const conversation = await unit.conversation(known.conversationId);
  // Read again: only now nobody else can change it.
  const before = (await readMessage(unit.sql, unit.tenant, messageId)) ?? known;
  const { channel, to: accountId, from, fromName, at, reaction } = received;
  const { id, name } = conversation.recipient;
  const message = applyReaction(before, { ...reaction, by: { kind: 'customer', id, name: fromName ?? name }, at });
  if (message !== before) await unit.changeMessage(message);
  await unit.putConversation(reactedIn(conversation, { channel, accountId, at }, from));
}
