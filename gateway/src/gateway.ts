import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import type { Clock } from '../../src/ports/clock.ts';
import { addressBook } from './addresses.ts';
import { authenticator } from './auth/auth.ts';
import type { AuthOptions } from './auth/auth.ts';
import { systemClock } from './clock.ts';
import { Core } from './core.ts';
import type { Bus } from './bus/bus.ts';
import type { Db } from './db/db.ts';
import { migrate } from './db/migrate.ts';
import { createApp } from './http/app.ts';
import { Streams } from './http/events.ts';
import type { StreamLimits } from './http/events.ts';
import type { Rate } from './http/rate-limit.ts';
import { errorFields, jsonLog } from './log.ts';
import type { Log } from './log.ts';
import { Metrics } from './metrics.ts';
import type { ProviderAddresses } from './providers/connections.ts';
import type { Accounts } from './providers/provider.ts';
import { StoredAccounts } from './providers/stored-accounts.ts';
import type { Seal } from './sealing.ts';

/** What a gateway is made of. Only database, sign-in and connections are needed. */
export interface GatewayOptions {
  readonly db: Db;
  /** How several processes tell each other of news; default: by the database. */
  readonly bus?: Bus;
  readonly auth: AuthOptions;
  readonly accounts: Accounts;
  /** Keeps secrets that administrators store; without it none can be stored. */
  readonly seal?: Seal | null;
  /** Where providers are reached, for connections that administrators make; default their own addresses. */
  readonly providerUrls?: ProviderAddresses;
  readonly clock?: Clock;
  /** Makes ids, unlike any other; sortable ones keep the database's pages warm. */
  readonly newId?: () => string;
  /** ISO 3166 code of the country whose national spelling of numbers counts; default `NL`. */
  readonly defaultCountry?: string | null;
  readonly origins?: readonly string[];
  readonly rate?: Rate;
  readonly streams?: Partial<StreamLimits>;
  /** How long a provider may take before the outcome is unknown; default 30 s. */
  readonly dispatchTimeoutMs?: number;
  /** Where the outside world reaches the gateway: providers fetch files there. Without it none can be sent. */
  readonly publicUrl?: string | (() => string | null);
  /** Origins outside of the public internet that files may be fetched from, such as a simulated provider; default none. */
  readonly trustedOrigins?: ReadonlySet<string>;
  /** The largest file that is taken from a customer; default 100 MB. */
  readonly mostFileBytes?: number;
  readonly log?: Log;
}

/** A running gateway. */
export interface Gateway {
  readonly app: Hono;
  readonly core: Core;
  readonly metrics: Metrics;
  /** How many streams a tenant has open at this instance. */
  streamsOf(tenant: string): number;
  /** Says good-bye to streams, waits for hand-overs under way, and lets go of the database. */
  close(graceMs?: number): Promise<void>;
}

const usualRate: Rate = { perSecond: 50, burst: 300 };
const usualStreams: StreamLimits = { perCoWorker: 20, inAll: 5_000, heartbeatMs: 15_000 };
const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
  readonly version: string;
};

/** Brings the tables up to date and starts to work. Network and signals are the caller's. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { db, accounts, log = jsonLog() } = options;
  await migrate(db);
  const metrics = new Metrics();
  const { seal = null, providerUrls = {}, publicUrl = null } = options;
  const core = new Core({
    db,
    bus: options.bus ?? null,
    clock: options.clock ?? systemClock,
    newId: options.newId ?? sortableId,
    addresses: addressBook(options.defaultCountry === undefined ? 'NL' : options.defaultCountry),
    accounts: new StoredAccounts({ db, seal, usual: accounts, addresses: providerUrls }),
    seal,
    log,
    metrics,
    dispatchTimeoutMs: options.dispatchTimeoutMs ?? 30_000,
    publicUrl: typeof publicUrl === 'function' ? publicUrl : () => publicUrl,
    trustedOrigins: options.trustedOrigins ?? new Set(),
    mostFileBytes: options.mostFileBytes ?? 100 * 1024 * 1024,
  });
  const streams = new Streams({ ...usualStreams, ...options.streams });
  metrics.gauge('gateway_streams', () => streams.count);
  metrics.gauge('gateway_hand_overs_underway', () => core.dispatcher.underway);
  let isReady = true;
  const app = createApp({
    core,
    authenticate: authenticator(options.auth),
    streams,
    origins: options.origins ?? [],
    rate: options.rate ?? usualRate,
    version,
    isReady: () => isReady,
  });
  await core.open();
  return {
    app,
    core,
    metrics,
    streamsOf: (tenant) => streams.countOf(tenant),
    async close(graceMs = 10_000) {
      isReady = false;
      streams.endAll();
      await core.close(graceMs);
      await db.close().catch((error: unknown) => log('warn', 'database-close', errorFields(error)));
    },
  };
}

/** An id that begins with the time, so that new rows stand together (UUIDv7). */
function sortableId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const time = Date.now().toString(16).padStart(12, '0');
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = time + Buffer.from(bytes.subarray(6)).toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
