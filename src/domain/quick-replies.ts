import { closestLanguage, foldTag, languageTag } from './language-tag.ts';
import type { Attachment } from './model.ts';
import { foldText } from './search-text.ts';

/** A quick reply in one language; `null` is the one for every language that has none of its own. */
export interface QuickReplyText {
  readonly language: string | null;
  readonly text: string;
}

/** An answer that is prepared (B8). */
export interface QuickReply {
  readonly id: string;
  /** Grows with every change; send it back as `ifVersion`. */
  readonly version: number;
  /** At least one; at most one per language. */
  readonly texts: readonly QuickReplyText[];
  readonly attachments: readonly Attachment[];
}

/** Quick replies under one name, in the order of the settings. */
export interface QuickReplyGroup {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly replies: readonly QuickReply[];
}

/** What keeps a quick reply or a group from being saved (QR1, QR2). */
export type QuickReplyProblem =
  | { readonly type: 'empty' | 'taken' }
  | { readonly type: 'too-long'; readonly limit: number }
  | { readonly type: 'same-language' | 'bad-language'; readonly language: string };

/** QR1: the limit of the guide; line breaks count, emoji count as they are stored. */
export const maxQuickReplyLength = 2000;
/** QR2. */
export const maxGroupNameLength = 60;

/** What is wrong with the texts of a quick reply, each with its place in the list (QR1). */
export function quickReplyProblems(
  texts: readonly QuickReplyText[],
): readonly { readonly index: number; readonly problem: QuickReplyProblem }[] {
  if (texts.length === 0) return [{ index: 0, problem: { type: 'empty' } }];
  return texts.flatMap(({ language, text }, index) => {
    const earlier = texts.slice(0, index).some((other) => foldTag(other.language) === foldTag(language));
    const problems: QuickReplyProblem[] = [];
    if (text.trim() === '') problems.push({ type: 'empty' });
    if (text.length > maxQuickReplyLength) problems.push({ type: 'too-long', limit: maxQuickReplyLength });
    if (language !== null && languageTag(language) === null) problems.push({ type: 'bad-language', language });
    if (earlier) problems.push({ type: 'same-language', language: language ?? '' });
    return problems.map((problem) => ({ index, problem }));
  });
}

/**
 * What is wrong with the name of a group; `null` if nothing (QR2).
 * @param id - the group that is renamed; `null` for a new one
 */
export function groupNameProblem(
  name: string,
  groups: readonly QuickReplyGroup[],
  id: string | null,
): QuickReplyProblem | null {
  if (name.trim() === '') return { type: 'empty' };
  if (name.trim().length > maxGroupNameLength) return { type: 'too-long', limit: maxGroupNameLength };
  const isTaken = groups.some((group) => group.id !== id && foldText(group.name) === foldText(name));
  return isTaken ? { type: 'taken' } : null;
}

/** The text for a recipient (QR3): in the language, else the one for every language, else the first. */
export function quickReplyText({ texts }: QuickReply, language: string | null): QuickReplyText {
  const tagged = texts.filter((text) => text.language !== null);
  const own = closestLanguage(tagged, (text) => text.language ?? '', language)?.item;
  return own ?? texts.find((text) => text.language === null) ?? texts[0] ?? { language: null, text: '' };
}

/**
 * The items in a new order (QR4). Ids that are gone are passed over; items that nobody named follow in their old order,
 * so that nothing is lost when somebody else added one meanwhile.
 */
export function reordered<T extends { readonly id: string }>(
  items: readonly T[],
  ids: readonly string[],
): readonly T[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const named = [...new Set(ids)].map((id) => byId.get(id)).filter((item) => item !== undefined);
  return [...named, ...items.filter((item) => !named.includes(item))];
}
