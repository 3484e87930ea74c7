import { conversationRow } from '../embedded/rows.ts';
import type { ConversationRow, MessageRow } from '../embedded/tables.ts';
import type { ChannelKind } from '../../domain/model.ts';
import { channelsOfMessages, withUsedChannels } from '../../domain/used-channels.ts';

/** The first version whose conversations say which channels messages went over (IN10), what is pinned and put aside. */
const today = 4;

/** Rewrites rows of an earlier version that would not be found in today's lists. */
export function migrate(transaction: IDBTransaction, from: number): void {
  if (from >= today) return;
  const used = new Map<string, Set<ChannelKind>>();
  eachRow(
    transaction.objectStore('messages'),
    (row) => {
      const { message } = row.value as MessageRow;
      const known = used.get(message.conversationId) ?? new Set();
      for (const channel of channelsOfMessages([message])) known.add(channel);
      used.set(message.conversationId, known);
    },
    () => rewriteConversations(transaction.objectStore('conversations'), used),
  );
}

function rewriteConversations(conversations: IDBObjectStore, used: ReadonlyMap<string, Set<ChannelKind>>): void {
  eachRow(conversations, (found) => {
    const row = found.value as ConversationRow;
    const conversation = withUsedChannels(row.conversation, [...(used.get(row.id) ?? [])]);
    found.update(conversationRow(conversation, row));
  });
}

/** One after the other: a large database must not have to be held in memory. */
function eachRow(store: IDBObjectStore, take: (row: IDBCursorWithValue) => void, done?: () => void): void {
  const request = store.openCursor();
  request.addEventListener('success', () => {
    const { result: row } = request;
    if (!row) {
      done?.();
      return;
    }
    take(row);
    row.continue();
  });
}
