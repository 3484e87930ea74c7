import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { TimelineWindow } from '../../src/controllers/timeline-window.ts';
import { aMessage } from '../../src/testing/index.ts';

const history = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => ({ key: `k${from + index}`, message: aMessage() }));

describe('the mounted stretch of a history', () => {
  it('is all of a short one, and the newest of a long one', () => {
    assert.deepEqual(new TimelineWindow().stretch(history(20)), { start: 0, end: 20 });
    const { start, end } = new TimelineWindow().stretch(history(1000));
    assert.equal(end, 1000);
    assert.ok(end - start <= 100);
  });

  it('goes on with the newest while it follows, and stays while it is held', () => {
    const window = new TimelineWindow();
    assert.equal(window.stretch(history(300)).end, 300);
    assert.equal(window.stretch(history(310)).end, 310);
    window.hold(history(310));
    assert.equal(window.stretch(history(400)).end, 310);
    window.follow();
    assert.equal(window.stretch(history(400)).end, 400);
  });

  it('keeps the same messages when earlier ones are put before them', () => {
    const window = new TimelineWindow();
    const entries = history(200, 1000);
    window.centre(entries, 50, 60);
    const { start, end } = window.stretch(entries);
    const longer = [...history(70, 930), ...entries];
    assert.deepEqual(window.stretch(longer), { start: start + 70, end: end + 70 });
  });

  it('finds its place again when its first message is gone', () => {
    const window = new TimelineWindow();
    const entries = history(300);
    window.centre(entries, 100, 110);
    const { start } = window.stretch(entries);
    assert.equal(window.stretch(entries.filter(({ key }) => key !== `k${start}`)).start, start);
  });

  it('always holds what is visible, never too much, and centring twice changes nothing', () => {
    const cases = fc
      .record({ count: fc.integer({ min: 1, max: 500 }), first: fc.nat(), shown: fc.integer({ min: 1, max: 60 }) })
      .map(({ count, first, shown }) => ({ count, first: first % count, shown }));
    fc.assert(
      fc.property(cases, ({ count, first, shown }) => {
        const window = new TimelineWindow();
        const entries = history(count);
        const last = Math.min(count - 1, first + shown - 1);
        window.centre(entries, first, last);
        const { start, end } = window.stretch(entries);
        assert.ok(start <= first && last < end && end - start <= 100 && start >= 0 && end <= count);
        assert.equal(window.centre(entries, first, last), false);
      }),
    );
  });
});
