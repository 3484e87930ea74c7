import { v4 as uuid } from 'uuid';
import type { TabLink } from '../../ports/tab-link.ts';
import type { OpenChannel } from './browser-features.ts';
import { browserFeature, openTabChannel } from './browser-features.ts';
import { Listeners } from './listeners.ts';

/** How tabs find each other. What is not given is taken from the browser; `null` means do without. */
export interface TabLinkOptions {
  /** Tabs with the same name belong together: one per tenant and agent. Names the lock and the channel. */
  readonly name: string;
  readonly locks?: Pick<LockManager, 'request'> | null;
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
  readonly #locks: Pick<LockManager, 'request'> | null;
  readonly #channel: BroadcastChannel | null;
  readonly #leadListeners = new Listeners();
  readonly #messageListeners = new Listeners<[message: unknown]>();
  readonly #closing = new AbortController();
  #leads = false;
  #releaseLock: (() => void) | null = null;

  constructor(name: string, locks: Pick<LockManager, 'request'> | null, channel: BroadcastChannel | null) {
    this.#name = name;
    this.#locks = locks;
    this.#channel = channel;
    channel?.addEventListener('message', this.#hear);
    this.#seekLead();
  }

  get leads(): boolean {
    return this.#leads;
  }

  onLeadChange(listener: () => void): () => void {
    return this.#leadListeners.add(listener);
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
    this.#channel?.removeEventListener('message', this.#hear);
    this.#channel?.close();
    this.#leadListeners.clear();
    this.#messageListeners.clear();
  }

  readonly #hear = ({ data }: MessageEvent<unknown>): void => this.#messageListeners.tell(data);

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
