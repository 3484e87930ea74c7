import { fixture, html } from '@open-wc/testing';
import '../../src/elements/conversation-timeline/define.ts';
import type { ConversationTimeline } from '../../src/elements/conversation-timeline/conversation-timeline.ts';
import { manualClock, type ManualClock } from '../../src/testing/index.ts';
import {
  makeWorld,
  seedOf,
  storyNow,
  type Line,
  type Talk,
  type World,
  type WorldOptions,
} from '../../stories/support.ts';
import { allByRole } from './by-role.ts';

/** A timeline of one conversation over the real session, a backend in memory and a clock that stands still. */
export interface TimelineBench {
  readonly timeline: ConversationTimeline;
  readonly world: World;
  readonly clock: ManualClock;
  readonly root: ShadowRoot;
  readonly scroller: HTMLElement;
  /** Moves time, by nothing unless said, until everything that is under way has happened and was painted. */
  pass(ms?: number): Promise<void>;
  articles(): HTMLElement[];
  /** The customer writes. */
  receive(text: string): Promise<void>;
  /** Waits for something that loads for real, as a chunk does, by selector. */
  until(selector: string): Promise<void>;
  /** Scrolls as a hand does. */
  scrollTo(top: number): Promise<void>;
  /** How far below the top of the scroll area a message stands. */
  topOf(key: string): number;
}

/** Counts calls of a method while it works. */
export function counted(target: object, name: string): { readonly count: () => number; readonly stop: () => void } {
  const original = Reflect.get(target, name) as (...values: unknown[]) => unknown;
  let calls = 0;
  Object.assign(target, {
    [name](this: unknown, ...values: unknown[]) {
      calls += 1;
      return original.apply(this, values);
    },
  });
  return { count: () => calls, stop: () => Object.assign(target, { [name]: original }) };
}

/** The number from which the conversation `talk` of these benches is written to. */
export const customer = '+31612345678';

/** A conversation of its own for a test. */
export function talkOf(lines: readonly Line[], more: Partial<Talk> = {}): Talk {
  const addresses = [
    { channel: 'phone', value: customer },
    { channel: 'whatsapp', value: customer },
  ] as const;
  const recipient = { name: 'Aïsha de Vries', language: 'nl', addresses, ...more.recipient };
  return { id: 'talk', lines, ...more, recipient };
}

/** `count` messages, a quarter of an hour apart; the last `unread` ones are the customer's and unread. */
export function history(count: number, unread = 0): Talk {
  const lines = Array.from({ length: count }, (_, index): Line => {
    const isIncoming = index >= count - unread || index % 3 !== 0;
    return {
      at: storyNow - (count - index) * 15 * 60_000,
      direction: isIncoming ? 'incoming' : 'outgoing',
      text: `Message ${index + 1} ${'and some words '.repeat((index % 5) * 3)}`,
    };
  });
  return talkOf(lines, { unread });
}

/** Sets up a timeline of `talk`, 640 × 480 px. */
export async function timelineBench(
  talk: Talk,
  options: WorldOptions & { readonly attributes?: Readonly<Record<string, string>> } = {},
): Promise<TimelineBench> {
  // Chunks of their own; over the network they take longer than a test waits.
  await Promise.all([
    import('../../src/elements/conversation-timeline/more/more.ts'),
    import('../../src/elements/conversation-timeline/soon/soon.ts'),
    import('../../src/locales/timeline-more.en.ts'),
    import('../../src/domain/phone.ts'),
    import('../../src/domain/phone-metadata.ts'),
    import('../../src/session-desk.ts'),
    import('../../src/sync/lists.ts'),
  ]);
  const clock = manualClock(storyNow);
  const world = makeWorld({ data: seedOf([talk]), ...options, clock });
  const provider = await fixture(
    html`<conversation-provider
      locale="en-GB"
      time-zone="Europe/Amsterdam"
      .session=${world.session}
    ></conversation-provider>`,
  );
  const timeline = document.createElement('conversation-timeline');
  timeline.conversationId = talk.id;
  timeline.style.cssText = 'display: flex; inline-size: 640px; block-size: 480px';
  for (const [name, value] of Object.entries(options.attributes ?? {})) timeline.setAttribute(name, value);
  provider.append(timeline);
  const pass = async (ms = 0): Promise<void> => {
    await clock.advance(ms);
    for (let round = 0; round < 2; round += 1) {
      await timeline.updateComplete;
      await new Promise(requestAnimationFrame);
      await clock.advance(0);
    }
  };
  // What is imported takes real frames, even where the module is there: number plans, and what listens for changes.
  const isShown = (): boolean => timeline.shadowRoot?.querySelector('.feed, .empty') != null;
  for (let turn = 0; turn < 100 && !isShown(); turn += 1) await pass(1);
  // Without it a message that comes is shown when the listening begins, and not when the test says so.
  const isHeard = (): boolean => world.session.status.value.link !== 'connecting';
  for (let turn = 0; turn < 100 && !isHeard(); turn += 1) await pass();
  if (!isHeard()) throw new Error('the session does not listen for changes');
  await pass();
  const root = timeline.shadowRoot;
  const scroller = root?.querySelector<HTMLElement>('.scroll');
  if (!root || !scroller) throw new Error('the timeline has not rendered');
  return {
    timeline,
    world,
    clock,
    root,
    scroller,
    pass,
    until: async (selector) => {
      for (let turn = 0; turn < 200 && !root.querySelector(selector); turn += 1) await pass();
    },
    articles: () => allByRole(timeline, 'article'),
    receive: async (text) => {
      await world.backend.incoming({ channel: 'whatsapp', from: customer, text });
      await pass(1000);
    },
    scrollTo: async (top) => {
      scroller.scrollTop = top;
      await pass();
    },
    topOf: (key) => {
      const article = [...root.querySelectorAll('article')].find((element) => element.dataset.key === key);
      return (article?.getBoundingClientRect().top ?? Number.NaN) - scroller.getBoundingClientRect().top;
    },
  };
}
