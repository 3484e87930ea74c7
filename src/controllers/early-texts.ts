import type { MessagingSession } from '../sync/session-api.ts';

const kept = new WeakMap<MessagingSession, Map<string, string>>();

/**
 * What is typed on a session for conversations that have not loaded yet, by conversation. It outlives the element in which
 * it was typed: the next one for that conversation shows it.
 *
 * @param own - what the element has so far, from before there was a session or of the one before
 */
export function earlyTexts(session: MessagingSession, own: Map<string, string>): Map<string, string> {
  const texts = kept.get(session) ?? new Map<string, string>();
  kept.set(session, texts);
  own.forEach((text, conversationId) => texts.set(conversationId, text));
  return texts;
}
