import { foldText, numberNeedle } from '../../domain/search-text.ts';
import type { Conversation, Recipient } from '../../domain/model.ts';

const longestTerm = 40;
const longestName = 200;
const mostWords = 400;

/** The words of a text as a search compares them, each once. */
export function wordsOf(text: string): readonly string[] {
  const words = new Set<string>();
  for (const [word] of foldText(text).matchAll(/[\p{L}\p{N}]+/gu)) {
    words.add(word.slice(0, longestTerm));
    if (words.size === mostWords) break;
  }
  return [...words];
}

/** What a search finds a conversation by besides the text of its messages: name, tags, numbers. */
export function conversationTerms({ recipient, tags, channels }: Conversation): readonly string[] {
  const addresses = channels.map(({ address }) => address);
  return [...new Set([recipient.name, recipient.organisation ?? '', ...tags, ...addresses].flatMap(termsOf))];
}

/** What a search finds a recipient by. */
export function recipientTerms({ name, firstName, organisation, addresses }: Recipient): readonly string[] {
  const values = addresses.map(({ value }) => value);
  return [...new Set([name, firstName ?? '', organisation ?? '', ...values].flatMap(termsOf))];
}

/** What to look for among the terms: each of these words must be found. */
export function soughtWords(text: string): readonly string[] {
  return foldText(text)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => word.slice(0, longestTerm));
}

/** Every ending of every word, so that looking for a beginning finds it anywhere inside. Numbers lose their signs. */
function termsOf(text: string): readonly string[] {
  const isNumber = numberNeedle(text) !== null;
  const words = foldText(text.slice(0, longestName)).split(' ');
  return (isNumber ? [...words, text.replace(/\D/g, '')] : words).flatMap(endingsOf);
}

function endingsOf(word: string): readonly string[] {
  return Array.from(word, (_, start) => word.slice(start, start + longestTerm));
}
