import { expect } from '@open-wc/testing';
import '../../src/elements/conversation-monitor/define.ts';
import type { ConversationMonitor } from '../../src/elements/conversation-monitor/conversation-monitor.ts';
import { deepActiveElement } from '../../src/dom/focus.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { manyUnassigned, watched } from '../../stories/monitoring.ts';
import { seedOf, withoutPart, withPart } from '../../stories/support.ts';
import { type Bench, bench, type BenchOptions } from './bench.ts';
import { allByRole, byRole, nameOf, textOf } from './by-role.ts';

interface MonitorBench extends Bench<ConversationMonitor> {
  rows(): HTMLElement[];
  names(): string[];
  row(name: RegExp): HTMLElement;
  click(name: string | RegExp): Promise<void>;
  /** Chooses in a drop-down by its visible text. */
  select(label: string, option: string): Promise<void>;
  /** Lets the figures be counted again. */
  later(ms?: number): Promise<void>;
}

/** In most tests nobody but the supervisor is there; others are given work all the same, unless a test is about that. */
async function monitorBench(options: BenchOptions = {}, offersOffline = true): Promise<MonitorBench> {
  await import('../../src/locales/monitor.en.ts');
  const made = await bench('conversation-monitor', {
    data: watched,
    agentId: 'ines',
    width: 1200,
    height: 800,
    ...options,
  });
  const { element, pass, clock } = made;
  element.closest('conversation-provider')?.toggleAttribute('assign-offline', offersOffline);
  await pass(5);
  await pass();
  const rows = (): HTMLElement[] => allByRole(element, 'row').filter((row) => row.hasAttribute('data-index'));
  return {
    ...made,
    rows,
    names: () => rows().map((row) => textOf(row.querySelector('.name bdi'))),
    row: (name) => rows().find((row) => name.test(textOf(row.querySelector('.name bdi'))))!,
    click: async (name) => {
      byRole(element, 'button', name).click();
      await pass();
      await pass(5);
    },
    select: async (label, option) => {
      const select = byRole(element, 'combobox', label) as HTMLSelectElement;
      select.value = [...select.options].find(({ text }) => text === option)!.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await pass();
      await pass(5);
    },
    later: async (ms = 1_500) => {
      await clock.advance(ms);
      await pass();
      await pass(5);
    },
  };
}

const cells = (row: HTMLElement): string[] =>
  [...row.querySelectorAll('[role="gridcell"]')].slice(1).map((cell) => textOf(cell));
const box = (row: HTMLElement): HTMLInputElement => row.querySelector('input')!;
const tick = async (bench: MonitorBench, name: RegExp): Promise<void> => {
  box(bench.row(name)).click();
  await bench.pass();
};
const ownersOf = async ({ world }: MonitorBench, ...ids: string[]): Promise<(string | null)[]> =>
  Promise.all(ids.map(async (id) => (await world.adapter.getConversation(id)).coWorkerId));

