import type { Db } from '../../../gateway/src/db/db.ts';
import type { PhoneMessage } from '../../../gateway/src/simulator/phones.ts';
import { cmReference } from '../../../src/domain/cm-messages.ts';
import type { Message } from '../../../src/domain/model.ts';
import { textOf } from '../../../src/domain/preview.ts';

/** What customers have on their phones from before: everything that was exchanged with them and got there. */
export async function historyOf(db: Db, tenant: string): Promise<readonly PhoneMessage[]> {
  const rows = await db.query<{ address: string; provider_id: string | null; data: string }>(
    `select address, provider_id, data::text as data from message
     where tenant = $1 and address is not null and direction in ('incoming', 'outgoing') order by at, position`,
    [tenant],
  );
  const messages = rows.map(({ data, ...row }) => ({ ...row, message: JSON.parse(data) as Message }));
  const names = new Map(messages.map(({ message, provider_id: id }) => [message.id, nameOf(message, id)]));
  return messages.flatMap(({ address, provider_id: providerId, message }) => {
    const shown = phoneMessage(address, message, names);
    return shown ? [{ ...shown, revisable: shown.isMine && providerId !== null }] : [];
  });
}

/** What the provider calls a message: our reference, or for what the phone's owner wrote its own id. */
function nameOf({ id, clientId }: Message, providerId: string | null): string {
  return clientId === null ? (providerId ?? id) : cmReference(clientId);
}

function phoneMessage(number: string, message: Message, names: ReadonlyMap<string, string>): PhoneMessage | null {
  const { channel, direction, status, at, content, replyToId, deletedAt, editedAt } = message;
  const isMine = direction === 'incoming';
  const isThere = isMine || status === 'sent' || status === 'delivered' || status === 'read';
  if (channel === null || deletedAt !== null || !isThere) return null;
  const id = names.get(message.id) ?? message.id;
  return {
    ...{ id, number, channel, isMine, at, text: textOf(content), content, arrived: true, edited: editedAt !== null },
    reference: isMine ? null : id,
    answersId: replyToId === null ? null : (names.get(replyToId) ?? null),
    reactions: message.reactions.map(({ emoji }) => emoji),
  };
}
