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
  return rows.flatMap(({ address, data }) => phoneMessage(address, JSON.parse(data) as Message) ?? []);
}

function phoneMessage(number: string, message: Message): PhoneMessage | null {
  const { id, clientId, channel, direction, status, at, content } = message;
  const isMine = direction === 'incoming';
  const isThere = isMine || status === 'sent' || status === 'delivered' || status === 'read';
  if (channel === null || !isThere) return null;
  const reference = clientId === null ? id : cmReference(clientId);
  return { id: reference, number, channel, isMine, at, text: textOf(content), arrived: true };
}
