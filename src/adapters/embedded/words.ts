import { LAST } from './keys.ts';
import { histories } from './rows.ts';
import { wordsOf } from './terms.ts';
import { wholeTextOf } from '../../domain/whole-text.ts';
import type { EmbeddedTransaction, Scan } from './store.ts';
import type { Key, MessageRow } from './tables.ts';
import type { Message } from '../../domain/model.ts';

/** Read at once when a whole conversation is looked through. */
const stretch = 200;

/** Its conversation is found by the words of a message from now on. */
export async function putWords(tx: EmbeddedTransaction, { content, conversationId }: Message): Promise<void> {
  for (const word of wordsOf(wholeTextOf(content))) await tx.put('words', { word, conversationId });
}

/**
 * A message says something else: its conversation is found by that, and by what it said before only where another of its
 * messages says it too. That takes a look at the whole conversation, and happens seldom.
 */
export async function changeWords(tx: EmbeddedTransaction, before: Message, after: Message): Promise<void> {
  await putWords(tx, after);
  const gone = new Set(wordsOf(wholeTextOf(before.content)));
  for (const word of wordsOf(wholeTextOf(after.content))) gone.delete(word);
  const name = histories.conversation(after.conversationId);
  let from: Key = [name];
  while (gone.size > 0) {
    const bounds: Scan = { lower: from, upper: [name, LAST], lowerOpen: true, upperOpen: true };
    const rows: readonly MessageRow[] = await tx.scan('messages', 'history', { ...bounds, limit: stretch });
    for (const { message } of rows) {
      if (message.id === after.id) continue;
      for (const word of wordsOf(wholeTextOf(message.content))) gone.delete(word);
    }
    const last = rows.at(-1);
    if (!last || rows.length < stretch) break;
    from = last.historyKeys.find((key) => Array.isArray(key) && key[0] === name) ?? from;
  }
  for (const word of gone) await tx.delete('words', [word, after.conversationId]);
}
