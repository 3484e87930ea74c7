import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { deepActiveElement } from '../../src/dom/focus.ts';
import { allByRole, byRole, nameOf, textOf } from './by-role.ts';
import { type Bench, composerBench } from './composer-bench.ts';

const options = ({ composer }: Bench): HTMLElement[] => allByRole(composer, 'option');
const active = (bench: Bench): HTMLElement | undefined =>
  options(bench).find(({ ariaSelected }) => ariaSelected === 'true');
const search = ({ composer }: Bench): HTMLInputElement =>
  byRole(composer, 'combobox', 'Search emoji') as HTMLInputElement;

async function opened(id = 'aisha'): Promise<Bench> {
  const bench = await composerBench(id);
  await bench.until(() => allByRole(bench.composer, 'button', 'Emoji').length === 1);
  await open(bench);
  return bench;
}

async function open(bench: Bench): Promise<void> {
  byRole(bench.composer, 'button', 'Emoji').click();
  await bench.until(() => options(bench).length > 0 && deepActiveElement(document) === search(bench));
}

async function press(bench: Bench, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await sendKeys({ press: key });
    await bench.pass();
  }
}

describe('composer: emoji', () => {
  beforeEach(() => localStorage.clear());

  it('[B4] closes with its element, and opens again with one press', async () => {
    const bench = await opened();
    const { parentElement } = bench.composer;
    const button = (): HTMLElement => byRole(bench.composer, 'button', 'Emoji');
    bench.composer.remove();
    parentElement?.append(bench.composer);
    await bench.until(() => button().ariaExpanded === 'false');
    await open(bench);
    expect(button().ariaExpanded).to.equal('true');
  });

  it('[B4] opens by its button, by group, with the focus in the search', async () => {
    const bench = await opened();
    expect(byRole(bench.composer, 'dialog', 'Emoji')).to.exist;
    const groups = allByRole(byRole(bench.composer, 'listbox', 'Emoji'), 'group').map(nameOf);
    expect(groups).to.have.length(9);
    expect(groups[0]).to.equal('Smileys and feelings');
    expect(options(bench).length).to.be.greaterThan(1800);
  });

  it('[B4] covers no more of the page than it needs, whatever room there is', async () => {
    const bench = await opened();
    const { height } = byRole(bench.composer, 'dialog', 'Emoji').getBoundingClientRect();
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    expect(height).to.be.at.most(24 * rem);
  });

  it('[B4] stands at its button also where the page around it is zoomed', async () => {
    const bench = await composerBench('aisha');
    bench.composer.parentElement?.style.setProperty('zoom', '1.5');
    await bench.until(() => allByRole(bench.composer, 'button', 'Emoji').length === 1);
    await open(bench);
    const button = byRole(bench.composer, 'button', 'Emoji').getBoundingClientRect();
    const panel = byRole(bench.composer, 'dialog', 'Emoji').getBoundingClientRect();
    expect(panel.left).to.be.closeTo(Math.max(12, button.left), 1);
    expect(Math.min(Math.abs(panel.top - button.bottom), Math.abs(panel.bottom - button.top))).to.be.closeTo(6, 1);
  });

  it('[B4] finds by words and inserts at the caret, as one step to undo', async () => {
    const bench = await composerBench('aisha');
    await bench.until(() => allByRole(bench.composer, 'button', 'Emoji').length === 1);
    bench.text.focus();
    await sendKeys({ type: 'Tot dan!' });
    bench.text.setSelectionRange(7, 7);
    await open(bench);
    await sendKeys({ type: 'waving hand' });
    await bench.pass();
    expect(active(bench) && nameOf(active(bench)!)).to.equal('waving hand');
    await press(bench, 'Enter');
    expect(bench.text.value).to.equal('Tot dan👋!');
    expect(bench.composer.value).to.equal('Tot dan👋!');
    expect(deepActiveElement(document)).to.equal(bench.text);
    expect(options(bench)).to.have.length(0);
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- scripted keys do not reach the browser's undo
    document.execCommand('undo');
    await bench.pass();
    expect(bench.text.value).to.equal('Tot dan!');
  });

  it('goes by arrows as they stand on the screen, and by group', async () => {
    const bench = await opened();
    await press(bench, 'ArrowRight', 'ArrowRight', 'ArrowLeft');
    expect(active(bench)?.id).to.equal('emoji-1');
    const before = active(bench)!.getBoundingClientRect();
    await press(bench, 'ArrowDown');
    const below = active(bench)!.getBoundingClientRect();
    expect(below.top).to.be.greaterThan(before.top);
    expect(Math.abs(below.left - before.left)).to.be.lessThan(2);
    await press(bench, 'ArrowUp');
    expect(active(bench)?.id).to.equal('emoji-1');
    await press(bench, 'PageDown');
    expect(active(bench) && nameOf(active(bench)!)).to.equal('waving hand');
    await press(bench, 'PageUp');
    expect(active(bench)?.id).to.equal('emoji-0');
  });

  it('[B4] keeps the tone of skin and what was used lately', async () => {
    const bench = await opened();
    const tone = byRole(bench.composer, 'combobox', 'Skin tone') as HTMLSelectElement;
    tone.value = '5';
    tone.dispatchEvent(new Event('change', { bubbles: true }));
    await bench.pass();
    await sendKeys({ type: 'waving hand' });
    await bench.pass();
    await press(bench, 'Enter');
    expect(bench.text.value).to.equal('👋🏿');
    const again = await opened();
    expect(textOf(options(again)[0])).to.equal('👋🏿');
    expect((byRole(again.composer, 'combobox', 'Skin tone') as HTMLSelectElement).value).to.equal('5');
  });

  it('says when there is none, and Escape closes and gives the focus back', async () => {
    const bench = await opened();
    await sendKeys({ type: 'zzzz' });
    await bench.pass();
    expect(textOf(byRole(bench.composer, 'dialog', 'Emoji'))).to.contain('No emoji with “zzzz”');
    await press(bench, 'Escape');
    await bench.until(() => deepActiveElement(document)?.getAttribute('aria-label') === 'Emoji');
  });

  it('is there for notes, and not where nothing can be typed', async () => {
    const bench = await opened();
    await press(bench, 'Escape');
    byRole(bench.composer, 'radio', 'Note').click();
    await bench.pass();
    expect(allByRole(bench.composer, 'button', 'Emoji')).to.have.length(1);
    byRole(bench.composer, 'radio', 'Reply').click();
    await bench.pass();
    byRole(bench.composer, 'radio', /invitation/).click();
    await bench.pass();
    expect(allByRole(bench.composer, 'button', 'Emoji')).to.have.length(0);
  });
});
