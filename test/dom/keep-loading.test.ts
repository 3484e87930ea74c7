import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { keepLoading } from '../../src/dom/keep-loading.ts';
import { settle } from '../../src/testing/index.ts';

/** A page whose timers run and whose events come when the test says so. */
function page() {
  const target = new EventTarget();
  const timers = new Map<number, () => void>();
  let timer = 0;
  const scope = Object.assign(target, {
    setTimeout: (callback: () => void) => (timers.set((timer += 1), callback), timer),
    clearTimeout: (id: number) => timers.delete(id),
  });
  const outcomes: ('fails' | 'comes')[] = [];
  let asked = 0;
  const load = (): Promise<void> => {
    asked += 1;
    return outcomes.shift() === 'fails' ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve();
  };
  return { scope: scope as unknown as Window, timers, outcomes, load, asked: () => asked };
}

describe('a chunk that nobody waits for', () => {
  it('is asked for once where it comes', async () => {
    const { scope, load, asked, timers } = page();
    await keepLoading(load, scope);
    assert.equal(asked(), 1);
    assert.equal(timers.size, 0);
  });

  it('is asked for again when the device comes online, and after a while', async () => {
    const { scope, load, asked, timers, outcomes } = page();
    outcomes.push('fails', 'fails', 'comes');
    const loading = keepLoading(load, scope);
    await settle();
    assert.equal(asked(), 1);
    scope.dispatchEvent(new Event('online'));
    await settle();
    assert.equal(asked(), 2);
    for (const run of timers.values()) run();
    await loading;
    assert.equal(asked(), 3);
    assert.equal(timers.size, 0);
  });
});
