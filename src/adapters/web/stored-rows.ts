import type { TextBasis } from '../../domain/composition.ts';
import type { Draft, DraftFile, DraftKey, OutboxEntry, OutboxTarget, TemplateDraft } from '../../ports/storage.ts';
import { StorageError } from '../../ports/storage.ts';
import type { Check, Fault } from '../../ports/validate.ts';
import {
  aCount,
  anId,
  aNumber,
  arrayOf,
  aString,
  aTime,
  oneOf,
  orAbsent,
  orNull,
  shape,
  variant,
} from '../../ports/validate.ts';
import { attachment, content, failure } from '../../ports/validate-model.ts';
import type { EntryChange } from './rows.ts';

/** A draft as it is written down. */
export interface StoredDraft {
  readonly version: 1;
  readonly draft: Draft;
}

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

const draftKey = shape<DraftKey>({
  conversationId: aString,
  mode: oneOf<DraftKey['mode']>({ reply: 1, note: 1, template: 1 }),
  channel: maybeChannel,
});

const templateInput = variant('type', {
  text: shape({ text: aString }),
  currency: shape({ decimal: aString, currency: aString }),
  media: shape({ attachment }),
  location: shape({ latitude: orNull(aNumber), longitude: orNull(aNumber), name: aString, address: aString }),
});

const templateDraft = shape<TemplateDraft>({
  templateId: aString,
  inputs: (value) => shape({})(value) ?? arrayOf(templateInput)(Object.values(value as object)),
});

const storedDraft = shape<StoredDraft>({
  version: versionOne,
  draft: shape<Draft>({
    key: draftKey,
    /** Empty where the draft was emptied: only the journal keeps such a one, and it is no message. */
    clientId: aString,
    text: aString,
    replyToId: orNull(aString),
    updatedAt: aTime,
    basis: (value) => (value === undefined ? undefined : textBasis(value)),
    template: (value) => (value === undefined ? undefined : templateDraft(value)),
  }),
});

/** A file of a draft as it is written down. */
export interface StoredDraftFile {
  readonly version: 1;
  readonly file: DraftFile;
}

const storedFile = shape<StoredDraftFile>({
  version: versionOne,
  file: shape<DraftFile>({
    ...{ id: anId, uploadId: anId, name: aString, mimeType: aString, caption: aString, altText: aString },
    key: draftKey,
    position: aNumber,
    kind: oneOf<DraftFile['kind']>({ image: 1, video: 1, audio: 1, document: 1 }),
    sizeBytes: aCount,
    width: orNull(aCount),
    height: orNull(aCount),
    durationMs: orNull(aCount),
    attachment: orAbsent(attachment),
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

/** Writes down what is said about a file of a draft. */
export function storeDraftFile(file: DraftFile): StoredDraftFile {
  return { version: 1, file };
}

/** Throws a `StorageError` if what is said about a file could not be read again. */
export function assertDraftFile(file: DraftFile): void {
  refuse('file', storedFile(storeDraftFile(file)));
}

/** Reads the row of a draft's file; `null` if it is corrupt. */
export function readDraftFile(row: unknown): DraftFile | null {
  return storedFile(row) ? null : (row as StoredDraftFile).file;
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