describe('conversation-monitor', () => {
  it('[E1] shows every open conversation, those who wait longest first', async () => {
    const { names } = await monitorBench();
    expect(names().map((name) => name.replace(/^\+.*/, '(number)'))).to.deep.equal([
      'Aïsha de Vries',
      '(number)',
      'Mehmet Yılmaz',
      'Piotr Kowalski',
      'Fatima El Amrani',
      '(number)',
      'Wout Claes',
      'Annelies Jansen-van der Meulen',
    ]);
  });

  it('[E1] lets what has no co-worker, branch or recipient stand out', async () => {
    const { rows } = await monitorBench();
    const [, , , owner, branch] = ['', ...cells(rows()[1]!)];
    expect([owner, branch]).to.deep.equal(['Nobody', 'No branch']);
    expect(textOf(rows()[1]!.querySelector('.name'))).to.match(/Unknown$/);
    expect(rows()[1]!.querySelectorAll('.lacks')).to.have.length(3);
    expect(rows()[2]!.querySelectorAll('.lacks')).to.have.length(0);
  });

  for (const [tile, shown] of [
    [/^Without co-worker/, 4],
    [/^Unknown sender/, 2],
    [/^Without branch/, 1],
    [/^Waiting too long/, 2],
    [/^Unread/, 7],
  ] as const)
    it(`[E1] [E2] the tile ${String(tile)} shows the ${shown} it counts, and all again when pressed again`, async () => {
      const { element, click, rows } = await monitorBench();
      await click(tile);
      expect(rows()).to.have.length(shown);
      expect(nameOf(byRole(element, 'button', tile))).to.match(new RegExp(`: ${shown}$`));
      expect(byRole(element, 'button', tile).ariaPressed).to.equal('true');
      await click(tile);
      expect(rows()).to.have.length(8);
    });

  it('[E1] narrows by co-worker, branch, channel and state, and clears all of it', async () => {
    const { names, rows, select, click } = await monitorBench();
    await select('Co-worker', 'Joris van den Berg');
    expect(names()).to.deep.equal(['Piotr Kowalski']);
    await select('Co-worker', 'All co-workers');
    await select('Branch', 'Antwerpen');
    expect(names()).to.deep.equal(['Wout Claes']);
    await select('Branch', 'All branches');
    await select('State', 'Archived');
    expect(names()).to.deep.equal(['Jürgen Schmidt']);
    await click('Clear filters');
    expect(rows()).to.have.length(8);
  });

  it('[E1] a filter that says something else takes the place of the tile', async () => {
    const { element, click, select, names } = await monitorBench({ attributes: { cue: 'unassigned' } });
    expect(byRole(element, 'button', /^Without co-worker/).ariaPressed).to.equal('true');
    await select('Co-worker', 'Lotte Claes');
    expect(names()).to.deep.equal(['Wout Claes']);
    expect(byRole(element, 'button', /^Without co-worker/).ariaPressed).to.equal('false');
    expect(element.cue).to.equal(null);
    await click(/^Unread/);
    await select('State', 'Archived');
    expect(byRole(element, 'button', /^Unread/).ariaPressed).to.equal('false');
  });

  it('[E6] says of each how long the customer waits, and in which bucket that is', async () => {
    const { element, row } = await monitorBench();
    expect(textOf(row(/^Aïsha/).querySelector('.waits .visually-hidden'))).to.equal('Waits 3h, too late');
    expect(textOf(row(/^Mehmet/).querySelector('.waits .visually-hidden'))).to.equal('Waits 1h 25m, soon too late');
    expect(textOf(row(/^Fatima/).querySelector('.waits .visually-hidden'))).to.equal('Waits 12m, on time');
    expect(textOf(row(/^Annelies/).querySelector('.waits'))).to.equal('');
    expect(textOf(element.shadowRoot!.querySelector('.buckets'))).to.equal('On time 3 Soon too late 2 Too late 2');
  });

  it('[E6] takes the targets of the business, and moves customers on as time passes', async () => {
    const { element, later, row } = await monitorBench({ attributes: { 'danger-after': '10', 'late-after': '20' } });
    expect(textOf(element.shadowRoot!.querySelector('.buckets'))).to.equal('On time 2 Soon too late 1 Too late 4');
    await later(9 * 60_000);
    expect(textOf(element.shadowRoot!.querySelector('.buckets'))).to.equal('On time 0 Soon too late 2 Too late 5');
    expect(textOf(row(/^Fatima/).querySelector('.waits .visually-hidden'))).to.equal('Waits 21m, too late');
  });

  it('[E6] lets a customer come into “Waiting too long” by waiting, without losing the reader’s place', async () => {
    const { element, click, names, later } = await monitorBench({ attributes: { 'late-after': '90' } });
    await click(/^Waiting too long/);
    expect(names()).to.have.length(2);
    element.focus();
    await later(6 * 60_000);
    expect(names()).to.deep.equal([...names().slice(0, 2), 'Mehmet Yılmaz']);
    expect(deepActiveElement(document)?.getAttribute('data-index')).to.equal('0');
  });

  it('[E1] assigns one', async () => {
    const monitor = await monitorBench();
    const done = monitor.heard('conversations-change');
    await tick(monitor, /^Aïsha/);
    await monitor.select('Assign to', 'Joris van den Berg');
    await monitor.click('Assign');
    expect(await ownersOf(monitor, 'late-1', 'fresh-1')).to.deep.equal(['joris', null]);
    expect(cells(monitor.row(/^Aïsha/))[2]).to.equal('Joris van den Berg');
    expect(done.map(({ detail }) => detail)).to.deep.equal([{ done: 1, skipped: 0, failed: 0 }]);
  });

  it('[E1] [AG2] shows who is not logged in and does not offer them, unless the page says so', async () => {
    const offered = async (offersOffline: boolean): Promise<string[]> => {
      const monitor = await monitorBench({}, offersOffline);
      await tick(monitor, /^Aïsha/);
      const { options } = byRole(monitor.element, 'combobox', 'Assign to') as HTMLSelectElement;
      return [...options].map(({ text, disabled }) => `${text}${disabled ? ' ×' : ''}`);
    };
    expect(await offered(false)).to.include.members([
      'Joris van den Berg (not logged in) ×',
      'Ines Vermeulen',
      'Nobody',
    ]);
    expect(await offered(true)).to.include.members(['Joris van den Berg', 'Ines Vermeulen']);
  });

  it('[E1] leaves the rows where they are when one is chosen', async () => {
    const monitor = await monitorBench();
    const before = monitor.row(/^Piotr/).getBoundingClientRect().top;
    await tick(monitor, /^Piotr/);
    expect(byRole(monitor.element, 'button', 'Take over').checkVisibility()).to.equal(true);
    expect(monitor.row(/^Piotr/).getBoundingClientRect().top).to.equal(before);
    byRole(monitor.element, 'button', 'Clear selection').focus();
    await monitor.click('Clear selection');
    expect(deepActiveElement(document)?.getAttribute('role')).to.equal('row');
    expect(byRole(monitor.element, 'combobox', 'Co-worker').checkVisibility({ visibilityProperty: true })).to.equal(
      true,
    );
  });

  it('[E1] assigns many, says what became of it, and takes it back', async () => {
    const monitor = await monitorBench();
    await monitor.click(/^Without co-worker/);
    byRole(monitor.element, 'grid').querySelector<HTMLInputElement>('.titles input')!.click();
    await monitor.pass();
    expect(textOf(monitor.element.shadowRoot!.querySelector('.chosen'))).to.equal('4 conversations chosen');
    await monitor.select('Assign to', 'Sanne Bakker');
    await monitor.click('Assign');
    await monitor.later();
    expect(textOf(monitor.element.shadowRoot!.querySelector('.notice'))).to.equal('4 conversations changed. Undo');
    expect(monitor.rows()).to.have.length(0);
    expect(nameOf(byRole(monitor.element, 'button', /^Without co-worker/))).to.equal('Without co-worker: 0');
    await monitor.click('Undo');
    await monitor.later();
    expect(textOf(monitor.element.shadowRoot!.querySelector('.notice'))).to.equal('4 conversations are as they were.');
    expect(monitor.rows()).to.have.length(4);
  });

  it('[C11] assigns all that match, loaded or not', async () => {
    const monitor = await monitorBench({ data: manyUnassigned(130) });
    byRole(monitor.element, 'grid').querySelector<HTMLInputElement>('.titles input')!.click();
    await monitor.pass();
    await monitor.click('Choose all that match');
    expect(textOf(monitor.element.shadowRoot!.querySelector('.chosen'))).to.equal('All that match are chosen');
    await monitor.select('Assign to', 'Sanne Bakker');
    await monitor.click('Assign');
    await monitor.later();
    expect(textOf(monitor.element.shadowRoot!.querySelector('.notice'))).to.match(/^130 conversations changed/);
  });

  it('[C11] names each conversation that was left out or refused, and says why', async () => {
    const exceptions = [
      { conversationId: 'danger-1', outcome: 'skipped', reason: 'nothing-to-do' },
      { conversationId: 'late-1', outcome: 'failed', code: 'forbidden' },
    ] as const;
    const progress = { total: 131, done: 1, skipped: 100, failed: 30 };
    const monitor = await monitorBench({
      adapt: withPart('bulk', () => ({
        run: ({ operationId }) => Promise.resolve({ operationId, state: 'finished', progress }),
        undo: () => Promise.reject(new AdapterError('not-found', 'nothing to undo')),
        stop: () => Promise.resolve(),
        listResults: () => Promise.resolve({ items: exceptions, nextCursor: null, total: 131 }),
      })),
    });
    byRole(monitor.element, 'grid').querySelector<HTMLInputElement>('.titles input')!.click();
    await monitor.pass();
    await monitor.select('Assign to', 'Sanne Bakker');
    await monitor.click('Assign');
    await monitor.later();
    const notice = monitor.element.shadowRoot!.querySelector('.notice')!;
    expect(notice.querySelectorAll('li')).to.have.length(0);
    notice.querySelector('summary')!.click();
    await monitor.pass();
    await monitor.pass();
    expect([...notice.querySelectorAll('li')].map((item) => textOf(item))).to.deep.equal([
      'Aïsha de Vries: You have no permission for this.',
      'Mehmet Yılmaz: it was so already',
      'and 128 more',
    ]);
  });

  it('[E1] moves to another branch', async () => {
    const monitor = await monitorBench();
    await monitor.click(/^Without branch/);
    await tick(monitor, /./);
    await monitor.select('Move to branch', 'Antwerpen');
    await monitor.click('Move');
    await monitor.later();
    expect((await monitor.world.adapter.getConversation('late-2')).branchId).to.equal('antwerp');
    expect(nameOf(byRole(monitor.element, 'button', /^Without branch/))).to.equal('Without branch: 0');
  });

  it('[E7] takes over from a colleague, with the permission', async () => {
    const monitor = await monitorBench();
    await tick(monitor, /^Piotr/);
    await monitor.click('Take over');
    expect(await ownersOf(monitor, 'danger-2')).to.deep.equal(['ines']);
  });

  it('[AG5] asks before it takes over from a colleague who may be there, and says who that is', async () => {
    const monitor = await monitorBench({ agentId: 'sanne', adapt: withoutPart('presence') });
    await Promise.all([
      import('../../src/elements/conversation-monitor/question.ts'),
      import('../../src/locales/inbox.en.ts'),
    ]);
    await tick(monitor, /^Piotr/);
    await monitor.click('Take over');
    const question = () => monitor.element.shadowRoot?.querySelector('dialog') ?? null;
    while (!question()?.open) await monitor.pass();
    expect(textOf(question())).to.include('Joris van den Berg has this conversation');
    byRole(question() as Element, 'button', 'Cancel').click();
    await monitor.pass();
    expect([await ownersOf(monitor, 'danger-2'), question()]).to.deep.equal([['joris'], null]);
    await monitor.click('Take over');
    await monitor.pass();
    byRole(question() as Element, 'button', 'Take over').click();
    await monitor.later();
    expect([await ownersOf(monitor, 'danger-2'), question()]).to.deep.equal([['sanne'], null]);
  });

  it('[AG5] takes what nobody has without a question', async () => {
    const monitor = await monitorBench({ agentId: 'sanne', adapt: withoutPart('presence') });
    await tick(monitor, /^Aïsha/);
    await monitor.click('Take over');
    expect(await ownersOf(monitor, 'late-1')).to.deep.equal(['sanne']);
  });

  it('[E7] takes over from a colleague who has gone, also without the permission', async () => {
    const monitor = await monitorBench({ agentId: 'sanne' });
    await tick(monitor, /^Piotr/);
    await monitor.click('Take over');
    expect(await ownersOf(monitor, 'danger-2')).to.deep.equal(['sanne']);
  });

  it('[E7] shows what each co-worker has on the desk, and narrows the list to one', async () => {
    const { element, names, click } = await monitorBench();
    const table = byRole(element, 'table');
    const rows = [...table.querySelectorAll('tbody tr')].map((row) => textOf(row));
    expect(rows).to.deep.equal([
      'Not online:Sanne Bakker 2 1 0',
      'Not online:Joris van den Berg 1 1 0',
      'Not online:Lotte Claes 1 1 0',
      'Online:Ines Vermeulen 0 0 0',
      'Nobody’s 4 4 2',
    ]);
    await click(/Joris van den Berg$/);
    expect(names()).to.deep.equal(['Piotr Kowalski']);
    await click(/Joris van den Berg$/);
    expect(names()).to.have.length(8);
  });

  it('[E7] says at once who comes and goes', async () => {
    const { element, world, pass } = await monitorBench();
    const present = (): string => textOf(byRole(element, 'table').querySelector('tbody tr'));
    expect(present()).to.include('Not online');
    const colleague = world.backend.adapter({ agentId: 'sanne' });
    await colleague.connect({
      locale: 'en',
      timeZone: 'UTC',
      token: () => Promise.resolve(''),
      log: () => undefined,
    });
    await pass();
    await pass();
    expect(present()).to.include('Online');
    await colleague.close();
    await pass();
    await pass();
    expect(present()).to.include('Not online');
  });

  it('[E7] keeps the load true when a conversation changes hands', async () => {
    const { element, world, later } = await monitorBench();
    await world.session.update('late-1', { coWorkerId: 'lotte' });
    await later();
    expect(textOf(byRole(element, 'table'))).to.include('Lotte Claes 2 2 1');
  });

  it('opens a conversation by click and by Enter, and marks its row', async () => {
    const { element, heard, press, row } = await monitorBench();
    const asked = heard('conversation-open-request');
    row(/^Mehmet/).click();
    element.focus();
    await press('Home');
    await press('Enter');
    expect(asked.map(({ detail }) => detail.conversationId)).to.deep.equal(['danger-1', 'late-1']);
    expect(row(/^Aïsha/).getAttribute('aria-current')).to.equal('true');
  });

  it('chooses with the keyboard: Space, Shift+Space for a range, Escape for none', async () => {
    const { element, press, row } = await monitorBench();
    element.focus();
    await press('Home');
    await press(' ');
    await press('ArrowDown');
    await press('ArrowDown');
    await press(' ', { shiftKey: true });
    expect(textOf(element.shadowRoot!.querySelector('.chosen'))).to.equal('3 conversations chosen');
    expect(row(/^Mehmet/).getAttribute('aria-selected')).to.equal('true');
    await press('Escape');
    expect(element.shadowRoot!.querySelector('.selection')).to.equal(null);
    expect(deepActiveElement(document)?.getAttribute('data-index')).to.equal('2');
  });

  it('[I9] mounts what is on screen, whatever the number of conversations', async () => {
    const { rows } = await monitorBench({ data: manyUnassigned(400) });
    expect(rows().length).to.be.within(5, 60);
  });

  it('says what a customer writes at once', async () => {
    const { names, customerWrites } = await monitorBench();
    await customerWrites('answered', 'Hebben jullie al iemand?');
    expect(names().indexOf('Annelies Jansen-van der Meulen')).to.equal(7);
    const { row } = await monitorBench();
    expect(cells(row(/^Annelies/))[1]).to.match(/^WhatsApp, Outgoing:/);
  });

  it('shows nothing that it does not know where the backend cannot count', async () => {
    const { element, rows } = await monitorBench({ adapt: withoutPart('counts') });
    expect(rows()).to.have.length(8);
    expect(nameOf(byRole(element, 'button', /^Waiting too long/))).to.equal('Waiting too long: not counted');
    expect(allByRole(element, 'table')).to.have.length(0);
    expect(element.shadowRoot!.querySelector('.buckets')).to.equal(null);
  });

  for (const width of [320, 1200])
    it(`has everything in its place at ${width} px before figures, names and rows come`, async () => {
      const { element, rows, pass, later } = await monitorBench({
        width,
        prepare: ({ adapter }) => adapter.faults.every({ kind: 'slow', ms: 2_000 }),
      });
      const parts = '.tiles, .filters, .filters .field, .main, .list';
      const places = (): string[] =>
        [...element.shadowRoot!.querySelectorAll(parts)].map((part) => {
          const { x, y, width: wide } = part.getBoundingClientRect();
          return `${part.className} ${part.ariaLabel ?? ''} ${[x, y, wide].map(Math.round).join()}`;
        });
      const before = places();
      expect(rows()).to.have.length(0);
      for (let turn = 0; turn < 10; turn += 1) await pass(2_000);
      await later();
      expect(rows()).to.have.length(8);
      expect(element.shadowRoot!.querySelector('.buckets')!.checkVisibility({ visibilityProperty: true })).to.equal(
        true,
      );
      expect(places()).to.deep.equal(before);
    });

  it('says that nothing matches and clears the filters, or that there is nothing at all', async () => {
    const { element, click, rows } = await monitorBench({ data: manyUnassigned(3), attributes: { cue: 'unmatched' } });
    expect(textOf(element.shadowRoot!.querySelector('.empty'))).to.include('Nothing to look at here');
    byRole(element.shadowRoot!.querySelector('.empty')!, 'button', 'Clear filters').click();
    await click(/^Unread/);
    expect(rows()).to.have.length(3);
    const { element: empty } = await monitorBench({ data: seedOf([]), agentId: 'sanne' });
    expect(textOf(empty.shadowRoot!.querySelector('.empty'))).to.include('No conversations');
  });

  it('says that the list could not be loaded, and tries again', async () => {
    const { element, world, click, rows } = await monitorBench({
      prepare: ({ adapter }) =>
        adapter.faults.every({ kind: 'error', error: new AdapterError('forbidden', 'test') }, 'listConversations'),
    });
    expect(textOf(element.shadowRoot!.querySelector('.empty'))).to.include('You have no permission for this.');
    world.adapter.faults.every(null, 'listConversations');
    await click('Try again');
    expect(rows()).to.have.length(8);
  });

  for (const width of [320, 700])
    it(`at ${width} px right-to-left stays inside its box, and shows the co-workers on demand`, async () => {
      const { element, click } = await monitorBench({ width, dir: 'rtl' });
      const host = element.getBoundingClientRect();
      for (const part of element.shadowRoot!.querySelectorAll('.row .cell, .filters > *, .summary > *')) {
        const { left, right, width: own } = part.getBoundingClientRect();
        if (own <= 1) continue;
        expect(left, part.className).to.be.at.least(host.left - 1);
        expect(right, part.className).to.be.at.most(host.right + 1);
      }
      expect(byRole(element, 'table').checkVisibility()).to.equal(false);
      await click('Show co-workers');
      expect(byRole(element, 'table').checkVisibility()).to.equal(true);
    });
});
