import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { aCoWorker } from '../../src/testing/index.ts';
import { override, sendText, World } from './world.ts';

const all = { scope: { kind: 'all' }, sort: 'newest' } as const;

describe('starting a session', () => {
  it('is ready once the backend answered, and knows the backend’s time', async () => {
    const world: World = new World({
      wrap: (adapter) =>
        override(adapter, {
          connect: async (host, options) => ({
            ...(await adapter.connect(host, options)),
            now: world.clock.now() + 86_400_000,
          }),
        }),
    });
    const tab = world.openTab();
    assert.equal(tab.session.status.value.phase, 'starting');
    await world.pass(100);
    assert.equal(tab.session.status.value.phase, 'ready');
    assert.equal(tab.session.serverNow() - world.clock.now(), 86_400_000);
  });

  it('[I7] tries again until the backend can be reached, and at once when the device comes online', async () => {
    const world = new World();
    const tab = world.openTab((faults) => void (faults.offline = true));
    const list = tab.session.openList(all);
    await world.pass(600_000);
    assert.deepEqual([tab.session.status.value.phase, list.value.state], ['starting', 'loading']);
    assert.equal(tab.session.status.value.error?.code, 'unavailable');
    tab.adapter.faults.offline = false;
    tab.connectivity.set(false);
    await world.pass(100);
    assert.equal(tab.session.status.value.phase, 'ready');
    assert.equal(tab.session.status.value.error, null);
    assert.equal(list.value.rows.length, 2);
  });

  it('fails when the backend refuses for good, and every view says so', async () => {
    const world = new World();
    const no = new AdapterError('forbidden', 'no');
    const tab = world.openTab((faults) => faults.every({ kind: 'error', error: no }, 'connect'));
    const list = tab.session.openList(all);
    const sending = assert.rejects(sendText(tab, 'hello'), { code: 'forbidden' });
    await world.pass(600_000);
    assert.deepEqual([tab.session.status.value.phase, list.value.error?.code], ['failed', 'forbidden']);
    assert.equal(tab.adapter.faults.log.length, 1);
    await sending;
  });

  it('asks to sign in when the host’s token is refused from the beginning', async () => {
    const world = new World();
    const no = new AdapterError('unauthenticated', 'no');
    const tab = world.openTab((faults) => faults.every({ kind: 'error', error: no }, 'connect'));
    await world.pass(60_000);
    assert.deepEqual([tab.session.status.value.phase, tab.session.status.value.needsSignIn], ['starting', true]);
    assert.deepEqual(tab.log, ['warn: the backend refuses the sign-in: no'], 'the developer is told once');
    tab.adapter.faults.every(null, 'connect');
    await world.pass(61_000);
    assert.deepEqual([tab.session.status.value.phase, tab.session.status.value.needsSignIn], ['ready', false]);
  });

  it('[I8] fails instead of mixing two agents when somebody else signed in', async () => {
    let connects = 0;
    const world: World = new World({
      wrap: (adapter) =>
        override(adapter, {
          connect: async (host, options) => {
            connects += 1;
            const session = await adapter.connect(host, options);
            return connects === 1 ? session : { ...session, agent: aCoWorker({ id: 'somebody-else' }) };
          },
        }),
    });
    const tab = await world.startTab();
    tab.adapter.faults.next({ kind: 'error', error: new AdapterError('unauthenticated', 'no') }, 'send');
    await sendText(tab, 'hello');
    await world.pass(60_000);
    assert.deepEqual([tab.session.status.value.phase, tab.session.status.value.error?.code], ['failed', 'forbidden']);
    assert.equal((await world.outbox()).length, 1);
    assert.deepEqual(await world.stored(), []);
  });

  it('fails visibly when storage cannot be opened at all', async () => {
    const world = new World({ openStorage: () => Promise.reject(new Error('no')) });
    const tab = await world.startTab();
    assert.equal(tab.session.status.value.phase, 'failed');
    await assert.rejects(sendText(tab, 'hello'));
  });
});

