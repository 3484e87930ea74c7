import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { systemClock } from '../../../src/adapters/web/system-clock.ts';

const day = 24 * 60 * 60 * 1_000;

/** Day by day: the mock lets a timer that is set while it moves begin at the end of the move. */
function tickDays(days: number): void {
  for (let passed = 0; passed < days; passed += 1) mock.timers.tick(day);
}

describe('system clock', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000 }));
  afterEach(() => mock.timers.reset());

  it('says the time of the machine', () => {
    mock.timers.tick(5);
    assert.equal(systemClock.now(), 1_005);
  });

  it('calls back once, not before the delay is over', () => {
    const callback = mock.fn();
    systemClock.after(10, callback);
    mock.timers.tick(9);
    assert.equal(callback.mock.callCount(), 0);
    mock.timers.tick(1);
    mock.timers.tick(100);
    assert.equal(callback.mock.callCount(), 1);
  });

  it('does not call back once it is cancelled', () => {
    const callback = mock.fn();
    const cancel = systemClock.after(10, callback);
    cancel();
    cancel();
    mock.timers.tick(10);
    assert.equal(callback.mock.callCount(), 0);
  });

  it('waits longer than the 32 bits of a browser timer, and can still be cancelled then', () => {
    const callback = mock.fn();
    const cancelled = mock.fn();
    systemClock.after(60 * day, callback);
    const cancel = systemClock.after(60 * day, cancelled);
    tickDays(59);
    assert.equal(callback.mock.callCount(), 0);
    cancel();
    tickDays(4);
    assert.equal(callback.mock.callCount(), 1);
    assert.equal(cancelled.mock.callCount(), 0);
  });

  for (const delayMs of [0, -5, NaN]) {
    it(`calls back as soon as it can, but later, for a delay of ${delayMs}`, () => {
      const callback = mock.fn();
      systemClock.after(delayMs, callback);
      assert.equal(callback.mock.callCount(), 0);
      mock.timers.tick(1);
      assert.equal(callback.mock.callCount(), 1);
    });
  }

  it('never calls back for an endless delay', () => {
    const callback = mock.fn();
    const cancel = systemClock.after(Infinity, callback);
    mock.timers.tick(100 * day);
    assert.equal(callback.mock.callCount(), 0);
    cancel();
  });
});
