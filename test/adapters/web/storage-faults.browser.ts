import { expect } from '@open-wc/testing';
import type { DraftKey, LocalStorage } from '../../../src/ports/storage.ts';
import { StorageError } from '../../../src/ports/storage.ts';
import { aClientId, aDraft, builtAt, settle } from '../../../src/testing/index.ts';
import { problemOf, unordered } from './storage-contract.ts';
import type { StoragePlace } from './storage-place.ts';
import { done, factoryThat, storagePlace } from './storage-place.ts';

const key: DraftKey = { conversationId: 'conversation-1', mode: 'reply', channel: 'whatsapp' };
const rowMethods = IDBObjectStore.prototype;

const { add, put, delete: remove, getAll, get } = rowMethods;
const { transaction: begin } = IDBDatabase.prototype;
const untouched = { add, put, delete: remove, getAll, get };

describe('local storage under faults', () => {
  let place: StoragePlace;
  beforeEach(() => {
    place = storagePlace();
  });
  afterEach(() => {
    Object.assign(rowMethods, untouched);
    IDBDatabase.prototype.transaction = begin;
    place.close();
  });

  describe('no room', () => {
    const full = (): DOMException => new DOMException('full', 'QuotaExceededError');
    const faults = [
      {
        title: 'the call throws',
        fail: () => {
          throw full();
        },
      },
      {
        title: 'the transaction is aborted',
        fail: (store: IDBObjectStore): IDBRequest<IDBValidKey> => {
          const { transaction } = store;
          Object.defineProperty(transaction, 'error', { get: full });
          const request = untouched.put.call(store, 'never stored', 'never stored');
          transaction.abort();
          return request;
        },
      },
    ];
    for (const { title, fail } of faults) {
      it(`[I8] changes nothing when a message does not fit: ${title}`, async () => {
        const storage = await place.open();
        const draft = aDraft({ clientId: aClientId(1) });
        await storage.putDraft(draft);
        rowMethods.add = function add() {
          return fail(this);
        };
        expect(await problemOf(() => storage.enqueue(unordered({ clientId: aClientId(1) }), key))).to.equal('quota');
        expect(await storage.loadDrafts()).to.deep.equal([draft]);
        expect(await storage.loadOutbox()).to.deep.equal([]);
      });

      it(`[I8] keeps the old draft when the new one does not fit: ${title}`, async () => {
        const storage = await place.open();
        const draft = aDraft();
        await storage.putDraft(draft);
        rowMethods.put = function put() {
          return fail(this);
        };
        expect(await problemOf(() => storage.putDraft(aDraft({ text: 'longer' })))).to.equal('quota');
        expect(await storage.loadDrafts()).to.deep.equal([draft]);
      });
    }

    it('names the problem until something fits again, and tells', async () => {
      const storage = await place.open();
      const seen: unknown[] = [];
      storage.subscribe(() => seen.push(storage.problem));
      rowMethods.put = () => {
        throw full();
      };
      await problemOf(() => storage.putDraft(aDraft()));
      await problemOf(() => storage.putDraft(aDraft()));
      Object.assign(rowMethods, untouched);
      await storage.putDraft(aDraft());
      expect(seen).to.deep.equal(['quota', 'not-persisted']);
    });

    it('still reads the drafts, the journal among them, and keeps the journal', async () => {
      const storage = await place.open();
      const draft = aDraft();
      storage.journalDraft(draft);
      rowMethods.put = () => {
        throw full();
      };
      expect(await storage.loadDrafts()).to.deep.equal([draft]);
      Object.assign(rowMethods, untouched);
      storage.close();
      expect(await (await place.open()).loadDrafts()).to.deep.equal([draft]);
    });
  });

  describe('a crash', () => {
    it('[I1] leaves the draft when the tab dies between the two halves of a send', async () => {
      const storage = await place.open();
      const draft = aDraft({ clientId: aClientId(1) });
      await storage.putDraft(draft);
      const url = new URL(`./crash-worker.ts?tenant=${place.tenantId}&client=${aClientId(1)}`, import.meta.url);
      const tab = new Worker(url, { type: 'module' });
      await new Promise((resolve) => tab.addEventListener('message', resolve));
      tab.terminate();
      expect(await storage.loadOutbox()).to.deep.equal([]);
      expect(await storage.loadDrafts()).to.deep.equal([draft]);
    });

    it('[I1] changes nothing when the browser aborts the transaction', async () => {
      const storage = await place.open();
      const draft = aDraft({ clientId: aClientId(1) });
      await storage.putDraft(draft);
      rowMethods.delete = function abort() {
        const request = untouched.delete.call(this, 'no row');
        this.transaction.abort();
        return request;
      };
      expect(await problemOf(() => storage.enqueue(unordered({ clientId: aClientId(1) }), key))).to.equal('denied');
      expect(await storage.loadDrafts()).to.deep.equal([draft]);
      expect(await storage.loadOutbox()).to.deep.equal([]);
    });

    it('[I4] resolves when the message is committed, not before', async () => {
      const storage = await place.open();
      const order: string[] = [];
      IDBDatabase.prototype.transaction = function watched(...args) {
        const transaction = begin.apply(this, args);
        transaction.addEventListener('complete', () => order.push('committed'));
        return transaction;
      };
      await storage.enqueue(unordered(), null);
      order.push('resolved');
      expect(order).to.deep.equal(['committed', 'resolved']);
    });

    it('uses strict transactions', async () => {
      const storage = await place.open();
      const durabilities = new Set<string>();
      for (const method of ['add', 'put', 'delete'] as const) {
        rowMethods[method] = function seen(this: IDBObjectStore, ...args: never[]) {
          durabilities.add(this.transaction.durability);
          return (untouched[method] as (...all: never[]) => never).apply(this, args);
        };
      }
      await storage.putDraft(aDraft());
      const entry = await storage.enqueue(unordered(), key);
      await storage.updateEntry(entry.clientId, { attempts: 1 }, null);
      await storage.removeEntry(entry.clientId);
      expect([...durabilities]).to.deep.equal(['strict']);
    });
  });

  describe('a connection that goes away', () => {
    it('lets a newer version upgrade at once and goes on without the database', async () => {
      const storage = await place.open();
      await storage.enqueue(unordered(), null);
      const told = heard(storage);
      await place.raw(3);
      await told;
      expect([storage.mode, storage.problem]).to.deep.equal(['none', 'newer-version']);
      const draft = aDraft();
      await storage.putDraft(draft);
      expect(await storage.loadDrafts()).to.deep.equal([draft]);
      expect(await storage.loadOutbox()).to.deep.equal([]);
    });

    it('[I4] refuses the message that is being queued while the database goes away', async () => {
      const storage = await place.open();
      const upgraded = place.raw(3);
      const kept: string[] = [];
      let problem: unknown = null;
      while (problem === null && storage.mode !== 'none') {
        const entry = unordered();
        try {
          await storage.enqueue(entry, null);
          kept.push(entry.clientId);
        } catch (reason) {
          problem = reason instanceof StorageError ? reason.problem : reason;
        }
      }
      expect(problem).to.equal('newer-version');
      const stored = await done((await upgraded).transaction('outbox').objectStore('outbox').getAllKeys());
      expect(stored).to.have.members(kept);
    });

    it('opens the database again after somebody deleted it', async () => {
      const storage = await place.open();
      await storage.putDraft(aDraft());
      await done(indexedDB.deleteDatabase(place.database));
      const draft = aDraft({ text: 'typed after that' });
      await storage.putDraft(draft);
      expect(storage.mode).to.equal('best-effort');
      expect(await storage.loadDrafts()).to.deep.equal([draft]);
    });

    const losses = [
      { title: 'the browser closed it and said so', lose: (database: IDBDatabase) => closeAnd(database, 'close') },
      { title: 'it is closed and nobody said so', lose: (database: IDBDatabase) => closeAnd(database, null) },
    ];
    for (const { title, lose } of losses) {
      it(`opens the database again when ${title}`, async () => {
        const databases: IDBDatabase[] = [];
        const indexedDB = factoryThat({
          request: (request) => request.addEventListener('success', () => databases.push(request.result)),
        });
        const storage = await place.open({ indexedDB });
        const draft = aDraft();
        await storage.putDraft(draft);
        for (const database of databases) lose(database);
        const entry = await storage.enqueue(unordered(), null);
        expect(await storage.loadDrafts()).to.deep.equal([draft]);
        expect(await storage.loadOutbox()).to.deep.equal([entry]);
        expect(databases).to.have.length(2);
      });
    }

    it('is refused, and then works in memory, when it cannot be opened again', async () => {
      let opened = 0;
      const databases: IDBDatabase[] = [];
      const indexedDB = factoryThat({
        request: (request) => {
          if ((opened += 1) > 1) throw new DOMException('gone', 'UnknownError');
          request.addEventListener('success', () => databases.push(request.result));
        },
      });
      const storage = await place.open({ indexedDB });
      for (const database of databases) closeAnd(database, null);
      expect(await problemOf(() => storage.enqueue(unordered(), null))).to.equal('denied');
      expect([storage.mode, storage.problem]).to.deep.equal(['none', 'denied']);
      expect((await storage.enqueue(unordered(), null)).order).to.equal(1);
    });

    it('is not opened again once the storage is closed', async () => {
      let opened = 0;
      const databases: IDBDatabase[] = [];
      const indexedDB = factoryThat({
        request: (request) => {
          opened += 1;
          request.addEventListener('success', () => databases.push(request.result));
        },
      });
      const storage = await place.open({ indexedDB });
      storage.close();
      for (const database of databases) database.dispatchEvent(new Event('close'));
      await settle();
      expect(opened).to.equal(1);
    });
  });

  describe('a corrupt row', () => {
    const draftRow = { version: 1, draft: aDraft({ key: { ...key, conversationId: 'conversation-2' }, text: 'fine' }) };
    const corruptDrafts: readonly (readonly [title: string, row: unknown])[] = [
      ['nothing', null],
      ['a text', 'draft'],
      ['another version', { ...draftRow, version: 2 }],
      ['a draft without its text', { version: 1, draft: { ...draftRow.draft, text: undefined } }],
      ['a mode that does not exist', { version: 1, draft: { ...draftRow.draft, key: { ...key, mode: 'shout' } } }],
    ];
    for (const [title, row] of corruptDrafts) {
      it(`[I8] is put aside from the drafts and reported: ${title}`, async () => {
        const storage = await place.open();
        const { draft } = draftRow;
        await storage.putDraft(draft);
        await place.write('drafts', ['conversation-1', 'reply', 'whatsapp'], row);
        const told = heard(storage);
        expect(await storage.loadDrafts()).to.deep.equal([draft]);
        await told;
        expect([storage.mode, storage.problem]).to.deep.equal(['best-effort', 'corrupt']);
        expect(await storage.loadQuarantine()).to.deep.equal([
          { version: 1, from: 'drafts', key: ['conversation-1', 'reply', 'whatsapp'], value: row, at: builtAt },
        ]);
      });
    }

    const corruptEntries: readonly (readonly [title: string, change: object])[] = [
      ['no content', { content: null }],
      ['an unknown kind of content', { content: { kind: 'hologram' } }],
      ['a state that does not exist', { state: 'lost' }],
      ['no order', { order: undefined }],
      ['no target', { target: null }],
      ['a time that is none', { queuedAt: Infinity }],
    ];
    for (const [title, change] of corruptEntries) {
      it(`[I8] is put aside from the outbox and does not block the others: ${title}`, async () => {
        const storage = await place.open();
        const entry = await storage.enqueue(unordered(), null);
        const row = { ...entry, clientId: 'bad', ...change };
        await place.write('outbox', 'bad', row);
        expect(await storage.loadOutbox()).to.deep.equal([entry]);
        expect(storage.problem).to.equal('corrupt');
        expect((await storage.loadQuarantine()).map(({ from, value }) => [from, value])).to.deep.equal([
          ['outbox', row],
        ]);
        expect(await storage.loadOutbox(), 'a second time').to.deep.equal([entry]);
        expect(await storage.loadQuarantine()).to.have.length(1);
      });
    }

    it('[I8] is put aside, not overwritten, by a new draft or message of the same key', async () => {
      const storage = await place.open();
      await place.write('drafts', ['conversation-1', 'reply', 'whatsapp'], 'bad draft');
      await place.write('outbox', aClientId(1), 'bad entry');
      await storage.putDraft(aDraft());
      const entry = await storage.enqueue(unordered({ clientId: aClientId(1) }), null);
      expect(await storage.loadOutbox()).to.deep.equal([entry]);
      expect((await storage.loadQuarantine()).map(({ value }) => value)).to.deep.equal(['bad draft', 'bad entry']);
    });

    it('stays where it is when there is no room to put it aside, and hides nothing', async () => {
      const storage = await place.open();
      const entry = await storage.enqueue(unordered(), null);
      await place.write('outbox', 'bad', 'bad entry');
      rowMethods.add = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      expect(await storage.loadOutbox()).to.deep.equal([entry]);
      Object.assign(rowMethods, untouched);
      expect(await storage.loadQuarantine()).to.deep.equal([]);
      await storage.loadOutbox();
      expect(await storage.loadQuarantine()).to.have.length(1);
    });

    it('is not put aside when another tab has mended or removed it meanwhile', async () => {
      const storage = await place.open();
      const entry = await storage.enqueue(unordered(), null);
      for (const bad of ['mended', 'removed']) await place.write('outbox', bad, 'bad entry');
      const otherTab = await place.raw();
      rowMethods.getAll = function read(...args) {
        Object.assign(rowMethods, untouched);
        const outbox = otherTab.transaction('outbox', 'readwrite').objectStore('outbox');
        outbox.put({ ...entry, clientId: 'mended' }, 'mended');
        outbox.delete('removed');
        return untouched.getAll.apply(this, args);
      };
      await storage.loadOutbox();
      expect(await storage.loadQuarantine()).to.deep.equal([]);
      expect((await storage.loadOutbox()).map(({ clientId }) => clientId)).to.have.members([entry.clientId, 'mended']);
    });

    it('that the browser cannot give back hides nothing and is left in place', async () => {
      const storage = await place.open();
      const entry = await storage.enqueue(unordered(), null);
      const lost = await storage.enqueue(unordered({ clientId: 'lost' }), null);
      const unreadable = (): never => {
        throw new DOMException('Failed to read large IndexedDB value', 'DataError');
      };
      rowMethods.getAll = unreadable;
      rowMethods.get = function get(query) {
        return query === 'lost' ? unreadable() : untouched.get.call(this, query);
      };
      expect(await storage.loadOutbox()).to.deep.equal([entry]);
      expect(storage.problem).to.equal('corrupt');
      Object.assign(rowMethods, untouched);
      expect(await storage.loadOutbox()).to.deep.equal([entry, lost]);
    });

    it('[I5] of the counter does not give an order twice', async () => {
      const storage = await place.open();
      const first = await storage.enqueue(unordered(), null);
      await place.write('meta', 'order', 'many');
      expect((await storage.enqueue(unordered(), null)).order).to.equal(first.order + 1);
    });

    it('of the lease keeps old fences outdated', async () => {
      const storage = await place.open();
      const entry = await storage.enqueue(unordered(), null);
      const old = await storage.acquireLease('tab-1', builtAt, 60_000);
      await place.write('meta', 'lease', { holder: 'tab-1' });
      const lease = await storage.acquireLease('tab-2', builtAt, 60_000);
      expect(lease?.fence).to.be.greaterThan(old?.fence ?? NaN);
      expect(await storage.updateEntry(entry.clientId, { state: 'failed' }, old?.fence ?? NaN)).to.equal(null);
      expect(await storage.updateEntry(entry.clientId, { state: 'sending' }, lease?.fence ?? NaN)).not.to.equal(null);
    });
  });
});

function heard(storage: LocalStorage): Promise<void> {
  return new Promise((resolve) => void storage.subscribe(resolve));
}

function closeAnd(database: IDBDatabase, type: string | null): void {
  database.close();
  if (type) database.dispatchEvent(new Event(type));
}
