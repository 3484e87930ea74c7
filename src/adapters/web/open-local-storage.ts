import type { Clock } from '../../ports/clock.ts';
import type { OpenChannel, StoragePersistence, TextStore } from './browser-features.ts';
import { browserFeature, openTabChannel } from './browser-features.ts';
import type { BrowserLocalStorage, OpenedRows, StorageEvents } from './browser-storage.ts';
import { BrowserStorage } from './browser-storage.ts';
import { DraftJournal } from './draft-journal.ts';
import { IndexedDbRows } from './indexeddb-rows.ts';
import { openDatabase } from './outbox-database.ts';
import { storageNames } from './storage-names.ts';
import { systemClock } from './system-clock.ts';

/** Whose storage to open. What is not given is taken from the browser; `null` means do without. */
export interface LocalStorageOptions {
  readonly tenantId: string;
  readonly agentId: string;
  readonly clock?: Clock;
  readonly indexedDB?: IDBFactory | null;
  readonly localStorage?: TextStore | null;
  readonly persist?: StoragePersistence | null;
  readonly channel?: OpenChannel | null;
}

/**
 * Opens outbox and drafts of one tenant and agent, in a database of their own that nothing else touches. Never rejects
 * and never asks the person anything: where the browser gives no database the mode is `none`, the problem says why, and
 * everything works until the page closes.
 */
export async function openLocalStorage(options: LocalStorageOptions): Promise<BrowserLocalStorage> {
  const { tenantId, agentId, clock = systemClock } = options;
  const names = storageNames(tenantId, agentId);
  const storage = new BrowserStorage({
    clock,
    openRows: (events) => openRows(options.indexedDB, names.database, { ...events, clock }),
    journal: new DraftJournal(
      given(options.localStorage, ({ localStorage }) => localStorage),
      names.journal,
    ),
    persistence: given(options.persist, ({ navigator }) => navigator?.storage),
    channel: openTabChannel(names.changes, options.channel),
  });
  return await storage.ready();
}

async function openRows(
  wanted: IDBFactory | null | undefined,
  name: string,
  context: StorageEvents & { readonly clock: Clock },
): Promise<OpenedRows> {
  let factory = wanted;
  try {
    if (factory === undefined) factory = (globalThis as { readonly indexedDB?: IDBFactory | null }).indexedDB;
  } catch {
    return { state: 'failed', problem: 'denied' }; // a sandboxed frame may not even look at it
  }
  if (!factory) return { state: 'failed', problem: 'absent' };
  const opened = await openDatabase({ factory, name, clock: context.clock, lost: context.lost });
  if (opened.state === 'failed') return opened;
  return { state: 'open', rows: new IndexedDbRows(opened.database, context) };
}

function given<T>(value: T | null | undefined, read: Parameters<typeof browserFeature<T>>[0]): T | null {
  return value === undefined ? browserFeature(read) : value;
}
