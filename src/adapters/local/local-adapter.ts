import { v7 } from 'uuid';
import { IndexedDbStore } from './indexeddb-store.ts';
import { TabHolders } from './tab-holders.ts';
import { TabWake } from './tab-wake.ts';
import { EmbeddedAdapter } from '../embedded/adapter.ts';
import { EmbeddedBackend } from '../embedded/backend.ts';
import { call } from '../embedded/calls.ts';
import { hostHooks } from '../embedded/host-hooks.ts';
import { providerHooks } from '../embedded/hooks.ts';
import { instantProvider } from '../embedded/provider.ts';
import { browserFeature } from '../web/browser-features.ts';
import { systemClock } from '../web/system-clock.ts';
import { channelKinds } from '../../domain/channel-kinds.ts';
import type { EmbeddedData } from '../embedded/data.ts';
import type { HostHooks } from '../embedded/host-hooks.ts';
import type { ProviderHooks } from '../embedded/hooks.ts';
import type { RollMessage } from '../embedded/parts/roll-call.ts';
import type { Provider } from '../embedded/provider.ts';
import type { OpenChannel } from '../web/browser-features.ts';
import type { ChannelKind } from '../../domain/model.ts';
import type { MessagingAdapter } from '../../ports/adapter.ts';
import type { Clock } from '../../ports/clock.ts';

/** What a local backend is made of. Everything may be left out. */
export interface LocalAdapterOptions {
  /** Tabs with the same name share one backend. Default `conversation-elements/local`. */
  readonly databaseName?: string;
  /** The co-worker who uses this tab; the first one of the seed unless given. */
  readonly agentId?: string;
  /** What an empty database is filled with; a function is asked only then. Without it there is one co-worker. */
  readonly seed?: EmbeddedData | (() => EmbeddedData | Promise<EmbeddedData>);
  /**
   * What carries messages to the outside world: called at most once per message, in order within a conversation, by
   * whichever tab is quickest. Without it every message counts as sent at once.
   */
  readonly provider?: Provider;
  /** Where time comes from; the machine unless given. */
  readonly clock?: Clock;
  /** Names the business for storage that is kept apart per business; the database's name unless given. */
  readonly tenantId?: string;
  /** Channels that can be sent on; all unless given. */
  readonly channels?: readonly ChannelKind[];
  /** ISO 3166 code of the country whose national spelling of numbers counts; default `NL`. */
  readonly defaultCountry?: string | null;
  /** How many batches of changes are kept for tabs that slept; default 2,000. A tab that missed more reads all anew. */
  readonly feedKept?: number;
  /** How long the provider may take before the outcome is unknown; default 30 s. */
  readonly dispatchTimeoutMs?: number;
  /** For developers; never receives message text or addresses. */
  readonly log?: (message: string) => void;
  /** The browser's own unless given; `null` = as if it had none. */
  readonly indexedDB?: IDBFactory | null;
  /** The browser's own unless given; `null` = as if it had none. */
  readonly locks?: LockManager | null;
  /** The browser's own unless given; `null` = as if it had none. */
  readonly channel?: OpenChannel | null;
}

/** The whole backend in the browser, and the sides of it that a provider's webhooks and the host's own server would call. */
export interface LocalAdapter extends MessagingAdapter, ProviderHooks, HostHooks {
  /** Throws everything away and fills the database anew; other tabs notice. Drafts and outboxes stay: they are not here. */
  reset(): Promise<void>;
}

/**
 * Makes an adapter whose backend is the browser itself: conversations, messages, rules and change feed in IndexedDB, all
 * tabs in step. Nothing is opened before the first call; a database that cannot be used rejects that call with
 * `unavailable`, and the message says why.
 *
 * @example
 * const adapter = createLocalAdapter({ databaseName: 'erp-demo', agentId: '1', seed: () => makeSeed() });
 * await adapter.receive(cmBody); // what CM.com's webhook would deliver
 */
export function createLocalAdapter(options: LocalAdapterOptions = {}): LocalAdapter {
  const { databaseName = 'conversation-elements/local', clock = systemClock, agentId = null } = options;
  const shared = `conversation-elements/backend/${databaseName}`;
  const holders = new TabHolders(
    given(options.locks, ({ navigator }) => navigator?.locks),
    shared,
  );
  const wake = new TabWake({
    name: shared,
    clock,
    heard: () => backend.look(),
    told: (message) => backend.hear(message),
    // A tab that is closed has no time for more; asked who is there, it is silent.
    farewell: { roll: 'changed' } satisfies RollMessage,
    ...(options.channel !== undefined && { channel: options.channel }),
  });
  const store = new IndexedDbStore({
    name: databaseName,
    factory: given(options.indexedDB, ({ indexedDB }) => indexedDB),
    clock,
    opened: () => {
      wake.start();
      backend.presence.ask();
    },
  });
  const backend = new EmbeddedBackend({
    store,
    clock,
    newId: () => v7(),
    newIdentity: () => v7(),
    data: () => seedOf(options),
    provider: options.provider ?? instantProvider,
    holders,
    channels: options.channels ?? channelKinds,
    defaultCountry: options.defaultCountry === undefined ? 'NL' : options.defaultCountry,
    feedKept: options.feedKept ?? 2_000,
    dispatchTimeoutMs: options.dispatchTimeoutMs ?? 30_000,
    committed: () => wake.post(),
    tell: (message) => wake.post(message),
    log: options.log ?? (() => undefined),
  });
  const closed = async (): Promise<void> => {
    wake.close();
    await backend.close();
    holders.close();
  };
  const tenantId = options.tenantId ?? databaseName;
  const adapter = new EmbeddedAdapter(backend, { name: 'local', tenantId, agentId, durable: true, closed });
  return Object.assign(adapter, providerHooks(backend), hostHooks(backend), {
    reset: () => call(undefined, () => backend.reset()),
  });
}

async function seedOf({ seed = {}, agentId = 'agent-1' }: LocalAdapterOptions): Promise<EmbeddedData> {
  const data = typeof seed === 'function' ? await seed() : seed;
  return { coWorkers: [{ id: agentId, name: 'Agent', branchId: null, teamIds: [], permissions: [] }], ...data };
}

function given<T>(value: T | null | undefined, read: Parameters<typeof browserFeature<T>>[0]): T | null {
  return value === undefined ? browserFeature(read) : value;
}
