import { phoneDigits } from '../../domain/phone.ts';
import type { Content, Conversation, Recipient } from '../../domain/model.ts';

const longestTerm = 40;
const mostWords = 400;

/** Text as a search compares it: no case, no accents. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** The words of a text, each once. */
export function wordsOf(text: string): readonly string[] {
  const words = new Set<string>();
  for (const [word] of plain(text).matchAll(/[\p{L}\p{N}]+/gu)) {
    words.add(word.slice(0, longestTerm));
    if (words.size === mostWords) break;
  }
  return [...words];
}

/** Every ending of a word, so that looking for a beginning finds it anywhere inside. */
function endingsOf(word: string): readonly string[] {
  const characters = [...word.slice(0, longestTerm)];
  return characters.map((_, start) => characters.slice(start).join(''));
}

function nameTerms(texts: readonly (string | null)[]): readonly string[] {
  return texts.flatMap((text) => (text === null ? [] : wordsOf(text).flatMap(endingsOf)));
}

/** What a search finds a conversation by besides the text of its messages: name, tags, numbers. */
export function conversationTerms({ recipient, tags, channels }: Conversation): readonly string[] {
  return [
    ...new Set([
      ...nameTerms([recipient.name, recipient.firstName, recipient.organisation, ...tags]),
      ...channels.flatMap(({ address }) => [...endingsOf(phoneDigits(address)), ...nameTerms([address])]),
    ]),
  ];
}

/** What a search finds a recipient by. */
export function recipientTerms({ name, firstName, organisation, addresses }: Recipient): readonly string[] {
  return [
    ...new Set([
      ...nameTerms([name, firstName, organisation]),
      ...addresses.flatMap(({ value }) => [...endingsOf(phoneDigits(value)), ...nameTerms([value])]),
    ]),
  ];
}

/** The words of a message that a search can find. */
export function textOf(content: Content): string {
  switch (content.kind) {
    case 'text':
      return content.text;
    case 'template':
      return [content.header, content.body, content.footer].join(' ');
    case 'interactive':
      return [content.body, content.footer].join(' ');
    case 'location':
      return content.label ?? '';
    case 'contacts':
      return content.contacts.map(({ name }) => name).join(' ');
    case 'unsupported':
    case 'event':
      return '';
    default:
      return [content.caption, content.attachment.name].join(' ');
  }
}
