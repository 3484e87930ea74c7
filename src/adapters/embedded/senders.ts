import { addressKey } from './addresses.ts';
import { LAST } from './keys.ts';
import { listPart } from './rows.ts';
import { recipientScope } from './scopes.ts';
import { matchRecipients } from '../../domain/conversation-rules.ts';
import type { Unit } from './unit.ts';
import type { ChannelKind, Conversation, Recipient } from '../../domain/model.ts';

/** Recipients that have an address (normalised), found by index, and the record a co-worker said its sender is. */
export async function matchesFor(
  unit: Unit,
  from: { readonly channel: ChannelKind; readonly address: string },
): Promise<readonly Recipient[]> {
  const key = addressKey(from.channel, from.address);
  const rows = await unit.tx.scan('recipients', 'address', { lower: key, upper: key });
  const isSame = (a: string, b: string): boolean => addressKey(from.channel, a) === addressKey(from.channel, b);
  const matches = matchRecipients(
    rows.map(({ recipient }) => recipient),
    from,
    isSame,
  );
  const linked: Recipient[] = [];
  for (const { linkedTo } of matches) {
    const record = linkedTo ? await unit.tx.get('recipients', linkedTo) : undefined;
    if (record) linked.push(record.recipient);
  }
  return [...matches, ...linked];
}

/** The conversations with a recipient that are in one of these states. */
export async function openConversations(
  unit: Unit,
  recipientId: string,
  states: readonly Conversation['state'][],
): Promise<readonly Conversation[]> {
  const found: Conversation[] = [];
  for (const state of states) {
    for (const reading of ['read', 'unread'] as const) {
      const part = listPart(recipientScope(recipientId), state, reading);
      const rows = await unit.tx.scan('conversations', 'list', {
        lower: ['newest', part],
        upper: ['newest', part, LAST],
      });
      found.push(...rows.map(({ conversation }) => conversation));
    }
  }
  return found;
}
