import { EmbeddedAdapter } from '../embedded/adapter.ts';
import { EmbeddedBackend } from '../embedded/backend.ts';
import { hostHooks } from '../embedded/host-hooks.ts';
import { providerHooks } from '../embedded/hooks.ts';
import { instantProvider } from '../embedded/provider.ts';
import { MemoryStore } from './memory-store.ts';
import { channelKinds } from '../../domain/channel-kinds.ts';
import { toCmIncoming } from '../../domain/cm-messages.ts';
import type { EmbeddedData } from '../embedded/data.ts';
import type { HostHooks } from '../embedded/host-hooks.ts';
import type { ProviderHooks } from '../embedded/hooks.ts';
import type { IncomingResult } from '../embedded/incoming.ts';
import type { Provider } from '../embedded/provider.ts';
import type { CmChannel } from '../../domain/cm-messages.ts';
import type { ChannelKind, CoWorker } from '../../domain/model.ts';
import type { MessagingAdapter } from '../../ports/adapter.ts';
import type { Clock } from '../../ports/clock.ts';

/** What a memory backend is made of. */
export interface MemoryBackendOptions {
  /** Where the backend's time comes from. */
  readonly clock: Clock;
  /** What it starts with; a single co-worker named Agent if it names none. */
  readonly data?: EmbeddedData;
  /** What carries messages out; takes everything at once unless given. */
  readonly provider?: Provider;
  /** Default `memory`. */
  readonly tenantId?: string;
  /** Channels it can send on; all unless given. */
  readonly channels?: readonly ChannelKind[];
  /** ISO 3166 code of the country whose national spelling of numbers counts; default `NL`. */
  readonly defaultCountry?: string | null;
  /** How many batches of changes are kept for subscriptions that come back; default 2,000. */
  readonly feedKept?: number;
  /** How long the provider may take before the outcome is unknown; default 30 s. */
  readonly dispatchTimeoutMs?: number;
  /** For developers. */
  readonly log?: (message: string) => void;
}

/** A customer's message in few words. */
export interface IncomingText {
  readonly channel: CmChannel;
  /** The customer's number or id, in any spelling. */
  readonly from: string;
  readonly text: string;
  /** Own number or page; default `3669`. */
  readonly to?: string;
  /** Profile name. */
  readonly name?: string;
  /** Provider's time, which has whole seconds; default now. */
  readonly at?: number;
}

/** A backend in memory that several adapters share, as several agents or tabs would. */
export interface MemoryBackend extends ProviderHooks, HostHooks {
  /** An adapter for one agent; the first co-worker of the data unless given. */
  adapter(options?: { readonly agentId?: string }): MessagingAdapter;
  /** A customer writes: builds the body CM.com would send and receives it. */
  incoming(message: IncomingText): Promise<IncomingResult>;
  /** Ends it: nothing is handed over any more. */
  close(): Promise<void>;
}

/** Makes a backend that lives in memory. Nothing is random: ids come from a counter, time from the clock. */
export function createMemoryBackend(options: MemoryBackendOptions): MemoryBackend {
  const { clock, tenantId = 'memory' } = options;
  const ids = new Ids();
  const backend = new EmbeddedBackend({
    store: new MemoryStore(),
    clock,
    newId: (kind) => ids.next(kind),
    newIdentity: () => ids.next('feed'),
    data: () => ({ coWorkers: [someAgent], ...options.data }),
    provider: options.provider ?? instantProvider,
    holders: { me: 'memory', ready: () => Promise.resolve(), isAlive: () => Promise.resolve(false) },
    channels: options.channels ?? channelKinds,
    defaultCountry: options.defaultCountry === undefined ? 'NL' : options.defaultCountry,
    feedKept: options.feedKept ?? 2_000,
    dispatchTimeoutMs: options.dispatchTimeoutMs ?? 30_000,
    committed: () => undefined,
    log: options.log ?? (() => undefined),
  });
  const hooks = providerHooks(backend);
  return {
    ...hooks,
    ...hostHooks(backend),
    adapter: ({ agentId = null } = {}) =>
      new EmbeddedAdapter(backend, { name: 'memory', tenantId, agentId, durable: false }),
    incoming: (message) => hooks.receive(cmBodyOf(message, { at: clock.now(), reference: ids.next('incoming') })),
    close: () => backend.close(),
  };
}

/** A memory backend with one adapter for it; for tests and stories. `backend` gives the hooks and further adapters. */
export function createMemoryAdapter(
  options: MemoryBackendOptions & { readonly agentId?: string },
): MessagingAdapter & { readonly backend: MemoryBackend } {
  const backend = createMemoryBackend(options);
  return Object.assign(backend.adapter(options), { backend });
}

const someAgent: CoWorker = { id: 'agent-1', name: 'Agent', branchId: null, teamIds: [], permissions: [] };

function cmBodyOf(
  { channel, from, text, to = '3669', name = '', at }: IncomingText,
  given: { readonly at: number; readonly reference: string },
): unknown {
  const content = { kind: 'text', text } as const;
  return toCmIncoming({ channel, from, fromName: name, to, at: at ?? given.at, reference: given.reference, content });
}

/** Counts per kind, so that ids tell what they are and do not depend on what else was made. */
class Ids {
  readonly #last = new Map<string, number>();

  next(kind: string): string {
    const number = (this.#last.get(kind) ?? 0) + 1;
    this.#last.set(kind, number);
    return `${kind}-m${number}`;
  }
}
