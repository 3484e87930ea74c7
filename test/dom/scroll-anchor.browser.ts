import { expect, fixture, html } from '@open-wc/testing';
import { isAtEnd, readAnchor, restoreAnchor } from '../../src/dom/scroll-anchor.ts';

/** A scroll area of 200 px with rows of 50 px, keyed r0, r1, … */
async function area(count: number) {
  const scroller = await fixture<HTMLElement>(html`<div></div>`);
  scroller.style.cssText = 'height: 200px; overflow-y: auto; overflow-anchor: none';
  const rows = Array.from({ length: count }, (_, index) => {
    const element = document.createElement('div');
    element.style.height = '50px';
    scroller.append(element);
    return { key: `r${index}`, element };
  });
  const find = (key: string): Element | undefined => rows.find((row) => row.key === key)?.element;
  const top = (key: string): number =>
    (find(key)?.getBoundingClientRect().top ?? Number.NaN) - scroller.getBoundingClientRect().top;
  return { scroller, rows, find, top };
}

describe('scroll anchor', () => {
  it('notes every visible row with its distance from the top', async () => {
    const { scroller, rows } = await area(20);
    scroller.scrollTop = 120;
    expect(readAnchor(scroller, rows)).to.deep.equal([
      { key: 'r2', offset: -20 },
      { key: 'r3', offset: 30 },
      { key: 'r4', offset: 80 },
      { key: 'r5', offset: 130 },
      { key: 'r6', offset: 180 },
    ]);
  });

  it('puts the row back after the rows above grew', async () => {
    const { scroller, rows, find, top } = await area(20);
    scroller.scrollTop = 300;
    const anchor = readAnchor(scroller, rows);
    rows[0]!.element.style.height = '400px';
    expect(restoreAnchor(scroller, anchor, find)).to.equal(0);
    expect(top('r6')).to.equal(0);
  });

  it('goes by the next row when the first is gone', async () => {
    const { scroller, rows, find, top } = await area(20);
    scroller.scrollTop = 310;
    const anchor = readAnchor(scroller, rows);
    rows[6]!.element.remove();
    expect(restoreAnchor(scroller, anchor, (key) => (key === 'r6' ? undefined : find(key)))).to.equal(0);
    expect(top('r7')).to.equal(40);
  });

  it('leaves everything as it is when no row is left', async () => {
    const { scroller, rows } = await area(20);
    scroller.scrollTop = 120;
    expect(restoreAnchor(scroller, readAnchor(scroller, rows), () => undefined)).to.equal(0);
    expect(scroller.scrollTop).to.equal(120);
  });

  it('says what is left of a pixel, and how far off it is where there is no room', async () => {
    const { scroller, rows, find } = await area(20);
    scroller.scrollTop = 300;
    const anchor = readAnchor(scroller, rows);
    rows[0]!.element.style.height = '90.25px';
    expect(Math.abs(restoreAnchor(scroller, anchor, find))).to.be.within(0.01, 0.5);
    expect(restoreAnchor(scroller, [{ key: 'r19', offset: 0 }], find)).to.be.closeTo(150, 0.5);
  });

  it('knows the end', async () => {
    const { scroller } = await area(20);
    expect(isAtEnd(scroller)).to.equal(false);
    scroller.scrollTop = scroller.scrollHeight;
    expect(isAtEnd(scroller)).to.equal(true);
  });
});
