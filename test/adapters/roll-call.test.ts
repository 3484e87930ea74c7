import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RollCall, type RollMessage } from '../../src/adapters/embedded/parts/roll-call.ts';
import { manualClock } from '../../src/testing/index.ts';

describe('who is logged in', () => {
  function tabs(count: number) {
    const clock = manualClock();
    const calls: RollCall[] = [];
    for (let index = 0; index < count; index += 1)
      calls.push(
        new RollCall(clock, (message: RollMessage) =>
          calls.forEach((other, place) => place !== index && other.hear(structuredClone(message))),
        ),
      );
    return { clock, calls: calls as [RollCall, RollCall, ...RollCall[]] };
  }

  it('[D2] knows the agents of all tabs, each once, and no longer those that left', async () => {
    const { clock, calls } = tabs(3);
    calls[0].enter('a/1', 'sanne');
    calls[1].enter('b/1', 'joris');
    calls[1].enter('b/2', 'joris');
    const asked = calls[0].list();
    await clock.advance(300);
    assert.deepEqual([...(await asked)].sort(), ['joris', 'sanne']);
    calls[1].leave('b/1');
    calls[1].leave('b/2');
    const again = calls[0].list();
    await clock.advance(300);
    assert.deepEqual(await again, ['sanne']);
  });

  it('[E7] tells in every tab that somebody came or went, not that another window of theirs did', () => {
    const { calls } = tabs(2);
    const heard: string[] = [];
    calls[0].onChange(() => heard.push('here'));
    const end = calls[1].onChange(() => heard.push('there'));
    calls[0].enter('a/1', 'sanne');
    calls[0].enter('a/2', 'sanne');
    assert.deepEqual(heard.splice(0).sort(), ['here', 'there']);
    end();
    calls[0].leave('a/1');
    assert.deepEqual(heard, []);
    calls[0].leave('a/2');
    assert.deepEqual(heard, ['here']);
  });

  it('answers at once where there are no other tabs', async () => {
    const call = new RollCall(manualClock(), null);
    call.enter('a/1', 'sanne');
    assert.deepEqual(await call.list(), ['sanne']);
  });

  it('listens to nothing else', () => {
    const { calls } = tabs(2);
    for (const message of [null, 'look', {}, { roll: null }, { roll: 7 }, { roll: { agentId: 7 } }])
      calls[0].hear(message);
  });
});
