import { expect } from '@open-wc/testing';
import { openDatabase } from '../../src/adapters/local/open-database.ts';
import { compareKeys } from '../../src/adapters/embedded/keys.ts';
import { type ConversationRow, type Key, tableDefinitions } from '../../src/adapters/embedded/tables.ts';
import type { ChannelKind } from '../../src/domain/model.ts';
import type { ConversationQuery } from '../../src/domain/queries.ts';
import type { AdapterError } from '../../src/ports/adapter-error.ts';
import { deferred, settle } from '../../src/testing/index.ts';
import { done, listen, localPlace } from './local-place.ts';
import type { LocalPlace } from './local-place.ts';
import { annasData, aTextTo, errorOf, host } from './world.ts';

type Tables = Parameters<typeof openDatabase>[0]['tables'];

function factoryThat(open: (name: string, version?: number) => IDBOpenDBRequest): IDBFactory {
  return { open } as unknown as IDBFactory;
}

describe('the database of the local adapter', () => {
  let place: LocalPlace;
  const connections: IDBDatabase[] = [];
  const { put } = IDBObjectStore.prototype;
  beforeEach(() => {
    place = localPlace();
  });
  afterEach(async () => {
    IDBObjectStore.prototype.put = put;
    for (const connection of connections.splice(0)) connection.close();
    await place.clear();
  });

  async function raw(version?: number): Promise<IDBDatabase> {
    const connection = await done(indexedDB.open(place.name, version));
    connections.push(connection);
    return connection;
  }

  describe('that cannot be used', () => {
    const refusing = (name: string): IDBFactory =>
      factoryThat(() => {
        throw new DOMException('no', name);
      });
    for (const { title, indexedDB: factory, words, retry } of [
      { title: 'absent', indexedDB: null, words: /no IndexedDB/, retry: false },
      { title: 'denied', indexedDB: refusing('SecurityError'), words: /does not let the page/, retry: false },
      {
        title: 'written by a newer version',
        indexedDB: refusing('VersionError'),
        words: /newer version/,
        retry: false,
      },
      { title: 'out of room', indexedDB: refusing('QuotaExceededError'), words: /no room/, retry: true },
    ]) {
      it(`says that it is ${title}, in every call`, async () => {
        const tab = place.tab({ indexedDB: factory });
        const calls = [tab.connect(host), tab.send(aTextTo()), tab.receive({}), tab.deadLetters(), tab.reset()];
        for (const error of await Promise.all(calls.map(errorOf))) {
          expect([error.code, error.retry, error.refused]).to.deep.equal(['unavailable', retry, true]);
          expect(error.message).to.match(words);
        }
      });
    }

    it('tells a subscription that it is offline', async () => {
      const heard: unknown[] = [];
      const sink = {
        batch: () => undefined,
        link: (state: string, error?: unknown) => heard.push(state, (error as AdapterError).code),
        reset: () => undefined,
      };
      place.tab({ indexedDB: null }).subscribe({ kind: 'all' }, sink, null);
      await settle();
      expect(heard).to.deep.equal(['offline', 'unavailable']);
    });

    it('is refused when a newer version of the page wrote it', async () => {
      await raw(99);
      const error = await errorOf(place.tab().connect(host));
      expect(error.message).to.match(/newer version/);
    });

    it('does not wait for ever for a browser that never answers', async () => {
      const request = indexedDB.open(`${place.name}-other`);
      const silent = factoryThat(() => {
        for (const event of ['success', 'upgradeneeded', 'error', 'blocked']) {
          request.addEventListener(event, (heard) => heard.stopImmediatePropagation());
        }
        return request;
      });
      const pending = errorOf(place.tab({ indexedDB: silent }).connect(host));
      await place.clock.advance(8_000);
      expect((await pending).code).to.equal('unavailable');
      indexedDB.deleteDatabase(`${place.name}-other`);
    });

    it('is tried again by the next call', async () => {
      let isDenied = true;
      const factory = factoryThat((name, version) => {
        if (isDenied) throw new DOMException('no', 'SecurityError');
        return indexedDB.open(name, version);
      });
      const tab = place.tab({ indexedDB: factory });
      expect((await errorOf(tab.connect(host))).code).to.equal('unavailable');
      isDenied = false;
      expect((await tab.connect(host)).agent.id).to.equal('sanne');
    });
  });

  describe('that is taken away', () => {
    it('is opened again after another page deleted it, and subscriptions start over', async () => {
      const tab = place.tab();
      await tab.send(aTextTo({ clientId: 'one' }));
      const ears = await listen(tab);
      await done(indexedDB.deleteDatabase(place.name));
      expect((await tab.connect(host)).agent.id).to.equal('sanne');
      expect(await tab.findMessage('one')).to.equal(null);
      await tab.addNote({ clientId: 'two', conversationId: 'c1', text: 'psst' });
      await ears.until(({ heard }) => heard.includes('reset'));
    });

    it('makes room for a newer version of the page, and then says why it stopped', async () => {
      const tab = place.tab();
      await tab.connect(host);
      await raw(99);
      const error = await errorOf(tab.send(aTextTo()));
      expect([error.code, error.retry]).to.deep.equal(['unavailable', false]);
      expect(error.message).to.match(/newer version/);
    });
  });

  describe('that is full', () => {
    it('changes nothing when a message does not fit', async () => {
      const tab = place.tab();
      await tab.connect(host);
      IDBObjectStore.prototype.put = function full(this: IDBObjectStore, ...row): IDBRequest<IDBValidKey> {
        if (this.name !== 'feed') return put.apply(this, row);
        Object.defineProperty(this.transaction, 'error', { get: () => new DOMException('full', 'QuotaExceededError') });
        const request = put.apply(this, row);
        this.transaction.abort();
        return request;
      };
      const error = await errorOf(tab.send(aTextTo({ clientId: 'one' })));
      expect([error.code, error.retry, error.refused]).to.deep.equal(['unavailable', true, true]);
      expect(error.message).to.match(/no room/);
      IDBObjectStore.prototype.put = put;
      expect(await tab.findMessage('one')).to.equal(null);
      expect((await tab.listMessages({ kind: 'conversation', conversationId: 'c1' })).items).to.deep.equal([]);
      expect((await tab.send(aTextTo({ clientId: 'one' }))).status).to.equal('accepted');
    });
  });

  describe('that is brought up to date', () => {
    const plain = { things: { key: 'id', indexes: {} } };
    const grown = {
      things: { key: 'id', indexes: { name: { path: 'name' }, tags: { path: 'tags', many: true } } },
      others: { key: ['a', 'b'], indexes: {} },
    } as const;

    async function open(version: number, tables: Tables, factory = indexedDB): Promise<IDBDatabase> {
      const { name, clock } = place;
      return openDatabase({ factory, name, version, tables, clock, lost: () => undefined });
    }

    it('keeps its rows and fills the new indexes from them', async () => {
      const first = await open(1, plain);
      const row = { id: '1', name: 'Anna', tags: ['a', 'b'] };
      await done(first.transaction('things', 'readwrite').objectStore('things').put(row));
      first.close();
      const second = await open(2, grown);
      connections.push(second);
      const things = second.transaction('things').objectStore('things');
      expect(await done(things.index('name').get('Anna'))).to.deep.equal(row);
      expect(await done(things.index('tags').get('b'))).to.deep.equal(row);
      expect([...second.objectStoreNames]).to.deep.equal(['others', 'things']);
    });

    it('shows in lists what was pinned or put aside before lists knew of it', async () => {
      const data = annasData();
      const anna = data.conversations?.[0];
      const tab = place.tab({
        seed: { ...data, conversations: anna ? [anna, { ...anna, id: 'c2', lastActivityAt: 9e12 }] : [] },
      });
      const snooze = { until: null, untilReply: true, since: place.clock.now() };
      await tab.update('c1', { pinned: true, snooze });
      await tab.close();
      await writeAsVersion2();
      const now = place.tab();
      const found = async (query: Partial<ConversationQuery>): Promise<readonly string[]> => {
        const page = await now.listConversations({ scope: { kind: 'all' }, sort: 'newest', ...query }, { limit: 10 });
        return page.items.map(({ id }) => id);
      };
      expect(await found({})).to.deep.equal(['c2', 'c1']);
      expect(await found({ pinnedFirst: true })).to.deep.equal(['c1', 'c2']);
      expect(await found({ snoozed: true })).to.deep.equal(['c1']);
      expect(await found({ snoozed: false })).to.deep.equal(['c2']);
    });

    it('finds by channel what was written before conversations said which channels were used (IN10)', async () => {
      const tab = place.tab({ seed: annasData() });
      const content = { kind: 'text', text: 'Hallo' } as const;
      const outgoing = { conversationId: 'c1', accountId: null, content, replyToId: null };
      await tab.send({ ...outgoing, clientId: '1', channel: 'sms' });
      await tab.send({ ...outgoing, clientId: '2', channel: 'whatsapp' });
      await tab.close();
      await writeAsVersion2();
      const now = place.tab();
      const count = async (channels: readonly ChannelKind[]): Promise<number> =>
        (await now.listConversations({ scope: { kind: 'all' }, sort: 'newest', channels })).items.length;
      expect([await count(['sms']), await count(['whatsapp']), await count(['viber'])]).to.deep.equal([1, 1, 0]);
    });

    /** The database as it was before: the same rows without what says that they are pinned or put aside, and where they have been. */
    async function writeAsVersion2(): Promise<void> {
      const current = await raw();
      const tables = [...current.objectStoreNames];
      const reading = current.transaction(tables);
      const rows = new Map<string, readonly object[]>();
      for (const table of tables) rows.set(table, await done(reading.objectStore(table).getAll()));
      current.close();
      await done(indexedDB.deleteDatabase(place.name));
      const old = await open(2, tableDefinitions);
      const writing = old.transaction(tables, 'readwrite');
      for (const [table, all] of rows)
        for (const row of all)
          await done(
            writing.objectStore(table).put(table === 'conversations' ? withoutMarks(row as ConversationRow) : row),
          );
      old.close();
    }

    function withoutMarks(row: ConversationRow): ConversationRow {
      const { usedChannels, ...conversation } = row.conversation;
      expect(usedChannels).not.to.equal(undefined);
      return {
        ...row,
        conversation,
        listKeys: row.listKeys.filter((key) => !/asleep|pinned/.test(JSON.stringify(key))),
      };
    }

    it('says which tab is in the way, and leaves the old version alone after that', async () => {
      const stubborn = await done(indexedDB.open(place.name, 1));
      connections.push(stubborn);
      const blocked = deferred<unknown>();
      const factory = factoryThat((name, version) => {
        const request = indexedDB.open(name, version);
        request.addEventListener('blocked', blocked.resolve);
        return request;
      });
      const pending = errorOf(open(2, grown, factory));
      await blocked.promise;
      await place.clock.advance(2_000);
      const error = await pending;
      expect([error.code, error.retry]).to.deep.equal(['unavailable', true]);
      expect(error.message).to.match(/another tab/);
      stubborn.close();
      expect((await raw()).version).to.equal(1);
    });

    it('does not pretend to work with tables that are missing', async () => {
      (await open(1, {})).close();
      expect((await errorOf(open(1, plain))).message).to.match(/lacks tables/);
    });
  });

  it('orders keys as the backend’s own comparison does', () => {
    const keys: readonly Key[] = [
      -Infinity,
      -1,
      0,
      1.5,
      Infinity,
      '',
      'Z',
      'a',
      'é',
      '\uffff',
      [],
      [1],
      [1, 'a'],
      ['a'],
      [['a']],
      [[]],
    ];
    for (const a of keys) {
      for (const b of keys) expect(Math.sign(compareKeys(a, b)), JSON.stringify([a, b])).to.equal(indexedDB.cmp(a, b));
    }
  });
});
