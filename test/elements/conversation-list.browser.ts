import { expect } from '@open-wc/testing';
import '../../src/elements/conversation-list/define.ts';
import { ForwardingAdapter } from '../../src/adapters/forwarding-adapter.ts';
import { toCmIncoming } from '../../src/domain/cm-messages.ts';
import { deepActiveElement } from '../../src/dom/focus.ts';
import type { MessagingAdapter } from '../../src/ports/adapter.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { aDraft } from '../../src/testing/index.ts';
import { ago, many, morning, seedOf } from '../../stories/support.ts';
import { bench, type BenchOptions } from './bench.ts';
import { allByRole, byRole, nameOf, textOf } from './by-role.ts';

/** A backend that can do everything but search. */
class Unsearchable extends ForwardingAdapter {
  override async connect(...call: Parameters<ForwardingAdapter['connect']>): ReturnType<ForwardingAdapter['connect']> {
    const session = await super.connect(...call);
    const { capabilities } = session;
    return { ...session, capabilities: { ...capabilities, can: { ...capabilities.can, search: false } } };
  }
}
const withoutSearch = (adapter: MessagingAdapter): MessagingAdapter =>
  new Unsearchable({ name: 'unsearchable', load: () => Promise.resolve(adapter), owns: true });

const listBench = (options: BenchOptions = {}) =>
  bench('conversation-list', { ...options, attributes: { sort: 'newest', ...options.attributes } });

const names = (list: Element): string[] => allByRole(list, 'option').map((row) => textOf(row.querySelector('.name')));
const focused = (): string => textOf(deepActiveElement(document)?.querySelector('.name'));

