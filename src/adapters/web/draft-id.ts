import type { DraftKey } from '../../ports/storage.ts';

/** The key of a draft's row: conversation, mode and channel, the empty string for none. */
export type DraftId = [conversationId: string, mode: string, channel: string];

/** The key of a draft's row. */
export function draftId({ conversationId, mode, channel }: DraftKey): DraftId {
  return [conversationId, mode, channel ?? ''];
}

/** A draft's key as one string. */
export function draftIdText(key: DraftKey): string {
  return JSON.stringify(draftId(key));
}
