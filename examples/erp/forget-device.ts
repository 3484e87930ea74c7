import { storageNames } from '../../src/adapters/web/storage-names.ts';
import { databaseName, longDatabaseName } from './local-backend.ts';
import { coWorkers, gatewayTenant } from './seed/settings.ts';

/** Empties outboxes and drafts of all co-workers and the phone's settings on this device. Only for `?reset`: nothing else may ever do this. */
export async function forgetDevice(): Promise<void> {
  for (const key of Object.keys(localStorage)) if (key.startsWith('erp-demo-')) localStorage.removeItem(key);
  const owners = [databaseName, longDatabaseName, gatewayTenant].flatMap((tenant) =>
    coWorkers.map(({ id }) => ({ tenant, id })),
  );
  await Promise.all(
    owners.map(async ({ tenant, id }) => {
      const { database, journal } = storageNames(tenant, id);
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
