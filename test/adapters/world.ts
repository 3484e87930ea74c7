import { EmbeddedAdapter } from '../../src/adapters/embedded/adapter.ts';
import { EmbeddedBackend } from '../../src/adapters/embedded/backend.ts';
import type { EmbeddedData } from '../../src/adapters/embedded/data.ts';
import type { ProviderHooks } from '../../src/adapters/embedded/hooks.ts';
import { providerHooks } from '../../src/adapters/embedded/hooks.ts';
import type { Provider, ProviderMessage, ProviderResult } from '../../src/adapters/embedded/provider.ts';
import type { EmbeddedStore } from '../../src/adapters/embedded/store.ts';
import { MemoryStore } from '../../src/adapters/memory/memory-store.ts';
import { channelKinds } from '../../src/domain/channel-kinds.ts';
import type { CmChannel } from '../../src/domain/cm-messages.ts';
import { toCmIncoming, toCmStatus } from '../../src/domain/cm-messages.ts';
import type { Message } from '../../src/domain/model.ts';
import type { ChangeBatch, ChangeSink, HostContext, OutgoingMessage } from '../../src/ports/adapter.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import type { Deferred, ManualClock } from '../../src/testing/index.ts';
import {
  aBranch,
  aClientId,
  aConversation,
  aCoWorker,
  aRecipient,
  aRecipientSummary,
  builtAt,
  deferred,
  manualClock,
} from '../../src/testing/index.ts';

/** A host that wants nothing. */
export const host: HostContext = {
  token: () => Promise.resolve('token'),
  locale: 'en',
  timeZone: 'UTC',
  log: () => undefined,
};

/** One process (or tab) that serves the store. */
export interface Instance extends ProviderHooks {
  readonly backend: EmbeddedBackend;
  /** What its provider was asked, in order. */
  readonly asked: readonly ProviderMessage[];
  adapter(agentId?: string): EmbeddedAdapter;
  /** Ends the process in mid-air. */
  kill(): Promise<void>;
}

/** A store that several instances serve, as tabs do. */
export interface World {
  readonly clock: ManualClock;
  readonly store: EmbeddedStore;
  /** Starts an instance; its provider takes everything at once unless given. */
  start(options?: { readonly provider?: Provider; readonly feedKept?: number }): Instance;
}

/** Two agents in two branches; Anna can be written to by text message, and by WhatsApp since an hour. */
export function annasData(): EmbeddedData {
  const anna = aRecipient({ id: 'anna', addresses: [{ channel: 'phone', value: '06-12345678' }] });
  const channel = { accountId: null, address: '+31612345678', consent: 'unknown', overrides: null } as const;
  return {
    coWorkers: [
      aCoWorker({ id: 'sanne', name: 'Sanne Bakker', branchId: 'utrecht' }),
      aCoWorker({ id: 'tim', name: 'Tim Smit', branchId: 'gent' }),
    ],
    branches: [aBranch({ id: 'utrecht', name: 'Utrecht' }), aBranch({ id: 'gent', name: 'Gent' })],
    recipients: [anna],
    conversations: [
      aConversation({
        id: 'c1',
        recipient: aRecipientSummary(anna),
        coWorkerId: 'sanne',
        branchId: 'utrecht',
        channels: [
          { ...channel, channel: 'sms', lastIncomingAt: null },
          { ...channel, channel: 'whatsapp', lastIncomingAt: builtAt - 3_600_000 },
        ],
      }),
    ],
  };
}

