import { expect } from '@open-wc/testing';
import '../../src/elements/conversation-list/define.ts';
import { ForwardingAdapter } from '../../src/adapters/forwarding-adapter.ts';
import type { Conversation } from '../../src/domain/model.ts';
import type { MessagingAdapter, Page } from '../../src/ports/adapter.ts';
import { aConversation, aRecipientSummary } from '../../src/testing/index.ts';
import { many, seedOf, storyNow, type WorldOptions } from '../../stories/support.ts';
import { bench, type Bench } from './bench.ts';
import { allByRole, textOf } from './by-role.ts';

const count = 100_000;

type ListBench = Bench<HTMLElementTagNameMap['conversation-list']>;

const listOf = (world: WorldOptions): Promise<ListBench> =>
  bench('conversation-list', { ...world, attributes: { sort: 'newest', scope: 'all' } });

/** A backend with 100,000 conversations, made when they are asked for: filling one takes longer than the test. */
class Archive extends ForwardingAdapter {
  readonly limits: number[] = [];

  override listConversations(
    ...[, { cursor = '0', limit = 50 } = {}]: Parameters<MessagingAdapter['listConversations']>
  ): Promise<Page<Conversation>> {
    this.limits.push(limit);
    const [begin, end] = [Number(cursor), Math.min(count, Number(cursor) + limit)];
    const items = Array.from({ length: end - begin }, (_, index) => this.#conversation(begin + index));
    return Promise.resolve({ items, nextCursor: end === count ? null : String(end), total: count });
  }

  #conversation(index: number): Conversation {
    const id = `old-${String(index).padStart(6, '0')}`;
    const at = storyNow - index * 60_000;
    const recipient = aRecipientSummary({ id: `recipient-${index}`, name: `Klant ${index}`, organisation: null });
    return aConversation({ id, recipient, startedAt: at, lastActivityAt: at, lastMessage: null });
  }
}
const archive = (adapter: MessagingAdapter): Archive =>
  new Archive({ name: 'archive', load: () => Promise.resolve(adapter), owns: true });

const scrollerOf = ({ element }: ListBench): HTMLElement =>
  element.shadowRoot!.querySelector<HTMLElement>('.scroll') ?? expect.fail('nothing scrolls');

/** The mounted rows by the name they show. */
function mounted({ element }: ListBench): ReadonlyMap<string, HTMLElement> {
  return new Map(allByRole(element, 'option').map((row) => [textOf(row.querySelector('.name')), row]));
}

/** Names of the rows in which anything changes while it works, and of those that come. */
async function changedRows(list: ListBench, work: () => Promise<void>): Promise<readonly string[]> {
  const changed = new Set<string>();
  const nameOf = (node: Node): string => {
    const row = (node instanceof Element ? node : node.parentElement)?.closest('[role="option"]');
    return textOf(row?.querySelector('.name'));
  };
  const see = (records: readonly MutationRecord[]): void => {
    for (const { target, addedNodes, attributeName } of records) {
      // Where a row stands is written by script after each render, whatever changed.
      if (attributeName === 'style') continue;
      for (const node of [target, ...addedNodes]) changed.add(nameOf(node));
    }
  };
  const observer = new MutationObserver(see);
  const rows = list.element.shadowRoot!.querySelector('.rows')!;
  observer.observe(rows, { subtree: true, childList: true, attributes: true, characterData: true });
  await work();
  see(observer.takeRecords());
  observer.disconnect();
  changed.delete('');
  return [...changed];
}

describe('conversation-list with 100,000 conversations', () => {
  for (const [name, value] of [
    ['zoom', '1.4'],
    ['transform', 'scale(0.8)'],
  ] as const)
    it(`stacks rows without gap or overlap where the page has ${name}: ${value}`, async () => {
      const place = await listOf({ data: seedOf(many(60)) });
      place.element.parentElement?.style.setProperty('display', 'block');
      place.element.parentElement?.style.setProperty(name, value);
      place.element.requestUpdate();
      await place.pass();
      await place.pass();
      const boxes = [...mounted(place).values()].map((row) => row.getBoundingClientRect());
      boxes.sort((a, b) => a.top - b.top);
      expect(boxes.length).to.be.greaterThan(5);
      for (const [index, { bottom }] of boxes.slice(0, -1).entries())
        expect(boxes[index + 1]?.top).to.be.closeTo(bottom, 1);
    });

  it('stacks rows without gap or overlap when only their height changes, as with a token or the size of text', async () => {
    const list = await listOf({ data: seedOf(many(60)) });
    await list.pass();
    list.element.style.setProperty('--ce-list-row-size', '6rem');
    await list.pass();
    await list.pass();
    const boxes = [...mounted(list).values()].map((row) => row.getBoundingClientRect());
    boxes.sort((a, b) => a.top - b.top);
    expect(boxes[0]?.height).to.be.greaterThan(90);
    for (const [index, { bottom }] of boxes.slice(0, -1).entries())
      expect(boxes[index + 1]?.top).to.be.closeTo(bottom, 1);
  });

  it('[I9] mounts what is on screen however far it was scrolled, and keeps the rows that stay on screen', async function () {
    this.timeout(60_000);
    let limits: readonly number[] = [];
    const list = await listOf({
      adapt: (adapter) => {
        const made = archive(adapter);
        ({ limits } = made);
        return made;
      },
    });
    const scroller = scrollerOf(list);
    expect(list.element.rows.length).to.be.lessThan(200);
    let before = mounted(list);
    for (let screens = 0; list.element.rows.length < 1_000; screens += 1) {
      scroller.scrollBy(0, 400);
      await list.pass();
      const now = mounted(list);
      expect(now.size, `after ${screens} screens`).to.be.within(8, 40);
      const kept = [...now].filter(([name]) => before.has(name));
      expect(kept.length, `rows that stay after ${screens} screens`).to.be.greaterThan(4);
      expect(kept.every(([name, row]) => before.get(name) === row)).to.equal(true);
      before = now;
    }
    // The one that Tab reaches is mounted wherever it is.
    const last = [...before.keys()].slice(1).map((name) => Number(name.replace('Klant ', '')));
    expect(last).to.deep.equal(last.map((_, index) => (last[0] ?? 0) + index));
    expect(allByRole(list.element, 'option').at(-1)?.getAttribute('aria-setsize')).to.equal(String(count));
    // Who has scrolled far gets longer pages.
    expect([limits[0], limits.at(-1)]).to.deep.equal([50, 200]);
    expect(limits.length).to.be.lessThan(15);
  });

  it('renders nothing while a little is scrolled, and one row when one changes', async () => {
    const list = await listOf({ data: seedOf(many(1_000)) });
    const scroller = scrollerOf(list);
    for (let screens = 0; screens < 30; screens += 1) {
      scroller.scrollBy(0, 400);
      await list.pass();
    }
    const onScreen = [...mounted(list).keys()];
    const name = onScreen[8] ?? '';
    const place = list.element.rows.findIndex(({ conversation }) => conversation.recipient.name === name);
    const { id } = list.element.rows[place]!.conversation;
    expect(
      await changedRows(list, async () => {
        scroller.scrollBy(0, 40);
        await list.pass();
      }),
    ).to.deep.equal([]);
    const { adapter } = list.world;
    expect(
      await changedRows(list, async () => {
        await adapter.update(id, { addTags: ['spoed'] });
        await list.pass();
      }),
    ).to.deep.equal([name]);
  });
});
