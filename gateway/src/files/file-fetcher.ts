import type { Db } from '../db/db.ts';
import { errorFields } from '../log.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Accounts } from '../providers/provider.ts';
import { fileArrived } from '../commands/file-arrived.ts';
import { dropPieces, putPiece } from '../store/files.ts';
import type { Unit } from '../store/unit.ts';
import { Worker } from '../worker.ts';
import { askOutside, Refused } from './ask-outside.ts';
import { takeFile } from './take-file.ts';

/** What the fetcher works with. */
export interface FileFetcherOptions {
  readonly db: Db;
  readonly write: <T>(tenant: string, body: (unit: Unit) => Promise<T>) => Promise<T>;
  readonly accounts: Accounts;
  /** Names this process, unlike any other. */
  readonly holder: string;
  /** Origins of the provider that may be on this machine or its network. */
  readonly trusted: ReadonlySet<string>;
  readonly mostBytes: number;
  readonly log: Log;
  readonly metrics: Metrics;
}

interface Claim {
  readonly tenant: string;
  readonly id: string;
  readonly name: string;
  readonly mime_type: string;
  readonly source: string;
  readonly attempts: number;
}

const atOnce = 4;
/** A large file over a slow line. */
const timeoutMs = 5 * 60_000;
const firstRetryMs = 2_000;
const longestRetryMs = 30 * 60_000;
/** Providers keep files for a month at most; who has not got one in two days does not get it. */
const giveUpAfter = "interval '2 days'";

/**
 * Fetches the files of customers' messages from the provider: after the message is stored, so that no file holds up a
 * webhook. Fetching one twice does no harm, so a claim is only a lease; what is broken off is fetched anew.
 */
export class FileFetcher extends Worker<Claim> {
  readonly #options: FileFetcherOptions;

  constructor(options: FileFetcherOptions) {
    super({
      name: 'files',
      atOnce,
      log: options.log,
      claim: (limit) => this.#claim(limit),
      run: (claim, signal) => this.#fetch(claim, signal),
    });
    this.#options = options;
  }

  #claim(limit: number): Promise<readonly Claim[]> {
    const { db, holder } = this.#options;
    const isFree = db.exclusive
      ? '(holder is null or holder <> $1 or lease_until < now())'
      : '(lease_until is null or lease_until < now())';
    return db.query<Claim & Record<string, unknown>>(
      `update file set holder = $1, attempts = attempts + 1, lease_until = now() + $2::int * interval '1 millisecond'
       where state = 'wanted' and (tenant, id) in (
         select tenant, id from file where state = 'wanted' and not_before <= now() and ${isFree}
         order by not_before limit $3 for update skip locked)
       returning tenant, id, name, mime_type, source, attempts`,
      [holder, timeoutMs + 10_000, limit],
    );
  }

  async #fetch(claim: Claim, ending: AbortSignal): Promise<void> {
    const { write, log, metrics } = this.#options;
    try {
      const facts = await this.#take(claim, ending);
      await write(claim.tenant, (unit) => fileArrived(unit, claim.id, facts));
      metrics.count('gateway_files_total', { outcome: 'here' });
    } catch (error) {
      const isFinal = error instanceof Refused;
      log('warn', isFinal ? 'file-refused' : 'file-waits', { tenant: claim.tenant, ...errorFields(error) });
      metrics.count('gateway_files_total', { outcome: isFinal ? 'refused' : 'later' });
      await this.#later(claim, isFinal);
    }
  }

  async #take(
    { tenant, id, name, mime_type: mimeType, source }: Claim,
    ending: AbortSignal,
  ): ReturnType<typeof takeFile> {
    const { db, accounts, trusted, mostBytes } = this.#options;
    const signal = AbortSignal.any([ending, AbortSignal.timeout(timeoutMs)]);
    const account = await accounts.ofTenant(tenant);
    if (!account) throw new Error('no connection');
    const place = await account.provider.locateFile(source, { signal });
    if (place === null) throw new Refused('the provider has no such file');
    await dropPieces(db, tenant, id);
    const response = await askOutside(place.url, { ...place, trusted, signal });
    try {
      return await takeFile(response, { name, mimeType, mostBytes }, (number, bytes) =>
        putPiece(db, tenant, { fileId: id, number, bytes }),
      );
    } finally {
      response.destroy();
    }
  }

  /** It waits for another try, or is given up: at once where that would not help, else after two days. */
  async #later({ tenant, id, attempts }: Claim, isFinal: boolean): Promise<void> {
    const { db, holder } = this.#options;
    const waitMs = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(attempts, 20));
    const [row] = await db.query<{ state: string }>(
      `update file set holder = null, lease_until = null,
         not_before = now() + $4::double precision * interval '1 millisecond',
         state = case when $5::boolean or wanted_at < now() - ${giveUpAfter} then 'gone' else 'wanted' end
       where tenant = $1 and id = $2 and holder = $3 and state = 'wanted' returning state`,
      [tenant, id, holder, waitMs, isFinal],
    );
    if (row?.state === 'gone') await dropPieces(db, tenant, id);
  }
}
