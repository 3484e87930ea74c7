import { after, before, describe, it } from 'node:test';

import { mint, startWorld } from '../../gateway/test/harness.ts';
import type { World } from '../../gateway/test/harness.ts';
import { createHttpAdapter } from '../../src/adapters/http/index.ts';
import { clientIdOf } from '../../src/domain/cm-messages.ts';
import type { MessagingAdapter } from '../../src/ports/adapter.ts';
import { adapterConformance } from '../../src/testing/conformance/conformance.ts';
import type { ConformanceSubject } from '../../src/testing/conformance/subject.ts';
import { manualClock } from '../../src/testing/manual-clock.ts';
import { smallBusiness } from './subjects.ts';

const seed = Number(process.env.CONFORMANCE_SEED ?? Math.floor(Math.random() * 2 ** 31));
const clock = manualClock();
let tenants = 0;

describe(`the http adapter over the gateway on PGlite (seed ${seed})`, () => {
  let world: World;
  before(async () => {
    world = await startWorld({ clock });
  });
  after(() => world.close());

  for (const { id, title, run } of adapterConformance(() => subject(world), { seed, patienceMs: 20_000 })) {
    it(`[${id}] ${title}`, async (test) => {
      const outcome = await run();
      if (outcome.result === 'skipped') test.diagnostic(`not checked: ${outcome.reason}`);
    });
  }
});

/** A tenant of its own for each check: one gateway serves them all, and none may see another's. */
async function subject(world: World): Promise<ConformanceSubject> {
  const tenant = `tenant-${(tenants += 1)}`;
  const simulator = await world.connect(tenant, clock);
  const adapter = (agent: string, branch: string): MessagingAdapter =>
    createHttpAdapter({
      baseUrl: `${world.url}/v1`,
      token: () => mint({ tenant, sub: agent, name: agent, branch, branches: '*' }),
    });
  await world.fill(tenant, smallBusiness());
  return {
    adapter: adapter('agent-1', 'branch-1'),
    second: adapter('agent-2', 'branch-2'),
    incoming: async ({ channel, address, text }) => {
      await simulator.customerWrites({ channel, from: address, text });
    },
    advance: (ms) => clock.advance(ms),
    dispatched: () => Promise.resolve(simulator.ledger.map(({ reference }) => clientIdOf(reference) ?? reference)),
  };
}
