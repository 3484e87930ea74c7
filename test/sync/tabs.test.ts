import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { replyDraft, sendText, shown, textOf, World } from './world.ts';
import type { Tab } from './world.ts';

function count(tab: Tab, call: string): number {
  return tab.adapter.faults.log.filter((record) => record.call === call).length;
}

async function twoTabs(world: World): Promise<readonly [Tab, Tab]> {
  return [await world.startTab(), await world.startTab()];
}

describe('several tabs', () => {
  it('sends what another tab queued, and shows it in both', async () => {
    const world = new World();
    const [leader, follower] = await twoTabs(world);
    const timelines = [leader, follower].map((tab) =>
      tab.session.openTimeline({ kind: 'conversation', conversationId: 'c1' }),
    );
    await world.pass(100);
    await sendText(follower, 'hello');
    await world.pass(500);
    assert.equal(count(leader, 'send'), 1);
    assert.equal(count(follower, 'send'), 0);
    for (const timeline of timelines) assert.deepEqual(shown(timeline), ['hello · sent']);
  });

  it('[I9] holds one change stream per browser profile', async () => {
    const subscribed: number[] = [];
    const world = new World({
      wrap: (adapter) => {
        const subscribe = adapter.subscribe.bind(adapter);
        adapter.subscribe = (...args) => {
          subscribed.push(world.clock.now());
          return subscribe(...args);
        };
        return adapter;
      },
    });
    for (let tab = 0; tab < 7; tab += 1) await world.startTab();
    await world.pass(60_000);
    assert.equal(subscribed.length, 1);
    for (const tab of world.tabs) assert.equal(tab.session.status.value.link, 'live');
  });

  it('[I6] brings a customer’s message to every tab', async () => {
    const world = new World();
    await world.startTab();
    await world.startTab();
    await world.startTab();
    const timelines = world.tabs.map((tab) => tab.session.openTimeline({ kind: 'conversation', conversationId: 'c1' }));
    await world.pass(100);
    await world.backend.incoming({ channel: 'sms', from: '0612345001', text: 'is it ready?' });
    await world.pass(500);
    for (const timeline of timelines) assert.deepEqual(shown(timeline), ['is it ready? · incoming']);
  });

  it('[I7] goes on with the next tab when the leader is killed', async () => {
    const world = new World();
    const [leader, follower] = await twoTabs(world);
    leader.adapter.faults.every({ kind: 'silence', commit: 'before' }, 'send');
    await sendText(leader, 'hello');
    await world.pass(100);
    world.crash(leader);
    await world.pass(40_000);
    assert.deepEqual((await world.stored()).map(textOf), ['hello']);
    await world.backend.incoming({ channel: 'sms', from: '0612345001', text: 'and?' });
    await world.pass(500);
    assert.equal(follower.session.status.value.link, 'live');
  });

  it('[I7] sends and listens itself when the leader is frozen and keeps its lock', async () => {
    const world = new World();
    const [leader, follower] = await twoTabs(world);
    const timeline = follower.session.openTimeline({ kind: 'conversation', conversationId: 'c1' });
    await world.pass(100);
    world.freeze(leader);
    await sendText(follower, 'hello');
    await world.pass(40_000);
    await world.backend.incoming({ channel: 'sms', from: '0612345001', text: 'thanks' });
    await world.pass(500);
    assert.deepEqual(shown(timeline), ['hello · sent', 'thanks · incoming']);
  });

  it('[I3] lets a frozen leader that thaws later neither write with its old fence nor send twice', async () => {
    const world = new World({ plan: { latencyMs: 200 } });
    const [leader, follower] = await twoTabs(world);
    follower.session.openConversation('c1');
    await world.pass(2_000);
    const pause = leader.storage.faults.pauseAt(4);
    const { clientId } = await sendText(follower, 'hello');
    await pause.reached;
    assert.equal(leader.storage.faults.log.at(-1), 'updateEntry');
    world.freeze(leader);
    await world.pass(60_000);
    assert.deepEqual((await world.stored()).map(textOf), ['hello']);
    world.thaw(leader);
    pause.resume();
    await world.pass(60_000);
    assert.equal(count(leader, 'send'), 0);
    assert.equal(world.dispatches(clientId), 1);
    assert.deepEqual(await world.outbox(), []);
  });

  it('[I3] dispatches once when two tabs both believe that they lead', async () => {
    const world = new World({ plan: { latencyMs: 100 } });
    const [leader, follower] = await twoTabs(world);
    world.links.believe(follower.index, true);
    for (const tab of [leader, follower]) tab.session.openConversation('c1');
    await world.pass(2_000);
    const ids: string[] = [];
    for (const tab of [leader, follower, leader, follower])
      ids.push((await sendText(tab, `from ${tab.index}`)).clientId);
    await world.pass(30_000);
    for (const id of ids) assert.equal(world.dispatches(id), 1);
    assert.equal((await world.stored()).length, 4);
    assert.deepEqual(await world.outbox(), []);
  });

  it('[I7] lets another tab send while the leader’s sign-in ran out', async () => {
    const world = new World();
    const [leader, follower] = await twoTabs(world);
    leader.adapter.faults.every({ kind: 'error', error: new AdapterError('unauthenticated', 'out') });
    await sendText(leader, 'hello');
    await world.pass(60_000);
    assert.equal(leader.session.status.value.needsSignIn, true);
    assert.equal(count(follower, 'send'), 1);
    assert.deepEqual((await world.stored()).map(textOf), ['hello']);
  });

  it('[I6] notices that a relayed batch was lost, even if no later one follows', async () => {
    const world = new World();
    const [, follower] = await twoTabs(world);
    const timeline = follower.session.openTimeline({ kind: 'conversation', conversationId: 'c1' });
    await world.pass(100);
    world.deafen(follower, true);
    await world.backend.incoming({ channel: 'sms', from: '0612345001', text: 'lost on the way' });
    await world.pass(100);
    world.deafen(follower, false);
    await world.pass(10_000);
    assert.deepEqual(shown(timeline), ['lost on the way · incoming']);
  });

  it('ignores what other versions and other scripts say on its channel', async () => {
    const world = new World();
    const [, follower] = await twoTabs(world);
    const stranger = world.links.open();
    for (const message of [null, 'hi', { v: 2, type: 'reset' }, { v: 1, type: 'boom' }, { v: 1 }])
      stranger.post(message);
    await world.pass(1_000);
    assert.equal(follower.session.status.value.link, 'live');
  });
});

