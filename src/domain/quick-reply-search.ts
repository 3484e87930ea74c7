import { quickReplyText } from './quick-replies.ts';
import type { QuickReply, QuickReplyGroup, QuickReplyText } from './quick-replies.ts';
import { foldKey, groupKeys, shortcut } from './quick-reply-shortcuts.ts';
import { foldText, includesWords } from './search-text.ts';

/** One line of the list that opens at `!` or by the button. */
export interface QuickReplyItem {
  readonly group: QuickReplyGroup;
  readonly reply: QuickReply;
  /** The text for this recipient. */
  readonly text: QuickReplyText;
  /** `!thankyou3`. */
  readonly shortcut: string;
  /** `!ty3`; `null` where the group has no short key. */
  readonly shortShortcut: string | null;
}

/** All quick replies with their shortcuts, in the order of the settings. */
export function quickReplyItems(
  groups: readonly QuickReplyGroup[],
  language: string | null,
): readonly QuickReplyItem[] {
  const keys = groupKeys(groups);
  return groups.flatMap((group) => {
    const { long, short } = keys.get(group.id) ?? { long: '', short: null };
    return group.replies.map((reply, index) => ({
      group,
      reply,
      text: quickReplyText(reply, language),
      shortcut: shortcut(long, index + 1),
      shortShortcut: short === null ? null : shortcut(short, index + 1),
    }));
  });
}

/**
 * What fits what was typed after the `!` (QR7): the very shortcut first, then those it begins, groups with a word that it
 * begins, and texts with such a word. Nothing typed: everything.
 */
export function suggestQuickReplies(items: readonly QuickReplyItem[], query: string): readonly QuickReplyItem[] {
  const typed = foldKey(query);
  if (typed === '') return items;
  const ranked = items.map((item) => ({ item, rank: rankOf(item, typed) }));
  return ranked
    .filter(({ rank }) => rank < notAtAll)
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}

/** What holds every word searched for, in name, shortcut or text (QR8). */
export function searchQuickReplies(items: readonly QuickReplyItem[], search: string): readonly QuickReplyItem[] {
  return items.filter(({ group, text, shortcut: long, shortShortcut }) =>
    includesWords(`${group.name} ${long} ${shortShortcut ?? ''} ${text.text}`, search),
  );
}

const notAtAll = 5;

function rankOf({ group, text, shortcut: long, shortShortcut }: QuickReplyItem, typed: string): number {
  const [whole, initials] = [long.slice(1), shortShortcut?.slice(1) ?? ''];
  if (typed === whole || typed === initials) return 0;
  if (whole.startsWith(typed)) return 1;
  if (initials.startsWith(typed)) return 2;
  if (beginsWord(group.name, typed)) return 3;
  return typed.length > 1 && beginsWord(text.text, typed) ? 4 : notAtAll;
}

function beginsWord(text: string, typed: string): boolean {
  return foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word.startsWith(typed));
}