/** Makes a world. */
export function aWorld(data: EmbeddedData = annasData()): World {
  const clock = manualClock();
  const store = new MemoryStore();
  const running = new Set<Instance>();
  const living = new Set<string>();
  let ids = 0;
  const nextId = (kind: string): string => `${kind}-${String((ids += 1)).padStart(4, '0')}`;
  const lookAll = (): void => running.forEach(({ backend }) => backend.look());
  const start: World['start'] = ({ provider, feedKept = 2_000 } = {}) => {
    const me = nextId('instance');
    const asked: ProviderMessage[] = [];
    living.add(me);
    const backend = new EmbeddedBackend({
      // Killing one instance must not close the store under the others.
      store: { transact: (mode, body) => store.transact(mode, body), close: () => Promise.resolve() },
      clock,
      newId: nextId,
      newIdentity: () => nextId('feed'),
      data: () => data,
      provider: {
        send: (message, options) => {
          asked.push(message);
          return provider ? provider.send(message, options) : Promise.resolve({ status: 'sent' });
        },
      },
      holders: { me, ready: () => Promise.resolve(), isAlive: (holder) => Promise.resolve(living.has(holder)) },
      channels: channelKinds,
      defaultCountry: 'NL',
      feedKept,
      dispatchTimeoutMs: 30_000,
      committed: lookAll,
      log: () => undefined,
    });
    const instance: Instance = {
      ...providerHooks(backend),
      backend,
      asked,
      adapter: (agentId = 'sanne') =>
        new EmbeddedAdapter(backend, { name: 'test', tenantId: 'test', agentId, durable: false }),
      kill: async () => {
        running.delete(instance);
        living.delete(me);
        await backend.close();
      },
    };
    running.add(instance);
    return instance;
  };
  return { clock, store, start };
}

/** A text message to Anna. */
export function aTextTo(fields: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    clientId: aClientId(),
    conversationId: 'c1',
    channel: 'sms',
    accountId: null,
    content: { kind: 'text', text: 'Your order is ready' },
    replyToId: null,
    ...fields,
  };
}

/** The body with which CM.com delivers a customer's message. */
export function cmIncoming(fields: {
  readonly from?: string;
  readonly text?: string;
  readonly at?: number;
  readonly channel?: CmChannel;
  readonly reference?: string;
  readonly messageContext?: string;
}): unknown {
  const { from = '0031612345678', text = 'Thank you', at = builtAt, channel = 'sms', messageContext = null } = fields;
  const reference = fields.reference ?? `mo-${(incomingCount += 1)}`;
  return toCmIncoming({ channel, from, to: '3669', at, reference, messageContext, content: { kind: 'text', text } });
}

let incomingCount = 0;

/** The body with which CM.com reports a status. */
export function cmStatus(
  message: Pick<Message, 'clientId'>,
  status: 'sent' | 'delivered' | 'read' | 'failed',
  at = builtAt,
): unknown {
  const reference = (message.clientId ?? '').replaceAll('-', '');
  return toCmStatus({ reference, to: '+31612345678', status, at, errorCode: status === 'failed' ? '302' : null });
}

/** A provider that answers each message when the test says so. */
export function slowProvider(): { readonly provider: Provider; readonly answers: Deferred<ProviderResult>[] } {
  const answers: Deferred<ProviderResult>[] = [];
  const send = (): Promise<ProviderResult> => {
    const answer = deferred<ProviderResult>();
    answers.push(answer);
    return answer.promise;
  };
  return { provider: { send }, answers };
}

/** A sink that writes down what it hears. */
export interface Recorder extends ChangeSink {
  readonly batches: ChangeBatch[];
  readonly heard: string[];
}

/** Makes a sink that writes down what it hears; batches as `batch`, links by state, resets with their cursor. */
export function recorder(): Recorder {
  const batches: ChangeBatch[] = [];
  const heard: string[] = [];
  return {
    batches,
    heard,
    batch: (batch) => {
      batches.push(batch);
      heard.push('batch');
    },
    link: (state) => heard.push(state),
    reset: (cursor) => heard.push(`reset ${String(cursor)}`),
  };
}

/** The error code a call rejects with; fails when it resolves or rejects with anything else. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  return (await errorOf(call)).code;
}

/** The typed error a call rejects with. */
export async function errorOf(call: Promise<unknown>): Promise<AdapterError> {
  const reason: unknown = await call.then(
    () => {
      throw new Error('the call resolved');
    },
    (error: unknown) => error,
  );
  if (reason instanceof AdapterError) return reason;
  throw new Error('not an AdapterError', { cause: reason });
}
