import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { deepActiveElement } from '../../src/dom/focus.ts';
import { ForwardingAdapter } from '../../src/adapters/forwarding-adapter.ts';
import type { Message } from '../../src/domain/model.ts';
import type { MessagePage, MessagingAdapter } from '../../src/ports/adapter.ts';
import { storyNow, type Line } from '../../stories/support.ts';
import { aMessage } from '../../src/testing/index.ts';
import { counted, history, talkOf, timelineBench, type TimelineBench } from './timeline-bench.ts';

/** A backend whose conversation `talk` has any number of older messages, made when they are asked for. */
class Archive extends ForwardingAdapter {
  readonly #count: number;

  constructor(inner: MessagingAdapter, count: number) {
    super({ name: inner.name, load: () => Promise.resolve(inner), owns: true });
    this.#count = count;
  }

  override async listMessages(
    ...[query, page = {}, options]: Parameters<MessagingAdapter['listMessages']>
  ): Promise<MessagePage> {
    const { cursor, limit = 200 } = page;
    if (!cursor?.startsWith('old/')) {
      const newest = await super.listMessages(query, page, options);
      return newest.olderCursor === null ? { ...newest, olderCursor: `old/${this.#count}` } : newest;
    }
    const end = Number(cursor.slice(4));
    const begin = Math.max(0, end - limit);
    return {
      items: Array.from({ length: end - begin }, (_, index) => this.#message(begin + index)),
      olderCursor: begin === 0 ? null : `old/${begin}`,
      newerCursor: `old/${end}`,
    };
  }

  #message(index: number): Message {
    return aMessage({
      id: `old-${index}`,
      conversationId: 'talk',
      recipientId: 'recipient-talk',
      position: index - this.#count,
      at: storyNow - (this.#count - index) * 60_000,
      content: { kind: 'text', text: `Message ${index} ${'word '.repeat(index % 20)}` },
    });
  }
}

/** A long history, loaded as a whole. */
async function loaded(count: number): Promise<TimelineBench> {
  const lines: readonly Line[] = [{ at: storyNow, direction: 'incoming', text: 'last' }];
  const bench = await timelineBench(talkOf(lines), { adapt: (memory) => new Archive(memory, count) });
  const handle = bench.world.session.openTimeline({ kind: 'conversation', conversationId: 'talk' });
  while (handle.value.hasOlder) {
    const loading = handle.loadOlder();
    await bench.clock.advance(0);
    await loading;
  }
  await bench.pass();
  expect(handle.value.list.length).to.be.greaterThan(count);
  handle.dispose();
  return bench;
}

/** How many nodes a row is, with those that style sheets draw. */
function nodesOf(row: Element | undefined): number {
  const inside = [...(row?.childNodes ?? [])].map((node) => (node instanceof Element ? nodesOf(node) : 1));
  const drawn = ['::before', '::after'].filter((name) => row && getComputedStyle(row, name).content !== 'none');
  return inside.reduce((sum, count) => sum + count, 1 + drawn.length);
}

/** Something that happens to a timeline, and how it shows that it has. */
interface Happening {
  readonly act: (bench: TimelineBench) => Promise<void>;
  readonly isShown: (bench: TimelineBench) => boolean;
}

const endsWith = ({ articles }: TimelineBench, text: string): boolean =>
  articles().at(-1)?.textContent.includes(text) === true;

const events: Readonly<Record<string, Happening>> = {
  'a message comes': {
    act: (bench) => bench.receive('Something new'),
    isShown: (bench) => endsWith(bench, 'Something new'),
  },
  'it is marked unread': {
    act: async ({ world, pass }) => {
      await world.session.markUnread('talk');
      await pass(100);
    },
    isShown: ({ root }) => root.querySelector('.feed .unread') !== null,
  },
  'an older page is shown': {
    act: (bench) => bench.scrollTo(bench.scroller.scrollTop - 3000),
    isShown: (bench) => bench.articles().length > 0 && !endsWith(bench, 'Something new'),
  },
  'it is left and opened': {
    act: async ({ timeline, pass }) => {
      timeline.conversationId = null;
      await pass(100);
      timeline.conversationId = 'talk';
      await pass(100);
    },
    isShown: (bench) => endsWith(bench, 'Something new'),
  },
};

/** What a timeline does, from rest to rest, because of one event: layouts it reads, nodes it touches. */
async function work(bench: TimelineBench, event: Happening): Promise<{ reads: number; nodes: number }> {
  const reads = counted(Element.prototype, 'getBoundingClientRect');
  const observer = new MutationObserver((records) => (nodes += records.length));
  let nodes = 0;
  observer.observe(bench.root, { subtree: true, childList: true, attributes: true, characterData: true });
  const rest = async (): Promise<{ reads: number; nodes: number }> => {
    for (let turn = 0, before = -1; before !== reads.count() + nodes; turn += 1) {
      expect(turn, 'comes to rest').to.be.lessThan(50);
      before = reads.count() + nodes;
      await bench.pass();
      nodes += observer.takeRecords().length;
    }
    return { reads: reads.count(), nodes };
  };
  const before = await rest();
  expect(event.isShown(bench), 'has happened before').to.equal(false);
  await event.act(bench);
  const after = await rest();
  expect(event.isShown(bench), 'has happened').to.equal(true);
  observer.disconnect();
  reads.stop();
  return { reads: after.reads - before.reads, nodes: after.nodes - before.nodes };
}

describe('conversation-timeline growth', () => {
  it('[I9] does the same work at 1,000 and 100,000 messages when one comes, one is read, and the conversation is left and opened', async () => {
    const all = async (count: number): Promise<readonly (readonly [string, { reads: number; nodes: number }])[]> => {
      const bench = await loaded(count);
      const done: (readonly [string, { reads: number; nodes: number }])[] = [];
      for (const [name, event] of Object.entries(events)) done.push([name, await work(bench, event)]);
      expect(bench.articles().length).to.be.at.most(200);
      bench.timeline.remove();
      await bench.pass(20);
      return done;
    };
    const [short, long] = [await all(1_000), await all(100_000)];
    for (const [index, [name, { reads, nodes }]] of long.entries()) {
      const less = short[index]?.[1] ?? { reads: 0, nodes: 0 };
      expect(Math.min(less.reads, less.nodes), `work is seen at all when ${name}`).to.be.greaterThan(0);
      expect(reads, `layouts read when ${name}`).to.be.at.most(less.reads * 1.2 + 20);
      expect(nodes, `nodes touched when ${name}`).to.be.at.most(less.nodes * 1.2 + 20);
    }
  }).timeout(60_000);

  it('[I9] never mounts more than 200 rows, however far and fast somebody scrolls', async () => {
    const bench = await timelineBench(history(700));
    let most = 0;
    for (let turn = 0; turn < 40; turn += 1) {
      await bench.scrollTo(turn % 3 === 0 ? 0 : bench.scroller.scrollHeight * Math.abs(Math.sin(turn)));
      most = Math.max(most, bench.articles().length);
    }
    expect(most).to.be.within(1, 200);
  }).timeout(30_000);

  it('[I9] needs few nodes for the rows there are most of, and not one of them for lit or for a style sheet', async () => {
    const bench = await timelineBench(
      talkOf([
        { at: storyNow - 3_600_000, direction: 'incoming', text: 'One' },
        { at: storyNow - 3_590_000, direction: 'incoming', text: 'Two' },
        { at: storyNow - 3_580_000, direction: 'incoming', text: 'Three' },
        { at: storyNow - 2_000_000, direction: 'outgoing', text: 'Four', status: 'read' },
      ]),
    );
    const [, inGroup, received, sent] = bench.articles();
    // An article, its bubble, its paragraph and the text.
    expect(nodesOf(inGroup)).to.equal(4);
    // Besides the line, a time with its text, and a channel with its text and its sign, which is an svg with a path.
    expect(nodesOf(received)).to.equal(4 + 7);
    // Besides a name and the dot behind it, and a status with its sign and its word.
    expect(nodesOf(sent)).to.equal(4 + 7 + 7);
  });

  it('[I9] leaves nothing behind after 100 times in and out of the page', async () => {
    const bench = await timelineBench(history(40));
    const parent = bench.timeline.parentElement;
    const listens = [
      counted(EventTarget.prototype, 'addEventListener'),
      counted(EventTarget.prototype, 'removeEventListener'),
    ];
    const observes = [counted(ResizeObserver.prototype, 'observe'), counted(ResizeObserver.prototype, 'disconnect')];
    bench.timeline.remove();
    await bench.pass(10);
    const before = [...listens, ...observes].map(({ count }) => count());
    for (let turn = 0; turn < 100; turn += 1) {
      const timeline = document.createElement('conversation-timeline');
      timeline.conversationId = 'talk';
      parent?.append(timeline);
      await timeline.updateComplete;
      await bench.clock.advance(1);
      timeline.remove();
      await bench.clock.advance(1);
    }
    await bench.pass(20_000);
    for (const one of [...listens, ...observes]) one.stop();
    const [added = 0, removed = 0, observed = 0, disconnected = 0] = [...listens, ...observes].map(
      ({ count }, index) => count() - (before[index] ?? 0),
    );
    expect(added, 'listeners are added at all').to.be.greaterThan(100);
    // What stays hangs on nodes that are gone themselves: the shadow tree's own.
    expect(removed).to.be.greaterThan(100);
    expect(observed).to.be.at.most(disconnected * 2);
    expect(bench.clock.pending, 'no timer of a timeline is left').to.be.at.most(5);
    expect(document.querySelectorAll('conversation-timeline')).to.have.length(0);
    expect(document.querySelectorAll('[aria-live]')).to.have.length(0);
  }).timeout(60_000);

  it('copies a selection over many messages as who, when and what, without anything of the interface', async () => {
    const bench = await timelineBench(history(60));
    bench.timeline.focus();
    await bench.until('.tools');
    const [first, last] = [bench.articles().at(-1), bench.articles().at(0)];
    const places = [last, first].map((row) => Number(row?.ariaPosInSet));
    const range = [last, first].map((row) => row?.querySelector('.text')?.firstChild);
    if (!range[0] || !range[1]) throw new Error('there is nothing to select');
    document.getSelection()?.setBaseAndExtent(range[0], 0, range[1], 0);
    const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
    bench.root.querySelector('.scroll')?.dispatchEvent(event);
    const copied = event.clipboardData?.getData('text/plain').split('\n') ?? [];
    expect(event.defaultPrevented).to.equal(true);
    expect(copied.length).to.equal((places[1] ?? 0) - (places[0] ?? 0) + 1);
    expect(copied[0]).to.match(/^\[\d+ \w+ 2026, [\d:]+\] (Aïsha de Vries|Sanne Bakker): Message \d+/);
    expect(copied.join(''), 'nothing of the interface').to.not.match(/WhatsApp|Read|Delivered/);
    document.getSelection()?.removeAllRanges();
  });

  it('copies what a mouse has selected over messages that are not mounted any more', async () => {
    const bench = await timelineBench(history(200));
    bench.timeline.focus();
    await bench.until('.tools');
    const middle = (row: HTMLElement | undefined): [number, number] => {
      const { x, y, height } = row!.querySelector('.text')!.getBoundingClientRect();
      return [Math.round(x) + 3, Math.round(y + height / 2)];
    };
    const onScreen = (): HTMLElement[] => {
      const { top, bottom } = bench.scroller.getBoundingClientRect();
      const isIn = (row: HTMLElement): boolean => {
        const { top: begin, bottom: end } = row.getBoundingClientRect();
        return begin > top + 40 && end < bottom;
      };
      return bench.articles().filter(isIn);
    };
    const [from, to] = [onScreen().at(-1)!, (): HTMLElement => onScreen()[0]!];
    await sendMouse({ type: 'move', position: middle(from) });
    await sendMouse({ type: 'down' });
    const [x, y] = middle(from);
    await sendMouse({ type: 'move', position: [x + 40, y] });
    await bench.scrollTo(bench.scroller.scrollTop - 3000);
    await sendMouse({ type: 'move', position: middle(to()) });
    await bench.pass();
    await sendMouse({ type: 'up' });
    const places = [to(), from].map((row) => Number(row.ariaPosInSet));
    expect(places[1]! - places[0]!, 'messages from one to the other').to.be.greaterThan(30);
    const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
    bench.root.querySelector('.scroll')?.dispatchEvent(event);
    const copied = event.clipboardData?.getData('text/plain').split('\n') ?? [];
    expect(copied.length).to.equal(places[1]! - places[0]! + 1);
    expect([copied[0], copied.at(-1)].map((line) => /Message \d+/.exec(line ?? '')?.[0])).to.deep.equal([
      `Message ${places[0]! + 100}`,
      'Message 200',
    ]);
    document.getSelection()?.removeAllRanges();
  });

  it('[A7] says of an internal note that is copied with other messages that it is one', async () => {
    const at = (minutes: number): number => storyNow - minutes * 60_000;
    const bench = await timelineBench(
      talkOf([
        { at: at(3), direction: 'note', text: 'He owes us', by: 'sanne' },
        { at: at(2), direction: 'outgoing', text: 'Hello' },
      ]),
    );
    bench.timeline.focus();
    await bench.until('.tools');
    const range = bench.articles().map((row) => row.querySelector('.text')?.firstChild);
    if (!range[0] || !range[1]) throw new Error('there is nothing to select');
    document.getSelection()?.setBaseAndExtent(range[0], 0, range[1], 1);
    const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
    bench.root.querySelector('.scroll')?.dispatchEvent(event);
    const copied = event.clipboardData?.getData('text/plain').split('\n') ?? [];
    expect(copied[0]).to.match(/Sanne Bakker \(Internal\): He owes us$/);
    expect(copied[1]).to.match(/Sanne Bakker: Hello$/);
    document.getSelection()?.removeAllRanges();
  });

  it('[I9] shows a megabyte, a word of 100,000 letters and 10,000 marks without stopping the page', async () => {
    const texts = ['word '.repeat(200_000), 'W'.repeat(100_000), `z${'\u0301'.repeat(10_000)}`, '*_~`'.repeat(20_000)];
    const bench = await timelineBench(
      talkOf(texts.map((text, index) => ({ at: storyNow - (10 - index) * 60_000, direction: 'incoming', text }))),
    );
    await bench.pass(10);
    for (const article of bench.articles()) {
      expect(article.textContent.length, 'is cut').to.be.lessThan(4_000);
      expect(article.getBoundingClientRect().right).to.be.at.most(bench.scroller.getBoundingClientRect().right);
    }
    bench.timeline.focus();
    expect(deepActiveElement(document)?.tagName).to.equal('ARTICLE');
  });
});
