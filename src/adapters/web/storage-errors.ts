import type { StorageProblem } from '../../ports/storage.ts';
import { StorageError } from '../../ports/storage.ts';

/** The connection to the database was closed under us, before the call did anything; it may be opened again. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
}

/** Turns what a browser threw into the one error of storage, by the error's name. */
export function toStorageError(reason: unknown): StorageError {
  if (reason instanceof StorageError) return reason;
  const message = reason instanceof Error ? reason.message : String(reason);
  return new StorageError(problemOf(reason), message, reason);
}

/** What a browser's error means for storage. What it does not explain is a refusal. */
export function problemOf(reason: unknown): StorageProblem {
  switch (nameOf(reason)) {
    case 'QuotaExceededError':
      return 'quota';
    case 'VersionError':
      return 'newer-version';
    default:
      return 'denied';
  }
}

/** `DOMException`, and the error classes that replace it one by one, have a name in common. */
export function nameOf(reason: unknown): string | null {
  if (typeof reason !== 'object' || reason === null || !('name' in reason)) return null;
  return typeof reason.name === 'string' ? reason.name : null;
}
