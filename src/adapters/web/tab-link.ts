import { v4 as uuid } from 'uuid';
import type { TabLink } from '../../ports/tab-link.ts';
import type { OpenChannel } from './browser-features.ts';
import { browserFeature, openTabChannel } from './browser-features.ts';
import { Listeners } from './listeners.ts';

/** What is needed of the browser's locks; without `query` nobody can tell which tabs live. */
type Locks = Pick<LockManager, 'request'> & Partial<Pick<LockManager, 'query'>>;

/** How tabs find each other. What is not given is taken from the browser; `null` means do without. */
export interface TabLinkOptions {
  /** Tabs with the same name belong together: one per tenant and agent. Names the lock and the channel. */
  readonly name: string;
  readonly locks?: Locks | null;
  readonly channel?: OpenChannel | null;
}

/**
 * Joins the tabs of this name. Leadership is a Web Lock, so the next tab leads as soon as this one closes or dies.
 *
 * Without locks every tab believes that it leads, and a frozen tab keeps its lock: leadership here only saves work. Who
 * may send is decided by the lease in storage.
 */
export function openTabLink(options: TabLinkOptions): TabLink {
  const { name } = options;
  const locks = options.locks === undefined ? browserFeature(({ navigator }) => navigator?.locks) : options.locks;
  return new WebTabLink(name, locks, openTabChannel(name, options.channel));
}

class WebTabLink implements TabLink {
  readonly tabId = uuid();
  readonly #name: string;
  readonly #locks: Locks | null;
  readonly #channel: BroadcastChannel | null;
  readonly #leadListeners = new Listeners();
  readonly #messageListeners = new Listeners<[message: unknown]>();
  readonly #closing = new AbortController();
  #leads = false;
  #releaseLock: (() => void) | null = null;
  #endLife: () => void = () => undefined;

  constructor(name: string, locks: Locks | null, channel: BroadcastChannel | null) {
    this.#name = name;
    this.#locks = locks;
    this.#channel = channel;
    channel?.addEventListener('message', this.#hear);
    this.#seekLead();
    this.#showLife();
  }

  get leads(): boolean {
    return this.#leads;
  }

  onLeadChange(listener: () => void): () => void {
    return this.#leadListeners.add(listener);
  }

  async livingTabs(): Promise<ReadonlySet<string> | null> {
    try {
      const snapshot = await this.#locks?.query?.();
      if (!snapshot?.held) return null;
      const { held } = snapshot;
      const prefix = this.#lifeOf('');
      const living = held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name.slice(prefix.length)] : []));
      return new Set([...living, this.tabId]);
    } catch {
      return null; // some frames may not ask
    }
  }

  post(message: unknown): void {
    if (!this.#closing.signal.aborted) this.#channel?.postMessage(message);
  }

  onMessage(listener: (message: unknown) => void): () => void {
    return this.#messageListeners.add(listener);
  }

  close(): void {
    this.#closing.abort();
    this.#leads = false;
    this.#releaseLock?.();
    this.#endLife();
    this.#channel?.removeEventListener('message', this.#hear);
    this.#channel?.close();
    this.#leadListeners.clear();
    this.#messageListeners.clear();
  }

  readonly #hear = ({ data }: MessageEvent<unknown>): void => this.#messageListeners.tell(data);

  /** Holds a lock of its own for as long as this tab lives; the browser lets go of it when the tab dies. */
  #showLife(): void {
    const life = new Promise<void>((end) => {
      this.#endLife = end;
    });
    try {
      this.#locks?.request(this.#lifeOf(this.tabId), () => life).catch(() => undefined);
    } catch {
      // Without locks nobody can tell, and the lease has to run out.
    }
  }

  #lifeOf(tabId: string): string {
    return `${this.#name}/life/${tabId}`;
  }

  #seekLead(): void {
    if (!this.#locks) {
      this.#setLeads(true);
      return;
    }
    try {
      const { signal } = this.#closing;
      this.#locks.request(this.#name, { signal }, () => this.#holdLock()).catch(() => this.#lockRefused());
    } catch {
      this.#lockRefused();
    }
  }

  #holdLock(): Promise<void> | undefined {
    if (this.#closing.signal.aborted) return undefined;
    const held = new Promise<void>((release) => {
      this.#releaseLock = release;
    });
    this.#setLeads(true);
    return held;
  }

  /** Locks that throw leave this tab leading alone; a lock that was held and then stolen is sought again. */
  #lockRefused(): void {
    if (this.#closing.signal.aborted) return;
    const stolen = this.#leads;
    this.#setLeads(!stolen);
    if (stolen) this.#seekLead();
  }

  #setLeads(leads: boolean): void {
    this.#leads = leads;
    this.#leadListeners.tell();
  }
}
