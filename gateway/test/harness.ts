import { SignJWT } from 'jose';
import { systemClock } from '../src/clock.ts';
import type { Db } from '../src/db/db.ts';
import { openPglite } from '../src/db/pglite-db.ts';
import type { ImportData } from '../src/commands/import.ts';
import { startGateway } from '../src/gateway.ts';
import type { Gateway, GatewayOptions } from '../src/gateway.ts';
import { AccountBook } from '../src/providers/accounts.ts';
import { cmProvider } from '../src/providers/cm/cm-provider.ts';
import { listen } from '../src/serve.ts';
import type { Listening } from '../src/serve.ts';
import { Simulator } from '../src/simulator/simulator.ts';
import type { SimulatorOptions } from '../src/simulator/simulator.ts';

/** The secret that tests and gateways under test share. */
export const tokenSecret = 'a secret for tests that is long enough';

/** Who a token is for. */
export interface Claims {
  readonly tenant: string;
  readonly sub: string;
  readonly name?: string;
  readonly branch?: string;
  readonly branches?: '*' | readonly string[];
  readonly roles?: readonly string[];
  readonly permissions?: readonly string[];
}

/** Mints a token as a host would. */
export function mint({ sub, ...claims }: Claims, { lifetime = '1h', secret = tokenSecret } = {}): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(sub)
    .setExpirationTime(lifetime)
    .sign(new TextEncoder().encode(secret));
}

/** A gateway that listens, with a simulated provider that listens too. */
export interface World {
  readonly url: string;
  readonly gateway: Gateway;
  readonly accounts: AccountBook;
  /** Connects a tenant to a simulated provider of its own. */
  connect(tenant: string, more?: Partial<SimulatorOptions>): Promise<Simulator>;
  /** Gives a tenant its records and history. */
  fill(tenant: string, data: ImportData): Promise<void>;
  /** Ends without a word: no good-bye, nothing waited for. */
  crash(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a gateway on a free port. */
export async function startWorld(options: Partial<GatewayOptions> & { readonly db?: Db } = {}): Promise<World> {
  const accounts = new AccountBook();
  const db = options.db ?? (await openPglite(null));
  const trustedOrigins = new Set(options.trustedOrigins);
  const gateway = await startGateway({
    auth: { secret: tokenSecret },
    accounts,
    log: () => undefined,
    rate: { perSecond: 10_000, burst: 10_000 },
    ...options,
    trustedOrigins,
    db,
  });
  const server = await listen(gateway.app, { port: 0, hostname: '127.0.0.1' });
  const url = `http://127.0.0.1:${server.port}`;
  const simulators: { readonly simulator: Simulator; readonly server: Listening }[] = [];
  const end = async (graceMs: number): Promise<void> => {
    for (const { simulator } of simulators) simulator.close();
    await gateway.close(graceMs);
    await Promise.all(simulators.map((each) => each.server.close(0)));
  };
  return {
    url,
    gateway,
    accounts,
    async connect(tenant, more = {}) {
      const hookSecret = `hook-${tenant}`;
      const productToken = `token-${tenant}`;
      const place = { url: '' };
      const simulator = new Simulator({
        hookUrl: () => `${url}/v1/hooks/cm/${hookSecret}`,
        productToken,
        clock: systemClock,
        url: () => place.url,
        ...more,
      });
      const listening = await listen(simulator.app, { port: 0, hostname: '127.0.0.1' });
      place.url = `http://127.0.0.1:${listening.port}`;
      trustedOrigins.add(place.url);
      simulators.push({ simulator, server: listening });
      const provider = cmProvider({
        productToken,
        from: '3669',
        namespace: 'namespace',
        url: `${place.url}/v1.0/message`,
      });
      accounts.add({ tenant, provider, hookSecret });
      return simulator;
    },
    async fill(tenant, data) {
      const token = await mint({ tenant, sub: 'host', roles: ['admin'] });
      const response = await fetch(`${url}/v1/import`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(data),
      });
      if (!response.ok) throw new Error(await response.text());
    },
    async crash() {
      await server.close(0);
      await end(0);
    },
    async close() {
      await end(500);
      await server.close(0);
    },
  };
}
