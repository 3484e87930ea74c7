import type { ChannelKind } from '../../src/domain/model.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { AddressBook } from './addresses.ts';
import { BulkRunner } from './bulk-runner.ts';
import type { Bus } from './bus/bus.ts';
import type { Db } from './db/db.ts';
import { BotRunner } from './bot/bot-runner.ts';
import { Dispatcher } from './dispatcher.ts';
import { FeedHub } from './feed-hub.ts';
import { FileFetcher } from './files/file-fetcher.ts';
import { Files } from './files/files.ts';
import type { Log } from './log.ts';
import { isAboutPresence, PresenceHub } from './presence-hub.ts';
import type { Metrics } from './metrics.ts';
import type { StoredAccounts } from './providers/stored-accounts.ts';
import { ScheduleRunner } from './schedule-runner.ts';
import type { Seal } from './sealing.ts';
import { Unit } from './store/unit.ts';
import { TemplatesRefresh } from './templates-refresh.ts';
import { WakeBus } from './wake.ts';

/** What the core is made of. */
export interface CoreParts {
  readonly db: Db;
  /** How processes tell each other of news; `null` = by the database. */
  readonly bus: Bus | null;
  /** The time of everything that customers and co-workers see. */
  readonly clock: Clock;
  readonly newId: () => string;
  readonly addresses: AddressBook;
  readonly accounts: StoredAccounts;
  /** Keeps secrets that administrators store; without it none can be stored. */
  readonly seal: Seal | null;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly dispatchTimeoutMs: number;
  /** Where the outside world reaches the gateway, for files that a provider fetches; `null` when it does not. */
  readonly publicUrl: () => string | null;
  /** Origins outside of the public internet that customers' files may be fetched from. */
  readonly trustedOrigins: ReadonlySet<string>;
  /** The largest file that is taken from a customer. */
  readonly mostFileBytes: number;
}

/** Everything behind the network: runs commands, tells of changes, hands messages over. */
export class Core {
  readonly parts: CoreParts;
  readonly feeds: FeedHub;
  readonly presence: PresenceHub;
  readonly dispatcher: Dispatcher;
  readonly files: Files;
  readonly templates: TemplatesRefresh;
  readonly #schedule: ScheduleRunner;
  readonly #workers: readonly Pick<ScheduleRunner, 'open' | 'look' | 'close'>[];
  readonly bulk: BulkRunner;
  readonly #wake: WakeBus;
  readonly #stop: () => void;

  constructor(parts: CoreParts) {
    this.parts = parts;
    const { db, clock, accounts, newId, dispatchTimeoutMs: timeoutMs, log, metrics } = parts;
    // Whoever has the data for itself has nobody to tell.
    this.#wake = new WakeBus(db.exclusive ? null : (parts.bus ?? db), log);
    this.feeds = new FeedHub(db, this.#wake);
    this.presence = new PresenceHub(db, this.#wake, clock);
    this.files = new Files(parts);
    const write: Core['write'] = (tenant, body) => this.write(tenant, body);
    this.templates = new TemplatesRefresh({ write, accounts, clock, log });
    const shared = { db, write, accounts, holder: newId(), log, metrics };
    this.dispatcher = new Dispatcher({ ...shared, files: this.files, now: () => clock.now(), timeoutMs });
    const { trustedOrigins: trusted, mostFileBytes: mostBytes, seal } = parts;
    this.#schedule = new ScheduleRunner({ ...shared, clock, channelsOf: (tenant) => this.channelsOf(tenant) });
    this.bulk = new BulkRunner(shared);
    this.#workers = [
      this.#schedule,
      this.bulk,
      new FileFetcher({ ...shared, trusted, mostBytes }),
      new BotRunner({ ...shared, trusted, seal, now: () => clock.now() }),
    ];
    this.#stop = this.#wake.onWake((name) => {
      if (isAboutPresence(name)) return;
      this.dispatcher.look();
      for (const worker of this.#workers) worker.look();
    });
  }

  async open(): Promise<void> {
    await this.#wake.open();
    this.dispatcher.open();
    for (const worker of this.#workers) worker.open();
  }

  /** Runs a command in one transaction with its event of the feed; resolves when it is committed. */
  async write<T>(tenant: string, body: (unit: Unit) => Promise<T>): Promise<T> {
    const { db, clock, newId } = this.parts;
    const { result, isNews } = await db.transact(async (sql) => {
      const unit = new Unit(sql, { tenant, now: clock.now(), newId });
      return { result: await body(unit), isNews: await unit.finish() };
    });
    if (isNews) this.#wake.publish(tenant);
    return result;
  }

  /** Channels on which a tenant can send. */
  async channelsOf(tenant: string): Promise<readonly ChannelKind[]> {
    return (await this.parts.accounts.ofTenant(tenant))?.provider.channels ?? [];
  }

  /** A message was put aside, perhaps for a moment from now. */
  lookAtSchedule(): void {
    this.#schedule.look();
  }

  /** @param graceMs - how long hand-overs under way may take */
  async close(graceMs: number): Promise<void> {
    this.#stop();
    await Promise.all([this.dispatcher.close(graceMs), ...this.#workers.map((worker) => worker.close())]);
    this.feeds.close();
    this.presence.close();
    await this.#wake.close();
  }
}
