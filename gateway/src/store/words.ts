import type { Message } from '../../../src/domain/model.ts';
import { wholeTextOf } from '../../../src/domain/whole-text.ts';
import type { Sql } from '../db/db.ts';
import { messagesIn } from './messages-in.ts';
import { wordsOf } from './text.ts';

/** Its conversation is found by the words of a message from now on. */
export async function writeWords(sql: Sql, tenant: string, { conversationId, content }: Message): Promise<void> {
  const words = wordsOf(wholeTextOf(content));
  if (words.length === 0) return;
  await sql.query(
    `insert into conversation_word (tenant, word, conversation_id) select $1, unnest($3::text[]), $2
     on conflict do nothing`,
    [tenant, conversationId, words],
  );
}

/**
 * A message says something else: its conversation is found by that, and by what it said before only where another of its
 * messages says it too. That takes a look at the whole conversation, and happens seldom.
 */
export async function changeWords(
  sql: Sql,
  tenant: string,
  { before, after }: { readonly before: Message; readonly after: Message },
): Promise<void> {
  await writeWords(sql, tenant, after);
  const gone = new Set(wordsOf(wholeTextOf(before.content)));
  for (const word of wordsOf(wholeTextOf(after.content))) gone.delete(word);
  if (gone.size === 0) return;
  for await (const { id, content } of messagesIn(sql, tenant, after.conversationId)) {
    if (id === after.id) continue;
    for (const word of wordsOf(wholeTextOf(content))) gone.delete(word);
    if (gone.size === 0) return;
  }
  await sql.query(
    'delete from conversation_word where tenant = $1 and conversation_id = $2 and word = any($3::text[])',
    [tenant, after.conversationId, [...gone]],
  );
}
