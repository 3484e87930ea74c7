import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { PresenceBoard } from '../../src/adapters/embedded/parts/presence-board.ts';
import type { PresenceMessage } from '../../src/adapters/embedded/parts/presence-board.ts';
import type { Presence } from '../../src/ports/parts/presence.ts';
import { manualClock, settle } from '../../src/testing/index.ts';
import { aWorld, codeOf } from './world.ts';

/** Writes down who was present, by name and what they did. */
function watcher() {
  const heard: string[] = [];
  const present = (people: readonly Presence[]): void => {
    heard.push(people.map(({ name, activity }) => `${name} ${activity}`).join(', ') || 'nobody');
  };
  return { heard, sink: { present, lost: () => heard.push('lost') } };
}

const viewing = { activity: 'viewing', conversationId: 'c1' } as const;
const typing = { activity: 'typing', conversationId: 'c1' } as const;

describe('presence', () => {
  function two() {
    const world = aWorld();
    const instance = world.start();
    const [sanne, tim] = [instance.adapter('sanne'), instance.adapter('tim')];
    return { world, instance, sanne, tim, mine: sanne.part('presence')!, his: tim.part('presence')! };
  }

  it('tells who else is there, and never of oneself', async () => {
    const { instance, mine, his } = two();
    const watching = watcher();
    mine.subscribe('c1', watching.sink);
    await mine.set(typing);
    await instance.adapter('sanne').part('presence')!.set(viewing);
    await his.set(viewing);
    await his.set(typing);
    await his.set({ activity: 'away' });
    await settle();
    assert.deepEqual(watching.heard, ['nobody', 'Tim Smit viewing', 'Tim Smit typing', 'nobody']);
  });

  it('tells whoever comes later, and only of the conversation asked about', async () => {
    const { mine, his } = two();
    await his.set(typing);
    const [here, elsewhere] = [watcher(), watcher()];
    mine.subscribe('c1', here.sink);
    mine.subscribe('c2', elsewhere.sink);
    await settle();
    assert.deepEqual(here.heard, ['Tim Smit typing']);
    assert.deepEqual(elsewhere.heard, ['nobody']);
  });

  it('is believed until it runs out, unless it is said again', async () => {
    const { world, mine, his } = two();
    const watching = watcher();
    mine.subscribe('c1', watching.sink);
    const { believedMs } = await his.set(viewing);
    await world.clock.advance(believedMs - 1);
    await his.set(viewing);
    await world.clock.advance(believedMs - 1);
    await settle();
    assert.equal(watching.heard.at(-1), 'Tim Smit viewing');
    await world.clock.advance(1);
    assert.equal(watching.heard.at(-1), 'nobody');
  });

  it('shows one person once: writing in one window counts more than looking on in another', async () => {
    const { instance, mine, his } = two();
    const watching = watcher();
    mine.subscribe('c1', watching.sink);
    await his.set(typing);
    await instance.adapter('tim').part('presence')!.set(viewing);
    await settle();
    assert.equal(watching.heard.at(-1), 'Tim Smit typing');
    await his.set({ activity: 'away' });
    assert.equal(watching.heard.at(-1), 'Tim Smit viewing');
  });

  it('ends with the window, and watching with the unsubscribe or the adapter', async () => {
    const { sanne, tim, mine, his } = two();
    const [ended, closed] = [watcher(), watcher()];
    const stop = mine.subscribe('c1', ended.sink);
    mine.subscribe('c1', closed.sink);
    await settle();
    await his.set(typing);
    stop();
    await tim.close();
    assert.deepEqual(ended.heard, ['nobody', 'Tim Smit typing']);
    assert.deepEqual(closed.heard, ['nobody', 'Tim Smit typing', 'nobody']);
    await sanne.close();
    assert.equal(await codeOf(mine.set(viewing)), 'unavailable');
    assert.equal(closed.heard.length, 3);
  });

  it('is refused for a conversation that does not exist', async () => {
    assert.equal(await codeOf(two().mine.set({ ...viewing, conversationId: '__proto__' })), 'not-found');
  });

  it('is never stored', async () => {
    const { world, mine, his } = two();
    await mine.set(typing);
    const before = await world.store.transact('read', (tx) => tx.scan('feed', null, {}));
    await his.set(typing);
    assert.deepEqual(await world.store.transact('read', (tx) => tx.scan('feed', null, {})), before);
  });
});

describe('presence between tabs', () => {
  /** Boards that hear each other, as tabs do. */
  function tabs(count: number) {
    const clock = manualClock();
    const boards: PresenceBoard[] = [];
    for (let index = 0; index < count; index += 1) {
      const tell = (message: PresenceMessage): void =>
        boards.forEach((other, place) => place !== index && other.hear(structuredClone(message)));
      boards.push(new PresenceBoard({ clock, tell, log: () => undefined }));
    }
    return { clock, boards };
  }

  const note = (window: string, until: number) => ({
    window,
    conversationId: 'c1',
    presence: { id: window, kind: 'co-worker', name: window, activity: 'typing', until } as const,
  });

  it('reaches the others, and a tab that asks because it came later', async () => {
    const { clock, boards } = tabs(3);
    const [first, second, third] = boards as [PresenceBoard, PresenceBoard, PresenceBoard];
    const [early, late] = [watcher(), watcher()];
    second.watch({ conversationId: 'c1', self: '', sink: early.sink });
    first.say(note('Tim', clock.now() + 1000));
    await settle();
    assert.deepEqual(early.heard.at(-1), 'Tim typing');
    third.close();
    third.ask();
    third.watch({ conversationId: 'c1', self: '', sink: late.sink });
    await settle();
    assert.deepEqual(late.heard, ['Tim typing']);
  });

  it('is not believed longer than anybody may be, whatever another tab says', async () => {
    const { clock, boards } = tabs(2);
    const watching = watcher();
    boards[0]?.watch({ conversationId: 'c1', self: '', sink: watching.sink });
    boards[1]?.say(note('Tim', clock.now() + 1e9));
    await clock.advance(15_000);
    assert.equal(watching.heard.at(-1), 'nobody');
  });

  it('listens to nothing else', () => {
    const { boards } = tabs(1);
    for (const message of [null, 'look', {}, { presence: null }, { presence: { window: 7 } }]) boards[0]?.hear(message);
  });

  it('survives a listener that throws', async () => {
    const { clock, boards } = tabs(1);
    const watching = watcher();
    const broken = { present: () => assert.fail('broken'), lost: () => undefined };
    boards[0]?.watch({ conversationId: 'c1', self: '', sink: broken });
    boards[0]?.watch({ conversationId: 'c1', self: '', sink: watching.sink });
    await settle();
    boards[0]?.say(note('Tim', clock.now() + 1));
    assert.equal(watching.heard.at(-1), 'Tim typing');
  });
});
