import { expect } from '@open-wc/testing';
import type { Provider } from '../../src/adapters/local/index.ts';
import { aClientId, deferred, settle } from '../../src/testing/index.ts';
import { hasHeard, listen, localPlace } from './local-place.ts';
import type { LocalPlace } from './local-place.ts';
import { annasData, aTextTo, cmIncoming, cmStatus, errorOf, host, slowProvider } from './world.ts';

describe('the local adapter', () => {
  let place: LocalPlace;
  beforeEach(() => {
    place = localPlace();
  });
  afterEach(() => place.clear());

  describe('tabs in step', () => {
    it('tells one tab what another one sent and received', async () => {
      const [one, other] = [place.tab(), place.tab({ agentId: 'tim' })];
      const ears = await listen(other, (await other.connect(host)).cursor);
      const outgoing = aTextTo();
      await one.send(outgoing);
      await ears.until(() => hasHeard(ears, outgoing.clientId, 'sent'));
      const { messageIds } = await one.receive(cmIncoming({}));
      await ears.until(({ batches }) =>
        batches.some(({ changes }) =>
          changes.some((change) => change.type === 'message' && change.message.id === messageIds[0]),
        ),
      );
    });

    it('numbers the batches of all tabs without a gap', async () => {
      const tabs = [place.tab(), place.tab(), place.tab()];
      const [first] = tabs;
      const { cursor } = await place.tab().connect(host);
      const ears = await listen(first ?? place.tab(), cursor);
      const outgoing = tabs.flatMap((tab) => [tab, tab, tab]).map((tab) => ({ tab, message: aTextTo() }));
      await Promise.all(outgoing.map(({ tab, message }) => tab.send(message)));
      await ears.until(() => outgoing.every(({ message }) => hasHeard(ears, message.clientId, 'sent')));
      let previous = cursor;
      for (const batch of ears.batches) {
        expect(batch.previous).to.equal(previous);
        previous = batch.cursor;
      }
    });

    it('[I3] hands each message over once, whichever tab is quickest', async () => {
      const references: string[] = [];
      const provider: Provider = {
        send: ({ reference }) => {
          references.push(reference);
          return Promise.resolve({ status: 'sent' });
        },
      };
      const tabs = [place.tab({ provider }), place.tab({ provider }), place.tab({ provider })];
      const ears = await listen(place.tab({ provider }));
      const messages = Array.from({ length: 12 }, () => aTextTo());
      await Promise.all(tabs.flatMap((tab) => messages.map((message) => tab.send(message))));
      await ears.until(() => messages.every(({ clientId }) => hasHeard(ears, clientId, 'sent')));
      expect(references.sort()).to.deep.equal(messages.map(({ clientId }) => clientId.replaceAll('-', '')).sort());
    });

    it('gives two tabs that send the same message the same answer', async () => {
      const outgoing = aTextTo();
      const [first, second] = await Promise.all([place.tab().send(outgoing), place.tab().send(outgoing)]);
      expect(second.id).to.equal(first.id);
    });

    it('[E7] says in other tabs that one is being left', async () => {
      const [watching, leaving] = [place.tab(), place.tab({ agentId: 'tim' })];
      await leaving.connect(host);
      await watching.connect(host);
      const hint = deferred<string>();
      watching.part('presence')?.onPresentChange?.(() => hint.resolve('somebody came or went'));
      dispatchEvent(new PageTransitionEvent('pagehide'));
      expect(await hint.promise).to.equal('somebody came or went');
    });

    it('stays in step without channels, by looking now and then', async () => {
      const [one, other] = [place.tab({ channel: null }), place.tab({ channel: null })];
      const ears = await listen(other);
      await one.addNote({ clientId: aClientId(), conversationId: 'c1', text: 'psst' });
      await settle();
      expect(ears.batches).to.have.length(0);
      await place.clock.advance(1_000);
      await ears.until(({ batches }) => batches.length === 1);
    });

    it('fills the database once for all tabs and for later', async () => {
      let asked = 0;
      const seed = (): ReturnType<typeof annasData> => {
        asked += 1;
        return annasData();
      };
      const first = place.tab({ seed });
      await first.connect(host);
      await place.tab({ seed }).connect(host);
      await first.close();
      await place.tab({ seed }).connect(host);
      expect(asked).to.equal(1);
    });
  });

  describe('later', () => {
    it('has everything that was stored', async () => {
      const first = place.tab();
      const sent = await first.send(aTextTo({ clientId: 'one' }));
      await first.receive(cmIncoming({ text: 'Dankjewel' }));
      await first.update('c1', { addTags: ['vip'] });
      await first.close();
      const second = place.tab();
      expect((await second.findMessage('one'))?.id).to.equal(sent.id);
      const found = await second.listConversations({ scope: { kind: 'mine' }, sort: 'newest', text: 'dankj' });
      expect(found.items[0]?.tags).to.deep.equal(['vip']);
    });

    it('resumes from a cursor of an earlier page', async () => {
      const first = place.tab();
      const { cursor } = await first.connect(host);
      await first.addNote({ clientId: aClientId(), conversationId: 'c1', text: 'psst' });
      await first.close();
      const ears = await listen(place.tab(), cursor);
      expect(ears.heard).to.deep.equal(['connecting', 'live', 'batch']);
      expect(ears.batches[0]?.previous).to.equal(cursor);
    });

    it('still knows a message it had received', async () => {
      const body = cmIncoming({});
      const first = place.tab();
      await first.receive(body);
      await first.close();
      expect((await place.tab().receive(body)).duplicate).to.equal(true);
    });

    it('[I3] does not repeat what a closed tab was handing over; a report resolves it', async () => {
      const { provider } = slowProvider();
      const first = place.tab({ provider });
      const ears = await listen(first);
      const outgoing = aTextTo();
      await first.send(outgoing);
      await ears.until(() => ears.batches.length > 0);
      await settle();
      await first.close();
      let asked = 0;
      const counting: Provider = {
        send: () => {
          asked += 1;
          return Promise.resolve({ status: 'sent' });
        },
      };
      const second = place.tab({ provider: counting });
      const later = await listen(second);
      await later.until(({ batches }) => batches.length > 0);
      const message = await second.findMessage(outgoing.clientId);
      expect(message?.status).to.equal('unknown');
      expect(message?.statusTimes).to.have.property('unknown');
      await second.status(cmStatus(outgoing, 'delivered'));
      expect((await second.findMessage(outgoing.clientId))?.status).to.equal('delivered');
      expect(asked).to.equal(0);
    });

    it('waits for the lease of a silent tab where nobody can ask whether it lives', async () => {
      const { provider } = slowProvider();
      const first = place.tab({ provider, locks: null });
      const outgoing = aTextTo();
      const ears = await listen(first);
      await first.send(outgoing);
      await ears.until(() => ears.batches.length > 0);
      await settle();
      await first.close();
      const second = place.tab({ locks: null });
      const later = await listen(second);
      await place.clock.advance(30_000);
      expect((await second.findMessage(outgoing.clientId))?.statusTimes).not.to.have.property('unknown');
      await place.clock.advance(10_000);
      await later.until(({ batches }) => batches.length > 0);
      expect((await second.findMessage(outgoing.clientId))?.statusTimes).to.have.property('unknown');
    });

    it('keeps dead letters', async () => {
      const first = place.tab();
      const error = await errorOf(first.receive({ channel: 'SMS', from: { number: '+31612345678' } }));
      expect([error.code, error.path]).to.deep.equal(['invalid', 'timeUtc']);
      await first.close();
      const [letter] = await place.tab().deadLetters();
      expect(letter?.body).to.deep.equal({ channel: 'SMS', from: { number: '+31612345678' } });
      expect(letter?.path).to.equal('timeUtc');
    });
  });

  describe('reading backwards', () => {
    const { getAllRecords } = IDBObjectStore.prototype as { getAllRecords?: unknown };
    afterEach(() => {
      if (getAllRecords) Object.assign(IDBObjectStore.prototype, { getAllRecords });
    });

    it('gives the same in browsers that can do it at once and in those that cannot', async () => {
      const tab = place.tab();
      for (let number = 0; number < 30; number += 1) {
        await tab.addNote({ clientId: aClientId(), conversationId: 'c1', text: String(number) });
      }
      const pages = async (): Promise<readonly unknown[]> => {
        const first = await tab.listMessages({ kind: 'conversation', conversationId: 'c1' }, { limit: 7 });
        const cursor = first.olderCursor ?? '';
        return [first, await tab.listMessages({ kind: 'conversation', conversationId: 'c1' }, { cursor, limit: 100 })];
      };
      const quick = await pages();
      delete (IDBObjectStore.prototype as { getAllRecords?: unknown }).getAllRecords;
      expect('getAllRecords' in IDBObjectStore.prototype).to.equal(false);
      expect(await pages()).to.deep.equal(quick);
    });
  });

  describe('reset', () => {
    it('fills the database anew while other tabs use it', async () => {
      const [one, other] = [place.tab(), place.tab()];
      await one.send(aTextTo({ clientId: 'one' }));
      const ears = await listen(other);
      await one.reset();
      await ears.until(({ heard }) => heard.includes('reset'));
      expect(await other.findMessage('one')).to.equal(null);
      const outgoing = aTextTo();
      await other.send(outgoing);
      await ears.until(() => hasHeard(ears, outgoing.clientId, 'sent'));
    });
  });

  it('leaves no timer, lock or connection behind', async () => {
    const tab = place.tab();
    await listen(tab);
    await tab.send(aTextTo());
    await settle();
    await tab.close();
    expect(place.clock.pending).to.equal(0);
    const { held = [] } = await navigator.locks.query();
    expect(held.filter(({ name = '' }) => name.includes(place.name))).to.deep.equal([]);
    const removed = indexedDB.deleteDatabase(place.name);
    await new Promise<void>((resolve, reject) => {
      removed.addEventListener('success', () => resolve());
      removed.addEventListener('blocked', () => reject(new Error('a connection is open')));
    });
  });
});
