import { applyReaction, reactedIn } from '../../domain/reactions.ts';
import type { IncomingReaction } from '../../domain/reactions.ts';
import type { CmIncoming } from '../../domain/cm-messages.ts';
import type { MessageRow } from './tables.ts';
import type { Unit } from './unit.ts';

/** Puts a customer's reaction on the message it is for. */
export async function takeReaction(
  unit: Unit,
  row: MessageRow,
  received: CmIncoming & { readonly reaction: IncomingReaction },
): Promise<void> {
  const { channel, to: accountId, from, fromName, at, reaction } = received;
  const conversation = await unit.conversation(row.message.conversationId);
  const { id, name } = conversation.recipient;
  const by = { kind: 'customer', id, name: fromName ?? name } as const;
  const message = applyReaction(row.message, { ...reaction, by, at });
  if (message !== row.message) await unit.changeMessage(row, message);
  await unit.putConversation(reactedIn(conversation, { channel, accountId, at }, from));
}
