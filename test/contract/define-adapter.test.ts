import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { adapterConformance } from '../../src/testing/conformance/conformance.ts';
import { allEndpoints, simpleSubject } from './simple-subjects.ts';

const seed = Number(process.env.CONFORMANCE_SEED ?? Math.floor(Math.random() * 2 ** 31));

describe(`an adapter defined by list, messages and send (seed ${seed})`, () => {
  const setup = simpleSubject(() => ({}));
  for (const { id, title, run } of adapterConformance(setup, { seed })) {
    it(`[${id}] ${title}`, async (test) => {
      const outcome = await run();
      if (outcome.result === 'skipped') test.diagnostic(`not checked: ${outcome.reason}`);
    });
  }
});

describe(`an adapter defined by all that can be given (seed ${seed})`, () => {
  const setup = simpleSubject(allEndpoints);
  // What it is defined by: nothing of that may be left unchecked.
  const given = new Set<string>([
    ...['realtime', 'idempotency', 'conflict-check', 'notes', 'open', 'directory', 'templates'],
    ...['assign', 'changeBranch', 'archive', 'markSpam', 'tag', 'markUnread', 'markUnreadFrom', 'link'],
  ]);
  for (const { id, title, needs, run } of adapterConformance(setup, { seed })) {
    it(`[${id}] ${title}`, async () => {
      const outcome = await run();
      if (outcome.result === 'skipped') assert.ok(!needs.every((need) => given.has(need)), needs.join());
    });
  }
});
