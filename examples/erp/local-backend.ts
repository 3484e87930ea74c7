import { createLocalAdapter, type LocalAdapter, type Provider } from '../../src/adapters/local/index.ts';
import { storageNames } from '../../src/adapters/web/storage-names.ts';
import { takeIntoCarrier } from './carrier.ts';
import { seedData } from './seed.ts';
import { coWorkers } from './seed/settings.ts';

const databaseName = 'conversation-elements/erp-demo';

/** What would be CM.com: takes every message; the phone page reads it and reports what becomes of it. */
const provider: Provider = {
  send({ reference }) {
    takeIntoCarrier(reference);
    return Promise.resolve({ status: 'sent' });
  },
};

/** The backend that the ERP page and the phone share, used by one co-worker. */
export function openLocalBackend(agentId: string): LocalAdapter {
  return createLocalAdapter({
    databaseName,
    agentId,
    provider,
    channels: ['sms', 'whatsapp'],
    seed: () => seedData(Date.now()),
  });
}

/** Empties outboxes and drafts of all co-workers and the phone's settings on this device. Only for `?reset`: nothing else may ever do this. */
export async function forgetDevice(): Promise<void> {
  for (const key of Object.keys(localStorage)) if (key.startsWith('erp-demo-')) localStorage.removeItem(key);
  await Promise.all(
    coWorkers.map(async ({ id }) => {
      const { database, journal } = storageNames(databaseName, id);
      for (const key of Object.keys(localStorage)) if (key.startsWith(journal)) localStorage.removeItem(key);
      await deleteDatabase(database);
    }),
  );
}

/** Resolves also when another tab keeps the database open a little longer: it goes as soon as that tab lets go. */
function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    for (const event of ['success', 'error', 'blocked']) request.addEventListener(event, () => resolve());
  });
}
