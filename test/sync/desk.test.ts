import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DeskParts } from '../../src/sync/context.ts';
import { deferred, settle } from '../../src/testing/index.ts';
import { history, replyDraft, sendText, shown, withCapabilities, World } from './world.ts';
import type { WorldOptions } from './world.ts';

const query = { kind: 'conversation', conversationId: 'c1' } as const;

/** A world in which what keeps, sends and listens comes when the test says so. */
function late(options: WorldOptions = {}) {
  const arrived = deferred();
  const world = new World({ data: { messages: history(3) }, ...options, loadDesk: wait });
  async function wait(parts: DeskParts): Promise<DeskParts> {
    await arrived.promise;
    return parts;
  }
  return { world, arrive: () => arrived.resolve() };
}

/** A world in which it cannot be loaded the first `failures` times. */
function broken(failures: number) {
  let asked = 0;
  const loadDesk = (parts: DeskParts): Promise<DeskParts> => {
    asked += 1;
    return asked <= failures ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(parts);
  };
  return { world: new World({ data: { messages: history(3) }, loadDesk }), asked: () => asked };
}

describe('what keeps, sends and listens, loaded after the first messages', () => {
  it('shows messages before it is there', async () => {
    const { world, arrive } = late();
    const { session } = await world.startTab();
    const timeline = session.openTimeline(query);
    await settle();
    assert.deepEqual(shown(timeline), ['old 1 · incoming', 'old 2 · incoming', 'old 3 · incoming']);
    assert.equal(session.status.value.link, 'connecting');
    arrive();
    await settle();
    assert.equal(session.status.value.link, 'live');
  });

  it('[I6] loses nothing that happens between the first page and the change feed', async () => {
    const { world, arrive } = late();
    const { session } = await world.startTab();
    const timeline = session.openTimeline(query);
    await settle();
    const other = world.backend.adapter();
    await other.addNote({ clientId: crypto.randomUUID(), conversationId: 'c1', text: 'meanwhile', mentions: [] });
    arrive();
    await world.pass(100);
    assert.equal(shown(timeline).at(-1), 'meanwhile · note');
  });

  it('is waited for where the backend cannot tell what happened since the sign-in', async () => {
    const { world, arrive } = late({
      wrap: (adapter) => withCapabilities(adapter, (all) => ({ ...all, resume: 'reset' })),
    });
    const { session } = await world.startTab();
    const timeline = session.openTimeline(query);
    await settle();
    assert.deepEqual(shown(timeline), []);
    arrive();
    await world.pass(100);
    assert.equal(timeline.value.entries.length, 3);
  });

  it('[I1] keeps what is sent before it is there waiting, and then sends it once', async () => {
    const { world, arrive } = late();
    const tab = await world.startTab();
    let isSafe = false;
    const sending = sendText(tab, 'early').then((entry) => {
      isSafe = true;
      return entry;
    });
    await world.pass(5_000);
    assert.equal(isSafe, false);
    arrive();
    await world.pass(100);
    const { clientId } = await sending;
    assert.equal(world.dispatches(clientId), 1);
  });

  it('[I1] keeps a draft that was typed before, and writes it', async () => {
    const { world, arrive } = late();
    const tab = await world.startTab();
    const draft = tab.session.openDraft(replyDraft());
    draft.setText('typed early');
    arrive();
    await world.pass(500);
    assert.equal(draft.value?.text, 'typed early');
    const [stored] = await tab.storage.peer().loadDrafts();
    assert.equal(stored?.text, 'typed early');
  });

  it('[I1] keeps a draft of a page that is left before it is there', async () => {
    const { world } = late();
    const tab = await world.startTab();
    tab.session.openDraft(replyDraft()).setText('typed early');
    tab.leave();
    world.crash(tab);
    const [stored] = await tab.storage.peer().loadDrafts();
    assert.equal(stored?.text, 'typed early');
  });

  it('[I7] says that it cannot be loaded, and tries again until it can, without a click', async () => {
    const { world, asked } = broken(3);
    const tab = world.openTab();
    await settle();
    assert.deepEqual(tab.session.status.value.storage, { mode: 'none', problem: 'not-loaded' });
    assert.equal(tab.session.status.value.phase, 'ready');
    const sending = sendText(tab, 'patient');
    await world.pass(120_000);
    const { clientId } = await sending;
    assert.equal(asked(), 4);
    assert.equal(world.dispatches(clientId), 1);
    assert.deepEqual(tab.session.status.value.storage, { mode: 'durable', problem: null });
  });

  it('[I7] tries again at once when the device wakes up', async () => {
    const { world, asked } = broken(1);
    const tab = world.openTab();
    await settle();
    assert.equal(asked(), 1);
    tab.wake();
    await settle();
    assert.equal(asked(), 2);
    assert.equal(tab.session.status.value.link, 'live');
  });

  it('[I7] sends what an earlier page left, when it has come', async () => {
    const arrived = deferred();
    const waits = [Promise.resolve(), arrived.promise];
    const world = new World({ loadDesk: (parts) => (waits.shift() ?? Promise.reject(new Error())).then(() => parts) });
    const before = await world.startTab();
    before.adapter.faults.offline = true;
    const { clientId } = await sendText(before, 'left behind');
    world.crash(before);
    await world.startTab();
    await world.pass(60_000);
    assert.equal(world.dispatches(clientId), 0);
    arrived.resolve();
    await world.pass(60_000);
    assert.equal(world.dispatches(clientId), 1);
  });

  it('ends without a word when the session is closed before it is there', async () => {
    const { world, arrive } = late();
    const { session, storage, log } = await world.startTab();
    const sending = sendText(world.tabs[0] ?? assert.fail(), 'too early').catch((error: unknown) => error);
    await session.close();
    arrive();
    await settle();
    assert.equal(session.status.value.phase, 'closed');
    assert.equal(((await sending) as { code: string }).code, 'aborted');
    assert.deepEqual(
      log.filter((line) => line.includes('could not be loaded')),
      [],
    );
    assert.equal((await storage.peer().loadOutbox()).length, 0);
  });

  it('ends when the session is closed while it is tried again', async () => {
    const { world, asked } = broken(Number.POSITIVE_INFINITY);
    const { session } = world.openTab();
    await settle();
    await session.close();
    await world.pass(600_000);
    assert.equal(asked(), 1);
  });
});

describe('when more is loaded', () => {
  /** What the session says of the moment. */
  function watched(options: WorldOptions = {}) {
    const seen: string[] = [];
    const world = new World({
      data: { messages: history(3) },
      ...options,
      leisure: async ({ answered, wanted }) => {
        void answered.then(() => seen.push('answered'));
        await wanted.then(() => seen.push('wanted'));
      },
    });
    return { world, seen };
  }

  it('is told when the first questions have been answered', async () => {
    const { world, seen } = watched();
    const { session } = await world.startTab();
    assert.deepEqual(seen, []);
    session.openTimeline(query);
    session.openConversation('c1');
    await settle();
    assert.deepEqual(seen, ['answered']);
  });

  it('is now when somebody types or sends', async () => {
    const { world, seen } = watched();
    const tab = await world.startTab();
    tab.session.openDraft(replyDraft()).setText('x');
    await settle();
    assert.deepEqual(seen, ['wanted']);
    const other = watched();
    const sender = await other.world.startTab();
    await sendText(sender, 'now');
    assert.ok(other.seen.includes('wanted'));
  });
});
