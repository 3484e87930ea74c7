import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/conversation-list/define.ts';
import { deepActiveElement } from '../../src/dom/focus.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { inbox } from '../../stories/inbox-seed.ts';
import { withoutPart, withPart } from '../../stories/support.ts';
import { type Bench, bench, type BenchOptions } from './bench.ts';
import { allByRole, byRole, descriptionOf, textOf } from './by-role.ts';
import { hasTools } from './has-tools.ts';
import { hostDialog } from './host-dialog.ts';

type List = HTMLElementTagNameMap['conversation-list'];

/** The inbox of a team, with the chunk of tools loaded. */
async function team(options: BenchOptions = {}): Promise<Bench<List>> {
  await Promise.all([
    import('../../src/elements/conversation-list/soon/soon.ts'),
    import('../../src/elements/conversation-list/tools/tools.ts'),
    import('../../src/locales/inbox.en.ts'),
  ]);
  const list = await bench('conversation-list', {
    data: inbox,
    height: 900,
    width: 420,
    ...options,
    attributes: { scope: 'branch', sort: 'newest', ...options.attributes },
  });
  while (!hasTools(list.element)) await list.pass();
  return list;
}

const names = (list: Element): string[] => allByRole(list, 'option').map((row) => textOf(row.querySelector('.name')));
const counts = (list: Element): Record<string, string> =>
  Object.fromEntries(allByRole(list, 'tab').map((tab) => [tab.ariaLabel ?? '', descriptionOf(tab)]));
const dialogOf = (list: Element): HTMLDialogElement => {
  const dialog = list.shadowRoot?.querySelector('dialog');
  if (!dialog) throw new Error('no dialog is open');
  return dialog;
};

async function choose({ element, pass }: Bench<List>, label: string): Promise<void> {
  const option = [...dialogOf(element).querySelectorAll('label')].find((one) => textOf(one).startsWith(label));
  if (!option) throw new Error(`there is no ${label}`);
  option.click();
  await pass();
}

async function press({ element, pass }: Bench<List>, label: string | RegExp, root: Element = element): Promise<void> {
  byRole(root, 'button', label).click();
  await pass();
}

