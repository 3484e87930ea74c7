import type { Conversation, ConversationState, Recipient } from '../../../src/domain/model.ts';
import type { Unit } from '../store/unit.ts';

/** Records and stand-ins that have an address. */
export async function recipientsAt(unit: Unit, addressKey: string): Promise<readonly Recipient[]> {
  const rows = await unit.sql.query<{ data: string }>(
    `select r.data::text as data from recipient_address a
       join recipient r on r.tenant = a.tenant and r.id = a.recipient_id
     where a.tenant = $1 and a.address_key = $2 order by r.id`,
    [unit.tenant, addressKey],
  );
  return rows.map(({ data }) => JSON.parse(data) as Recipient);
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
