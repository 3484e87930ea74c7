import type { ChannelKind } from '../../src/domain/model.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { leave } from './commands/schedule.ts';
import type { Db } from './db/db.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Unit } from './store/unit.ts';
import { Worker } from './worker.ts';

/** What the runner works with. */
export interface ScheduleRunnerOptions {
  readonly db: Db;
  readonly write: <T>(tenant: string, body: (unit: Unit) => Promise<T>) => Promise<T>;
  readonly channelsOf: (tenant: string) => Promise<readonly ChannelKind[]>;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
}

interface Due {
  readonly tenant: string;
  readonly client_id: string;
}

const atOnce = 8;
/** So long a message is left to who took it, and so long it waits after a failure. */
const leaseMs = 5_000;
/** A timer further away may be set again later. */
const longestWaitMs = 60 * 60 * 1000;

/** Lets scheduled messages leave at their time. Each instance runs one; a row lock decides which of them is quicker. */
export class ScheduleRunner extends Worker<Due> {
  readonly #options: ScheduleRunnerOptions;
  #cancelTimer: (() => void) | null = null;

  constructor(options: ScheduleRunnerOptions) {
    const { write, channelsOf, log, metrics } = options;
    super({
      name: 'schedule',
      atOnce,
      log,
      claim: (limit) => this.#claim(limit),
      run: async ({ tenant, client_id: clientId }) => {
        const channels = await channelsOf(tenant);
        // No connection at all is no fault of the message: it waits for one.
        if (channels.length === 0) return;
        await write(tenant, (unit) => leave(unit, clientId, channels));
        metrics.count('gateway_scheduled_total');
      },
    });
    this.#options = options;
  }

  override async close(): Promise<void> {
    this.#cancelTimer?.();
    await super.close();
    this.#cancelTimer?.();
  }

  async #claim(limit: number): Promise<readonly Due[]> {
    const { db, clock } = this.#options;
    const now = clock.now();
    const due = await db.query<Due & Record<string, unknown>>(
      `update scheduled set not_before = now() + $2::int * interval '1 millisecond'
       where (tenant, client_id) in (
         select s.tenant, s.client_id from scheduled s
         where s.state = 'waiting' and s.send_at <= $1 and s.not_before <= now() and not exists (
           select 1 from scheduled e where e.tenant = s.tenant and e.conversation_id = s.conversation_id
             and e.state = 'waiting' and (e.send_at, e.client_id) < (s.send_at, s.client_id))
         order by s.send_at, s.client_id limit $3 for update skip locked)
       returning tenant, client_id`,
      [now, leaseMs, limit],
    );
    await this.#wakeAt(now);
    return due;
  }

  /** The next one leaves at its instant, not at the next look. */
  async #wakeAt(now: number): Promise<void> {
    const { db, clock } = this.#options;
    const [next] = await db.query<{ send_at: number }>(
      "select send_at from scheduled where state = 'waiting' and send_at > $1 order by send_at limit 1",
      [now],
    );
    this.#cancelTimer?.();
    this.#cancelTimer = next ? clock.after(Math.min(longestWaitMs, next.send_at - now), () => this.look()) : null;
  }
}
