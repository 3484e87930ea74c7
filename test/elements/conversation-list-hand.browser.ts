import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import '../../src/elements/conversation-list/define.ts';
import '../../src/elements/conversation-monitor/define.ts';
import '../../src/elements/my-conversations/define.ts';
import { deepActiveElement } from '../../src/dom/focus.ts';
import { type Bench, bench as plainBench, type BenchOptions } from './bench.ts';
import { allByRole, byRole, nameOf, textOf } from './by-role.ts';

/** With the chunk that holds rows loaded. */
async function bench<K extends 'conversation-list' | 'my-conversations' | 'conversation-monitor'>(
  tag: K,
  options: BenchOptions = {},
): Promise<Bench<HTMLElementTagNameMap[K]>> {
  await Promise.all([
    import('../../src/controllers/row-hold.ts'),
    import('../../src/elements/waiting-order-button.ts'),
  ]);
  const made = await plainBench(tag, options);
  for (let frame = 0; frame < 3; frame += 1) await made.pass();
  return made;
}

const listBench = (options: BenchOptions = {}) =>
  bench('conversation-list', { ...options, attributes: { sort: 'newest', ...options.attributes } });

const names = (list: Element): string[] =>
  [...allByRole(list, 'option'), ...allByRole(list, 'row')].flatMap((row) => {
    const name = row.querySelector('.name bdi, bdi.name');
    return name ? [textOf(name)] : [];
  });
const focused = (): string => textOf(deepActiveElement(document)?.querySelector('.name'));
const isWaiting = (element: Element): boolean => allByRole(element, 'status').some((it) => textOf(it).includes('Show'));

function point(target: Element, type: string, pointerType = 'mouse'): void {
  target.dispatchEvent(
    new PointerEvent(type, { bubbles: type !== 'pointerleave', composed: true, pointerType, clientY: 1 }),
  );
}

