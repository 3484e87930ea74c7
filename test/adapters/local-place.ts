import type { LocalAdapter, LocalAdapterOptions } from '../../src/adapters/local/index.ts';
import { createLocalAdapter } from '../../src/adapters/local/index.ts';
import { deferred, manualClock } from '../../src/testing/index.ts';
import type { ManualClock } from '../../src/testing/index.ts';
import type { ChangeBatch, ChangeSink, MessagingAdapter } from '../../src/ports/adapter.ts';
import { annasData } from './world.ts';

let places = 0;

/** A database of its own that several tabs use. */
export interface LocalPlace {
  readonly name: string;
  readonly clock: ManualClock;
  /** Opens a tab; Anna's data unless said otherwise. */
  tab(options?: LocalAdapterOptions): LocalAdapter;
  /** Closes the tabs and removes the database. */
  clear(): Promise<void>;
}

/** Makes a place that no other test uses. */
export function localPlace(): LocalPlace {
  const name = `local-test-${(places += 1)}`;
  const clock = manualClock();
  const tabs: LocalAdapter[] = [];
  return {
    name,
    clock,
    tab: (options = {}) => {
      const tab = createLocalAdapter({ databaseName: name, agentId: 'sanne', clock, seed: annasData, ...options });
      tabs.push(tab);
      return tab;
    },
    clear: async () => {
      for (const tab of tabs) await tab.close();
      indexedDB.deleteDatabase(name);
    },
  };
}

/** A subscription that can be waited for. */
export interface Ears {
  readonly batches: readonly ChangeBatch[];
  readonly heard: readonly string[];
  /** Resolves as soon as something heard so far meets the condition. */
  until(condition: (ears: Ears) => boolean): Promise<void>;
}

/** Listens to everything; resolves when the stream is live. */
export async function listen(adapter: MessagingAdapter, from: string | null = null): Promise<Ears> {
  const batches: ChangeBatch[] = [];
  const heard: string[] = [];
  const waiting = new Set<() => void>();
  const ears: Ears = {
    batches,
    heard,
    until: (condition) => {
      const met = deferred();
      const look = (): void => {
        if (condition(ears)) met.resolve();
      };
      waiting.add(look);
      look();
      return met.promise;
    },
  };
  const note = (what: string): void => {
    heard.push(what);
    for (const look of waiting) look();
  };
  const sink: ChangeSink = {
    batch: (batch) => {
      batches.push(batch);
      note('batch');
    },
    link: (state) => note(state),
    reset: () => note('reset'),
  };
  adapter.subscribe({ kind: 'all' }, sink, from);
  await ears.until(() => heard.includes('live'));
  return ears;
}

/** Whether a message with this client id and status was heard. */
export function hasHeard({ batches }: Ears, clientId: string, status: string): boolean {
  return batches.some(({ changes }) =>
    changes.some(
      (change) => change.type === 'message' && change.message.clientId === clientId && change.message.status === status,
    ),
  );
}

/** The result of a request to the browser's database. */
export function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no reason given')));
  });
}
