import { openLocalStorage } from '../../../src/adapters/web/open-local-storage.ts';
import type { LocalStorage } from '../../../src/ports/storage.ts';
import { manualClock, memoryStorage } from '../../../src/testing/index.ts';
import type { OpenTab } from './storage-contract.ts';
import { storageContract } from './storage-contract.ts';

interface Implementation {
  readonly name: string;
  /** How many tabs can share it. */
  readonly tabs: 1 | 2;
  /** Makes a place of its own and opens tabs over it. */
  readonly place: () => OpenTab;
}

const implementations: readonly Implementation[] = [
  {
    name: 'IndexedDB',
    tabs: 2,
    place: () => {
      const tenantId = `contract-${crypto.randomUUID()}`;
      return () => openLocalStorage({ tenantId, agentId: 'agent-1', clock: manualClock() });
    },
  },
  {
    name: 'memory, where there is no IndexedDB',
    tabs: 1,
    place: () => {
      const tenantId = `contract-${crypto.randomUUID()}`;
      return () => openLocalStorage({ tenantId, agentId: 'agent-1', clock: manualClock(), indexedDB: null });
    },
  },
  {
    name: 'the fake of the kit',
    tabs: 2,
    place: () => {
      const first = memoryStorage();
      return () => Promise.resolve(first.peer());
    },
  },
];

for (const { name, tabs, place } of implementations) {
  describe(`LocalStorage on ${name}`, () => {
    let opened: LocalStorage[] = [];

    afterEach(() => {
      for (const storage of opened) storage.close();
      opened = [];
    });

    for (const { title, run } of storageContract.filter((each) => each.tabs <= tabs)) {
      it(title, async () => {
        const open = place();
        await run(async () => {
          const storage = await open();
          opened.push(storage);
          return storage;
        });
      });
    }
  });
}
