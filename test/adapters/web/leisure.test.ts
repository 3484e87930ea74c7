import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { leisure } from '../../../src/adapters/web/leisure.ts';
import { deferred, manualClock, settle } from '../../../src/testing/index.ts';

/** A page whose frames and idle moments come when the test says so. */
function page(hidden = false) {
  const frames: (() => void)[] = [];
  const idles: (() => void)[] = [];
  const clock = manualClock();
  const [answered, wanted] = [deferred(), deferred()];
  const scope = {
    document: { hidden },
    requestAnimationFrame: (callback: () => void) => frames.push(callback),
    requestIdleCallback: (callback: () => void) => idles.push(callback),
  };
  let isOver = false;
  void leisure({ answered: answered.promise, wanted: wanted.promise }, clock, scope).then(() => (isOver = true));
  const turn = async (callbacks: (() => void)[]): Promise<void> => {
    callbacks.splice(0).forEach((run) => run());
    await settle();
  };
  return { answered, wanted, clock, frame: () => turn(frames), idle: () => turn(idles), isOver: () => isOver };
}

describe('leisure', () => {
  it('begins when the first answers have been painted and nothing else is to be done', async () => {
    const { answered, frame, idle, isOver } = page();
    await frame();
    answered.resolve();
    await settle();
    await frame();
    await frame();
    assert.equal(isOver(), false);
    await idle();
    assert.equal(isOver(), true);
  });

  it('begins at once when somebody needs what waits', async () => {
    const { wanted, isOver } = page();
    wanted.resolve();
    await settle();
    assert.equal(isOver(), true);
  });

  it('begins after half a second, whatever happens', async () => {
    const { clock, isOver } = page();
    await clock.advance(499);
    assert.equal(isOver(), false);
    await clock.advance(1);
    await settle();
    assert.equal(isOver(), true);
  });

  it('does not wait for a frame of a page that nobody sees', async () => {
    const { answered, isOver } = page(true);
    answered.resolve();
    await settle();
    assert.equal(isOver(), true);
  });

  it('is always where there is no page', async () => {
    await leisure({ answered: new Promise(() => {}), wanted: new Promise(() => {}) }, manualClock(), {});
  });
});
