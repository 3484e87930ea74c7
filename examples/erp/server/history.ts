import type { Db } from '../../../gateway/src/db/db.ts';
import type { PhoneMessage } from '../../../gateway/src/simulator/phones.ts';
import { cmReference } from '../../../src/domain/cm-messages.ts';
import type { Message } from '../../../src/domain/model.ts';
import { textOf } from '../../../src/domain/preview.ts';

/** What customers have on their phones from before: everything that was exchanged with them and got there. */
export async function historyOf(db: Db, tenant: string): Promise<readonly PhoneMessage[]> {
  const rows = await db.query<{ address: string; data: string }>(
    `select address, data::text as data from message
     where tenant = $1 and address is not null and direction in ('incoming', 'outgoing') order by at, position`,
    [tenant],
  );
  const messages = rows.map(({ address, data }) => ({ address, message: JSON.parse(data) as Message }));
  const names = new Map(messages.map(({ message }) => [message.id, nameOf(message)]));
  return messages.flatMap(({ address, message }) => phoneMessage(address, message, names) ?? []);
}

/** What the phone calls a message: our reference, or for what its owner wrote the id. */
function nameOf({ id, clientId }: Message): string {
  return clientId === null ? id : cmReference(clientId);
}

function phoneMessage(number: string, message: Message, names: ReadonlyMap<string, string>): PhoneMessage | null {
  const { channel, direction, status, at, content, replyToId } = message;
  const isMine = direction === 'incoming';
  const isThere = isMine || status === 'sent' || status === 'delivered' || status === 'read';
  if (channel === null || !isThere) return null;
  const id = nameOf(message);
  return {
    ...{ id, number, channel, isMine, at, text: textOf(content), content, arrived: true },
    reference: isMine ? null : id,
    answersId: replyToId === null ? null : (names.get(replyToId) ?? null),
    reactions: message.reactions.map(({ emoji }) => emoji),
  };
}