describe('conversation-list', () => {
  it('[C1] shows the conversations of the co-worker in the order asked for', async () => {
    const { element } = await listBench();
    expect(names(element).slice(0, 3)).to.deep.equal([
      'Aïsha de Vries',
      '+31 6 7764 3620',
      'Annelies Jansen-van der Meulen',
    ]);
    expect(names(element)).not.to.include('Wout Claes');
  });

  it('[C1] shows the whole branch when the co-worker filter is cleared, and only mine again when wanted', async () => {
    const { element, pass } = await listBench({ agentId: 'joris' });
    expect(names(element)).to.deep.equal(['Wout Claes']);
    byRole(element, 'button', 'Clear co-worker filter: Joris van den Berg').click();
    await pass();
    expect(names(element)).to.include('Aïsha de Vries');
    expect(nameOf(byRole(element, 'option', /^Aïsha/))).to.include('Sanne Bakker');
    byRole(element, 'button', 'Only mine').click();
    await pass();
    expect(names(element)).to.deep.equal(['Wout Claes']);
  });

  it('[C1] shows every branch to who has none when the co-worker filter is cleared', async () => {
    const seed = seedOf(morning);
    const coWorkers = (seed.coWorkers ?? []).map((one) => (one.id === 'joris' ? { ...one, branchId: null } : one));
    const { element, pass } = await listBench({ agentId: 'joris', data: { ...seed, coWorkers } });
    byRole(element, 'button', 'Clear co-worker filter: Joris van den Berg').click();
    await pass();
    expect(element.scope).to.equal('all');
    expect(names(element)).to.include('Aïsha de Vries');
    byRole(element, 'button', 'Only mine').click();
    await pass();
    expect(names(element)).to.deep.equal(['Wout Claes']);
  });

  it('[C1] shows what is of other branches and of none when the branch is cleared too, and the branch again', async () => {
    const data = seedOf(morning.map((talk) => (talk.id === 'aisha' ? { ...talk, fields: { branchId: null } } : talk)));
    const { element, pass } = await listBench({ data, attributes: { scope: 'branch' } });
    expect(names(element)).not.to.include('Aïsha de Vries');
    while (allByRole(element, 'button', 'Clear branch filter: Utrecht').length === 0) await pass();
    byRole(element, 'button', 'Clear branch filter: Utrecht').click();
    await pass();
    expect(element.scope).to.equal('all');
    expect(names(element)).to.include('Aïsha de Vries');
    byRole(element, 'button', 'Utrecht').click();
    await pass();
    expect(element.scope).to.equal('branch');
  });

  it('shows a sign on what is archived', async () => {
    const { element } = await listBench();
    expect(byRole(element, 'option', /^Jürgen/).querySelector('[title="Archived"]')).not.to.equal(null);
    expect(byRole(element, 'option', /^Aïsha/).querySelector('[title="Archived"]')).to.equal(null);
  });

  it("[C1] shows one recipient's conversations from their card", async () => {
    const { element } = await listBench({ attributes: { scope: 'recipient', 'recipient-id': 'recipient-mehmet' } });
    expect(names(element)).to.deep.equal(['Mehmet Yılmaz']);
  });

  it('names a row by recipient, channel, unread, last text, time and state', async () => {
    const { element } = await listBench();
    const name = nameOf(byRole(element, 'option', /^Aïsha/));
    expect(name).to.match(/^Aïsha de Vries, Bakkerij De Vries, WhatsApp, 2 unread, Incoming: Kan ik daar parkeren\?, /);
    expect(name).to.include('Tuesday, March 3, 2026');
    expect(name).to.include('waiting for 9m');
    expect(nameOf(byRole(element, 'option', /^Jürgen/))).to.include('Archived');
  });

  it('[ED5] says of a last message that was taken back that it is gone', async () => {
    const { element, pass, world } = await listBench();
    const { channels } = await world.adapter.getConversation('aisha');
    const from = channels.find(({ channel }) => channel === 'whatsapp')?.address ?? '';
    const write = (reference: string, text: string, more: object = {}): Promise<unknown> => {
      const [channel, to, at] = ['whatsapp', '3669', world.session.serverNow()] as const;
      const content = { kind: 'text', text } as const;
      return world.backend.receive(toCmIncoming({ channel, from, to, at, reference, content, ...more }));
    };
    await write('R1', 'Forget this');
    await write('R2', '', { revision: 'deleted', messageContext: 'R1' });
    await pass(100);
    const row = byRole(element, 'option', /^Aïsha/);
    expect(textOf(row)).to.include('This message was deleted.');
    expect(nameOf(row)).to.include('This message was deleted.');
    expect(textOf(row)).not.to.include('Forget');
  });

  it('gives the full date on hover and relative within today, then weekday, then date', async () => {
    const { element } = await listBench();
    const times = allByRole(element, 'option').map((row) => row.querySelector('time'));
    expect(times[0]?.title).to.match(/^Tuesday, March 3, 2026/);
    expect(times.map((time) => textOf(time))).to.include.members(['2:32 PM', 'Mon', 'Jan 22', '11/20/25']);
  });

  it('[C2] chooses a row by click: asks first, then tells', async () => {
    const { element, heard, pass } = await listBench();
    const asked = heard('conversation-open-request');
    const told = heard('conversation-change');
    byRole(element, 'option', /^Mehmet/).click();
    await pass();
    expect(asked.map(({ detail }) => detail.conversationId)).to.deep.equal(['mehmet']);
    expect(asked[0]?.detail.recipient.name).to.equal('Mehmet Yılmaz');
    expect(told.map(({ detail }) => detail.conversationId)).to.deep.equal(['mehmet']);
    expect(byRole(element, 'option', /^Mehmet/).getAttribute('aria-selected')).to.equal('true');
  });

  it('leaves the selection alone when the page cancels', async () => {
    const { element, heard, pass } = await listBench({ attributes: { 'conversation-id': 'aisha' } });
    const told = heard('conversation-change');
    element.addEventListener('conversation-open-request', (event) => event.preventDefault());
    byRole(element, 'option', /^Mehmet/).click();
    await pass();
    expect(told).to.have.length(0);
    expect(element.conversationId).to.equal('aisha');
  });

  it('moves one tab stop with the arrow, Home, End and Page keys, and opens with Enter', async () => {
    const { element, press } = await listBench({ attributes: { 'conversation-id': 'jansen' } });
    expect(allByRole(element, 'option').filter((row) => row.tabIndex === 0)).to.have.length(1);
    element.focus();
    expect(focused()).to.equal('Annelies Jansen-van der Meulen');
    await press('ArrowDown');
    expect(focused()).to.equal('Piotr Kowalski');
    await press('Home');
    expect(focused()).to.equal('Aïsha de Vries');
    await press('ArrowUp');
    expect(focused()).to.equal('Aïsha de Vries');
    await press('PageDown');
    await press('PageDown');
    await press('End');
    expect(focused()).to.equal('Kees de Wit');
    await press('PageUp');
    expect(focused()).not.to.equal('Kees de Wit');
    await press('Enter');
    expect(
      textOf(
        allByRole(element, 'option')
          .find((row) => row.ariaSelected === 'true')
          ?.querySelector('.name'),
      ),
    ).to.equal(focused());
  });

  it('[C6] shows the chosen tab whole, also when counts make the tabs wider than the list', async () => {
    const { element, pass } = await listBench();
    element.style.inlineSize = '220px';
    element.tab = 'spam';
    await pass();
    const strip = byRole(element, 'tablist', 'Conversations').getBoundingClientRect();
    const tab = byRole(element, 'tab', 'Spam').getBoundingClientRect();
    expect(tab.left).to.be.at.least(strip.left);
    expect(Math.floor(tab.right)).to.be.at.most(Math.ceil(strip.right));
  });

  it('[C6] keeps the chosen tab whole when the list becomes narrower', async () => {
    const { element, pass } = await listBench({ attributes: { tab: 'archived', style: 'inline-size: 900px' } });
    const strip = byRole(element, 'tablist', 'Conversations');
    const beyond = (): number =>
      Math.floor(byRole(element, 'tab', 'Archived').getBoundingClientRect().right) -
      Math.ceil(strip.getBoundingClientRect().right);
    expect(beyond(), 'while there is room').to.be.at.most(0);
    for (const size of ['300px', '220px']) {
      element.style.inlineSize = size;
      await pass();
      expect(beyond(), size).to.be.at.most(0);
    }
    expect(strip.scrollWidth, 'not all of them fit').to.be.above(strip.clientWidth);
  });

  it('[C6] shows it whole from the start', async () => {
    const { element } = await listBench({ attributes: { tab: 'spam', style: 'inline-size: 220px' } });
    const strip = byRole(element, 'tablist', 'Conversations').getBoundingClientRect();
    const tab = byRole(element, 'tab', 'Spam').getBoundingClientRect();
    expect(Math.floor(tab.right)).to.be.at.most(Math.ceil(strip.right));
  });

  for (const zoom of ['0.5', '2'])
    it(`[C6] shows it whole, and no further than that, in a page with zoom ${zoom}`, async () => {
      document.documentElement.style.setProperty('zoom', zoom);
      try {
        const { element, pass } = await listBench();
        element.style.inlineSize = '220px';
        await pass();
        element.tab = 'spam';
        await pass();
        const strip = byRole(element, 'tablist', 'Conversations');
        const edge = (): number =>
          (strip.getBoundingClientRect().right - byRole(element, 'tab', 'Spam').getBoundingClientRect().right) /
          Number(zoom);
        expect(edge(), 'as far from the edge as it fades').to.be.closeTo(24, 2);
      } finally {
        document.documentElement.style.removeProperty('zoom');
      }
    });

  it('marks unread, failed, draft, waiting and a window about to close, each in words too', async () => {
    const { element } = await listBench({
      prepare: ({ storage }) =>
        void storage.putDraft(
          aDraft({
            key: { conversationId: 'jansen', mode: 'reply', channel: 'sms' },
            text: 'Wij hebben',
            updatedAt: ago(1, 'm'),
          }),
        ),
    });
    expect(nameOf(byRole(element, 'option', /^Piotr/))).to.include('1 message not sent');
    expect(nameOf(byRole(element, 'option', /^Annelies/))).to.include('Draft: Wij hebben');
    expect(nameOf(byRole(element, 'option', /^Mehmet/))).to.include('WhatsApp: 3h left to reply');
    expect(textOf(byRole(element, 'option', /^Annelies/).querySelector('.draft'))).to.equal('Draft');
  });

  it('says the beginning of a long draft, and not a megabyte', async () => {
    const { element } = await listBench({
      prepare: ({ storage }) =>
        void storage.putDraft(
          aDraft({
            key: { conversationId: 'jansen', mode: 'reply', channel: 'sms' },
            text: 'Wij hebben '.repeat(100_000),
            updatedAt: ago(1, 'm'),
          }),
        ),
    });
    const name = nameOf(byRole(element, 'option', /^Annelies/));
    expect(name).to.include('Draft: Wij hebben Wij hebben');
    expect(name.length).to.be.below(1000);
  });

  it('takes in what customers write: the row says so and comes first', async () => {
    const { element, customerWrites } = await listBench();
    await customerWrites('photo', 'Hier is nog een foto');
    expect(names(element)[0]).to.equal('Fatima El Amrani');
    expect(nameOf(byRole(element, 'option', /^Fatima/))).to.include('1 unread, Incoming: Hier is nog een foto');
  });

  it('[I10] hands the focus to the next row when the focused one leaves the list', async () => {
    const { element, pass, world } = await listBench({ attributes: { 'unread-only': '' } });
    element.focus();
    expect(focused()).to.equal('Aïsha de Vries');
    await world.session.markRead('aisha');
    await pass(3000);
    expect(names(element)).not.to.include('Aïsha de Vries');
    expect(focused()).to.equal('+31 6 7764 3620');
  });

  it('searches by name and by number once the hand rests, and clears', async () => {
    const { element, pass } = await listBench();
    const field = element.shadowRoot?.querySelector('input');
    expect(field?.ariaLabel).to.equal('Search conversations');
    const type = async (text: string) => {
      Object.assign(field ?? {}, { value: text });
      field?.dispatchEvent(new Event('input'));
      await pass(300);
      await pass();
    };
    await type('yılmaz');
    expect(names(element)).to.deep.equal(['Mehmet Yılmaz']);
    await type('06 7764 3620');
    expect(names(element)).to.deep.equal(['+31 6 7764 3620']);
    await type('nobody by this name');
    expect(textOf(element.shadowRoot)).to.include('No conversation matches “nobody by this name”.');
    byRole(element, 'button', 'Clear filters').click();
    await pass();
    expect(names(element).length).to.be.greaterThan(5);
    expect(field?.value).to.equal('');
  });

  it('hides the search where the backend cannot search', async () => {
    const { element } = await listBench({
      adapt: withoutSearch,
    });
    expect(element.shadowRoot?.querySelector('input')).to.equal(null);
    expect(names(element)).to.include('Aïsha de Vries');
  });

  it('filters what is unread, and says which filter hides everything', async () => {
    const { element, pass } = await listBench({ data: seedOf(morning.filter(({ unread }) => unread === undefined)) });
    byRole(element, 'button', 'Unread').click();
    await pass();
    expect(textOf(element.shadowRoot)).to.include('The list shows unread conversations only.');
    byRole(element, 'button', 'Clear filters').click();
    await pass();
    expect(names(element)).to.include('Kees de Wit');
  });

  it('says what to do when there is nothing yet', async () => {
    const { element } = await listBench({ data: seedOf([]) });
    expect(textOf(element.shadowRoot)).to.include('No conversations yet');
  });

  it('tells the number of unread conversations, and again when it changes', async () => {
    const { heard, customerWrites, pass, element } = await listBench({ attributes: { scope: 'all' } });
    const told = heard('unread-change');
    element.setAttribute('scope', 'mine');
    await pass();
    await pass();
    await customerWrites('photo', 'Hallo');
    await pass(1500);
    expect(told.map(({ detail }) => detail.unread)).to.deep.equal([4]);
  });

  it('says why it could not load, and loads when tried again', async () => {
    const { element, world, pass } = await listBench({
      prepare: ({ adapter }) =>
        adapter.faults.every({ kind: 'error', error: new AdapterError('unavailable', 'test') }, 'listConversations'),
    });
    expect(textOf(element.shadowRoot)).to.include(
      'The conversations could not be loaded. The server cannot be reached.',
    );
    world.adapter.faults.every(null, 'listConversations');
    byRole(element, 'button', 'Try again').click();
    await pass();
    expect(names(element)).to.include('Aïsha de Vries');
  });

  it('keeps its rows when a refresh fails, and says so', async () => {
    const { element, world, pass } = await listBench();
    world.adapter.faults.every({ kind: 'error', error: new AdapterError('unavailable', 'test') }, 'listConversations');
    await element.reload();
    await pass();
    expect(names(element)).to.include('Aïsha de Vries');
    expect(textOf(element.shadowRoot)).to.include('The list may be out of date. The server cannot be reached.');
  });

  it('changes language and clock at run time', async () => {
    const { element, pass } = await listBench();
    const provider = element.closest('conversation-provider');
    provider?.setAttribute('locale', 'nl');
    await provider?.updateComplete;
    // The Dutch texts are a chunk of their own.
    while (element.shadowRoot?.querySelector('input')?.ariaLabel !== 'Gesprekken zoeken') await pass();
    expect(nameOf(byRole(element, 'option', /^Aïsha/))).to.include('2 ongelezen, Ingaand: Kan ik daar parkeren?');
    expect(textOf(byRole(element, 'option', /^Aïsha/).querySelector('time'))).to.equal('14:32');
  });

  it('[I9] mounts only the rows on screen and loads more before the end is reached', async () => {
    const { element, pass } = await listBench({ data: seedOf(many(400)) });
    const mounted = (): number => allByRole(element, 'option').length;
    expect(mounted()).to.be.within(8, 40);
    const scroller = element.shadowRoot?.querySelector('.scroll');
    for (let screens = 0; screens < 60; screens += 1) {
      scroller?.scrollBy(0, 450);
      await pass();
      expect(mounted(), `after ${screens} screens`).to.be.within(8, 40);
    }
    expect(element.rows.length).to.be.greaterThan(300);
    expect(names(element)).to.include.members(
      [`Klant ${String(element.rows.length).padStart(4, '0')}`].slice(element.rows.length < 400 ? 1 : 0),
    );
  });

  it('keeps what is on screen in place when rows come in above it', async () => {
    const { element, customerWrites, pass } = await listBench({ data: seedOf(many(120)) });
    const scroller = element.shadowRoot?.querySelector('.scroll');
    scroller?.scrollTo(0, 1000);
    await pass();
    const row = byRole(element, 'option', /^Klant 0025/);
    const before = row.getBoundingClientRect().top;
    await customerWrites('many-0100', 'Nieuw bericht');
    expect(byRole(element, 'option', /^Klant 0025/).getBoundingClientRect().top).to.equal(before);
    expect(element.rows[0]?.conversation.id).to.equal('many-0100');
  });

  it('keeps what it loaded when it is moved, and loads again when it returns', async () => {
    const { element, pass, world } = await listBench();
    const parent = element.parentElement;
    parent?.append(element); // a move
    await pass();
    expect(world.adapter.faults.log.filter(({ call }) => call === 'listConversations').length).to.equal(2);
    element.remove();
    await pass();
    parent?.append(element);
    await pass();
    await pass();
    expect(names(element)).to.include('Aïsha de Vries');
  });

  it('leaves no timer behind when it leaves in the middle of everything', async () => {
    const { element, pass, world, clock } = await listBench();
    const field = element.shadowRoot?.querySelector('input');
    Object.assign(field ?? {}, { value: 'yılmaz' });
    field?.dispatchEvent(new Event('input'));
    byRole(element, 'option', /^Mehmet/).dispatchEvent(
      new PointerEvent('pointermove', { bubbles: true, composed: true }),
    );
    element.remove();
    await pass();
    await world.session.close();
    expect(clock.pending).to.equal(0);
  });

  for (const dir of ['ltr', 'rtl'] as const)
    it(`fits 320 px in ${dir}: nothing sticks out of its row`, async () => {
      const { element } = await listBench({ width: 320, dir });
      const box = element.getBoundingClientRect();
      for (const row of allByRole(element, 'option'))
        for (const part of [row, ...row.querySelectorAll('*')]) {
          const { left, right } = part.getBoundingClientRect();
          expect(left, part.className).to.be.at.least(box.left - 1);
          expect(right, part.className).to.be.at.most(box.right + 1);
        }
    });

  it('works without a style attribute anywhere', async () => {
    const { element } = await listBench();
    const styled = [...(element.shadowRoot?.querySelectorAll('[style]') ?? [])].filter(
      (part) => !part.matches('.row, .rows'), // set through the style object, which the policy allows
    );
    expect(styled).to.have.length(0);
  });
});
