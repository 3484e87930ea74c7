import { EmbeddedAdapter } from '../embedded/adapter.ts';
import { EmbeddedBackend } from '../embedded/backend.ts';
import { MemoryStore } from './memory-store.ts';
import type { EmbeddedData } from '../embedded/data.ts';
import type { MessagingAdapter } from '../../ports/adapter.ts';
import type { ChannelKind } from '../../domain/model.ts';
import type { Clock } from '../../ports/clock.ts';

/** What a memory backend is made of. */
export interface MemoryBackendOptions {
  /** Where the backend's time comes from. */
  readonly clock: Clock;
  /** What it starts with. */
  readonly data?: EmbeddedData;
  readonly tenantId?: string;
  /** Channels it can send on; absent = all. */
  readonly channels?: readonly ChannelKind[];
  /** For developers. */
  readonly log?: (message: string) => void;
}

/** A backend in memory that several adapters share, as several agents or tabs would. */
export interface MemoryBackend {
  /** An adapter for one agent; absent = the first co-worker of the data. */
  adapter(options?: { readonly agentId?: string }): MessagingAdapter;
}

/** Makes a backend that lives in memory: nothing is random, ids come from a counter and time from the clock. */
export function createMemoryBackend(options: MemoryBackendOptions): MemoryBackend {
  const { clock, data = {}, tenantId = 'memory', channels, log = () => {} } = options;
  let lastId = 0;
  const backend = new EmbeddedBackend({
    store: new MemoryStore(),
    clock,
    newId: (kind) => `${kind}-m${(lastId += 1)}`,
    newIdentity: () => 'memory',
    data: { ...data, coWorkers: data.coWorkers ?? [defaultAgent] },
    log,
  });
  return {
    adapter({ agentId = data.coWorkers?.[0]?.id ?? defaultAgent.id } = {}) {
      return new EmbeddedAdapter(backend, {
        name: 'memory',
        tenantId,
        agentId,
        durable: false,
        ...(channels && { channels }),
      });
    },
  };
}

/** A memory backend with one adapter; for tests and stories. */
export function createMemoryAdapter(
  options: MemoryBackendOptions & { readonly agentId?: string },
): MessagingAdapter & { readonly backend: MemoryBackend } {
  const backend = createMemoryBackend(options);
  const adapter = backend.adapter(options.agentId === undefined ? {} : { agentId: options.agentId });
  return Object.assign(adapter, { backend });
}

const defaultAgent = { id: 'agent', name: 'Agent', branchId: null, teamIds: [], permissions: [] };
