import { matchRecipients } from '../../../src/domain/conversation-rules.ts';
import type { ChannelKind, Conversation, ConversationState, Recipient } from '../../../src/domain/model.ts';
import { addressKey } from '../addresses.ts';
import type { Unit } from '../store/unit.ts';

/** Records and stand-ins that have an address. */
async function recipientsAt(unit: Unit, addressKey: string): Promise<readonly Recipient[]> {
  const rows = await unit.sql.query<{ data: string }>(
    `select r.data::text as data from recipient_address a
       join recipient r on r.tenant = a.tenant and r.id = a.recipient_id
     where a.tenant = $1 and a.address_key = $2 order by r.id`,
    [unit.tenant, addressKey],
  );
  return rows.map(({ data }) => JSON.parse(data) as Recipient);
}

/** Recipients by id. */
export async function recipientsWithIds(unit: Unit, ids: readonly string[]): Promise<readonly Recipient[]> {
  if (ids.length === 0) return [];
  const rows = await unit.sql.query<{ data: string }>(
    'select data::text as data from recipient where tenant = $1 and id = any($2::text[]) order by id',
    [unit.tenant, ids],
  );
  return rows.map(({ data }) => JSON.parse(data) as Recipient);
}

/** Records and stand-ins that have an address, and the record that a co-worker said its sender is (D10). */
export async function matchesOf(
  unit: Unit,
  from: { readonly channel: ChannelKind; readonly address: string },
): Promise<readonly Recipient[]> {
  const key = addressKey(from.channel, from.address);
  const isSame = (a: string, b: string): boolean => addressKey(from.channel, a) === addressKey(from.channel, b);
  const matches = matchRecipients(await recipientsAt(unit, key), from, isSame);
  const linked = matches.flatMap(({ linkedTo }) => linkedTo ?? []);
  return [...matches, ...(await recipientsWithIds(unit, linked))];
}

/** Conversations with an address that are not archived: no message ever goes to those, and there may be thousands. */
export async function conversationsAt(unit: Unit, addressKey: string): Promise<readonly Conversation[]> {
  const rows = await unit.sql.query<{ data: string }>(
    `select c.data::text as data from conversation_address a
       join conversation c on c.tenant = a.tenant and c.id = a.conversation_id
     where a.tenant = $1 and a.address_key = $2`,
    [unit.tenant, addressKey],
  );
  return rows.map(({ data }) => JSON.parse(data) as Conversation);
}

/** The conversations with these recipients that are in one of these states. */
export async function conversationsWith(
  unit: Unit,
  recipientIds: readonly string[],
  states: readonly ConversationState[],
): Promise<Conversation[]> {
  const rows = await unit.sql.query<{ data: string }>(
    `select data::text as data from conversation
     where tenant = $1 and recipient_id = any($2::text[]) and state = any($3::text[])`,
    [unit.tenant, recipientIds, states],
  );
  return rows.map(({ data }) => JSON.parse(data) as Conversation);
}
