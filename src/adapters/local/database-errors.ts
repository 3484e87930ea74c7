import { AdapterError } from '../../ports/adapter-error.ts';
import { nameOf } from '../web/storage-errors.ts';

/** Why the database cannot be used. */
export type DatabaseProblem = 'absent' | 'denied' | 'blocked' | 'newer-version' | 'damaged' | 'quota';

const messages: Readonly<Record<DatabaseProblem, string>> = {
  absent: 'this browser has no IndexedDB here, so the local backend cannot keep anything',
  denied: 'this browser does not let the page use IndexedDB (private window, sandboxed frame or a setting)',
  blocked: 'another tab keeps an older version of the local database open; close or reload it',
  'newer-version': 'the local database was written by a newer version of this page; reload it',
  damaged: 'the local database lacks tables; remove the site data of this page to start anew',
  quota: 'there is no room left for the local database',
};

/** Waiting helps when another tab or a full disk is the reason. */
const passing: ReadonlySet<DatabaseProblem> = new Set(['blocked', 'quota']);

/** The one error for a database that cannot be used; nothing was carried out. */
export function databaseError(problem: DatabaseProblem, cause?: unknown): AdapterError {
  return new AdapterError('unavailable', messages[problem], {
    retry: passing.has(problem),
    refused: true,
    ...(cause !== undefined && { cause }),
  });
}

/** What a browser's error means for the database. */
export function problemOf(reason: unknown): DatabaseProblem {
  switch (nameOf(reason)) {
    case 'QuotaExceededError':
      return 'quota';
    case 'VersionError':
      return 'newer-version';
    default:
      return 'denied';
  }
}
