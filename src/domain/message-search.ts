import type { Message } from './model.ts';
import { foldText } from './search-text.ts';
import { wholeTextOf } from './whole-text.ts';

/** A stretch of a message with the first word that was found, for a list of results. */
export interface Snippet {
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

const carriers: ReadonlySet<string> = new Set(['image', 'video', 'audio', 'document', 'sticker']);
/** Longer texts are searched up to here: nobody looks for a word in the middle of a megabyte. */
const longestSearched = 20_000;
const aroundMatch = 40;

/** What tells whether a message is looked for; words are read once, not once per message. */
export function messageMatcher(text: string, filesOnly = false): (message: Message) => boolean {
  const words = wordsIn(text);
  return (message) => {
    if (message.deletedAt !== null || message.content.kind === 'event') return false;
    if (filesOnly && !carriers.has(message.content.kind)) return false;
    if (words.length === 0) return true;
    const folded = foldText(searchedText(message));
    return words.every((word) => folded.includes(word));
  };
}

/** Where the first of the words stands in a message; its beginning when none does. */
export function snippetOf(message: Message, text: string): Snippet {
  const said = searchedText(message).replace(/\s+/gu, ' ');
  const place = placeOf(said, wordsIn(text));
  if (!place) return { before: said.slice(0, 2 * aroundMatch), match: '', after: '' };
  const [from, to] = place;
  const start = Math.max(0, from - aroundMatch);
  const end = Math.min(said.length, to + 2 * aroundMatch);
  return {
    before: `${start > 0 ? '…' : ''}${said.slice(start, from)}`,
    match: said.slice(from, to),
    after: `${said.slice(to, end)}${end < said.length ? '…' : ''}`,
  };
}

function wordsIn(text: string): readonly string[] {
  return foldText(text)
    .split(' ')
    .filter((word) => word !== '');
}

function searchedText({ content }: Message): string {
  const text = wholeTextOf(content).slice(0, longestSearched);
  if (!('attachment' in content)) return text;
  return `${text} ${content.attachment.name}`;
}

/** Folding changes lengths: the text is folded letter by letter, with where each came from. */
function placeOf(text: string, words: readonly string[]): readonly [from: number, to: number] | null {
  let folded = '';
  const origins: number[] = [];
  let at = 0;
  for (const letter of text) {
    const small = letter === ' ' ? ' ' : foldText(letter);
    origins.push(...Array.from({ length: small.length }, () => at));
    folded += small;
    at += letter.length;
  }
  origins.push(at);
  const found = words
    .map((word) => ({ word, place: folded.indexOf(word) }))
    .filter(({ place }) => place >= 0)
    .sort((a, b) => a.place - b.place)[0];
  if (!found) return null;
  return [origins[found.place] ?? 0, origins[found.place + found.word.length] ?? at];
}
