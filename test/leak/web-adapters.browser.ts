import { expect } from '@open-wc/testing';
import { browserConnectivity } from '../../src/adapters/web/browser-connectivity.ts';
import { openLocalStorage } from '../../src/adapters/web/open-local-storage.ts';
import { onLeave, onWake } from '../../src/adapters/web/page-lifecycle.ts';
import { openTabLink } from '../../src/adapters/web/tab-link.ts';
import { aDraft, manualClock } from '../../src/testing/index.ts';

const rounds = 100;
const name = `leak-${crypto.randomUUID()}`;
const originals = Object.getOwnPropertyDescriptors(EventTarget.prototype);

/** Counts the listeners on what outlives a session: window and document. */
function countGlobalListeners(): () => number {
  let count = 0;
  const isGlobal = (target: unknown): boolean => target === window || target === document || target === undefined;

  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function add(...args: Parameters<typeof addEventListener>) {
    if (isGlobal(this)) count += 1;
    addEventListener.apply(this, args);
  };
  EventTarget.prototype.removeEventListener = function remove(...args: Parameters<typeof removeEventListener>) {
    if (isGlobal(this)) count -= 1;
    removeEventListener.apply(this, args);
  };
  return () => count;
}

/** Channels that know whether they were closed. */
function countChannels(): { readonly open: (name: string) => BroadcastChannel; readonly count: () => number } {
  let count = 0;
  return {
    count: () => count,
    open: (name) => {
      const channel = new BroadcastChannel(name);
      count += 1;
      const close = channel.close.bind(channel);
      channel.close = () => {
        count -= 1;
        close();
      };
      return channel;
    },
  };
}

describe(`web adapters, opened and closed ${rounds} times`, () => {
  afterEach(() => {
    Object.defineProperties(EventTarget.prototype, originals);
  });

  it('leave no connection, channel or timer of storage', async () => {
    const clock = manualClock();
    const channels = countChannels();
    for (let round = 0; round < rounds; round += 1) {
      const storage = await openLocalStorage({ tenantId: name, agentId: 'a', clock, channel: channels.open });
      storage.subscribe(() => undefined);
      await storage.putDraft(aDraft());
      storage.close();
    }
    expect([clock.pending, channels.count()]).to.deep.equal([0, 0]);
    await deleted(`conversation-elements/outbox/${name}/a`);
  });

  it('leave no lock, waiting request or channel of tab links', async () => {
    const channels = countChannels();
    for (let round = 0; round < rounds; round += 1) {
      const [leader, waiting] = [0, 1].map(() => openTabLink({ name, channel: channels.open }));
      leader?.onMessage(() => undefined);
      await new Promise<void>((resolve) => void leader?.onLeadChange(resolve));
      waiting?.close();
      leader?.close();
    }
    expect(channels.count()).to.equal(0);
    // Granted only when nobody holds or waits for it any more.
    await navigator.locks.request(name, async () => {
      const { held, pending } = await navigator.locks.query();
      const own = [held, pending].map((locks) => locks?.filter((lock) => lock.name === name).length);
      expect(own).to.deep.equal([1, 0]);
    });
  });

  it('leave no listener on window or document', () => {
    const count = countGlobalListeners();
    const connectivity = browserConnectivity();
    for (let round = 0; round < rounds; round += 1) {
      const stops = [onWake(() => undefined), onLeave(() => undefined), connectivity.subscribe(() => undefined)];
      if (round === 0) expect(count(), 'while it listens').to.equal(8);
      for (const stop of stops) stop();
    }
    expect(count()).to.equal(0);
  });
});

/** Deletes a database; fails if a connection to it is still open. */
function deleted(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener('success', () => resolve());
    request.addEventListener('blocked', () => reject(new Error('a connection is still open')));
  });
}
