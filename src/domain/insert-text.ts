import { fillPlaceholders, literalValue } from './placeholders.ts';

/** A stretch of a text, in UTF-16 units as a text field counts them. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A placeholder that nobody could fill, and where it stands. */
export interface UnresolvedPlaceholder extends TextRange {
  readonly name: string;
}

/** One change of a text field: done as one step, so that one undo takes it back. */
export interface TextInsertion {
  /** What is replaced. */
  readonly range: TextRange;
  readonly insert: string;
  /** The whole text afterwards. */
  readonly text: string;
  /** What is selected afterwards: the first placeholder to be mended, else the place after what was inserted. */
  readonly selection: TextRange;
}

/**
 * Puts a prepared text into what is being written (QR9): known placeholders become their values for good, the first
 * unknown one is selected, so that typing mends it.
 * @param values - from `recipientValues`
 */
export function insertPrepared(
  text: string,
  range: TextRange,
  prepared: string,
  values: ReadonlyMap<string, string>,
): TextInsertion {
  const [head, tail] = [text.slice(0, range.start), text.slice(range.end)];
  const insert = settled(prepared, values, head, tail);
  const [first] = unresolvedPlaceholders(insert, new Map());
  const after = range.start + insert.length;
  const selection = first
    ? { start: range.start + first.start, end: range.start + first.end }
    : { start: after, end: after };
  return { range, insert, text: head + insert + tail, selection };
}

/** The placeholders of a text that have no value, in order: marks that one can go through, and that keep Send disabled (QR10). */
export function unresolvedPlaceholders(
  text: string,
  values: ReadonlyMap<string, string>,
): readonly UnresolvedPlaceholder[] {
  const unresolved: UnresolvedPlaceholder[] = [];
  let start = 0;
  for (const part of fillPlaceholders(text, values).parts) {
    const end = start + (part.kind === 'text' ? part.text : part.source).length;
    if (part.kind === 'placeholder' && part.value === null) unresolved.push({ start, end, name: part.name });
    start = end;
  }
  return unresolved;
}

/**
 * The placeholder that Tab goes to next, `null` when there is none that way and Tab leaves the field (QR10).
 * @param selection - what is selected now; a mark that is selected is left
 */
export function nextPlaceholder(
  unresolved: readonly UnresolvedPlaceholder[],
  selection: TextRange,
  direction: 'forward' | 'backward',
): UnresolvedPlaceholder | null {
  if (direction === 'backward') return unresolved.filter(({ end }) => end <= selection.start).at(-1) ?? null;
  const isSelected = selection.end > selection.start;
  const from = isSelected ? selection.end : selection.start;
  return unresolved.find(({ start }) => start >= from) ?? null;
}

/** A prepared text with its known placeholders replaced for good. */
function settled(prepared: string, values: ReadonlyMap<string, string>, head: string, tail: string): string {
  const { parts } = fillPlaceholders(prepared, values);
  let done = '';
  parts.forEach((part, index) => {
    if (part.kind === 'text') done += part.text;
    else if (part.value === null) done += part.source;
    else {
      const next = parts[index + 1];
      const after = next === undefined ? tail : next.kind === 'text' ? next.text : (next.value ?? next.source);
      done += literalValue(part.value, head + done, after);
    }
  });
  return done;
}
