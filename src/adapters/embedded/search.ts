import { stringsStartingWith } from './keys.ts';
import { soughtWords, wordsOf } from './terms.ts';
import { matchesText } from '../../domain/inbox.ts';
import { numberNeedle } from '../../domain/search-text.ts';
import type { EmbeddedTransaction } from './store.ts';
import type { Key, TableName } from './tables.ts';
import type { Conversation } from '../../domain/model.ts';

/** Shorter beginnings of words are in almost every conversation. */
const shortestWord = 2;

/** What a search found, and why: name, number or tag (to be looked at again) or the text of messages. */
export class SearchResult {
  readonly #text: string;
  readonly #named: ReadonlySet<string>;
  readonly #written: ReadonlySet<string>;

  constructor(text: string, named: ReadonlySet<string>, written: ReadonlySet<string>) {
    this.#text = text;
    this.#named = named;
    this.#written = written;
  }

  get size(): number {
    return this.#named.size + this.#written.size;
  }

  ids(): ReadonlySet<string> {
    return new Set([...this.#named, ...this.#written]);
  }

  has(conversation: Conversation): boolean {
    if (this.#written.has(conversation.id)) return true;
    return this.#named.has(conversation.id) && matchesText(this.#text, conversation);
  }
}

/** Looks for conversations by name, number in any spelling, tag, or words of their messages (C9). */
export async function searchConversations(tx: EmbeddedTransaction, text: string): Promise<SearchResult> {
  const written = await inAllWords(wordsOf(text), (word) => conversationsWithWord(tx, word));
  return new SearchResult(text, await foundByTerms(tx, 'conversations', text), written);
}

/** Ids of rows whose terms hold every word of a text, or its digits; more than match, never fewer. */
export async function foundByTerms(
  tx: EmbeddedTransaction,
  table: Extract<TableName, 'conversations' | 'recipients'>,
  text: string,
): Promise<ReadonlySet<string>> {
  const withTerm = async (term: string): Promise<readonly Key[]> =>
    tx.scanKeys(table, 'term', stringsStartingWith(term));
  const found = new Set(await inAllWords(soughtWords(text), withTerm));
  const digits = numberNeedle(text);
  if (digits !== null) for (const id of await withTerm(digits)) found.add(id as string);
  return found;
}

async function conversationsWithWord(tx: EmbeddedTransaction, word: string): Promise<readonly Key[]> {
  if (word.length < shortestWord) return [];
  const keys = await tx.scanKeys('words', null, { lower: [word], upper: [`${word}\uffff`] });
  return keys.map((key) => (key as readonly [word: string, conversationId: string])[1]);
}

async function inAllWords(
  words: readonly string[],
  find: (word: string) => Promise<readonly Key[]>,
): Promise<ReadonlySet<string>> {
  let found: ReadonlySet<string> | null = null;
  for (const word of words) {
    const ids = new Set((await find(word)) as readonly string[]);
    found = found === null ? ids : shared(found, ids);
    if (found.size === 0) break;
  }
  return found ?? new Set();
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...a].filter((id) => b.has(id)));
}
