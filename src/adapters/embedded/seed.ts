import { conversationRow, listPart, messageRow, recipientRow } from './rows.ts';
import { scopesOf } from './scopes.ts';
import { textOf, wordsOf } from './terms.ts';
import type { EmbeddedData } from './data.ts';
import type { EmbeddedTransaction } from './store.ts';

/** Fills an empty store. Nothing of it appears in the feed: whoever comes later reads it as it is. */
export async function seed(tx: EmbeddedTransaction, data: EmbeddedData): Promise<void> {
  await tx.put('settings', { name: 'coWorkers', value: data.coWorkers ?? [] });
  await tx.put('settings', { name: 'branches', value: data.branches ?? [] });
  await tx.put('settings', { name: 'templates', value: data.templates ?? [] });
  await tx.put('settings', { name: 'invitation', value: data.invitation ?? null });
  for (const recipient of data.recipients ?? []) await tx.put('recipients', recipientRow(recipient, []));
  const nextPositions = new Map<string, number>();
  const newest = new Map<string, number>();
  for (const message of data.messages ?? []) {
    await tx.put('messages', messageRow(message));
    for (const word of wordsOf(textOf(message.content))) {
      await tx.put('words', { word, conversationId: message.conversationId });
    }
    const { conversationId, position, at } = message;
    nextPositions.set(conversationId, Math.max(nextPositions.get(conversationId) ?? 1, position + 1));
    newest.set(conversationId, Math.max(newest.get(conversationId) ?? 0, at));
  }
  const counts = new Map<string, number>();
  for (const conversation of data.conversations ?? []) {
    const { id } = conversation;
    const kept = { nextPosition: nextPositions.get(id) ?? 1, newestMessageAt: newest.get(id) ?? 0 };
    await tx.put('conversations', conversationRow(conversation, kept));
    for (const scope of scopesOf(conversation)) {
      const part = listPart(scope, conversation);
      counts.set(part, (counts.get(part) ?? 0) + 1);
    }
  }
  for (const [part, value] of counts) await tx.put('counters', { name: `list ${part}`, value });
}
