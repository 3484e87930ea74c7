import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, describe, it } from 'node:test';
import { PresenceHints } from '../../src/adapters/http/parts/presence-hints.ts';

const opened: PresenceHints[] = [];
function tab(backend: string): PresenceHints {
  const hints = new PresenceHints(backend);
  opened.push(hints);
  return hints;
}

/** What was posted before has arrived: messages keep their order. */
async function arrived(backend: string): Promise<void> {
  const [here, there] = [new BroadcastChannel(`${backend}/end`), new BroadcastChannel(`${backend}/end`)];
  const end = once(there, 'message');
  here.postMessage('end');
  await end;
  here.close();
  there.close();
}

describe('hints that somebody came or went', () => {
  after(() => {
    for (const hints of opened) hints.close();
  });

  it('reach this tab at once and the others soon, also from a tab that listens to none itself', async () => {
    const [leading, other] = [tab('a'), tab('a')];
    let heard = 0;
    const told = new Promise<void>((resolve) => {
      other.listen(() => {
        heard += 1;
        resolve();
      });
    });
    leading.tell();
    await told;
    assert.equal(heard, 1);
    other.tell();
    assert.equal(heard, 2);
  });

  it('stay with their backend, and end when nobody listens any more', async () => {
    const [leading, stranger, gone] = [tab('b'), tab('c'), tab('b')];
    const heard: string[] = [];
    stranger.listen(() => heard.push('stranger'));
    gone.listen(() => heard.push('gone'))();
    leading.tell();
    await arrived('b');
    assert.deepEqual(heard, []);
  });
});
