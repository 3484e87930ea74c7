import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { Topics } from '../../src/store/topics.ts';

describe('topics', () => {
  it('tell only those who listen to them', () => {
    const topics = new Topics();
    const heard: string[] = [];
    topics.subscribe('a', () => heard.push('a'));
    topics.subscribe('b', () => heard.push('b'));
    topics.touch('a');
    topics.touch('nobody');
    assert.deepEqual(heard, ['a']);
  });

  it('tell once after a batch, however often they were touched, and also those touched by a listener', () => {
    const topics = new Topics();
    const heard: string[] = [];
    topics.subscribe('a', () => {
      heard.push('a');
      topics.touch('b');
    });
    topics.subscribe('b', () => heard.push('b'));
    topics.batch(() => {
      topics.touch('a');
      topics.batch(() => topics.touch('a'));
      assert.deepEqual(heard, []);
    });
    assert.deepEqual(heard, ['a', 'b']);
  });

  it('tell after a batch that throws, too', () => {
    const topics = new Topics();
    let told = 0;
    topics.subscribe('a', () => (told += 1));
    assert.throws(() =>
      topics.batch(() => {
        topics.touch('a');
        throw new Error('half done');
      }),
    );
    assert.equal(told, 1);
  });

  it('forget whoever stopped listening', () => {
    const topics = new Topics();
    let told = 0;
    const stop = topics.subscribe('a', () => (told += 1));
    stop();
    stop();
    topics.touch('a');
    assert.deepEqual([told, topics.has('a')], [0, false]);
  });

  it('go on when a listener throws, and report it', () => {
    const later = mock.method(globalThis, 'queueMicrotask', () => {});
    const topics = new Topics();
    let told = 0;
    topics.subscribe('a', () => {
      throw new Error('a listener of the host');
    });
    topics.subscribe('a', () => (told += 1));
    topics.touch('a');
    const report = later.mock.calls[0]?.arguments[0] as (() => void) | undefined;
    later.mock.restore();
    assert.equal(told, 1);
    assert.throws(() => report?.(), /a listener of the host/);
  });
});
