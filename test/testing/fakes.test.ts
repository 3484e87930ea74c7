import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { StorageError } from '../../src/ports/storage.ts';
import { aDraft, anOutboxEntry } from '../../src/testing/builders.ts';
import { fakeConnectivity } from '../../src/testing/fake-connectivity.ts';
import { fakeTabLinks } from '../../src/testing/fake-tab-links.ts';
import { manualClock } from '../../src/testing/manual-clock.ts';
import { memoryStorage } from '../../src/testing/memory-storage.ts';
import { seededRandom } from '../../src/testing/random.ts';
import { settle } from '../../src/testing/settle.ts';

describe('manualClock', () => {
  it('fires in order of time, then of asking, at the time asked for', async () => {
    const clock = manualClock(0);
    const fired: string[] = [];
    for (const [name, delay] of [
      ['c', 20],
      ['a', 10],
      ['b', 10],
    ] as const)
      clock.after(delay, () => fired.push(`${name}@${clock.now()}`));
    await clock.advance(30);
    assert.deepEqual(fired, ['a@10', 'b@10', 'c@20']);
    assert.equal(clock.now(), 30);
  });

  it('lets promises run between callbacks, so that what they schedule falls into its place', async () => {
    const clock = manualClock(0);
    const fired: number[] = [];
    clock.after(10, () => void Promise.resolve().then(() => clock.after(5, () => fired.push(clock.now()))));
    clock.after(100, () => fired.push(clock.now()));
    await clock.advance(100);
    assert.deepEqual(fired, [15, 100]);
  });

  it('does not fire what was cancelled', async () => {
    const clock = manualClock(0);
    const cancel = clock.after(10, () => assert.fail('cancelled'));
    cancel();
    assert.equal(clock.pending, 0);
    await clock.advance(20);
  });

  it('fires everything late after a sleep', async () => {
    const clock = manualClock(0);
    const fired: number[] = [];
    clock.after(10, () => fired.push(clock.now()));
    await clock.sleep(1000);
    assert.deepEqual(fired, [1000]);
  });

  it('corrects the time of day without touching delays', async () => {
    const clock = manualClock(0);
    const fired: number[] = [];
    clock.after(10, () => fired.push(clock.now()));
    clock.skew(-5000);
    await clock.advance(10);
    assert.deepEqual(fired, [-4990]);
  });
});

describe('fakeTabLinks', () => {
  it('brings messages to the other tabs as copies, never to the sender', async () => {
    const { links } = fakeTabLinks(3);
    const heard: unknown[] = [];
    const message = { text: 'hi' };
    links.forEach((link, index) => link.onMessage((what) => heard.push([index, what, what === message])));
    links[0]?.post(message);
    await settle();
    assert.deepEqual(heard, [
      [1, message, false],
      [2, message, false],
    ]);
  });

  it('passes the lead on when the leader is killed, and tells', () => {
    const tabs = fakeTabLinks(2);
    let told = 0;
    tabs.links[1]?.onLeadChange(() => (told += 1));
    tabs.kill(0);
    assert.deepEqual([tabs.links[1]?.leads, told], [true, 1]);
  });

  it('keeps the lead with a frozen tab, which hears what it missed once thawed', async () => {
    const tabs = fakeTabLinks(2);
    const heard: unknown[] = [];
    tabs.links[0]?.onMessage((what) => heard.push(what));
    tabs.freeze(0);
    tabs.links[1]?.post('while frozen');
    await settle();
    assert.deepEqual([tabs.links[0]?.leads, heard], [true, []]);
    tabs.thaw(0);
    assert.deepEqual(heard, ['while frozen']);
  });
});

describe('fakeConnectivity', () => {
  it('tells only when it is news, and nobody who left', () => {
    const network = fakeConnectivity();
    let told = 0;
    const stop = network.subscribe(() => (told += 1));
    network.set(true);
    network.set(false);
    stop();
    network.set(true);
    assert.deepEqual([told, network.listeners, network.online], [1, 0, true]);
  });
});

