import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Listeners } from '../../../src/adapters/web/listeners.ts';

describe('listeners', () => {
  it('hears what the others hear when one of them throws, and the fault is uncaught', async () => {
    const fault = new Error('a listener of the test');
    const before = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    const uncaught = new Promise<unknown>((resolve) => process.once('uncaughtException', resolve));
    const listeners = new Listeners<[text: string]>();
    const heard: string[] = [];
    listeners.add(() => {
      throw fault;
    });
    listeners.add((text) => heard.push(text));
    listeners.tell('news');
    assert.deepEqual(heard, ['news']);
    assert.equal(await uncaught, fault);
    for (const listener of before) process.on('uncaughtException', listener);
  });

  it('may stop others while they are being told', () => {
    const listeners = new Listeners();
    const heard: string[] = [];
    listeners.add(() => {
      heard.push('first');
      listeners.clear();
    });
    listeners.add(() => heard.push('second'));
    listeners.tell();
    listeners.tell();
    assert.deepEqual(heard, ['first', 'second']);
    assert.equal(listeners.size, 0);
  });
});
