import { conversationRow } from '../embedded/rows.ts';
import type { ConversationRow } from '../embedded/tables.ts';

/** The version whose rows of conversations say what is pinned and what is put aside. */
const pinsAndSnoozes = 3;

/** Rewrites rows of an earlier version that would not be found in today's lists. */
export function migrate(transaction: IDBTransaction, from: number): void {
  if (from < pinsAndSnoozes) rewriteConversations(transaction.objectStore('conversations'));
}

/** One after the other: a large database must not have to be held in memory. */
function rewriteConversations(conversations: IDBObjectStore): void {
  const request = conversations.openCursor();
  request.addEventListener('success', () => {
    const cursor = request.result;
    if (!cursor) return;
    const row = cursor.value as ConversationRow;
    cursor.update(conversationRow(row.conversation, row));
    cursor.continue();
  });
}