describe('conversation-list of a team', () => {
  it('[C1 C6 C8 C10] moves no row, tab or button once rows are there, whatever comes after them', async () => {
    const seen = new Set<string>();
    const place = (one: Element): string => {
      const { x, y, height } = one.getBoundingClientRect();
      return `${textOf(one)} ${x} ${y} ${height}`;
    };
    let isWatching = true;
    const watch = (): void => {
      const list = document.querySelector('conversation-list');
      const [row] = list ? allByRole(list, 'option') : [];
      if (list && row)
        seen.add(
          [
            row.getBoundingClientRect().y,
            ...allByRole(list, 'tab').map(place),
            ...allByRole(list, 'button', /Unread|Filter1|Only mine|Saved|several|New conv/).map(place),
          ].join(),
        );
      if (isWatching) requestAnimationFrame(watch);
    };
    watch();
    const list = await team({ width: 300, attributes: { view: 'scope=branch&sort=newest&tag=factuur' } });
    for (let passes = 0; passes < 3; passes += 1) await list.pass();
    isWatching = false;
    expect(Object.values(counts(list.element))).not.to.include('');
    expect(allByRole(list.element, 'button', 'Remove filter: #factuur')).to.have.length(1);
    expect([...seen]).to.have.length(1);
  });

  it('[C8] opens what was pressed last before its code had come', async () => {
    let answer = (): void => undefined;
    const gate = new Promise<readonly []>((resolve) => (answer = () => resolve([])));
    const { element, pass } = await bench('conversation-list', {
      data: inbox,
      attributes: { scope: 'branch' },
      adapt: withPart('teams', (part) => part && { ...part, listTeams: () => gate }),
    });
    expect(allByRole(element, 'option')).not.to.have.length(0);
    byRole(element, 'button', 'Saved views').click();
    byRole(element, 'button', 'Filter').click();
    await pass();
    expect(allByRole(element, 'dialog')).to.have.length(0);
    answer();
    while (!hasTools(element)) await pass();
    await pass();
    expect(allByRole(element, 'dialog', 'Filter conversations')).to.have.length(1);
    expect(allByRole(element, 'dialog')).to.have.length(1);
  });

  it('[C6] shows what stands in each tab, with live counts', async () => {
    const list = await team();
    const { element, pass, world } = list;
    expect(allByRole(element, 'tab').map(({ ariaLabel }) => ariaLabel)).to.deep.equal([
      'New',
      'Assigned to me',
      'Assigned',
      'All',
      'Spam',
      'Archived',
    ]);
    expect(counts(element).New).to.equal('4 conversations');
    expect(counts(element).Spam).to.equal('1 conversation');
    byRole(element, 'tab', 'New').click();
    await pass();
    expect(names(element)).to.deep.equal(['Tom Peeters', 'Hanna Vermeulen', '+31 6 7764 3620', 'Mila Dekker']);
    await world.session.update('tom', { coWorkerId: 'joris' });
    await pass(2_500);
    expect(names(element)).to.deep.equal(['Hanna Vermeulen', '+31 6 7764 3620', 'Mila Dekker']);
    expect(counts(element).New).to.equal('3 conversations');
  });

  it('[C6] counts without a counts part, by asking for the lists', async () => {
    const { element, pass } = await team({ adapt: withoutPart('counts') });
    await pass(1_500);
    expect(counts(element).New).to.equal('4 conversations');
  });

  it('[C6] has one tab stop in the tabs, and the arrow keys choose', async () => {
    const { element, press: key, heard } = await team();
    const told = heard('view-change');
    byRole(element, 'tab', 'All').focus();
    await key('ArrowRight');
    expect(deepActiveElement(document)?.ariaLabel).to.equal('Spam');
    expect(names(element)).to.deep.equal(['Gefeliciteerd']);
    expect(allByRole(element, 'tab').filter(({ tabIndex }) => tabIndex === 0)).to.have.length(1);
    await key('Home');
    expect(element.tab).to.equal('new');
    expect(told.at(-1)?.detail.view).to.equal('tab=new&scope=branch&sort=newest');
  });

  it('[C1] shows the branch when a tab is chosen that can hold nothing of one co-worker', async () => {
    const { element, pass } = await team({ attributes: { scope: 'mine' } });
    expect(counts(element).New).to.equal('4 conversations');
    byRole(element, 'tab', 'New').click();
    await pass();
    expect(element.scope).to.equal('branch');
    expect(names(element)).to.include('Tom Peeters');
  });

  it('[C8] filters by what is chosen in the dialog, as chips that take it off again', async () => {
    const list = await team();
    const { element } = list;
    await press(list, 'Filter');
    expect(dialogOf(element).matches(':modal')).to.equal(true);
    await choose(list, '#factuur');
    await press(list, 'Apply', dialogOf(element));
    expect(element.shadowRoot?.querySelector('dialog')).to.equal(null);
    expect(names(element)).to.deep.equal(['Hanna Vermeulen', 'Ruben Maes']);
    await press(list, 'Filter1');
    await choose(list, 'Joris van den Berg');
    await press(list, 'Apply', dialogOf(element));
    expect(names(element)).to.deep.equal(['Ruben Maes']);
    await press(list, 'Remove filter: #factuur');
    expect(names(element)).to.include('Ruben Maes');
    await press(list, 'Remove filter: Joris van den Berg');
    expect(names(element)).to.include('Hanna Vermeulen');
  });

  it('[C8] takes days that nobody filled in for no filter', async () => {
    const list = await team();
    const { element } = list;
    await press(list, 'Filter');
    const select = dialogOf(element).querySelector('select');
    if (select) select.value = 'days';
    select?.dispatchEvent(new Event('change', { bubbles: true }));
    await list.pass();
    expect(dialogOf(element).querySelectorAll('input[type="date"]')).to.have.length(2);
    await press(list, 'Apply', dialogOf(element));
    expect(element.view ?? '').not.to.include('started');
    expect(textOf(element.shadowRoot)).not.to.include('Started');
  });

  it('[C8] says in which time zone the days of a timespan are', async () => {
    const list = await team();
    await press(list, 'Filter');
    expect(textOf(dialogOf(list.element))).to.include('Days in Central European Standard Time');
  });

  it('[C8] says which filters hide everything, and clears them', async () => {
    const list = await team({ attributes: { view: 'tab=new&channel=sms&tag=klacht' } });
    const { element } = list;
    expect(textOf(element.shadowRoot)).to.include('No conversation passes: SMS · #klacht · New.');
    element.shadowRoot?.querySelector<HTMLElement>('.empty button')?.click();
    await list.pass();
    expect(names(element)).to.include('Tom Peeters');
  });

  it('[C10] shows one of my teams', async () => {
    const { element, pass } = await team({ attributes: { tab: 'new' } });
    const select = element.shadowRoot?.querySelector<HTMLSelectElement>('.team');
    expect(select?.ariaLabel).to.equal('Team');
    Object.assign(select ?? {}, { value: 'sales' });
    select?.dispatchEvent(new Event('change'));
    await pass();
    expect(names(element)).to.deep.equal(['Hanna Vermeulen']);
  });

  it('[C9] finds by any four digits of a number and by a tag', async () => {
    const { element, pass } = await team();
    const field = element.shadowRoot?.querySelector('input');
    const search = async (text: string): Promise<void> => {
      Object.assign(field ?? {}, { value: text });
      field?.dispatchEvent(new Event('input'));
      await pass(300);
      await pass();
    };
    await search('7764');
    expect(names(element)).to.deep.equal(['+31 6 7764 3620']);
    await search('factuur');
    expect(names(element)).to.include.members(['Hanna Vermeulen', 'Ruben Maes']);
  });

  it('[C11] chooses by the box, Shift and Control+A, and does it to all of them', async () => {
    const list = await team({ attributes: { tab: 'new' } });
    const { element, pass, press: key, heard, world } = list;
    const done = heard('conversations-change');
    const [first, , third] = allByRole(element, 'option');
    first?.querySelector<HTMLElement>('.choose')?.click();
    await pass();
    expect(byRole(element, 'listbox').getAttribute('aria-multiselectable')).to.equal('true');
    third?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, shiftKey: true }));
    await pass();
    expect(textOf(element.shadowRoot)).to.include('3 selected');
    await press(list, 'Mark as read');
    await pass(1_500);
    expect(done.map(({ detail }) => detail)).to.deep.equal([{ done: 3, skipped: 0, failed: 0 }]);
    expect(textOf(element.shadowRoot)).to.include('3 conversations done');
    await press(list, 'Undo');
    await pass(1_500);
    expect(textOf(element.shadowRoot)).to.include('3 conversations put back');
    expect(world.adapter.faults.log.filter(({ call }) => call === 'run')).to.have.length(1);
    element.focus();
    await key('a', { ctrlKey: true });
    expect(textOf(element.shadowRoot)).to.include('3 selected');
    await key('Escape');
    expect(textOf(element.shadowRoot)).not.to.include('3 selected');
  });

  it('[C11] chooses by a press while several are being selected, opens by Enter, and ends with Escape', async () => {
    const list = await team({ attributes: { tab: 'new' } });
    const { element, pass, press: key, heard } = list;
    const opened = heard('conversation-open-request');
    const rows = (): HTMLElement[] => allByRole(element, 'option');
    const chosen = (): number[] =>
      rows().flatMap((row, index) => (row.getAttribute('aria-selected') === 'true' ? [index] : []));
    const click = async (index: number, modifiers: MouseEventInit = {}): Promise<void> => {
      rows()[index]?.focus();
      rows()[index]?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, ...modifiers }));
      await pass();
    };
    await press(list, 'Select several');
    await click(1);
    await click(3);
    expect([chosen(), opened.length]).to.deep.equal([[1, 3], 0]);
    await click(3);
    expect(chosen()).to.deep.equal([1]);
    await key(' ');
    expect(chosen()).to.deep.equal([1, 3]);
    await key('Enter');
    expect([chosen(), opened.length]).to.deep.equal([[1, 3], 1]);
    await key('Escape');
    expect(byRole(element, 'listbox').hasAttribute('aria-multiselectable')).to.equal(false);
    await click(0);
    expect(opened.length).to.equal(2);
    await click(2, { shiftKey: true });
    expect(chosen()).to.deep.equal([0, 1, 2]);
    await click(1, { shiftKey: true });
    expect(chosen()).to.deep.equal([0, 1]);
    await click(3, { ctrlKey: true });
    expect([chosen(), opened.length]).to.deep.equal([[0, 1, 3], 2]);
  });

  it('[C11] ends with Escape from the actions too, and the focus returns to the rows', async () => {
    const list = await team({ attributes: { tab: 'new' } });
    const { element, pass, press: key } = list;
    element.focus();
    await key('a', { ctrlKey: true });
    const dialog = hostDialog(element);
    byRole(element, 'button', 'Mark as read').focus();
    await sendKeys({ press: 'Escape' });
    await pass();
    expect(dialog.open, 'the key was not the page’s').to.equal(true);
    expect(textOf(element.shadowRoot)).not.to.include('selected');
    expect(deepActiveElement(document)?.getAttribute('role')).to.equal('option');
  });

  for (const { by, adapt } of [
    { by: 'by the backend', adapt: {} },
    { by: 'one by one from here', adapt: { adapt: withoutPart('bulk') } },
  ])
    it(`[BU6] archives ${by} all but what a customer wrote in while the dialog was open, and says which`, async () => {
      const list = await team({ attributes: { tab: 'new' }, ...adapt });
      const { element, pass, press: key, customerWrites } = list;
      element.focus();
      await key('a', { ctrlKey: true });
      await press(list, 'Archive');
      await customerWrites('tom', 'Nog één ding');
      await pass(1_500);
      await press(list, 'Archive', dialogOf(element));
      await pass(1_500);
      expect(textOf(element.shadowRoot)).to.include('3 conversations done');
      element.shadowRoot!.querySelector<HTMLDetailsElement>('.bulk-exceptions')!.open = true;
      await pass();
      await pass();
      expect(textOf(element.shadowRoot!.querySelector('.bulk-exceptions'))).to.include(
        'Tom Peeters: the customer wrote meanwhile',
      );
      expect(names(element)).to.deep.equal(['Tom Peeters']);
      await press(list, 'Undo');
      await pass(1_500);
      await pass(1_500);
      expect(textOf(element.shadowRoot)).to.include('3 conversations put back');
    });

  it('[C11] does it one by one from here where the backend has no bulk actions', async () => {
    const list = await team({ attributes: { tab: 'new' }, adapt: withoutPart('bulk') });
    const { element, pass, press: key } = list;
    element.focus();
    await key('a', { ctrlKey: true });
    await press(list, 'Select all that match');
    await press(list, 'Mark as spam');
    await pass(1_500);
    expect(textOf(element.shadowRoot)).to.include('4 conversations done');
    expect(counts(element).Spam).to.equal('5 conversations');
    await press(list, 'Undo');
    await pass(1_500);
    await pass(1_500);
    expect(textOf(element.shadowRoot)).to.include('4 conversations put back');
    expect(counts(element).Spam).to.equal('1 conversation');
    expect(names(element)).to.include('Tom Peeters');
  });

  it('[C11] says what was left out, and why', async () => {
    const list = await team();
    const { element, pass, press: key } = list;
    element.focus();
    await key('a', { ctrlKey: true });
    await press(list, 'Mark as unread');
    await pass(1_500);
    expect(textOf(element.shadowRoot)).to.match(/left as they were/);
    byRole(element, 'group', 'Selected conversations').querySelector('summary')?.click();
    await pass();
    await pass();
    expect(textOf(element.shadowRoot)).to.include('Tom Peeters: it was so already');
  });

  it('[C11] names what was left out also when it is not on the list any more, or never was', async () => {
    const list = await team({ attributes: { tab: 'new' } });
    const { element, pass, press: key, world } = list;
    element.focus();
    await key('a', { ctrlKey: true });
    await press(list, 'Archive');
    expect(textOf(dialogOf(element).querySelector('h2'))).to.equal('Archive · 4 selected');
    await world.session.update('tom', { state: 'archived' });
    await pass(3_000);
    await press(list, 'Archive', dialogOf(element));
    await pass(1_500);
    byRole(element, 'group', 'Selected conversations').querySelector('summary')?.click();
    await pass();
    await pass();
    expect(textOf(element.shadowRoot)).to.include('Tom Peeters: it was so already');
  });

  it('[C11] says how much was done when the backend goes away half-way', async () => {
    const list = await team({
      attributes: { tab: 'new' },
      adapt: withPart('bulk', () => ({
        run: (_, options) => {
          options?.onProgress?.({ total: 4, done: 3, skipped: 0, failed: 0 });
          return Promise.reject(new AdapterError('unavailable', 'no connection'));
        },
        undo: () => Promise.reject(new AdapterError('not-found', 'nothing to undo')),
        stop: () => Promise.resolve(),
        listResults: () => Promise.resolve({ items: [], nextCursor: null, total: 0 }),
      })),
    });
    const { element, pass, press: key } = list;
    element.focus();
    await key('a', { ctrlKey: true });
    await press(list, 'Mark as read');
    await pass(1_500);
    expect(textOf(byRole(element, 'group', 'Selected conversations'))).to.match(
      /^Not everything was done. 3 conversations done. /,
    );
  });

  it('[C13] takes a view as a string, and writes what the agent makes of it', async () => {
    const list = await team({ attributes: { view: 'tab=assigned&scope=branch&sort=newest&co-worker=joris' } });
    const { element, pass, heard } = list;
    expect(element.tab).to.equal('assigned');
    expect(names(element)).to.include('Ruben Maes');
    expect(names(element)).not.to.include('Aïsha de Vries');
    const told = heard('view-change');
    byRole(element, 'tab', 'All').click();
    await pass();
    expect(told.at(-1)?.detail.view).to.equal('tab=all&scope=branch&sort=newest&co-worker=joris');
    expect(element.view).to.equal('tab=all&scope=branch&sort=newest&co-worker=joris');
    element.view = 'tab=spam';
    await pass();
    expect(names(element)).to.deep.equal(['Gefeliciteerd']);
  });

  it('[C13] shows a saved view, and says so to the page, whose address follows', async () => {
    localStorage.removeItem('conversation-elements:saved-views');
    const list = await team({ attributes: { view: 'tab=new&scope=branch&sort=longest-wait' } });
    const { element, pass, heard } = list;
    await press(list, 'Saved views');
    const field = [...dialogOf(element).querySelectorAll('input')].find((input) => !input.readOnly)!;
    field.value = 'What is new';
    field.dispatchEvent(new Event('input'));
    await pass();
    await press(list, 'Save', dialogOf(element));
    await press(list, 'Close', dialogOf(element));
    byRole(element, 'tab', 'Spam').click();
    await pass();
    const told = heard('view-change');
    await press(list, 'Saved views');
    await press(list, 'What is new', dialogOf(element));
    expect(element.tab).to.equal('new');
    expect(told.at(-1)?.detail.view).to.equal('tab=new&scope=branch&sort=longest-wait');
    await press(list, 'Saved views');
    await press(list, 'Remove view What is new', dialogOf(element));
  });

  it('[C13] gives a saved view another name, never that of another one, and the focus stays with it', async () => {
    const views = ['First', 'Second'].map((name) => ({ name, view: 'tab=all' }));
    localStorage.setItem('conversation-elements:saved-views', JSON.stringify(views));
    const list = await team();
    const { element, pass, press: key } = list;
    await press(list, 'Saved views');
    const names = (): string[] => [...dialogOf(element).querySelectorAll('li bdi')].map((one) => one.textContent);
    const type = async (text: string): Promise<void> => {
      const field = byRole(dialogOf(element), 'textbox', /^New name of view/) as HTMLInputElement;
      field.value = text;
      field.dispatchEvent(new Event('input'));
      await pass();
    };
    const focused = (): string | null | undefined => deepActiveElement(document)?.ariaLabel;
    await press(list, 'Rename view Second', dialogOf(element));
    expect(focused()).to.equal('New name of view Second');
    await type('First');
    expect(textOf(dialogOf(element))).to.include('Another saved view has this name.');
    await press(list, 'Rename', dialogOf(element));
    await key('Escape');
    await pass();
    expect(focused()).to.equal('Rename view Second');
    expect(names()).to.deep.equal(['First', 'Second']);
    await press(list, 'Rename view Second', dialogOf(element));
    await type(' Late ones ');
    await key('Enter');
    await pass();
    expect(names()).to.deep.equal(['First', 'Late ones']);
    expect(focused()).to.equal('Rename view Late ones');
    await press(list, 'Remove view Late ones', dialogOf(element));
    expect(focused()).to.equal('Remove view First');
    expect(JSON.parse(localStorage.getItem('conversation-elements:saved-views') ?? '')).to.deep.equal([views[0]]);
    await press(list, 'Remove view First', dialogOf(element));
    expect(dialogOf(element).contains(element.shadowRoot!.activeElement)).to.equal(true);
  });

  it('[C13] leaves a filter out that names nothing, instead of hiding everything', async () => {
    const { element } = await team({ attributes: { view: 'tab=all&scope=branch&co-worker=' } });
    expect(names(element)).to.include('Tom Peeters');
  });

  it('[C15] keeps what is pinned on top, and what sleeps out of the way until it is asked for or wakes', async () => {
    const list = await team({ attributes: { scope: 'mine' } });
    const { element, customerWrites, pass } = list;
    expect(names(element)[0]).to.equal('Eva Smit');
    expect(names(element)).not.to.include('Bram Jacobs');
    await press(list, 'Snoozed (1)');
    expect(names(element)).to.include('Bram Jacobs');
    await press(list, 'Snoozed (1)');
    await customerWrites('bram', 'Bent u er nog?');
    await pass(2_500);
    expect(names(element)).to.include('Bram Jacobs');
  });

  it('leaves no timer behind', async () => {
    const { element, pass, world, clock } = await team();
    element.remove();
    await pass();
    await world.session.close();
    expect(clock.pending).to.equal(0);
  });
});
