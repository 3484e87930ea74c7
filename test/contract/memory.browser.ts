import { expect } from '@open-wc/testing';

import { adapterConformance } from '../../src/testing/conformance/conformance.ts';
import { memorySubject } from './subjects.ts';

const seed = crypto.getRandomValues(new Uint32Array(1))[0]!;

describe(`the memory adapter in a browser (seed ${seed})`, () => {
  for (const { id, title, needs, run } of adapterConformance(memorySubject, { seed })) {
    it(`[${id}] ${title}`, async () => {
      const outcome = await run();
      // It is not durable and its streams resume: these alone may be skipped.
      if (outcome.result === 'skipped') expect(needs.join()).to.match(/durable|resume-reset/);
    });
  }
});
