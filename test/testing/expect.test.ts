import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { rejectsWith } from '../../src/testing/conformance/expect.ts';

describe('the conformance kit', () => {
  it('takes the errors of an adapter in a bundle of its own for what they are', async () => {
    const foreign = Object.assign(new Error('no'), { name: 'AdapterError', code: 'conflict' });
    assert.equal((await rejectsWith(['conflict'], 'it', Promise.reject(foreign))).code, 'conflict');
    const own = new AdapterError('not-found', 'no');
    assert.equal(await rejectsWith(['not-found'], 'it', Promise.reject(own)), own);
  });

  it('takes no other error for one that stands for no answer', async () => {
    for (const error of [new TypeError('fetch'), Object.assign(new Error('no'), { name: 'AdapterError', code: 'odd' })])
      await assert.rejects(rejectsWith(['unavailable'], 'it', Promise.reject(error)), /should reject with unavailable/);
  });
});
