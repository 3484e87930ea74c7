import type { Message } from '../../../src/domain/model.ts';
import type { Sql } from '../db/db.ts';

/** Read at once. */
const stretch = 500;

/** All messages of a conversation, from the first on. For what happens seldom. */
export async function* messagesIn(sql: Sql, tenant: string, conversationId: string): AsyncGenerator<Message> {
  let after = -1;
  for (;;) {
    const rows = await sql.query<{ position: number; data: string }>(
      `select position, data::text as data from message
       where tenant = $1 and conversation_id = $2 and position > $3 order by position limit ${stretch}`,
      [tenant, conversationId, after],
    );
    for (const { data } of rows) yield JSON.parse(data) as Message;
    const last = rows.at(-1);
    if (!last || rows.length < stretch) return;
    after = last.position;
  }
}