describe('two tabs on one draft', () => {
  it('takes over what the other tab wrote while nothing is typed here', async () => {
    const world = new World();
    const [one, two] = await twoTabs(world);
    const drafts = [one, two].map((tab) => tab.session.openDraft(replyDraft()));
    drafts[0]!.setText('from one');
    await world.pass(1_000);
    assert.equal(drafts[1]!.value?.text, 'from one');
    assert.equal(drafts[1]!.value.clientId, drafts[0]!.value?.clientId);
  });

  it('never overwrites what is being typed here', async () => {
    const world = new World();
    const [one, two] = await twoTabs(world);
    const drafts = [one, two].map((tab) => tab.session.openDraft(replyDraft()));
    drafts[0]!.setText('from one');
    await world.pass(250);
    drafts[1]!.setText('from two');
    await world.pass(100);
    assert.equal(drafts[1]!.value?.text, 'from two');
    await world.pass(2_000);
    assert.equal(drafts[0]!.value?.text, 'from two');
  });

  it('[I3] makes two messages of two texts when one tab sends while the other types', async () => {
    const world = new World();
    const [one, two] = await twoTabs(world);
    const drafts = [one, two].map((tab) => tab.session.openDraft(replyDraft()));
    drafts[0]!.setText('shared');
    await world.pass(1_000);
    drafts[1]!.setText('shared and more');
    const first = await sendText(one, 'shared', 'c1', replyDraft());
    await world.pass(100);
    assert.equal(drafts[1]!.value?.text, 'shared and more');
    const second = await sendText(two, 'shared and more', 'c1', replyDraft());
    await world.pass(1_000);
    assert.notEqual(first.clientId, second.clientId);
    assert.deepEqual((await world.stored()).map(textOf), ['shared', 'shared and more']);
  });

  it('[I3] makes one message when both tabs send the same draft', async () => {
    const world = new World();
    const [one, two] = await twoTabs(world);
    one.session.openDraft(replyDraft()).setText('shared');
    await world.pass(1_000);
    await Promise.all([one, two].map((tab) => sendText(tab, 'shared', 'c1', replyDraft())));
    await world.pass(1_000);
    assert.deepEqual((await world.stored()).map(textOf), ['shared']);
  });

  it('empties the other tab’s composer when the draft was sent', async () => {
    const world = new World();
    const [one, two] = await twoTabs(world);
    const other = two.session.openDraft(replyDraft());
    one.session.openDraft(replyDraft()).setText('shared');
    await world.pass(1_000);
    assert.equal(other.value?.text, 'shared');
    await sendText(one, 'shared', 'c1', replyDraft());
    await world.pass(1_000);
    assert.equal(other.value, null);
  });
});
