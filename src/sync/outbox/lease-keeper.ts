import type { Clock } from '../../ports/clock.ts';
import type { Lease, LocalStorage } from '../../ports/storage.ts';
import type { TabLink } from '../../ports/tab-link.ts';
import { nothing } from '../../store/nothing.ts';

/** How long a lease lasts; a tab that froze, or died where nobody can tell, is replaced after this. */
const durationMs = 20_000;
/** With less than this left a lease is renewed before it is used. */
const marginMs = durationMs / 2;

/**
 * The right of one tab to send, with a fencing number: a tab that was frozen and overtaken cannot write with its old
 * number. It saves work; that nothing is sent twice rests on the client id.
 */
export class LeaseKeeper {
  readonly #storage: LocalStorage;
  readonly #clock: Clock;
  readonly #tabs: TabLink;
  #lease: Lease | null = null;

  constructor(storage: LocalStorage, clock: Clock, tabs: TabLink) {
    this.#storage = storage;
    this.#clock = clock;
    this.#tabs = tabs;
  }

  /** The lease while it is certainly ours, `null` once it ran out. */
  get current(): Lease | null {
    return this.#lease && this.#lease.expiresAt > this.#clock.now() ? this.#lease : null;
  }

  /** Takes or renews the lease; `null` if another tab holds it or storage refuses. */
  async ensure(): Promise<Lease | null> {
    const now = this.#clock.now();
    if (this.#lease && this.#lease.expiresAt - now > marginMs && this.#lease.expiresAt - now <= durationMs)
      return this.#lease;
    try {
      this.#lease = await this.#acquire(now);
    } catch {
      this.#lease = null;
    }
    return this.current;
  }

  /** A tab that died, as one does in every reload, is not waited for where the browser tells that it is gone. */
  async #acquire(now: number): Promise<Lease | null> {
    const { tabId } = this.#tabs;
    const lease = await this.#storage.acquireLease(tabId, now, durationMs);
    if (lease) return lease;
    const living = await this.#tabs.livingTabs();
    return living && (await this.#storage.acquireLease(tabId, now, durationMs, living));
  }

  /** Forgets a lease that turned out to be overtaken. */
  forget(): void {
    this.#lease = null;
  }

  /** Lets another tab take over at once. */
  async release(): Promise<void> {
    const lease = this.#lease;
    this.#lease = null;
    if (lease) await this.#storage.releaseLease(lease).catch(nothing);
  }
}
