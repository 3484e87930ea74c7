import { describe, it } from 'node:test';

import { adapterConformance } from '../../src/testing/conformance/conformance.ts';
import { memorySubject } from './subjects.ts';

const seed = Number(process.env.CONFORMANCE_SEED ?? Math.floor(Math.random() * 2 ** 31));

describe(`the memory adapter (seed ${seed})`, () => {
  for (const { id, title, run } of adapterConformance(memorySubject, { seed })) {
    it(`[${id}] ${title}`, async (test) => {
      const outcome = await run();
      if (outcome.result === 'skipped') test.diagnostic(`not checked: ${outcome.reason}`);
    });
  }
});
