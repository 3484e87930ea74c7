import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FreshAnswer } from '../../src/controllers/fresh-answer.ts';
import { manualClock } from '../../src/testing/manual-clock.ts';

describe('an answer of the backend that is shared', () => {
  it('is asked for once, however many want it at the same time', async () => {
    const clock = manualClock();
    const answer = new FreshAnswer<string>();
    let asked = 0;
    const question = (): Promise<string> => Promise.resolve(`answer ${++asked}`);
    await Promise.all([answer.ask(question, clock), answer.ask(question, clock)]);
    assert.deepEqual([answer.value, asked, answer.isAsking], ['answer 1', 1, false]);
  });

  it('is fresh for a minute', async () => {
    const clock = manualClock();
    const answer = new FreshAnswer<string>();
    assert.equal(answer.isFresh(clock), false);
    await answer.ask(() => Promise.resolve('an answer'), clock);
    clock.advanceSync(59_999);
    assert.equal(answer.isFresh(clock), true);
    clock.advanceSync(1);
    assert.equal(answer.isFresh(clock), false);
  });

  it('keeps what was answered before when asking again fails, and is not fresh then', async () => {
    const clock = manualClock();
    const answer = new FreshAnswer<string>();
    await answer.ask(() => Promise.resolve('an answer'), clock);
    await answer.ask(() => Promise.reject(new Error('no answer')), clock);
    assert.deepEqual([answer.value, answer.hasFailed, answer.isFresh(clock)], ['an answer', true, false]);
    await answer.ask(() => Promise.resolve('another'), clock);
    assert.deepEqual([answer.value, answer.hasFailed, answer.isFresh(clock)], ['another', false, true]);
  });
});
