import { browserConnectivity } from '../../src/adapters/web/browser-connectivity.ts';
import { systemClock } from '../../src/adapters/web/system-clock.ts';
import type { MessagingAdapter } from '../../src/ports/adapter.ts';
import { withAssistant } from '../../src/adapters/with-assistant.ts';
import { createSession } from '../../src/session.ts';
import type { MessagingSession } from '../../src/sync/session-api.ts';
import { withFaults } from '../../src/testing/faults/with-faults.ts';
import { type Contacts, gatewayContacts, localContacts } from './contacts.ts';
import { forgetDevice } from './forget-device.ts';
import { openGatewayBackend, resetGateway } from './gateway-backend.ts';
import { openLocalBackend, openLongBackend } from './local-backend.ts';
import { LongHistory } from './long/long-history.ts';
import type { PageOptions } from './page-options.ts';
import { announceReset } from './reset-news.ts';
import { sampleAssistant } from './sample-assistant.ts';
import { coWorkers } from './seed/settings.ts';

/** What the ERP page has to do with messages: a session, and a network that can be switched off. */
export interface Backend {
  readonly session: MessagingSession;
  /** Cards that were made in the ERP itself. */
  readonly contacts: Contacts;
  readonly isOffline: boolean;
  /** Takes the network away from all tabs of this co-worker, or gives it back. */
  setOffline(isOffline: boolean): void;
  onOfflineChange(listener: () => void): void;
}

/** Starts the session of one co-worker; with `?reset` everything is emptied and filled anew before. */
export async function openBackend(options: PageOptions, locale: string): Promise<Backend> {
  const agent = coWorkers[options.agent - 1] ?? coWorkers[0];
  if (options.reset) await forgetDevice();
  const { adapter: plain, contacts } = await openAdapter(options, agent?.id ?? '');
  const backend = withAssistant(plain, sampleAssistant(options.language));
  if (options.reset) announceReset();
  const adapter = withFaults(backend, { clock: systemClock });
  const network = new SwitchedNetwork(`erp-demo-network-${options.backend}-${options.agent}`, (isOffline) => {
    adapter.faults.offline = isOffline;
  });
  const session = createSession({ adapter, connectivity: network, locale });
  return {
    session,
    contacts,
    get isOffline() {
      return network.isOff;
    },
    setOffline: (isOffline) => network.set(isOffline),
    onOfflineChange: (listener) => void network.subscribe(listener),
  };
}

interface Opened {
  readonly adapter: MessagingAdapter;
  readonly contacts: Contacts;
}

async function openAdapter({ backend, reset, isLong }: PageOptions, agentId: string): Promise<Opened> {
  if (isLong) {
    const long = openLongBackend(agentId);
    if (reset) await long.reset();
    return { adapter: new LongHistory(long), contacts: localContacts(long, 'long') };
  }
  if (backend === 'gateway') {
    if (reset) await resetGateway();
    return { adapter: openGatewayBackend(agentId), contacts: gatewayContacts(agentId) };
  }
  const local = openLocalBackend(agentId);
  if (reset) await local.reset();
  return { adapter: local, contacts: localContacts(local, 'local') };
}

/** The device's network with a switch, the same in all tabs of one co-worker. Each page starts with the network on. */
class SwitchedNetwork {
  readonly #real = browserConnectivity();
  readonly #channel: BroadcastChannel;
  readonly #changed: (isOffline: boolean) => void;
  readonly #listeners = new Set<() => void>();
  isOff = false;

  constructor(name: string, changed: (isOffline: boolean) => void) {
    this.#changed = changed;
    this.#channel = new BroadcastChannel(name);
    this.#channel.addEventListener('message', ({ data }) => this.#apply(data === true));
    this.#real.subscribe(() => this.#tell());
  }

  get online(): boolean {
    return !this.isOff && this.#real.online;
  }

  set(isOff: boolean): void {
    this.#channel.postMessage(isOff);
    this.#apply(isOff);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #apply(isOff: boolean): void {
    this.isOff = isOff;
    this.#changed(isOff);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
