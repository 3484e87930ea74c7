import { expect } from '@open-wc/testing';
import { isAtEnd } from '../../src/dom/scroll-anchor.ts';
import { history, type TimelineBench, timelineBench } from './timeline-bench.ts';

/** Everything that stands for messages that are not mounted, where it is on screen. */
function blanks({ root, scroller }: TimelineBench): DOMRect[] {
  const area = scroller.getBoundingClientRect();
  const rects = [...root.querySelectorAll('.gap')].map((gap) => gap.getBoundingClientRect());
  // Below the last message there is less than a pixel of it, whatever is mounted.
  return rects.filter(({ top, bottom, height }) => height > 2 && bottom > area.top + 1 && top < area.bottom - 1);
}

/** The topmost message on screen, and where it stands. */
function topmost(bench: TimelineBench): { key: string; top: number } {
  const row = bench.articles().find((article) => bench.topOf(article.dataset.key ?? '') >= 0);
  const key = row?.dataset.key ?? '';
  return { key, top: bench.topOf(key) };
}

/** A page that is zoomed before the timeline opens, with everything loaded. */
async function zoomed(name: string, value: string): Promise<TimelineBench> {
  document.documentElement.style.setProperty(name, value);
  const bench = await timelineBench(history(600, 300));
  const loader = bench.world.session.openTimeline({ kind: 'conversation', conversationId: 'talk' });
  while (loader.value.hasOlder) {
    const loading = loader.loadOlder();
    await bench.clock.advance(0);
    await loading;
  }
  loader.dispose();
  await bench.pass(1000);
  return bench;
}

describe('conversation-timeline where the page around it is zoomed', () => {
  for (const [name, value, scale] of [
    ['zoom', '1', 1],
    ['zoom', '0.8', 0.8],
    ['zoom', '1.25', 1.25],
    ['zoom', '1.5', 1.5],
    ['transform', 'scale(0.7)', 0.7],
  ] as const)
    describe(`${name}: ${value}`, () => {
      afterEach(() => {
        document.documentElement.style.removeProperty(name);
      });

      it('opens at the first unread message and shows messages wherever somebody scrolls', async () => {
        const bench = await zoomed(name, value);
        expect(bench.topOf('talk-300') / scale, 'first unread').to.be.within(40, 140);
        expect(blanks(bench)).to.have.length(0);
        const height = bench.scroller.scrollHeight;
        for (let step = 0; step <= 20; step += 1) {
          await bench.scrollTo((height * ((step * 7) % 20)) / 20);
          expect(blanks(bench), `at step ${step}`).to.have.length(0);
        }
        await bench.timeline.jumpToLatest();
        await bench.pass();
        expect(isAtEnd(bench.scroller)).to.equal(true);
        expect(blanks(bench)).to.have.length(0);
        expect(bench.articles().at(-1)?.dataset.key).to.equal('talk-599');
      });

      it('keeps what is read where it is while messages come and sizes change above', async () => {
        const bench = await zoomed(name, value);
        await bench.scrollTo(bench.scroller.scrollHeight / 2);
        const before = topmost(bench);
        await bench.receive('Something new');
        bench.articles()[0]?.style.setProperty('padding-block-end', '90px');
        await bench.pass();
        await bench.pass();
        const after = topmost(bench);
        expect(after.key).to.equal(before.key);
        expect(after.top).to.be.closeTo(before.top, 1.5);
      });

      it('goes to a message that is led to, and reveals the one that gets the focus', async () => {
        const bench = await zoomed(name, value);
        await bench.timeline.showMessage('talk-20');
        await bench.pass();
        expect(bench.topOf('talk-20') / scale).to.be.closeTo(120, 2);
        const first = Number(bench.root.activeElement?.ariaPosInSet);
        for (let turn = 0; turn < 8; turn += 1) {
          bench.root.activeElement?.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true, composed: true }),
          );
          await bench.pass();
          const row = bench.root.activeElement?.getBoundingClientRect();
          const area = bench.scroller.getBoundingClientRect();
          expect((row?.top ?? 0) - area.top, `row ${turn}`).to.be.within(-1.5, area.height);
        }
        expect(Number(bench.root.activeElement?.ariaPosInSet)).to.equal(first - 8);
      });
    });
});
