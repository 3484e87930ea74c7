import type { Content, EarlierText, Message } from './model.ts';
import { textOf } from './preview.ts';

/** What a customer did to a message after sending it. */
export type RevisionType = 'edited' | 'deleted';

/** A change of a message that a customer sent before. */
export interface Revision {
  readonly type: RevisionType;
  /** What it says from then on; `null` when it was taken back. */
  readonly content: Content | null;
}

/** As many earlier versions as a message keeps. */
export const earlierKept = 10;
/** As much as is kept of an earlier version, in UTF-16 units. */
export const longestEarlier = 4096;

/**
 * Whether a customer may change a message so (ED1): they wrote it, and what it says stays of its kind.
 *
 * @param address - where the message came from
 */
export function mayRevise(
  { direction, content }: Message,
  address: string | null,
  revision: Revision & { readonly from: string },
): boolean {
  if (direction !== 'incoming' || address !== revision.from) return false;
  if (revision.type === 'deleted') return true;
  return revision.content?.kind === content.kind && (content.kind === 'text' || 'attachment' in content);
}

/**
 * A message after the customer changed it or took it back. What it said before stays, in bounds (ED2); of what was taken
 * back nothing does (ED4). What is reported late, or says the same, changes nothing (ED3). It is no message: in its
 * conversation only what a list shows changes, by `applyMessageChange` (ED5).
 * @returns the same object when nothing changes
 */
export function applyRevision(message: Message, { type, content, at }: Revision & { readonly at: number }): Message {
  if (message.deletedAt !== null) return message;
  const version = message.version + 1;
  if (type === 'deleted')
    return { ...message, version, content: { kind: 'text', text: '' }, earlier: [], reactions: [], deletedAt: at };
  const writtenAt = message.editedAt ?? message.at;
  if (content === null || at <= writtenAt) return message;
  const before = wordsOf(message.content);
  if (wordsOf(content) === before) return message;
  const earlier = [...(message.earlier ?? []), { text: shortened(before), at: writtenAt }];
  return { ...message, version, content: rewritten(message.content, content), earlier: bounded(earlier), editedAt: at };
}

/** Below a file its words change and the file stays: the provider may call it by another id. */
function rewritten(before: Content, after: Content): Content {
  return 'attachment' in before && 'attachment' in after ? { ...before, caption: after.caption } : after;
}

function wordsOf(content: Content): string {
  return 'attachment' in content ? (content.caption ?? '') : textOf(content);
}

/** The first version and the latest ones: those between say least. */
function bounded(earlier: readonly EarlierText[]): readonly EarlierText[] {
  return earlier.length <= earlierKept ? earlier : [...earlier.slice(0, 1), ...earlier.slice(1 - earlierKept)];
}

/** Never cuts a surrogate pair in two. */
function shortened(text: string): string {
  if (text.length <= longestEarlier) return text;
  return `${text.slice(0, longestEarlier - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
