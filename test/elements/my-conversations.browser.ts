import { expect } from '@open-wc/testing';
import '../../src/elements/my-conversations/define.ts';
import { deepActiveElement } from '../../src/dom/focus.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { many, morning, seedOf } from '../../stories/support.ts';
import { bench, type BenchOptions } from './bench.ts';
import { allByRole, byRole, textOf } from './by-role.ts';

const tableBench = (options: BenchOptions = {}) => bench('my-conversations', { width: 900, ...options });

const cells = (row: Element): string[] =>
  [...row.querySelectorAll('[role="gridcell"]')].slice(0, 4).map((cell) => textOf(cell));
const rows = (table: Element): HTMLElement[] => allByRole(table, 'row').filter((row) => row.hasAttribute('data-index'));
const rowOf = (table: Element, name: RegExp): HTMLElement => byRole(table, 'row', name);
const isOff = (button: Element): boolean => button.getAttribute('aria-disabled') === 'true';

describe('my-conversations', () => {
  it('[C3] has the columns recipient name, last message with its arrow, last message at, all read', async () => {
    const { element } = await tableBench();
    const headings = allByRole(element, 'columnheader').map((heading) => textOf(heading));
    expect(headings).to.deep.equal(['Recipient name', 'Last message', 'Last message at', 'All read', 'Actions']);
    expect(cells(rowOf(element, /^Aïsha/))).to.deep.equal([
      'Aïsha de Vries',
      'Incoming:Kan ik daar parkeren?',
      '2:32 PM',
      'No',
    ]);
    expect(cells(rowOf(element, /^Jürgen/))[1]).to.match(/^Outgoing:/);
    expect(cells(rowOf(element, /^Jürgen/))[3]).to.equal('Yes');
  });

  it('[C3] opens a conversation by a click on its row and by Enter, and tells nobody but the page', async () => {
    const { element, heard, press } = await tableBench();
    const asked = heard('conversation-open-request');
    rowOf(element, /^Mehmet/).click();
    element.focus();
    await press('Home');
    await press('Enter');
    expect(asked.map(({ detail }) => detail.conversationId)).to.deep.equal(['mehmet', 'aisha']);
  });

  it('keeps the page where it is when Space is pressed on a row, and opens nothing', async () => {
    const { element, heard, press } = await tableBench();
    const opened = heard('conversation-open-request');
    let isKept = false;
    const keep = (event: KeyboardEvent): void => void (isKept = event.defaultPrevented);
    document.addEventListener('keydown', keep, { once: true });
    rowOf(element, /^Aïsha/).focus();
    await press(' ');
    expect([isKept, opened.length]).to.deep.equal([true, 0]);
  });

  it('[C4] [C5] marks the selected row as read, and the last message as unread again', async () => {
    const { element, pass, press } = await tableBench();
    element.focus();
    await press('Home');
    byRole(element, 'button', 'Mark as read').click();
    await pass();
    expect(cells(rowOf(element, /^Aïsha/))[3]).to.equal('Yes');
    expect(isOff(byRole(element, 'button', 'Mark as read'))).to.equal(true);
    byRole(element, 'button', 'Mark as unread').click();
    await pass();
    expect(cells(rowOf(element, /^Aïsha/))[3]).to.equal('No');
  });

  it('[C4] shows all or only unread, with the number of unread ones', async () => {
    const { element, pass } = await tableBench();
    expect(textOf(byRole(element, 'button', /^Unread/))).to.equal('Unread 3');
    byRole(element, 'button', /^Unread/).click();
    await pass();
    expect(rows(element).map((row) => cells(row)[3])).to.deep.equal(['No', 'No', 'No']);
    byRole(element, 'button', 'All').click();
    await pass();
    expect(rows(element).length).to.be.greaterThan(5);
  });

  it('[C4] shows my own or all in the branch', async () => {
    const { element, pass } = await tableBench({ agentId: 'joris' });
    expect(rows(element)).to.have.length(1);
    byRole(element, 'button', 'All in branch').click();
    await pass();
    expect(rows(element).length).to.be.greaterThan(5);
    expect(byRole(element, 'button', 'All in branch').ariaPressed).to.equal('true');
  });

  it('[C4] [D4] asks the page for the source of the selected row, but not of an unknown sender', async () => {
    const { element, heard, press } = await tableBench({ attributes: { 'conversation-id': 'mehmet' } });
    const asked = heard('source-open-request');
    byRole(element, 'button', 'Open source record').click();
    expect(asked.map(({ detail }) => detail.recipient.id)).to.deep.equal(['recipient-mehmet']);
    element.focus();
    await press('Home');
    await press('ArrowDown');
    expect(textOf(deepActiveElement(document)?.querySelector('.name'))).to.equal('+31 6 7764 3620');
    expect(isOff(byRole(element, 'button', 'Open source record'))).to.equal(true);
  });

  it('acts on the row under the pointer by the buttons at its end, without opening it', async () => {
    const { element, heard, pass } = await tableBench();
    const opened = heard('conversation-open-request');
    const sources = heard('source-open-request');
    byRole(element, 'button', 'Mark as read: Mehmet Yılmaz').click();
    byRole(element, 'button', 'Open source record: Mehmet Yılmaz').click();
    await pass();
    expect(cells(rowOf(element, /^Mehmet/))[3]).to.equal('Yes');
    expect(sources).to.have.length(1);
    expect(opened).to.have.length(0);
  });

  it('has no action while nothing is selected', async () => {
    const { element } = await tableBench();
    for (const name of ['Mark as read', 'Mark as unread', 'Open source record'])
      expect(isOff(byRole(element, 'button', name)), name).to.equal(true);
  });

  it('says that marking failed, and why', async () => {
    const { element, world, pass } = await tableBench({ attributes: { 'conversation-id': 'aisha' } });
    world.adapter.faults.next({ kind: 'error', error: new AdapterError('forbidden', 'test') }, 'update');
    byRole(element, 'button', 'Mark as read').click();
    await pass();
    expect(textOf(byRole(element, 'alert'))).to.include('could not be marked. You have no permission for this.');
    byRole(element, 'button', 'Close').click();
    await pass();
    expect(allByRole(element, 'alert')).to.have.length(0);
  });

  it('brings what customers write to the top at once', async () => {
    const { element, customerWrites } = await tableBench();
    await customerWrites('dewit', 'Goedemorgen', 'sms');
    expect(cells(rows(element)[0] ?? element).slice(0, 2)).to.deep.equal(['Kees de Wit', 'Incoming:Goedemorgen']);
    expect(textOf(byRole(element, 'button', /^Unread/))).to.equal('Unread 4');
  });

  it('[I9] mounts only what is on screen and tells how many rows there are', async () => {
    const { element } = await tableBench({ data: seedOf(many(300)) });
    expect(rows(element).length).to.be.within(10, 40);
    expect(byRole(element, 'grid').getAttribute('aria-rowcount')).to.equal('301');
  });

  it('in a fact box of 320 px has two lines per row and stays inside', async () => {
    const { element } = await tableBench({ width: 320 });
    const box = element.getBoundingClientRect();
    const row = rowOf(element, /^Aïsha/);
    expect(row.getBoundingClientRect().height).to.be.within(48, 64);
    for (const part of element.shadowRoot?.querySelectorAll('.row *, .toolbar *') ?? []) {
      const { left, right, width } = part.getBoundingClientRect();
      if (width <= 1) continue;
      expect(left, part.className).to.be.at.least(box.left - 1);
      expect(right, part.className).to.be.at.most(box.right + 1);
    }
  });

  it('says that everything has been read and offers the rest', async () => {
    const { element, pass } = await tableBench({
      data: seedOf(morning.filter(({ unread }) => unread === undefined)),
      attributes: { 'unread-only': '' },
    });
    expect(textOf(element.shadowRoot)).to.include('Everything has been read');
    byRole(element, 'button', 'Show all conversations').click();
    await pass();
    expect(rows(element).length).to.be.greaterThan(3);
  });
});
