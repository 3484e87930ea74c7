import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { checkInvariants } from './invariants.ts';
import { happenings, Scenario } from './scenario.ts';
import type { Happening } from './scenario.ts';
import { override } from './world.ts';

/** More runs and a known seed from outside: `RUNS=2000 SEED=42 node --test test/sync/properties.test.ts`. */
const runs = Number(process.env.RUNS ?? 60);
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

describe('whatever happens, after healing', () => {
  it(`[I1] [I2] [I3] [I4] [I5] [I6] [I7] [I8] hold (seed ${seed})`, async () => {
    await check(seed, async (list) => {
      const scenario = new Scenario();
      await scenario.run(list);
      await scenario.heal();
      await checkInvariants(scenario);
    });
  });

  it(`[I3] a backend that recognises no ids gets each message once, or a person decides (seed ${seed + 1})`, async () => {
    await check(seed + 1, async (list) => {
      const committed: string[] = [];
      const scenario = new Scenario({
        capabilities: (capabilities) => ({ ...capabilities, idempotencyMs: 0 }),
        wrap: (adapter) =>
          override(adapter, {
            send: (message, options) => {
              committed.push(message.clientId);
              return adapter.send(message, options);
            },
          }),
      });
      await scenario.run(list.filter((one) => one.do !== 'fault' || one.fault !== 'doubled'));
      await scenario.heal();
      assert.equal(new Set(committed).size, committed.length, `[I3] sent twice: ${committed.join(' ')}`);
      await checkInvariants(scenario, 'for-person');
    });
  });
});

function check(from: number, predicate: (list: readonly Happening[]) => Promise<void>): Promise<void> {
  const parameters = { numRuns: runs, seed: from, interruptAfterTimeLimit: 300_000 };
  return fc.assert(fc.asyncProperty(happenings, predicate), parameters);
}
