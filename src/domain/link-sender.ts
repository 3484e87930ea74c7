import type { Conversation, Message, Recipient } from './model.ts';

/** Why a sender cannot be linked: it has a record already, what was named is none, or nobody linked what is to be undone. */
export type LinkFault = 'taken' | 'no-record' | 'not-linked';

/** Whether the sender of a conversation may be linked to a record (D10); `null` = it may, or is so already. */
export function linkFault({ recipient }: Conversation, record: Recipient | null): LinkFault | null {
  if (record?.id === recipient.id) return null;
  if (!record || record.kind === 'unmatched') return 'no-record';
  return recipient.kind === 'unmatched' ? null : 'taken';
}

/** Whether a link may be undone: only what a co-worker linked; `null` = it may. */
export function unlinkFault(standIn: Recipient | null): LinkFault | null {
  return standIn?.kind === 'unmatched' ? null : 'not-linked';
}

/** What to say of a fault. */
export const linkFaults: Readonly<Record<LinkFault, readonly [code: 'conflict' | 'invalid', text: string]>> = {
  taken: ['conflict', 'the sender has a record already'],
  'not-linked': ['conflict', 'nobody linked this sender to a record'],
  'no-record': ['invalid', 'a sender can be linked to a contact or a resource that is there'],
};

/**
 * The stand-in that remembers whom it stood in for, so that later messages of that sender find the record; or forgets it,
 * when it takes its own place again.
 */
export function linkedStandIn(standIn: Recipient, record: Recipient): Recipient {
  return { ...standIn, linkedTo: record.id === standIn.id ? null : record.id };
}

/** A message of the conversation, in the history of the record from now on. */
export function linkedMessage(message: Message, record: Recipient): Message {
  const { author, version } = message;
  return {
    ...message,
    version: version + 1,
    recipientId: record.id,
    author: author.kind === 'customer' ? { ...author, id: record.id } : author,
  };
}
