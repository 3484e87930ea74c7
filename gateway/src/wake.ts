import type { Bus } from './bus/bus.ts';
import { errorFields } from './log.ts';
import type { Log } from './log.ts';

const pollMs = 2_000;

/** Whoever wants to know that a feed has grown; `null` = any may have. */
export type Woken = (tenant: string | null) => void;

/**
 * Says "look again" to everything in this process and in others. It carries no data: what is lost costs time, never a
 * change, because a slow poll looks anyway.
 */
export class WakeBus {
  readonly #bus: Bus | null;
  readonly #log: Log;
  readonly #listeners = new Set<Woken>();
  readonly #wanted = new Set<string>();
  #isNotifying = false;
  #timer: NodeJS.Timeout | null = null;
  #unlisten: (() => Promise<void>) | null = null;

  /** @param bus - to other processes; `null` when there can be none */
  constructor(bus: Bus | null, log: Log) {
    this.#bus = bus;
    this.#log = log;
  }

  async open(): Promise<void> {
    this.#timer = setInterval(() => this.#tell(null), pollMs);
    this.#timer.unref();
    this.#unlisten = (await this.#bus?.listen((tenant) => this.#tell(tenant))) ?? null;
  }

  /** Calls back whenever something may be new. Returns what ends it. */
  onWake(woken: Woken): () => void {
    this.#listeners.add(woken);
    return () => this.#listeners.delete(woken);
  }

  /** A feed has grown; call it after the commit. */
  publish(tenant: string): void {
    this.#tell(tenant);
    if (!this.#bus) return;
    this.#wanted.add(tenant);
    if (!this.#isNotifying) void this.#notify(this.#bus);
  }

  async close(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#listeners.clear();
    await this.#unlisten?.().catch(() => undefined);
  }

  /** One notification at a time; what comes meanwhile is told with the next, once per feed. */
  async #notify(bus: Bus): Promise<void> {
    this.#isNotifying = true;
    while (this.#wanted.size > 0) {
      const [tenant] = this.#wanted;
      if (tenant === undefined) break;
      this.#wanted.delete(tenant);
      try {
        await bus.notify(tenant);
      } catch (error) {
        this.#log('warn', 'notify-failed', errorFields(error));
      }
    }
    this.#isNotifying = false;
  }

  #tell(tenant: string | null): void {
    for (const woken of this.#listeners) woken(tenant);
  }
}
