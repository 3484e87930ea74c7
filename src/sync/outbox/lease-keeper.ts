import type { Clock } from '../../ports/clock.ts';
import type { Lease, LocalStorage } from '../../ports/storage.ts';
import { nothing } from '../../store/nothing.ts';

/** How long a lease lasts; a tab that died is replaced after this. */
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
  readonly #holder: string;
  #lease: Lease | null = null;

  constructor(storage: LocalStorage, clock: Clock, holder: string) {
    this.#storage = storage;
    this.#clock = clock;
    this.#holder = holder;
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
      this.#lease = await this.#storage.acquireLease(this.#holder, now, durationMs);
    } catch {
      this.#lease = null;
    }
    return this.current;
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