describe('rows under the hand (C12)', () => {
  for (const [tag, role] of [
    ['conversation-list', 'option'],
    ['my-conversations', 'row'],
  ] as const)
    it(`[C12] of ${tag} do not move while the pointer rests on them; two seconds after it left they do`, async () => {
      const { element, customerWrites, pass } = await bench(tag, {
        width: 900,
        attributes: tag === 'conversation-list' ? { sort: 'newest' } : {},
      });
      const before = names(element);
      expect(before[0]).not.to.equal('Fatima El Amrani');
      point(byRole(element, role, /Mehmet/), 'pointermove');
      await customerWrites('photo', 'Hier is nog een foto');
      await pass(3_600_000);
      expect(names(element)).to.deep.equal(before);
      expect(nameOf(byRole(element, role, /Fatima/))).to.include('Hier is nog een foto');
      expect(isWaiting(element)).to.equal(true);
      point(element, 'pointerleave');
      await pass(1900);
      expect(names(element)).to.deep.equal(before);
      await pass(200);
      expect(names(element)[0]).to.equal('Fatima El Amrani');
      expect(isWaiting(element)).to.equal(false);
    });

  for (const [tag, role, leaving] of [
    ['conversation-list', 'option', { coWorkerId: 'joris' }],
    ['conversation-monitor', 'row', { state: 'archived' }],
  ] as const)
    it(`[C12] of ${tag} that left stay above a pointer at rest, said to be gone, and go below it`, async () => {
      const { element, world, pass } = await bench(tag, { width: 900, height: 900 });
      const before = names(element);
      const place = before.indexOf('Fatima El Amrani');
      point(byRole(element, role, new RegExp(before[place + 1] ?? '')), 'pointermove');
      await world.session.update('photo', leaving);
      await world.session.update('jansen', leaving);
      await pass(60_000);
      const left = ['Fatima El Amrani', 'Annelies Jansen-van der Meulen'];
      const gone = left.filter((name) => before.indexOf(name) <= place);
      expect(names(element)).to.deep.equal(before.filter((name) => gone.includes(name) || !left.includes(name)));
      expect(nameOf(byRole(element, role, /Fatima/))).to.include('No longer in this list: Fatima');
      byRole(element, 'button', 'The order has changed · Show').click();
      await pass();
      expect(names(element)).to.deep.equal(before.filter((name) => !left.includes(name)));
    });

  it('[C12] stay under a real mouse at rest', async () => {
    const { element, customerWrites, pass } = await listBench();
    const before = names(element);
    const { left, top, width, height } = byRole(element, 'option', /^Mehmet/).getBoundingClientRect();
    try {
      await sendMouse({ type: 'move', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
      await customerWrites('photo', 'Hier is nog een foto');
      await pass(60_000);
      expect(names(element)).to.deep.equal(before);
    } finally {
      await sendMouse({ type: 'move', position: [1000, 900] });
    }
    await pass(2100);
    expect(names(element)[0]).to.equal('Fatima El Amrani');
  });

  it('[C12] do not move while one of them has the focus; two seconds after it left they do', async () => {
    const { element, customerWrites, pass } = await listBench({ attributes: { 'conversation-id': 'jansen' } });
    const before = names(element);
    element.focus();
    await customerWrites('photo', 'Hallo');
    await pass(60_000);
    expect(names(element)).to.deep.equal(before);
    element.focusSearch();
    await pass(2100);
    expect(names(element)[0]).to.equal('Fatima El Amrani');
  });

  /** Presses a row as a hand does, and leaves the list. */
  async function pressAndLeave(made: Bench<HTMLElementTagNameMap['conversation-list']>, name: RegExp): Promise<void> {
    const { left, top, width, height } = byRole(made.element, 'option', name).getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
    await sendMouse({ type: 'move', position: [1000, 900] });
    await made.pass(2100);
  }
  const topOf = (list: Element, name: RegExp): number =>
    Math.round(byRole(list, 'option', name).getBoundingClientRect().top);

  it('[C12] take their order after a press while the agent reads elsewhere, when the pressed row keeps its place', async () => {
    const made = await listBench({ attributes: { scope: 'all', sort: 'oldest' }, height: 900 });
    await pressAndLeave(made, /^Annelies/);
    expect(focused()).to.equal('Annelies Jansen-van der Meulen');
    const before = [names(made.element), topOf(made.element, /^Annelies/)] as const;
    await made.world.backend.incoming({ channel: 'whatsapp', from: '+31612345001', text: 'Bent u open?' });
    await made.pass(2100);
    expect(names(made.element)).to.deep.equal([...before[0], '+31 6 1234 5001']);
    expect(isWaiting(made.element)).to.equal(false);
    expect(topOf(made.element, /^Annelies/)).to.equal(before[1]);
    expect(focused()).to.equal('Annelies Jansen-van der Meulen');
  });

  it('[C12] scroll to keep a pressed row where it is when others come before it', async () => {
    const made = await listBench({ attributes: { scope: 'all' }, height: 320 });
    const { element, world, pass } = made;
    element.shadowRoot!.querySelector('.scroll')!.scrollTop = 120;
    await pass();
    const name = names(element).find((one) => /^[A-Z]/.test(one) && topOf(element, new RegExp(`^${one}`)) > 180) ?? '';
    await pressAndLeave(made, new RegExp(`^${name}`));
    const before = topOf(element, new RegExp(`^${name}`));
    await world.backend.incoming({ channel: 'whatsapp', from: '+31612345001', text: 'Bent u open?' });
    await pass(2100);
    expect(isWaiting(element)).to.equal(false);
    expect(names(element)).to.include('+31 6 1234 5001');
    expect(topOf(element, new RegExp(`^${name}`))).to.equal(before);
    expect(focused()).to.equal(name);
  });

  it('[C12] keep a pressed row where it is also when the row at the upper edge goes elsewhere', async () => {
    const made = await listBench({ attributes: { scope: 'all' }, height: 320 });
    const { element, customerWrites, pass } = made;
    const scroller = element.shadowRoot!.querySelector('.scroll')!;
    scroller.scrollTop += topOf(element, /^Fatima/) - Math.round(scroller.getBoundingClientRect().top) + 1;
    await pass();
    const name = names(element)[names(element).indexOf('Fatima El Amrani') + 1] ?? '';
    await pressAndLeave(made, new RegExp(`^${name}`));
    const before = topOf(element, new RegExp(`^${name}`));
    await customerWrites('photo', 'Hallo');
    await pass(2100);
    expect(isWaiting(element)).to.equal(false);
    expect(topOf(element, new RegExp(`^${name}`))).to.be.closeTo(before, 1);
    expect(focused()).to.equal(name);
  });

  it('[C12] stand still after a press at the top of the list when what is new would push the pressed row away', async () => {
    const made = await listBench({ attributes: { scope: 'all' } });
    const { element, world, pass } = made;
    await pressAndLeave(made, /^Annelies/);
    const before = names(element);
    await world.backend.incoming({ channel: 'whatsapp', from: '+31612345001', text: 'Bent u open?' });
    await pass(60_000);
    expect(names(element).slice(0, before.length)).to.deep.equal(before);
    expect(isWaiting(element)).to.equal(true);
  });

  it('[C12] take their true order when the window loses the focus, or is hidden', async () => {
    for (const away of [
      () => window.dispatchEvent(new Event('blur')),
      () => document.dispatchEvent(new Event('visibilitychange')),
    ]) {
      const { element, customerWrites, pass } = await listBench();
      element.focus();
      point(byRole(element, 'option', /^Mehmet/), 'pointerover');
      await customerWrites('photo', 'Hallo');
      expect(names(element)[0]).not.to.equal('Fatima El Amrani');
      away();
      await pass(2100);
      expect(names(element)[0]).to.equal('Fatima El Amrani');
    }
  });

  it('[C12] wait two seconds for a finger, which does not hover', async () => {
    const { element, customerWrites, pass } = await listBench();
    const before = names(element);
    point(byRole(element, 'option', /^Mehmet/), 'pointerdown', 'touch');
    await customerWrites('photo', 'Hallo');
    expect(names(element)).to.deep.equal(before);
    await pass(2100);
    expect(names(element)[0]).to.equal('Fatima El Amrani');
  });

  it('[C12] say how many are new, away from the hand, and take their order at the press of a button', async () => {
    const { element, world, pass } = await listBench({ attributes: { scope: 'all' } });
    point(byRole(element, 'option', /^Aïsha/), 'pointermove');
    for (const from of ['+31612345001', '+31612345002'])
      await world.backend.incoming({ channel: 'whatsapp', from, text: 'Bent u open?' });
    await pass();
    expect(names(element)[0]).to.equal('Aïsha de Vries');
    const button = byRole(element, 'button', '2 new in this list · Show');
    const box = element.getBoundingClientRect();
    expect(button.getBoundingClientRect().top).to.be.greaterThan((box.top + box.bottom) / 2);
    button.focus();
    button.click();
    await pass();
    expect(names(element).slice(0, 2).join()).to.include('+31 6 1234 5002');
    expect(isWaiting(element)).to.equal(false);
    expect(focused()).not.to.equal('');
  });

  it('[C12] do not move when the button comes', async () => {
    const { element, customerWrites } = await listBench();
    const row = byRole(element, 'option', /^Mehmet/);
    const before = row.getBoundingClientRect().top;
    point(row, 'pointermove');
    await customerWrites('photo', 'Hallo');
    expect(isWaiting(element)).to.equal(true);
    expect(byRole(element, 'option', /^Mehmet/).getBoundingClientRect().top).to.equal(before);
  });

  it('[I10] keeps the focus on its row when others come before it', async () => {
    const { element, customerWrites, pass } = await listBench({ attributes: { 'conversation-id': 'jansen' } });
    element.focus();
    await customerWrites('photo', 'Hallo');
    byRole(element, 'button', 'The order has changed · Show').click();
    await pass();
    expect(focused()).to.equal('Annelies Jansen-van der Meulen');
    expect(names(element)[0]).to.equal('Fatima El Amrani');
  });

  it('[C12] leave no timer and no listener behind', async () => {
    const { element, clock, pass } = await listBench();
    point(byRole(element, 'option', /^Mehmet/), 'pointermove');
    point(element, 'pointerleave');
    const parent = element.parentElement;
    const before = clock.pending;
    element.remove();
    expect(clock.pending).to.be.lessThan(before);
    window.dispatchEvent(new Event('blur'));
    parent?.append(element);
    await pass(10);
    expect(names(element).length).to.be.greaterThan(3);
  });
});