describe('calls', () => {
  it('[I9] are given up after half a minute', async () => {
    const world = new World();
    const tab = await world.startTab();
    tab.adapter.faults.every({ kind: 'silence', commit: 'before' }, 'listMessages');
    const timeline = tab.session.openTimeline({ kind: 'conversation', conversationId: 'c1' });
    await world.pass(29_000);
    assert.equal(timeline.value.state, 'loading');
    await world.pass(2_000);
    assert.deepEqual([timeline.value.state, timeline.value.error?.code], ['error', 'unavailable']);
    assert.equal(tab.adapter.faults.underWay, 0);
  });

  it('[I9] end with the view that made them', async () => {
    const world = new World();
    const tab = await world.startTab();
    tab.adapter.faults.every({ kind: 'silence', commit: 'before' });
    const list = tab.session.openList(all);
    const timeline = tab.session.openTimeline({ kind: 'conversation', conversationId: 'c1' });
    const conversation = tab.session.openConversation('c2');
    await world.pass(100);
    assert.equal(tab.adapter.faults.underWay, 3);
    for (const view of [list, timeline, conversation]) view.dispose();
    await world.pass(100);
    assert.equal(tab.adapter.faults.underWay, 0);
  });

  it('share one sign-in and are repeated once after it', async () => {
    const world = new World();
    const tab = await world.startTab();
    const expired = { kind: 'error', error: new AdapterError('unauthenticated', 'expired') } as const;
    for (const call of ['listConversations', 'listMessages', 'getConversation'] as const)
      tab.adapter.faults.next(expired, call);
    const list = tab.session.openList(all);
    const timeline = tab.session.openTimeline({ kind: 'conversation', conversationId: 'c1' });
    const conversation = tab.session.openConversation('c2');
    await world.pass(1_000);
    assert.equal(tab.adapter.faults.log.filter(({ call }) => call === 'connect').length, 2);
    assert.deepEqual([list.value.state, timeline.value.state, conversation.value?.id], ['idle', 'idle', 'c2']);
  });

  it('of the directory and of templates answer null or nothing where the backend has none', async () => {
    const world = new World({ wrap: (adapter) => override(adapter, { part: () => undefined }) });
    const { session } = await world.startTab();
    assert.equal(await session.getRecipient('r1'), null);
    assert.deepEqual(await session.listCoWorkers(), []);
    assert.deepEqual(await session.listBranches(), []);
    assert.deepEqual(await session.listConversationTemplates(), []);
    assert.equal(await session.getInvitation(), null);
  });

  it('of the directory reach the backend', async () => {
    const world = new World();
    const { session } = await world.startTab();
    assert.equal((await session.getRecipient('r1'))?.name, 'Customer 1');
    assert.deepEqual(
      (await session.listCoWorkers()).map(({ name }) => name),
      ['Sanne Bakker'],
    );
    assert.deepEqual(await session.listBranches(), []);
    assert.deepEqual(await session.listConversationTemplates(), []);
    assert.equal(await session.getInvitation(), null);
    assert.equal((await session.open({ recipientId: 'r2' })).id, 'c2');
  });
});

describe('the session’s status', () => {
  it('tells how safe storage is, also when that changes', async () => {
    const world = new World();
    const tab = await world.startTab();
    assert.deepEqual(tab.session.status.value.storage, { mode: 'durable', problem: null });
    tab.storage.faults.setMode('none', 'quota');
    assert.deepEqual(tab.session.status.value.storage, { mode: 'none', problem: 'quota' });
  });

  it('is the same object until something differs', async () => {
    const world = new World();
    const tab = await world.startTab();
    const before = tab.session.status.value;
    let told = 0;
    tab.session.status.subscribe(() => (told += 1));
    tab.storage.faults.setMode('durable', null);
    await world.pass(60_000);
    assert.equal(tab.session.status.value, before);
    assert.equal(told, 0);
  });
});
