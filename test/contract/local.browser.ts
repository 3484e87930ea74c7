import { expect } from '@open-wc/testing';

import { adapterConformance } from '../../src/testing/conformance/conformance.ts';
import { localSubject } from './local-subject.ts';

const seed = crypto.getRandomValues(new Uint32Array(1))[0]!;

describe(`the local adapter (seed ${seed})`, () => {
  for (const { id, title, needs, run } of adapterConformance(localSubject, { seed })) {
    it(`[${id}] ${title}`, async () => {
      const outcome = await run();
      // Its streams resume: this alone may be skipped.
      if (outcome.result === 'skipped') expect(needs).to.include('resume-reset');
    });
  }
});
