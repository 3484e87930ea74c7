import { basisOf, type TextBasis } from '../domain/composition.ts';
import type { Draft } from '../ports/storage.ts';
import type { ComposerAids, Composition } from './composition.ts';
import type { Sending } from './message-sender.ts';

/** What Send would send; `null` for a note without a draft. */
export function sendingOf(composition: Composition, draft: Draft | null, aids: ComposerAids): Sending | null {
  const { conversation, option, mode, outgoing } = composition;
  const text = outgoing.text.trim();
  if (mode === 'note') {
    const mentions = aids.mentions?.(conversation.id, text) ?? [];
    return draft && { command: 'note', conversationId: conversation.id, text, mentions, draft };
  }
  const target = basisOf(conversation, option);
  const enclosed = composition.enclosed?.ok ? { messages: composition.enclosed.messages } : {};
  const notBefore = aids.holdUntil?.(option) ?? null;
  return {
    ...{ command: 'send', text, ...enclosed, target, begun: begunOf(draft, target, aids), draft },
    news: aids.news?.() ?? [],
    ...(notBefore !== null && { notBefore }),
  };
}

/** What the text was begun for; an own number that was chosen by hand since is meant. */
export function begunOf(
  draft: Draft | null,
  { conversationId, channel, accountId }: TextBasis,
  aids: ComposerAids,
): TextBasis | null {
  const basis = draft?.basis ?? null;
  return basis && aids.choseSender?.(conversationId, channel) ? { ...basis, accountId } : basis;
}
