import { expect } from '@open-wc/testing';

import { adapterConformance } from '../../src/testing/conformance/conformance.ts';
import { httpSubject } from './http-subject.ts';

const seed = crypto.getRandomValues(new Uint32Array(1))[0]!;

describe(`the http adapter in a browser over the gateway on PGlite (seed ${seed})`, function () {
  this.timeout(60_000);
  const options = { seed, patienceMs: 20_000 };
  for (const { id, title, needs, run } of adapterConformance(() => httpSubject('pglite'), options)) {
    it(`[${id}] ${title}`, async () => {
      const outcome = await run();
      // Its streams resume: this alone may be skipped.
      if (outcome.result === 'skipped') expect(needs).to.include('resume-reset');
    });
  }
});
