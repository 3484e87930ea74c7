import { smallBusiness } from '../../test/contract/subjects.ts';
import { createHttpAdapter } from '../../src/adapters/http/index.ts';
import { clientIdOf } from '../../src/domain/cm-messages.ts';
import type { MessagingAdapter } from '../../src/ports/adapter.ts';
import type { ConformanceSubject } from '../../src/testing/conformance/subject.ts';
import type { ManualClock } from '../../src/testing/manual-clock.ts';
import type { Simulator } from '../src/simulator/simulator.ts';
import { mint } from './harness.ts';
import type { World } from './harness.ts';

/** Where the subjects live: the world may be replaced by a restart. */
export interface Place {
  world: World;
  readonly clock: ManualClock;
  /** Ends the world in mid-air and starts another one on the same data. */
  readonly restart?: () => Promise<void>;
}

let tenants = 0;

/** A tenant of its own for each check: one gateway serves them all, and none may see another's. */
export async function gatewaySubject(place: Place): Promise<ConformanceSubject> {
  const tenant = `tenant-${(tenants += 1)}`;
  let simulator: Simulator = await place.world.connect(tenant, place.clock);
  const earlier: string[] = [];
  const adapter = (agent: string, branch: string): MessagingAdapter =>
    createHttpAdapter({
      baseUrl: `${place.world.url}/v1`,
      token: () => mint({ tenant, sub: agent, name: agent, branch, branches: '*' }),
    });
  const { files: none, ...data } = smallBusiness();
  if (none) throw new TypeError('files of the embedded backend are blobs');
  await place.world.fill(tenant, data);
  const references = (): string[] => simulator.ledger.map(({ reference }) => clientIdOf(reference) ?? reference);
  const restart = async (): Promise<MessagingAdapter> => {
    earlier.push(...references());
    await place.restart?.();
    simulator = await place.world.connect(tenant, place.clock);
    return adapter('agent-1', 'branch-1');
  };
  return {
    adapter: adapter('agent-1', 'branch-1'),
    second: adapter('agent-2', 'branch-2'),
    incoming: async ({ channel, address, text }) => {
      await simulator.customerWrites({ channel, from: address, text });
    },
    advance: (ms) => place.clock.advance(ms),
    dispatched: () => Promise.resolve([...earlier, ...references()]),
    ...(place.restart && { restart }),
  };
}
