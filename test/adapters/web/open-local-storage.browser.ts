import { expect } from '@open-wc/testing';
import { openLocalStorage } from '../../../src/adapters/web/open-local-storage.ts';
import type { StoragePersistence } from '../../../src/adapters/web/browser-features.ts';
import { aDraft, manualClock } from '../../../src/testing/index.ts';
import type { Draft } from '../../../src/ports/storage.ts';
import { problemOf, unordered } from './storage-contract.ts';
import type { StoragePlace } from './storage-place.ts';
import { done, factoryThat, storagePlace, versionOf } from './storage-place.ts';

const never = new Promise<boolean>(() => undefined);
const evictable: StoragePersistence = { persisted: () => Promise.resolve(false), persist: () => Promise.resolve(true) };

describe('opening local storage', () => {
  let place: StoragePlace;
  beforeEach(() => {
    place = storagePlace();
  });
  afterEach(() => place.close());

  describe('[I8] owner', () => {
    it('keeps tenants and agents apart, whatever their ids look like', async () => {
      const a = place.tenantId;
      const owners = [
        [`${a}/b`, 'c'],
        [a, 'b/c'],
        [`${a}%2Fb`, 'c'],
        [a, ''],
        ['', a],
        ['\ud800', a],
      ] as const;
      for (const [tenantId, agentId] of owners) {
        const storage = await openLocalStorage({ tenantId, agentId, clock: manualClock() });
        expect(await storage.loadDrafts(), `drafts of ${tenantId} ${agentId}`).to.deep.equal([]);
        expect(await storage.loadOutbox(), `outbox of ${tenantId} ${agentId}`).to.deep.equal([]);
        await storage.putDraft(aDraft());
        storage.journalDraft(aDraft({ key: { conversationId: 'conversation-2', mode: 'note', channel: null } }));
        await storage.enqueue(unordered(), null);
        storage.close();
      }
    });

    it('does not tell other agents', async () => {
      const other = await openLocalStorage({ tenantId: place.tenantId, agentId: 'agent-2', clock: place.clock });
      const same = await place.open();
      const storage = await place.open();
      let heard = 0;
      other.subscribe(() => (heard += 1));
      const told = new Promise<void>((resolve) => void same.subscribe(resolve));
      await storage.putDraft(aDraft());
      await told;
      other.close();
      expect(heard).to.equal(0);
    });

    it('uses a database of its own that carries tenant and agent', async () => {
      await place.open();
      expect(await versionOf(`conversation-elements/outbox/${place.tenantId}/agent-1`)).to.equal(2);
    });
  });

  describe('durability', () => {
    const cases = [
      {
        title: 'is durable when the browser says so',
        persist: { persisted: () => Promise.resolve(true) },
        mode: 'durable',
        problem: null,
      },
      {
        title: 'is best effort when the browser may evict',
        persist: evictable,
        mode: 'best-effort',
        problem: 'not-persisted',
      },
      {
        title: 'is best effort when the browser cannot say',
        persist: null,
        mode: 'best-effort',
        problem: 'not-persisted',
      },
      {
        title: 'is best effort when asking throws',
        persist: {
          persisted: () => {
            throw new TypeError('insecure');
          },
        },
        mode: 'best-effort',
        problem: 'not-persisted',
      },
      {
        title: 'is best effort when asking is refused',
        persist: { persisted: () => Promise.reject(new TypeError('insecure')) },
        mode: 'best-effort',
        problem: 'not-persisted',
      },
    ];
    for (const { title, persist, mode, problem } of cases) {
      it(title, async () => {
        const storage = await place.open({ persist });
        expect([storage.mode, storage.problem]).to.deep.equal([mode, problem]);
      });
    }

    it('does not wait for ever for an answer', async () => {
      const opening = place.open({ persist: { persisted: () => never } });
      while (place.clock.pending !== 1 || !(await isOpen(place))) await place.clock.advance(0);
      await place.clock.advance(1_000);
      expect((await opening).mode).to.equal('best-effort');
    });

    it('never asks the person while opening', async () => {
      let asked = 0;
      const persist = { ...evictable, persist: () => Promise.resolve((asked += 1) > 0) };
      const storage = await place.open({ persist });
      await storage.putDraft(aDraft());
      expect(asked).to.equal(0);
    });

    it('becomes durable on request, and tells', async () => {
      const storage = await place.open({ persist: evictable });
      let heard = 0;
      storage.subscribe(() => (heard += 1));
      expect(await storage.requestDurable()).to.equal(true);
      expect([storage.mode, storage.problem, heard]).to.deep.equal(['durable', null, 1]);
    });

    const refusals = [
      { title: 'refused', persist: () => Promise.resolve(false) },
      { title: 'answered with an error', persist: () => Promise.reject(new TypeError('no')) },
      { title: 'impossible here', persist: undefined },
    ];
    for (const { title, persist } of refusals) {
      it(`stays best effort when the request is ${title}`, async () => {
        const storage = await place.open({
          persist: { persisted: () => Promise.resolve(false), ...(persist && { persist }) },
        });
        expect(await storage.requestDurable()).to.equal(false);
        expect(storage.mode).to.equal('best-effort');
      });
    }

    it('cannot become durable without a database', async () => {
      const storage = await place.open({ persist: evictable, indexedDB: null });
      expect(await storage.requestDurable()).to.equal(false);
      expect(storage.mode).to.equal('none');
    });
  });

  describe('without a database', () => {
    const refusing = (reason: unknown): IDBFactory =>
      ({
        open: () => {
          throw reason;
        },
      }) as unknown as IDBFactory;
    const cases = [
      { title: 'absent IndexedDB', factory: null, problem: 'absent' },
      { title: 'a sandboxed frame', factory: refusing(new DOMException('no', 'SecurityError')), problem: 'denied' },
      { title: 'private mode', factory: refusing(new DOMException('no', 'InvalidStateError')), problem: 'denied' },
      { title: 'a browser that throws nonsense', factory: refusing('no'), problem: 'denied' },
      { title: 'a full disk', factory: refusing(new DOMException('full', 'QuotaExceededError')), problem: 'quota' },
    ];
    for (const { title, factory, problem } of cases) {
      it(`works in mode none with ${title}`, async () => {
        const storage = await place.open({ indexedDB: factory });
        expect([storage.mode, storage.problem]).to.deep.equal(['none', problem]);
        const draft = aDraft();
        await storage.putDraft(draft);
        expect(await storage.loadDrafts()).to.deep.equal([draft]);
      });
    }

    it('works in mode none in a real sandboxed frame', async () => {
      const answer = new Promise<unknown>((resolve) => {
        addEventListener('message', ({ data }) => resolve(data), { once: true });
      });
      const frame = document.createElement('iframe');
      frame.sandbox.add('allow-scripts');
      const module = new URL('../../../src/adapters/web/open-local-storage.ts', import.meta.url).href;
      frame.srcdoc = `<script type="module">
        import { openLocalStorage } from '${module}';
        const storage = await openLocalStorage({ tenantId: 'a', agentId: 'b' });
        parent.postMessage([storage.mode, storage.problem], '*');
      </script>`;
      document.body.append(frame);
      expect(await answer).to.deep.equal(['none', 'denied']);
      frame.remove();
    });

    it('keeps nothing after the page', async () => {
      const storage = await place.open({ indexedDB: null });
      await storage.putDraft(aDraft());
      await storage.enqueue(unordered(), null);
      storage.close();
      const next = await place.open({ indexedDB: null });
      expect([await next.loadDrafts(), await next.loadOutbox()]).to.deep.equal([[], []]);
    });

    it('has nothing in quarantine', async () => {
      expect(await (await place.open({ indexedDB: null })).loadQuarantine()).to.deep.equal([]);
    });
  });

  describe('another version', () => {
    it('[I8] leaves a newer database alone', async () => {
      await (await place.open()).enqueue(unordered(), null);
      place.close();
      (await place.raw(7)).close();
      const storage = await place.open();
      expect([storage.mode, storage.problem]).to.deep.equal(['none', 'newer-version']);
      await storage.enqueue(unordered(), null);
      expect(await versionOf(place.database)).to.equal(7);
      const raw = await place.raw();
      expect(await done(raw.transaction('outbox').objectStore('outbox').count())).to.equal(1);
    });

    it('[I8] leaves the database alone when an old tab blocks the upgrade, also once that tab is gone', async () => {
      await (await place.open()).putDraft(aDraft());
      place.close();
      const oldTab = await place.raw();
      let given: Promise<unknown> = Promise.resolve();
      const indexedDB = factoryThat({
        version: (version) => version + 1,
        request: (request) => (given = end(request)),
      });
      const storage = await place.open({ indexedDB });
      expect([storage.mode, storage.problem]).to.deep.equal(['none', 'blocked']);
      await storage.putDraft(aDraft({ text: 'typed meanwhile' }));
      oldTab.close();
      expect(await given).to.equal('error');
      expect(await versionOf(place.database)).to.equal(2);
      expect(await storage.loadDrafts()).to.have.length(1);
    });

    it('does not wait for ever for a browser that gives no answer', async () => {
      await (await place.open()).putDraft(aDraft());
      place.close();
      const oldTab = await place.raw();
      const silent = factoryThat({
        version: (version) => version + 1,
        request: (request) => request.addEventListener('blocked', (event) => event.stopImmediatePropagation()),
      });
      const opening = place.open({ indexedDB: silent });
      await place.clock.advance(8_000);
      const storage = await opening;
      expect([storage.mode, storage.problem]).to.deep.equal(['none', 'blocked']);
      oldTab.close();
    });

    it('[I8] upgrades a database from before there were files, and keeps what is in it', async () => {
      const draft = aDraft();
      await oldDatabase(place.database, draft);
      const storage = await place.open();
      expect(storage.mode).to.equal('best-effort');
      expect(await storage.loadDrafts()).to.deep.equal([draft]);
      expect(await storage.loadDraftFiles()).to.deep.equal([]);
    });

    it('holds no connection when the answer comes too late', async () => {
      (await place.open()).close();
      // Listened to from the start: the answer may come before the storage says how it opened.
      const requests: { readonly request: IDBOpenDBRequest; readonly ended: Promise<string> }[] = [];
      const request = (each: IDBOpenDBRequest): void => void requests.push({ request: each, ended: end(each) });
      const opening = place.open({ indexedDB: factoryThat({ request }) });
      place.clock.advanceSync(8_000);
      expect((await opening).mode).to.equal('none');
      for (const { request: late, ended } of requests) {
        expect(await ended).to.equal('success');
        expect(() => late.result.transaction('outbox')).to.throw('closing');
      }
      expect(requests).to.have.length(1);
    });

    it('does without a database of the same name that is not ours', async () => {
      (await place.raw(2)).close();
      const storage = await place.open();
      expect([storage.mode, storage.problem]).to.deep.equal(['none', 'corrupt']);
      await done(indexedDB.deleteDatabase(place.database));
    });
  });

  describe('what could not be read again', () => {
    it('refuses a malformed draft and keeps the old one', async () => {
      const storage = await place.open();
      const draft = aDraft();
      await storage.putDraft(draft);
      expect(await problemOf(() => storage.putDraft(aDraft({ updatedAt: NaN })))).to.equal('corrupt');
      expect(await storage.loadDrafts()).to.deep.equal([draft]);
    });

    it('refuses a malformed entry and a change that makes it malformed', async () => {
      const storage = await place.open();
      expect(await problemOf(() => storage.enqueue(unordered({ clientId: '' }), null))).to.equal('corrupt');
      const entry = await storage.enqueue(unordered(), null);
      expect(await problemOf(() => storage.updateEntry(entry.clientId, { attempts: -1 }, null))).to.equal('corrupt');
      expect(await storage.loadOutbox()).to.deep.equal([entry]);
    });
  });
});

/** A database as the first version of the library made it. */
async function oldDatabase(name: string, draft: Draft): Promise<void> {
  const request = indexedDB.open(name, 1);
  request.addEventListener('upgradeneeded', () => {
    for (const store of ['drafts', 'outbox', 'meta', 'quarantine'])
      request.result.createObjectStore(store, { autoIncrement: store === 'quarantine' });
    const { conversationId, mode, channel } = draft.key;
    const key = [conversationId, mode, channel ?? ''];
    request.transaction?.objectStore('drafts').put({ version: 1, draft }, key);
  });
  (await done(request)).close();
}

async function isOpen(place: StoragePlace): Promise<boolean> {
  return (await versionOf(place.database)) !== null;
}

function end(request: IDBOpenDBRequest): Promise<string> {
  return new Promise((resolve) => {
    for (const type of ['success', 'error']) request.addEventListener(type, () => setTimeout(() => resolve(type)));
  });
}
