import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { runTold } from '../../src/dom/run-told.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { settle } from '../../src/testing/index.ts';

describe('a command that somebody runs', () => {
  const before = globalThis.reportError;
  let reported: unknown[];

  beforeEach(() => {
    reported = [];
    globalThis.reportError = (reason) => void reported.push(reason);
  });
  afterEach(() => {
    globalThis.reportError = before;
  });

  it('leaves what a backend refused to the one that shows it', async () => {
    runTold({ run: () => Promise.reject(new AdapterError('forbidden', 'no')) });
    await settle();
    assert.deepEqual(reported, []);
  });

  it('tells the page of a mistake', async () => {
    const mistake = new TypeError('nothing is there');
    runTold({ run: () => Promise.reject(mistake) });
    await settle();
    assert.deepEqual(reported, [mistake]);
  });
});
