import { createHash } from 'node:crypto';
import { cmReference } from '../../../src/domain/cm-messages.ts';
import { foldText, numberNeedle } from '../../../src/domain/search-text.ts';
import type { Conversation, Recipient } from '../../../src/domain/model.ts';

const longestWord = 40;
const mostWords = 400;
const longestSearch = 2_000;

/** What a message is found by when a status report names it; reports may change capitals. */
export function referenceKey(reference: string): string {
  return cmReference(reference).toLowerCase();
}

/** The words of a text as a search compares them, each once. */
export function wordsOf(text: string): readonly string[] {
  const words = new Set<string>();
  for (const [word] of foldText(text).matchAll(/[\p{L}\p{N}]+/gu)) {
    words.add(word.slice(0, longestWord));
    if (words.size === mostWords) break;
  }
  return [...words];
}

/** What a search looks in for a conversation besides its messages: names, tags, addresses and their digits. */
export function searchOfConversation({ recipient, tags, channels }: Conversation): string {
  const addresses = channels.map(({ address }) => address);
  return searchText([recipient.name, recipient.organisation ?? '', ...tags], addresses);
}

/** What a search looks in for a recipient. */
export function searchOfRecipient({ name, firstName, organisation, addresses }: Recipient): string {
  return searchText(
    [name, firstName ?? '', organisation ?? ''],
    addresses.map(({ value }) => value),
  );
}

/** The texts that must all be found, each anywhere: more may match than is meant, never less. */
export function soughtIn(text: string): readonly string[] {
  const digits = numberNeedle(text);
  return digits === null ? foldText(text).split(' ').filter(Boolean) : [digits];
}

/** A text as a pattern that is found anywhere. */
export function anywhere(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** A mark of a text that nobody can make another text for. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function searchText(names: readonly string[], addresses: readonly string[]): string {
  const digits = addresses.map((address) => address.replace(/\D/g, ''));
  return [...names.map(foldText), ...addresses.map(foldText), ...digits].join('\n').slice(0, longestSearch);
}
