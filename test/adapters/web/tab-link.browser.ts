import { expect, waitUntil } from '@open-wc/testing';
import { openTabLink } from '../../../src/adapters/web/tab-link.ts';
import type { TabLink } from '../../../src/ports/tab-link.ts';
import { settle } from '../../../src/testing/index.ts';

type Locks = Pick<LockManager, 'request'> & Partial<Pick<LockManager, 'query'>>;

describe('tab link', () => {
  let name: string;
  let tabs: TabLink[] = [];
  const open = (options: Partial<Parameters<typeof openTabLink>[0]> = {}): TabLink => {
    const tab = openTabLink({ name, ...options });
    tabs.push(tab);
    return tab;
  };
  beforeEach(() => {
    name = `tabs-${crypto.randomUUID()}`;
  });
  afterEach(() => {
    for (const tab of tabs) tab.close();
    tabs = [];
  });

  it('gives each tab an id of its own', () => {
    expect(open().tabId).not.to.equal(open().tabId);
  });

  describe('lead', () => {
    it('goes to the first tab and is told', async () => {
      const first = open();
      expect(first.leads).to.equal(false);
      await leading(first);
      const second = open();
      await held(name, 1, 1);
      expect([first.leads, second.leads]).to.deep.equal([true, false]);
    });

    it('is handed over, in the order of opening, when the leader closes', async () => {
      const [first, second, third] = [open(), open(), open()];
      await leading(first);
      first.close();
      await leading(second);
      expect([first.leads, second.leads, third.leads]).to.deep.equal([false, true, false]);
    });

    it('is not wanted any more by a tab that closed while it waited', async () => {
      const [first, second, third] = [open(), open(), open()];
      await leading(first);
      await held(name, 1, 2);
      second.close();
      await held(name, 1, 1);
      first.close();
      await leading(third);
      expect(second.leads).to.equal(false);
    });

    it('is not taken by a tab that closes before the browser answers', async () => {
      open().close();
      await leading(open());
      await held(name, 1, 0);
    });

    it('is given back at once when the browser grants it to a tab that has just closed', async () => {
      let grant: () => unknown = () => 'nobody asked';
      const request = (...args: readonly unknown[]): Promise<never> => {
        if (args[0] === name) grant = args.at(-1) as () => unknown;
        return new Promise(() => undefined);
      };
      const tab = open({ locks: { request } });
      tab.close();
      expect(typeof grant()).to.equal('undefined');
      expect(tab.leads).to.equal(false);
    });

    it('knows which tabs live, and forgets one that closed', async () => {
      const [first, second] = [open(), open()];
      await leading(first);
      await waitUntil(async () => (await first.livingTabs())?.has(second.tabId) === true);
      expect([...((await second.livingTabs()) ?? [])].sort()).to.deep.equal([first.tabId, second.tabId].sort());
      second.close();
      await waitUntil(async () => (await first.livingTabs())?.has(second.tabId) === false);
    });

    it('cannot tell which tabs live without locks', async () => {
      expect(await open({ locks: null }).livingTabs()).to.equal(null);
    });

    it('is separate for each name', async () => {
      await leading(open());
      await leading(open({ name: `${name}-other` }));
    });

    it('is lost and sought again when somebody steals the lock', async () => {
      const tab = open();
      await leading(tab);
      const lost = new Promise<boolean>((resolve) => void tab.onLeadChange(() => resolve(tab.leads)));
      await navigator.locks.request(name, { steal: true }, async () => {
        expect(await lost).to.equal(false);
      });
      await leading(tab);
    });

    it('is told to who listens, not to who stopped', async () => {
      const first = open();
      const second = open();
      await leading(first);
      let told = 0;
      const stop = second.onLeadChange(() => (told += 1));
      second.onLeadChange(() => (told += 10));
      stop();
      first.close();
      await leading(second);
      expect(told).to.equal(10);
    });

    it('is not told to a tab that closed', async () => {
      const tab = open();
      await leading(tab);
      let told = 0;
      tab.onLeadChange(() => (told += 1));
      tab.close();
      await held(name, 0, 0);
      expect([tab.leads, told]).to.deep.equal([false, 0]);
    });
  });

  describe('without locks', () => {
    const refusals: readonly (readonly [title: string, locks: Locks | null])[] = [
      ['absent', null],
      ['refused', { request: () => Promise.reject(new DOMException('no', 'SecurityError')) }],
      [
        'throwing',
        {
          request: () => {
            throw new DOMException('no', 'SecurityError');
          },
        },
      ],
    ];
    for (const [title, locks] of refusals) {
      it(`leads alone when locks are ${title}`, async () => {
        const tab = open({ locks });
        await leading(tab);
        tab.close();
        expect(tab.leads).to.equal(false);
      });
    }

    it('does not lead when the refusal comes after it closed', async () => {
      let refuse: (reason: unknown) => void = () => undefined;
      const request = (): Promise<never> => new Promise((_, reject) => (refuse = reject));
      const tab = open({ locks: { request } });
      tab.close();
      refuse(new DOMException('no', 'SecurityError'));
      await settle();
      expect(tab.leads).to.equal(false);
    });
  });

  describe('messages', () => {
    it('reach the other tabs of the name and not the sender', async () => {
      const [first, second, third, other] = [open(), open(), open(), open({ name: `${name}-other` })];
      const heard: unknown[] = [];
      const own: unknown[] = [];
      first.onMessage((message) => own.push(message));
      other.onMessage((message) => own.push(message));
      const both = Promise.all([second, third].map((tab) => next(tab, heard)));
      first.post({ feed: ['a', 1, null] });
      await both;
      await settle();
      expect(heard).to.deep.equal([{ feed: ['a', 1, null] }, { feed: ['a', 1, null] }]);
      expect(own).to.deep.equal([]);
    });

    it('arrive in the order in which they were posted', async () => {
      const [first, second] = [open(), open()];
      const heard: unknown[] = [];
      const last = new Promise<void>((resolve) => {
        second.onMessage((message) => {
          heard.push(message);
          if (message === 9) resolve();
        });
      });
      for (let number = 0; number < 10; number += 1) first.post(number);
      await last;
      expect(heard).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    });

    it('do not reach who stopped listening or closed', async () => {
      const [first, second, third] = [open(), open(), open()];
      const unwanted: unknown[] = [];
      const heard: unknown[] = [];
      second.onMessage((message) => unwanted.push(message))();
      third.onMessage((message) => unwanted.push(message));
      third.close();
      const arrived = next(second, heard);
      first.post('news');
      await arrived;
      await settle();
      expect([heard, unwanted]).to.deep.equal([['news'], []]);
    });

    it('of a closed tab go nowhere', async () => {
      const [first, second, third] = [open(), open(), open()];
      const heard: unknown[] = [];
      first.close();
      first.post('too late');
      const arrived = next(second, heard);
      third.post('news');
      await arrived;
      expect(heard).to.deep.equal(['news']);
    });

    it('reach all listeners when one of them throws', async () => {
      const [first, second] = [open(), open()];
      const reported = new Promise<unknown>((resolve) => {
        const handle = window.onerror;
        window.onerror = (_message, _source, _line, _column, error) => {
          window.onerror = handle;
          resolve(error);
          return true;
        };
      });
      const fault = new Error('a listener of the test');
      second.onMessage(() => {
        throw fault;
      });
      const heard: unknown[] = [];
      const arrived = next(second, heard);
      first.post('news');
      await arrived;
      expect([await reported, heard]).to.deep.equal([fault, ['news']]);
    });

    const channels = [
      { title: 'absent', channel: null },
      {
        title: 'throwing',
        channel: (): never => {
          throw new DOMException('no', 'SecurityError');
        },
      },
    ];
    for (const { title, channel } of channels) {
      it(`go nowhere, and the lead still works, when channels are ${title}`, async () => {
        const tab = open({ channel });
        tab.post('news');
        await leading(tab);
        tab.close();
      });
    }
  });
});

function leading(tab: TabLink): Promise<void> {
  return new Promise((resolve) => {
    if (tab.leads) resolve();
    const stop = tab.onLeadChange(() => {
      if (!tab.leads) return;
      stop();
      resolve();
    });
  });
}

/** Resolves when the browser holds and queues this many locks of the name. */
async function held(name: string, holders: number, waiting: number): Promise<void> {
  const of = (locks: readonly LockInfo[] | undefined): number =>
    locks?.filter((lock) => lock.name === name).length ?? 0;
  for (;;) {
    const state = await navigator.locks.query();
    if (of(state.held) === holders && of(state.pending) === waiting) return;
  }
}

function next(tab: TabLink, into: unknown[]): Promise<void> {
  return new Promise((resolve) => {
    const stop = tab.onMessage((message) => {
      stop();
      into.push(message);
      resolve();
    });
  });
}
