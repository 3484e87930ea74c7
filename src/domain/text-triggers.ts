/** A place in a text where a list opens: the sign, what was typed after it, and what choosing replaces. */
export interface TextTrigger {
  /** Where the sign stands. */
  readonly start: number;
  /** Where what is replaced ends: the caret, or the end of the word it is in. */
  readonly end: number;
  /** What was typed between the sign and the caret. */
  readonly query: string;
}

/** TR1: only at the beginning of a word, so that `Super!`, `!!` and `a@b.nl` open nothing. Bounded: any text costs the same. */
const signs = {
  '!': /(?:^|[\s([{"'“‘«])!([\p{L}\p{M}\p{N}.]{0,40})$/u,
  '@': /(?:^|[\s([{"'“‘«])@((?:[^\s@]{1,24} ){0,3}[^\s@]{0,24})$/u,
} as const;
const longest = 104;

/**
 * Whether a list of quick replies (`!`) or colleagues (`@`) opens at the caret, and for what (TR1). Names have spaces, so
 * `@` goes on over up to three of them; a shortcut in the middle of which the caret stands is replaced whole (TR2).
 */
export function triggerAt(text: string, caret: number, sign: keyof typeof signs): TextTrigger | null {
  const before = text.slice(Math.max(0, caret - longest), caret);
  const query = signs[sign].exec(before)?.[1];
  if (query === undefined) return null;
  const start = caret - query.length - 1;
  // The bounded look back may begin in the middle of a word.
  if (start > 0 && !/[\s([{"'“‘«]/u.test(text.charAt(start - 1))) return null;
  return { start, end: sign === '!' ? wordEnd(text, caret) : caret, query };
}

function wordEnd(text: string, caret: number): number {
  const rest = /^[\p{L}\p{M}\p{N}.]{0,40}/u.exec(text.slice(caret, caret + 80))?.[0] ?? '';
  return caret + rest.length;
}
