import type { CoWorker, Mention } from './model.ts';
import { foldText } from './search-text.ts';
import type { TextRange } from './insert-text.ts';
import type { TextTrigger } from './text-triggers.ts';

/** How many colleagues a list shows. */
const longestList = 8;

/**
 * The colleagues whose name or one of whose words begins with what was typed after the `@` (ME1): the whole name first.
 * Nothing while a name stands there complete with a space behind it, so that the list does not open again.
 * @param exceptId - the agent: nobody mentions themselves
 */
export function suggestCoWorkers(
  coWorkers: readonly CoWorker[],
  query: string,
  exceptId: string | null,
): readonly CoWorker[] {
  const typed = foldText(query);
  const others = coWorkers.filter(({ id }) => id !== exceptId);
  if (/\s$/.test(query) && others.some(({ name }) => foldText(name) === typed)) return [];
  return others
    .map((coWorker) => ({ coWorker, rank: rankOf(foldText(coWorker.name), typed) }))
    .filter(({ rank }) => rank < 2)
    .sort((a, b) => a.rank - b.rank || compare(a.coWorker, b.coWorker))
    .slice(0, longestList)
    .map(({ coWorker }) => coWorker);
}

/** A note after a colleague was chosen: the name with a space, so that one can write on. */
export function insertMention(
  text: string,
  trigger: TextTrigger,
  coWorker: CoWorker,
): { readonly text: string; readonly insert: string; readonly caret: number } {
  const rest = text.slice(trigger.end);
  const name = `@${coWorker.name}`;
  const insert = /^\s/.test(rest) ? name : `${name} `;
  const caret = trigger.start + name.length + 1;
  return { text: text.slice(0, trigger.start) + insert + rest, insert, caret };
}

/**
 * Whom a note names (ME2): every `@` with a colleague's full name behind it, the longest name that fits. Of several
 * colleagues with one name those who were chosen, in the order they were; nobody is guessed.
 * @param chosenIds - whom the agent picked from the list, in order; kept with the draft
 */
export function mentionsIn(
  text: string,
  coWorkers: readonly CoWorker[],
  chosenIds: readonly string[],
): readonly Mention[] {
  const byLength = [...coWorkers].sort((a, b) => b.name.length - a.name.length);
  const left = [...chosenIds];
  const mentions: Mention[] = [];
  for (const { index: start } of text.matchAll(/(?<![\p{L}\p{N}@])@/gu)) {
    const named = byLength.filter(({ name }) => name !== '' && isNameAt(text, start + 1, name));
    const longest = named.filter(({ name }) => name.length === named[0]?.name.length);
    const chosen = left.findIndex((id) => longest.some((coWorker) => coWorker.id === id));
    const coWorkerId = chosen >= 0 ? left.splice(chosen, 1)[0] : longest.length === 1 ? longest[0]?.id : undefined;
    if (coWorkerId === undefined) continue;
    mentions.push({ coWorkerId, start, end: start + 1 + (longest[0]?.name.length ?? 0) });
  }
  return mentions;
}

/** A stretch of a note: words, or somebody's name. */
export interface MentionPart extends TextRange {
  readonly text: string;
  /** `null` for words. */
  readonly coWorkerId: string | null;
}

/** A note taken apart for showing (ME3). Bounds that are outside the text or overlap come from elsewhere and are ignored. */
export function mentionParts(text: string, mentions: readonly Mention[]): readonly MentionPart[] {
  const parts: MentionPart[] = [];
  let at = 0;
  const add = (end: number, coWorkerId: string | null): void => {
    if (end > at) parts.push({ text: text.slice(at, end), start: at, end, coWorkerId });
    at = Math.max(at, end);
  };
  for (const { coWorkerId, start, end } of [...mentions].sort((a, b) => a.start - b.start)) {
    const isInside =
      Number.isInteger(start) && Number.isInteger(end) && start >= at && end > start && end <= text.length;
    if (!isInside) continue;
    add(start, null);
    add(end, coWorkerId);
  }
  add(text.length, null);
  return parts;
}

function isNameAt(text: string, at: number, name: string): boolean {
  if (!text.startsWith(name, at)) return false;
  return !/^[\p{L}\p{N}]/u.test(text.slice(at + name.length, at + name.length + 2));
}

/** 0 where the name begins so, 1 where another of its words does, 2 where none does. */
function rankOf(name: string, typed: string): number {
  if (name.startsWith(typed)) return 0;
  return name.includes(` ${typed}`) ? 1 : 2;
}

function compare(a: CoWorker, b: CoWorker): number {
  const [first, second] = [foldText(a.name), foldText(b.name)];
  return first < second ? -1 : first > second ? 1 : a.id < b.id ? -1 : 1;
}
