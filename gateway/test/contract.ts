import { smallBusiness } from '../../test/contract/subjects.ts';
import { createHttpAdapter } from '../../src/adapters/http/index.ts';
import { clientIdOf } from '../../src/domain/cm-messages.ts';
import type { MessagingAdapter } from '../../src/ports/adapter.ts';
import type {
  ConformanceSubject,
  IncomingPicture,
  IncomingRevision,
  IncomingText,
} from '../../src/testing/conformance/subject.ts';
import type { ManualClock } from '../../src/testing/manual-clock.ts';
import { mint } from './harness.ts';
import type { World } from './harness.ts';

/** Where the subjects live: the world may be replaced by a restart. */
export interface Place {
  world: World;
  readonly clock: ManualClock;
  /** Ends the world in mid-air and starts another one on the same data. */
  readonly restart?: () => Promise<void>;
}

/** A small business of its own on a gateway, and what the kit does to it from outside. */
export interface BusinessOnGateway {
  readonly baseUrl: () => string;
  readonly token: (agent: string) => Promise<string>;
  readonly incoming: (message: IncomingText) => Promise<void>;
  readonly incomingPicture: (picture: IncomingPicture) => Promise<void>;
  readonly revise: (revision: IncomingRevision) => Promise<void>;
  readonly dispatched: () => readonly string[];
  /** How many streams are open. */
  readonly streams: () => number;
  /** Ends the gateway in mid-air and starts it again. */
  readonly restart: () => Promise<void>;
}

/** The agents of the small business; their branches are those of its data. */
const branches: Readonly<Record<string, string>> = { 'agent-1': 'branch-1', 'agent-2': 'branch-2' };

let tenants = 0;

/** A tenant of its own for each check: one gateway serves them all, and none may see another's. */
export async function businessOnGateway(place: Place): Promise<BusinessOnGateway> {
  const tenant = `tenant-${(tenants += 1)}`;
  let simulator = await place.world.connect(tenant, { clock: place.clock });
  const earlier: string[] = [];
  const written = new Map<string, string>();
  const { files: none, ...data } = smallBusiness();
  if (none) throw new TypeError('files of the embedded backend are blobs');
  await place.world.fill(tenant, data);
  const references = (): string[] => simulator.ledger.map(({ reference }) => clientIdOf(reference) ?? reference);
  return {
    baseUrl: () => `${place.world.url}/v1`,
    token: (sub) => {
      const branch = branches[sub];
      return mint({ tenant, sub, name: sub, branches: '*', ...(branch !== undefined && { branch }) });
    },
    incoming: async ({ channel, address: from, text }) => {
      const { reference } = await simulator.customerWrites({ channel, from, text });
      written.set(text, reference);
    },
    incomingPicture: async ({ channel, address: from, caption, bytes }) => {
      const { id } = simulator.media.keep('photo.jpg', 'image/jpeg', new Uint8Array(await bytes.arrayBuffer()));
      const { reference } = await simulator.customerWrites({ channel, from, media: { id, caption } });
      written.set(caption, reference);
    },
    revise: async ({ channel, address: from, before, text }) => {
      const change = text === null ? { revision: 'deleted' } : { revision: 'edited', text };
      // The provider's times have whole seconds.
      const at = place.clock.now() + 1_000;
      await simulator.customerWrites({ channel, from, at, answers: written.get(before), ...change });
    },
    dispatched: () => [...earlier, ...references()],
    streams: () => place.world.gateway.streamsOf(tenant),
    restart: async () => {
      earlier.push(...references());
      await place.restart?.();
      simulator = await place.world.connect(tenant, { clock: place.clock });
    },
  };
}

/** The http adapter on a gateway in this process, as the kit sees it. */
export async function gatewaySubject(place: Place): Promise<ConformanceSubject> {
  const business = await businessOnGateway(place);
  const adapter = (agent: string): MessagingAdapter =>
    createHttpAdapter({ baseUrl: business.baseUrl(), token: () => business.token(agent) });
  const restart = async (): Promise<MessagingAdapter> => {
    await business.restart();
    return adapter('agent-1');
  };
  return {
    adapter: adapter('agent-1'),
    second: adapter('agent-2'),
    incoming: business.incoming,
    incomingPicture: business.incomingPicture,
    revise: business.revise,
    advance: (ms) => place.clock.advance(ms),
    dispatched: () => Promise.resolve(business.dispatched()),
    ...(place.restart && { restart }),
  };
}
