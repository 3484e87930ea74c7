import type { TextBasis } from '../../domain/composition.ts';
import type { Draft, DraftKey, OutboxEntry, OutboxTarget } from '../../ports/storage.ts';
import { StorageError } from '../../ports/storage.ts';
import type { Check, Fault } from '../../ports/validate.ts';
import { aCount, anId, aNumber, aString, aTime, oneOf, orNull, shape } from '../../ports/validate.ts';
import { content, failure } from '../../ports/validate-model.ts';
import type { EntryChange } from './rows.ts';

/** A draft as it is written down. */
export interface StoredDraft {
  readonly version: 1;
  readonly draft: Draft;
}

/** The key of a draft's row: conversation, mode and channel, the empty string for none. */
export type DraftId = [conversationId: string, mode: string, channel: string];

const versionOne: Check = (value) => (value === 1 ? undefined : { path: '', expected: 'version 1' });
/** Not only known channels: a draft for one that a newer version knows is still somebody's text. */
const maybeChannel = orNull(aString);

const textBasis = shape<TextBasis>({
  conversationId: aString,
  recipientId: aString,
  channel: aString,
  accountId: orNull(aString),
  address: orNull(aString),
  lastIncomingChannel: maybeChannel,
});

const storedDraft = shape<StoredDraft>({
  version: versionOne,
  draft: shape<Draft>({
    key: shape<DraftKey>({
      conversationId: aString,
      mode: oneOf<DraftKey['mode']>({ reply: 1, note: 1 }),
      channel: maybeChannel,
    }),
    /** Empty where the draft was emptied: only the journal keeps such a one, and it is no message. */
    clientId: aString,
    text: aString,
    replyToId: orNull(aString),
    updatedAt: aTime,
    basis: (value) => (value === undefined ? undefined : textBasis(value)),
  }),
});

const outboxEntry = shape<OutboxEntry>({
  version: versionOne,
  clientId: anId,
  command: oneOf<OutboxEntry['command']>({ send: 1, note: 1 }),
  target: shape<OutboxTarget>({
    conversationId: aString,
    recipientId: aString,
    recipientName: aString,
    channel: maybeChannel,
    accountId: orNull(aString),
    address: orNull(aString),
  }),
  content,
  replyToId: orNull(aString),
  order: aNumber,
  queuedAt: aTime,
  state: oneOf<OutboxEntry['state']>({ queued: 1, sending: 1, unknown: 1, failed: 1 }),
  attempts: aCount,
  attemptedAt: (value) => (value === undefined ? undefined : aTime(value)),
  notBefore: aCount,
  failure: orNull(failure),
});

/** The key of a draft's row. */
export function draftId({ conversationId, mode, channel }: DraftKey): DraftId {
  return [conversationId, mode, channel ?? ''];
}

/** A draft's key as one string. */
export function draftIdText(key: DraftKey): string {
  return JSON.stringify(draftId(key));
}

/** Writes a draft down. */
export function storeDraft(draft: Draft): StoredDraft {
  return { version: 1, draft };
}

/**
 * Throws a `StorageError` if a draft could not be read again. Looked at before it is written: nothing may be stored and
 * then refused.
 */
export function assertDraft(draft: Draft): void {
  refuse('draft', storedDraft(storeDraft(draft)));
}

/** Throws a `StorageError` if an entry could not be read again. */
export function assertEntry(entry: Omit<OutboxEntry, 'order'>): void {
  refuse('entry', outboxEntry({ ...entry, order: 0 }));
}

/** The entry with what changed in it. */
export function changeEntry(entry: OutboxEntry, change: EntryChange): OutboxEntry {
  const next: OutboxEntry = { ...entry, ...change };
  assertEntry(next);
  return next;
}

/** Reads a draft's row; `null` if it is corrupt. */
export function readDraft(row: unknown): Draft | null {
  return storedDraft(row) ? null : (row as StoredDraft).draft;
}

/** Reads an outbox row; `null` if it is corrupt. */
export function readEntry(row: unknown): OutboxEntry | null {
  return outboxEntry(row) ? null : (row as OutboxEntry);
}

function refuse(what: string, fault: Fault | undefined): void {
  if (fault) throw new StorageError('corrupt', `${what}${fault.path}: expected ${fault.expected}`);
}