describe('memoryStorage', () => {
  it('moves a draft into the outbox in one transaction', async () => {
    const storage = memoryStorage();
    const draft = aDraft();
    await storage.putDraft(draft);
    const { clientId } = await storage.enqueue(anOutboxEntry({ clientId: draft.clientId }), draft.key);
    assert.deepEqual([await storage.loadDrafts(), (await storage.loadOutbox())[0]?.clientId], [[], clientId]);
  });

  it('keeps the first entry of a client id', async () => {
    const storage = memoryStorage();
    const first = await storage.enqueue(anOutboxEntry({ clientId: 'a', attempts: 0 }), null);
    const second = await storage.enqueue(anOutboxEntry({ clientId: 'a', attempts: 9 }), null);
    assert.deepEqual(second, first);
  });

  it('changes nothing when it fails', async () => {
    const storage = memoryStorage();
    const draft = aDraft();
    await storage.putDraft(draft);
    storage.faults.failNext('quota', 'enqueue');
    await assert.rejects(
      storage.enqueue(anOutboxEntry(), draft.key),
      (error) => error instanceof StorageError && error.problem === 'quota',
    );
    assert.deepEqual([(await storage.loadDrafts()).length, (await storage.loadOutbox()).length], [1, 0]);
  });

  for (const [when, stored] of [
    ['before-commit', 0],
    ['after-commit', 1],
  ] as const) {
    it(`dies ${when} with ${stored} stored for the next tab`, async () => {
      const storage = memoryStorage();
      storage.faults.crashAt(1, when);
      let answered = false;
      void storage.enqueue(anOutboxEntry(), null).then(() => (answered = true));
      void storage.loadOutbox().then(() => (answered = true));
      await settle();
      assert.deepEqual([answered, (await storage.peer().loadOutbox()).length], [false, stored]);
    });
  }

  it('holds a transaction where a test wants', async () => {
    const storage = memoryStorage();
    const pause = storage.faults.pauseAt(1);
    const done = storage.enqueue(anOutboxEntry(), null);
    await pause.reached;
    assert.equal((await storage.peer().loadOutbox()).length, 0);
    pause.resume();
    await done;
    assert.equal((await storage.peer().loadOutbox()).length, 1);
  });

  it('refuses a write under an outdated fence', async () => {
    const storage = memoryStorage();
    await storage.enqueue(anOutboxEntry({ clientId: 'a' }), null);
    const first = await storage.acquireLease('tab-1', 0, 100);
    assert.equal(await storage.acquireLease('tab-2', 50, 100), null);
    const second = await storage.acquireLease('tab-2', 100, 100);
    assert.ok(first && second && second.fence > first.fence);
    assert.equal(await storage.updateEntry('a', { state: 'sending' }, first.fence), null);
    assert.equal((await storage.updateEntry('a', { state: 'sending' }, second.fence))?.state, 'sending');
  });

  it('folds the journal into the drafts unless it became a message meanwhile', async () => {
    const storage = memoryStorage();
    const [kept, sent] = [aDraft(), aDraft({ key: { conversationId: 'c2', mode: 'note', channel: null } })];
    storage.journalDraft(kept);
    storage.journalDraft(sent);
    await storage.enqueue(anOutboxEntry({ clientId: sent.clientId }), null);
    assert.deepEqual(await storage.peer().loadDrafts(), [kept]);
  });

  it('tells the other tabs, not its own', async () => {
    const storage = memoryStorage();
    const told: string[] = [];
    storage.subscribe(() => told.push('own'));
    storage.peer().subscribe(() => told.push('other'));
    await storage.putDraft(aDraft());
    await settle();
    assert.deepEqual(told, ['other']);
  });
});

describe('seededRandom', () => {
  it('repeats itself for a seed and stays in range', () => {
    const draw = (seed: number): number[] => {
      const random = seededRandom(seed);
      return Array.from({ length: 100 }, () => random.whole(2, 5));
    };
    assert.deepEqual(draw(1), draw(1));
    assert.notDeepEqual(draw(1), draw(2));
    assert.deepEqual([...new Set(draw(3))].sort(), [2, 3, 4]);
  });
});
