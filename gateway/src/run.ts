import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Hono } from 'hono';
import { openNatsBus } from './bus/nats-bus.ts';
import { systemClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Db } from './db/db.ts';
import { openPglite } from './db/pglite-db.ts';
import { openPostgres } from './db/postgres-db.ts';
import { startGateway } from './gateway.ts';
import type { Gateway } from './gateway.ts';
import { jsonLog } from './log.ts';
import type { Log } from './log.ts';
import { AccountBook } from './providers/accounts.ts';
import type { Account } from './providers/provider.ts';
import { cmProvider } from './providers/cm/cm-provider.ts';
import { whatsAppProvider } from './providers/whatsapp/whatsapp-provider.ts';
import { keyInFile, sealWith } from './sealing.ts';
import type { Seal } from './sealing.ts';
import { listen } from './serve.ts';
import type { Listening } from './serve.ts';
import { Simulator } from './simulator/simulator.ts';

/** A gateway that answers on a port. */
export interface Running {
  readonly url: string;
  readonly gateway: Gateway;
  /** Good-bye to streams, hand-overs under way, connections, database: in that order. */
  close(): Promise<void>;
}

/**
 * Starts everything that a configuration asks for.
 *
 * @param around - puts something between the gateway and its database, such as a failure
 */
export async function runGateway(config: Config, log?: Log, around = (db: Db): Db => db): Promise<Running> {
  const {
    databaseUrl,
    dataFolder,
    auth,
    origins,
    defaultCountry,
    port,
    host: hostname,
    cm,
    whatsApp,
    simulatedTenant,
  } = config;
  const accounts = new AccountBook();
  const place = { url: '' };
  const trustedOrigins = new Set(config.trustedOrigins);
  const db = around(databaseUrl === null ? await openPglite(dataFolder) : openPostgres(databaseUrl));
  const dispatchTimeoutMs = config.providerTimeoutMs;
  // Known before anything is handed over: what waits from the last time begins at once.
  if (cm) accounts.add({ tenant: cm.tenant, hookSecret: cm.hookSecret, provider: cmProvider(cm) });
  if (whatsApp) accounts.add({ ...whatsApp, provider: whatsAppProvider(whatsApp) });
  const bus = config.natsUrl === null || db.exclusive ? null : openNatsBus(config.natsUrl, log ?? jsonLog());
  const gateway = await startGateway({
    db,
    ...(bus && { bus }),
    auth,
    origins,
    defaultCountry,
    accounts,
    dispatchTimeoutMs,
    seal: sealFor(config),
    // Only a simulated provider reaches what is said nowhere: it is on this machine.
    publicUrl: () => config.publicUrl ?? (simulatedTenant === null ? null : place.url),
    trustedOrigins,
    ...(log && { log }),
  });
  const app = new Hono();
  const simulated = simulatedTenant === null ? null : simulate(simulatedTenant, place);
  if (simulated) app.route('/simulator', simulated.simulator.app);
  app.route('/', gateway.app);
  const server: Listening = await listen(app, { port, hostname });
  place.url = `http://${hostname.includes(':') ? `[${hostname}]` : hostname}:${server.port}`;
  if (simulated) {
    trustedOrigins.add(place.url);
    // Only now anything can be handed to it.
    accounts.add(simulated.account);
  }
  return {
    url: place.url,
    gateway,
    async close() {
      simulated?.simulator.close();
      const closed = server.close();
      await gateway.close();
      await bus?.close();
      await closed;
    },
  };
}

/** The embedded database brings a key of its own; for PostgreSQL it has to come from outside, the same for all. */
function sealFor({ key, databaseUrl, dataFolder }: Config): Seal | null {
  if (key) return sealWith(key);
  return databaseUrl === null ? sealWith(keyInFile(join(dataFolder, 'key'))) : null;
}

/** A provider that exists only here, reached over the network as the real one would be. */
function simulate(
  tenant: string,
  place: { readonly url: string },
): { readonly simulator: Simulator; readonly account: Account } {
  const hookSecret = randomBytes(24).toString('base64url');
  const productToken = randomBytes(24).toString('base64url');
  const simulator = new Simulator({
    hookUrl: () => `${place.url}/v1/hooks/cm/${hookSecret}`,
    productToken,
    clock: systemClock,
    url: () => `${place.url}/simulator`,
  });
  const provider = cmProvider({
    productToken,
    from: '3669',
    namespace: 'simulator',
    url: () => `${place.url}/simulator/v1.0/message`,
  });
  return { simulator, account: { tenant, provider, hookSecret } };
}
