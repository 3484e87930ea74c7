import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { deepActiveElement } from '../../src/dom/focus.ts';
import { ago, type Line } from '../../stories/support.ts';
import { allByRole, byRole } from './by-role.ts';
import { talkOf, timelineBench, type TimelineBench } from './timeline-bench.ts';
import { hostDialog } from './host-dialog.ts';

const long = 'A text that needs more than one line of its bubble, whatever the width of the pane is. '.repeat(3);
const lines: readonly Line[] = (['incoming', 'outgoing', 'note'] as const).flatMap((direction, index) => [
  { at: ago(60 - index * 10, 'm'), direction, text: long },
  { at: ago(59 - index * 10, 'm'), direction, text: 'Ja' },
]);

async function benchOf(width: number, dir: 'ltr' | 'rtl' = 'ltr', height = 560): Promise<TimelineBench> {
  const bench = await timelineBench(talkOf(lines), { attributes: { dir, replies: '' } });
  Object.assign(bench.timeline.style, { inlineSize: `${width}px`, blockSize: `${height}px` });
  await bench.pass();
  await bench.pass();
  return bench;
}

const boxOf = (element: Element | null | undefined): DOMRect => element?.getBoundingClientRect() ?? new DOMRect();

function overlaps(a: DOMRect, b: DOMRect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

describe('conversation-timeline’s tools of a message', () => {
  afterEach(() => document.documentElement.style.removeProperty('font-size'));

  for (const [width, size] of [
    [320, '200%'],
    [320, '100%'],
    [508, '100%'],
    [700, '100%'],
    [1000, '100%'],
  ] as const)
    for (const dir of ['ltr', 'rtl'] as const)
      it(`stand beside its bubble and move nothing in ${width} px with ${size} text, ${dir}`, async () => {
        document.documentElement.style.setProperty('font-size', size);
        // High enough for all of them.
        const bench = await benchOf(width, dir, size === '100%' ? 560 : 2400);
        const shapes = (): string => {
          const rows = bench.articles();
          const begin = boxOf(rows[0]).y;
          return rows
            .flatMap((row) => [row, row.querySelector('.bubble')])
            .map((each) => {
              const { x, y, width, height } = boxOf(each);
              return [x, y - begin, width, height].map(Math.round).join(' ');
            })
            .join('\n');
        };
        const before = shapes();
        for (const row of bench.articles()) {
          row.focus();
          await bench.pass();
          await bench.until('.tools');
          expect(shapes(), `is laid out as before with ${row.className}`).to.equal(before);
          const tools = boxOf(row.querySelector('.tools'));
          const bubble = row.querySelector('.bubble');
          const text = boxOf(bubble?.querySelector('.text'));
          expect(tools.width).to.be.greaterThan(23);
          expect(tools.left, 'is inside').to.be.at.least(boxOf(bench.timeline).left);
          expect(tools.right, 'is inside').to.be.at.most(boxOf(bench.timeline).right);
          expect(overlaps(tools, text), `covers the text of ${row.className}`).to.equal(false);
          if (row.classList.contains('note')) continue;
          expect(tools.top, 'begins where it begins').to.be.closeTo(boxOf(bubble).top, 1);
          const gap = Math.min(Math.abs(tools.left - boxOf(bubble).right), Math.abs(boxOf(bubble).left - tools.right));
          expect(gap, 'is beside it').to.be.lessThan(8);
        }
      });

  it('open by one button where there is no room, and close with Escape', async () => {
    const bench = await benchOf(320);
    const dialog = hostDialog(bench.timeline);
    await bench.pass();
    const [row] = bench.articles();
    row?.focus();
    await bench.pass();
    await bench.until('.tools');
    await sendKeys({ press: 'Enter' });
    const opener = byRole(bench.timeline, 'button', 'More for this message');
    expect(deepActiveElement(document) === opener).to.equal(true);
    const copy = (): HTMLElement => byRole(bench.timeline, 'button', 'Copy text');
    expect(copy().checkVisibility()).to.equal(false);
    await sendKeys({ press: 'Enter' });
    expect(opener.ariaExpanded).to.equal('true');
    expect(copy().checkVisibility()).to.equal(true);
    const box = boxOf(row?.querySelector('.tools'));
    expect(box.left).to.be.at.least(boxOf(bench.timeline).left);
    expect(box.right).to.be.at.most(boxOf(bench.timeline).right);
    await sendKeys({ press: 'Escape' });
    expect(copy().checkVisibility()).to.equal(false);
    expect(deepActiveElement(document) === opener).to.equal(true);
    await sendKeys({ press: 'Escape' });
    expect(deepActiveElement(document) === row).to.equal(true);
    expect(dialog.open, 'none of these keys was the page’s').to.equal(true);
  });

  it('are reached by Tab, one after the other, and left in both directions without losing the focus', async () => {
    const bench = await benchOf(1000);
    const [row] = bench.articles();
    row?.focus();
    await bench.pass();
    await bench.until('.tools');
    const focused = (): string => {
      const element = deepActiveElement(document);
      return element?.ariaLabel ?? element?.localName ?? '';
    };
    const seen: string[] = [];
    for (let step = 0; step < 3; step += 1) {
      await sendKeys({ press: 'Tab' });
      await bench.pass();
      seen.push(focused());
    }
    expect(seen).to.deep.equal(['Reply', 'Copy text', 'Mark unread from here']);
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ up: 'Shift' });
    await bench.pass();
    expect(focused()).to.equal('Copy text');
    await sendKeys({ press: 'Escape' });
    expect(deepActiveElement(document) === row).to.equal(true);
  });

  it('come where somebody taps a message', async () => {
    const bench = await benchOf(320);
    const { x, y } = boxOf(bench.articles().at(2)?.querySelector('.bubble'));
    await sendMouse({ type: 'click', position: [Math.ceil(x) + 4, Math.ceil(y) + 4] });
    await bench.pass();
    await bench.until('.tools');
    expect(allByRole(bench.timeline, 'button', 'More for this message')[0]?.checkVisibility()).to.equal(true);
  });

  it('need no opening where there is room, and Enter goes to the first of them', async () => {
    const bench = await benchOf(1000);
    bench.articles()[0]?.focus();
    await bench.pass();
    await bench.until('.tools');
    expect(byRole(bench.timeline, 'button', 'More for this message').checkVisibility()).to.equal(false);
    await sendKeys({ press: 'Enter' });
    expect(deepActiveElement(document)?.ariaLabel).to.equal('Reply');
  });
});
