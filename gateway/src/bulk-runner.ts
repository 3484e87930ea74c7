import { doPortion } from './commands/bulk.ts';
import type { Db } from './db/db.ts';
import { errorFields } from './log.ts';
import type { Log } from './log.ts';
import { Passes } from './passes.ts';
import type { BulkKey } from './store/bulk.ts';
import type { Unit } from './store/unit.ts';

/** What the runner works with. */
export interface BulkRunnerOptions {
  readonly db: Db;
  readonly write: <T>(tenant: string, body: (unit: Unit) => Promise<T>) => Promise<T>;
  readonly log: Log;
}

const atOnce = 20;
/** A portion that fails so often is left alone, with all that would have followed. */
const mostTroubles = 5;

/**
 * Carries out actions on many conversations, a portion in each transaction. Every instance runs one: a row lock decides
 * who does a portion, and what a process that was killed left behind another one goes on with.
 */
export class BulkRunner {
  readonly #options: BulkRunnerOptions;
  readonly #passes = new Passes(
    () => this.#pass(),
    (error) => this.#options.log('warn', 'bulk-waits', errorFields(error)),
  );

  constructor(options: BulkRunnerOptions) {
    this.#options = options;
  }

  open(): void {
    this.#passes.open();
  }

  /** Something may have begun. Never throws. */
  look(): void {
    this.#passes.look();
  }

  /** Ends after the portion it is at. */
  close(): Promise<void> {
    return this.#passes.close();
  }

  /** A portion of each operation in turn, so that a long one does not keep the others waiting. */
  async #pass(): Promise<void> {
    for (const key of await this.#running()) {
      if (this.#passes.isEnding) return;
      if (await this.#portion(key)) this.#passes.look();
    }
  }

  async #running(): Promise<readonly BulkKey[]> {
    const rows = await this.#options.db.query<{ tenant: string; id: string; is_undo: boolean }>(
      `select tenant, id, is_undo from bulk_operation where state = 'running' order by begun_at limit ${atOnce}`,
    );
    return rows.map(({ tenant, id, is_undo: isUndo }) => ({ tenant, id, isUndo }));
  }

  async #portion(key: BulkKey): Promise<boolean> {
    const { write, log, db } = this.#options;
    try {
      return await write(key.tenant, (unit) => doPortion(unit, key));
    } catch (error) {
      log('warn', 'bulk-portion-failed', { tenant: key.tenant, ...errorFields(error) });
      await db.query(
        `update bulk_operation set troubles = troubles + 1,
           state = case when troubles + 1 >= ${mostTroubles} then 'stopped' else state end
         where tenant = $1 and id = $2 and is_undo = $3 and state = 'running'`,
        [key.tenant, key.id, key.isUndo],
      );
      return false;
    }
  }
}
