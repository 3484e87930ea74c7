import { toAdapterError } from '../../ports/adapter-error.ts';
import type { Connectivity } from '../../ports/connectivity.ts';
import type { OutboxEntry } from '../../ports/storage.ts';
import type { TabLink } from '../../ports/tab-link.ts';
import type { Log } from '../context.ts';
import { backoffMs, remainingMs } from '../retry-policy.ts';
import { attempt } from './attempt.ts';
import type { AttemptEnd, AttemptTools } from './attempt.ts';
import { LeaseKeeper } from './lease-keeper.ts';
import { needsPerson, nextEntries } from './next-entries.ts';
import { nothing } from '../../store/nothing.ts';

/** How many conversations send at the same time. */
const parallel = 4;
/** How long a tab that does not lead waits for the leader before it tries to take the lease itself. */
const patienceMs = 10_000;
/** How often a pending outbox is looked at even if nobody says that anything changed; also renews the lease. */
const checkMs = 7_000;
/** A link that flaps must not turn every flap into an attempt. */
const shortestMs = 1_000;

/** What the scheduler works with. */
export interface SchedulerOptions extends AttemptTools {
  readonly tabs: TabLink;
  readonly connectivity: Connectivity;
  readonly log: Log;
}

/**
 * Empties the outbox by itself: whenever something was queued, the link came back, the device woke up, this tab took
 * the lead or a waiting time ended.
 */
export class Scheduler {
  readonly #options: SchedulerOptions;
  readonly #lease: LeaseKeeper;
  readonly #busy = new Set<string>();
  readonly #dueEarlier = new Map<string, number>();
  readonly #stop: () => void;
  #pausedUntil = 0;
  #waitingSince: number | null = null;
  #isLooking = false;
  #looksAgain = false;
  #isClosed = false;
  #cancelTimer = nothing;

  constructor(options: SchedulerOptions) {
    this.#options = options;
    const { tabs } = options;
    this.#lease = new LeaseKeeper(options.storage, options.clock, tabs);
    this.#stop = tabs.onLeadChange(() => this.look());
  }

  /** The way to the backend seems free again: waiting times after failures end now. */
  hurry(): void {
    const soon = this.#options.clock.now() + shortestMs;
    for (const entry of this.#options.mirror.entries)
      // One that was never tried is held back so that somebody can take it back.
      if (entry.attempts > 0 && this.#notBeforeOf(entry) > soon) this.#dueEarlier.set(entry.clientId, soon);
    this.look();
  }

  /** Something may be due. */
  look(): void {
    if (this.#isClosed) return;
    if (this.#isLooking) {
      this.#looksAgain = true;
      return;
    }
    this.#isLooking = true;
    void this.#lookOnce().finally(() => {
      this.#isLooking = false;
      if (!this.#looksAgain) return;
      this.#looksAgain = false;
      this.look();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancelTimer();
    this.#stop();
    await this.#lease.release();
  }

  async #lookOnce(): Promise<void> {
    const { clock, mirror } = this.#options;
    this.#cancelTimer();
    if (!(await mirror.isComplete())) {
      this.#lookIn(shortestMs);
      return;
    }
    const pending = mirror.entries.filter((entry) => !needsPerson(entry));
    if (pending.length === 0) return this.#rest();
    const waitsMs = this.#gateMs(clock.now());
    if (waitsMs > 0) {
      // Another tab may have what this one lacks: a network, a signed-in agent.
      if (this.#busy.size === 0) await this.#lease.release();
      this.#lookIn(waitsMs);
      return;
    }
    if (!(await this.#lease.ensure())) {
      this.#lookIn(checkMs);
      return;
    }
    // Again: while the lease was on its way this tab may have slept and another one queued something before.
    if (!(await mirror.isComplete())) {
      this.#lookIn(shortestMs);
      return;
    }
    const { due, waitMs } = nextEntries(mirror.entries, {
      busy: this.#busy,
      free: parallel - this.#busy.size,
      now: clock.now(),
      notBeforeOf: (entry) => this.#notBeforeOf(entry),
    });
    for (const entry of due) void this.#run(entry);
    this.#lookIn(Math.min(waitMs ?? checkMs, checkMs));
  }

  /** Nothing waits: the lease is free for whoever needs it next. */
  async #rest(): Promise<void> {
    this.#waitingSince = null;
    this.#dueEarlier.clear();
    if (this.#busy.size === 0) await this.#lease.release();
  }

  /** How long until this tab may try; 0 = now. */
  #gateMs(now: number): number {
    const { connectivity, connection, storage, tabs } = this.#options;
    if (!connectivity.online || !connection.isSignedIn) return checkMs;
    const pauseMs = remainingMs(this.#pausedUntil, now);
    if (pauseMs > 0) return Math.min(pauseMs, checkMs);
    this.#waitingSince ??= now;
    if (tabs.leads || storage.mode === 'none' || this.#lease.current) return 0;
    return remainingMs(this.#waitingSince + patienceMs, now);
  }

  #notBeforeOf({ clientId, notBefore }: OutboxEntry): number {
    return Math.min(notBefore, this.#dueEarlier.get(clientId) ?? notBefore);
  }

  async #run(entry: OutboxEntry): Promise<void> {
    const { conversationId } = entry.target;
    const lease = this.#lease.current;
    if (!lease || this.#isClosed) return;
    this.#busy.add(conversationId);
    this.#dueEarlier.delete(entry.clientId);
    try {
      await this.#conclude(await attempt(this.#options, entry, lease));
    } catch (error) {
      await this.#storageRefused(entry, error);
    } finally {
      this.#busy.delete(conversationId);
      this.look();
    }
  }

  async #conclude(result: AttemptEnd): Promise<void> {
    switch (result.end) {
      case 'done':
        return;
      case 'overtaken':
        this.#lease.forget();
        await this.#options.mirror.reload();
        return;
      case 'sign-in':
        await this.#options.connection.signIn();
        return;
      case 'pause':
        this.#pausedUntil = Math.max(this.#pausedUntil, result.until);
        return;
    }
  }

  /** Storage did not take the record of an attempt: nothing left, or its outcome is asked about later. */
  async #storageRefused(entry: OutboxEntry, error: unknown): Promise<void> {
    const { clock, log, mirror, random } = this.#options;
    if (this.#isClosed) return;
    log('warn', `outbox cannot be written: ${toAdapterError(error).message}`);
    await mirror.reload();
    const stored = mirror.get(entry.clientId);
    if (stored) mirror.set({ ...stored, notBefore: clock.now() + backoffMs(3, random()) });
  }

  #lookIn(waitMs: number): void {
    this.#cancelTimer();
    if (!this.#isClosed) this.#cancelTimer = this.#options.clock.after(waitMs, () => this.look());
  }
}
