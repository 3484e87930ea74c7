import { cmReference } from '../../src/domain/cm-messages.ts';
import { attachmentsOf } from '../../src/domain/content-files.ts';
import type { StatusReport } from '../../src/domain/delivery-status.ts';
import type { Message } from '../../src/domain/model.ts';
import { reportStatus } from './commands/statuses.ts';
import type { Db } from './db/db.ts';
import type { Files } from './files/files.ts';
import { withAddresses } from './files/outgoing-files.ts';
import { errorFields } from './log.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Accounts, Prepared, Provider, ProviderMessage, ProviderResult } from './providers/provider.ts';
import { Pace } from './pace.ts';
import { Passes, pollMs } from './passes.ts';
import { readMessage } from './store/messages.ts';
import type { Unit } from './store/unit.ts';

/** What the dispatcher works with. */
export interface DispatcherOptions {
  readonly db: Db;
  readonly write: <T>(tenant: string, body: (unit: Unit) => Promise<T>) => Promise<T>;
  readonly accounts: Accounts;
  /** Where a provider finds the files of a message. */
  readonly files: Files;
  readonly now: () => number;
  /** Names this process, unlike any other. */
  readonly holder: string;
  /** How long a provider may take; after that the outcome is unknown. */
  readonly timeoutMs: number;
  readonly log: Log;
  readonly metrics: Metrics;
}

interface Ready {
  readonly outgoing: ProviderMessage;
  readonly provider: Provider;
}

/** What came of a call, and what the provider calls the message if it said so. */
interface Outcome {
  readonly report: StatusReport;
  readonly providerId: string | null;
}

interface Claim {
  readonly tenant: string;
  readonly message_id: string;
  readonly attempts: number;
}

const atOnce = 32;
const leaseSlackMs = 10_000;
const paceRoundMs = 250;
const prepareMs = 3 * 60_000;
const firstRetryMs = 2_000;
const longestRetryMs = 10 * 60_000;
/** How long a message is tried that never left the building. */
const giveUpAfter = "interval '24 hours'";

/**
 * Hands accepted messages to the provider, at most once each. `sending` is committed before the call; whoever finds a
 * `sending` whose holder is gone never calls again but marks the outcome unknown, and only a status report can tell.
 * Several processes may run one each: a row lock decides which of them takes a message.
 */
export class Dispatcher {
  readonly #options: DispatcherOptions;
  readonly #pace = new Pace();
  readonly #underway = new Map<string, { readonly done: Promise<void>; readonly abort: AbortController }>();
  readonly #passes = new Passes(
    () => this.#pass(),
    (error) => this.#options.log('warn', 'hand-over-waits', errorFields(error)),
  );

  constructor(options: DispatcherOptions) {
    this.#options = options;
  }

  /** How many messages are being handed over. */
  get underway(): number {
    return this.#underway.size;
  }

  /** Begins; what an earlier run left behind is looked at first. */
  open(): void {
    this.#passes.open();
  }

  /** Something may be waiting. Never throws. */
  look(): void {
    this.#passes.look();
  }

  /** Claims nothing more and waits for what is under way; what takes longer stays claimed and becomes unknown. */
  async close(graceMs: number): Promise<void> {
    await this.#passes.close();
    const all = Promise.all([...this.#underway.values()].map(({ done }) => done));
    let timer: NodeJS.Timeout | undefined;
    const grace = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, graceMs);
    });
    await Promise.race([all, grace]);
    clearTimeout(timer);
    for (const { abort } of this.#underway.values()) abort.abort();
    await all;
  }

  async #pass(): Promise<void> {
    await this.#abandon();
    const free = atOnce - this.#underway.size;
    const claims = free > 0 ? await this.#claim(free) : [];
    for (const claim of claims) this.#begin(claim);
  }

  /**
   * Takes the first message of conversations that have any waiting. From this commit on nobody calls the provider with
   * them but this process.
   */
  #claim(limit: number): Promise<readonly Claim[]> {
    return this.#options.db.query<Claim & Record<string, unknown>>(
      `update dispatch set state = 'sending', holder = $1, attempts = attempts + 1,
         lease_until = now() + $2::int * interval '1 millisecond'
       where state = 'waiting' and (tenant, message_id) in (
         select d.tenant, d.message_id from dispatch d
         where d.state = 'waiting' and d.not_before <= now() and not exists (
           select 1 from dispatch e
           where e.tenant = d.tenant and e.conversation_id = d.conversation_id and e.position < d.position)
           and not exists (
             select 1 from channel_pause p where p.tenant = d.tenant and p.channel = d.channel and p.until > now())
         order by d.queued_at limit $3 for update skip locked)
       returning tenant, message_id, attempts`,
      [this.#options.holder, this.#options.timeoutMs + leaseSlackMs, limit],
    );
  }

  /** What a process that is gone was sending: nobody knows what became of it. */
  async #abandon(): Promise<void> {
    const { db, holder } = this.#options;
    const isGone = db.exclusive ? 'holder <> $1' : 'holder <> $1 and lease_until < now()';
    const rows = await db.query<{ tenant: string; message_id: string }>(
      `select tenant, message_id from dispatch where state = 'sending' and ${isGone} limit 100`,
      [holder],
    );
    for (const { tenant, message_id: messageId } of rows) {
      this.#options.log('warn', 'hand-over-abandoned', { tenant, messageId });
      const report: StatusReport = { status: 'unknown', at: this.#options.now() };
      await this.#conclude(tenant, messageId, { report, providerId: null }, 'unknown');
    }
  }

  #begin(claim: Claim): void {
    const abort = new AbortController();
    const key = `${claim.tenant} ${claim.message_id}`;
    const done = this.#handOver(claim, abort)
      .catch((error: unknown) => this.#options.log('error', 'hand-over-failed', errorFields(error)))
      .finally(() => {
        this.#underway.delete(key);
        this.look();
      });
    this.#underway.set(key, { done, abort });
  }

  async #handOver({ tenant, message_id: messageId, attempts }: Claim, abort: AbortController): Promise<void> {
    const ready = await this.#ready(tenant, messageId);
    if (ready === null) {
      await this.#later(tenant, messageId, { afterMs: null, attempts });
      return;
    }
    const { outgoing, provider } = ready;
    const { perSecond } = provider;
    const waitMs = perSecond === undefined ? 0 : this.#pace.take(`${tenant} ${outgoing.channel}`, perSecond);
    if (waitMs > 0) {
      // Some turns later, so that not every turn is a round of asking.
      await this.#pause(tenant, outgoing.channel, Math.max(waitMs, paceRoundMs));
      await this.#postpone(tenant, messageId);
      return;
    }
    const prepared = await this.#prepare(tenant, messageId, { ...ready, abort });
    if (prepared === null || abort.signal.aborted) {
      await this.#later(tenant, messageId, { afterMs: null, attempts });
      return;
    }
    const timer = setTimeout(() => abort.abort(), this.#options.timeoutMs);
    const send = (): Promise<ProviderResult> =>
      prepared.ok ? provider.send(prepared.message, { signal: abort.signal }) : Promise.resolve(refusal(prepared));
    const result = await answerOf(send, abort.signal);
    clearTimeout(timer);
    this.#options.metrics.count('gateway_hand_overs_total', { outcome: result?.status ?? 'unknown' });
    if (result?.status === 'later') {
      if (result.scope === 'channel') await this.#pause(tenant, outgoing.channel, result.afterMs ?? firstRetryMs);
      await this.#later(tenant, messageId, { afterMs: result.afterMs, attempts });
      return;
    }
    const providerId = result?.status === 'sent' ? (result.providerId ?? null) : null;
    await this.#persist(tenant, messageId, { report: reportOf(result, this.#options.now()), providerId });
  }

  /** The message and who takes it; `null` where that cannot be known now. Nothing has left the building. */
  async #ready(tenant: string, messageId: string): Promise<Ready | null> {
    try {
      const account = await this.#options.accounts.ofTenant(tenant);
      const outgoing = account && (await this.#read(tenant, messageId));
      return outgoing && { outgoing, provider: account.provider };
    } catch (error) {
      this.#options.log('warn', 'hand-over-waits', errorFields(error));
      return null;
    }
  }

  /** What a provider does with files beforehand; `null` when it has to be done again. Nothing has left the building. */
  async #prepare(
    tenant: string,
    messageId: string,
    { outgoing, provider, abort }: Ready & { readonly abort: AbortController },
  ): Promise<Prepared | null> {
    if (!provider.prepare || attachmentsOf(outgoing.content).length === 0) return { ok: true, message: outgoing };
    const { db, files, holder, log } = this.#options;
    try {
      // A large file takes longer than a message: until then nobody shall believe that this process is gone.
      await db.query(
        `update dispatch set lease_until = lease_until + $4::int * interval '1 millisecond'
         where tenant = $1 and message_id = $2 and holder = $3`,
        [tenant, messageId, holder, prepareMs],
      );
      const signal = AbortSignal.any([abort.signal, AbortSignal.timeout(prepareMs)]);
      return await provider.prepare(outgoing, { signal, readFile: (id) => files.read(tenant, id) });
    } catch (error) {
      log('warn', 'files-not-prepared', { tenant, ...errorFields(error) });
      return null;
    }
  }

  async #read(tenant: string, messageId: string): Promise<ProviderMessage | null> {
    const [row] = await this.#options.db.query<{ data: string; address: string | null }>(
      'select data::text as data, address from message where tenant = $1 and id = $2',
      [tenant, messageId],
    );
    if (!row) return null;
    const { channel, clientId, accountId, ...message } = JSON.parse(row.data) as Message;
    if (channel === null || clientId === null || row.address === null) return null;
    const { files } = this.#options;
    const content = await withAddresses(message.content, (attachment) => files.forProvider(tenant, attachment));
    const answers = message.replyToId === null ? null : await this.#providerIdOfAnswered(tenant, messageId);
    const sent = { reference: cmReference(clientId), channel, accountId, address: row.address, content };
    return { ...sent, ...(answers !== null && { answers }) };
  }

  /** Only where the customer knows that message: providers refuse an answer to one of another chat. */
  async #providerIdOfAnswered(tenant: string, messageId: string): Promise<string | null> {
    const [row] = await this.#options.db.query<{ provider_id: string | null }>(
      `select answered.provider_id from message sent join message answered
         on answered.tenant = sent.tenant and answered.id = sent.data->>'replyToId'
        and answered.recipient_id = sent.recipient_id and answered.data->>'channel' = sent.data->>'channel'
        and coalesce(answered.data->>'accountId' = sent.data->>'accountId', true)
       where sent.tenant = $1 and sent.id = $2`,
      [tenant, messageId],
    );
    return row?.provider_id ?? null;
  }

  /** It is not its turn: it was not tried. */
  async #postpone(tenant: string, messageId: string): Promise<void> {
    const values = [tenant, messageId, this.#options.holder];
    await this.#insist(() =>
      this.#options.db.query(
        `update dispatch set state = 'waiting', holder = null, lease_until = null, attempts = attempts - 1
         where tenant = $1 and message_id = $2 and holder = $3`,
        values,
      ),
    );
    this.#options.metrics.count('gateway_hand_overs_total', { outcome: 'paced' });
  }

  /** Nothing goes out on a channel for a while, from no instance. */
  async #pause(tenant: string, channel: string, waitMs: number): Promise<void> {
    await this.#insist(() =>
      this.#options.db.query(
        `insert into channel_pause (tenant, channel, until)
         values ($1, $2, now() + $3::double precision * interval '1 millisecond')
         on conflict (tenant, channel) do update set until = greatest(channel_pause.until, excluded.until)`,
        [tenant, channel, waitMs],
      ),
    );
    if (waitMs < pollMs) setTimeout(() => this.look(), waitMs).unref();
  }

  /** Nothing left the building: it waits for another try, or fails after a day. */
  async #later(
    tenant: string,
    messageId: string,
    { afterMs, attempts }: { readonly afterMs: number | null; readonly attempts: number },
  ): Promise<void> {
    const waitMs = afterMs ?? Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(attempts, 20));
    const { db, holder } = this.#options;
    const own = 'tenant = $1 and message_id = $2 and holder = $3';
    const isTooOld = await this.#insist(async () => {
      const kept = await db.query(
        `update dispatch set state = 'waiting', holder = null, lease_until = null,
           not_before = now() + $4::double precision * interval '1 millisecond'
         where ${own} and queued_at > now() - ${giveUpAfter} returning 1 as kept`,
        [tenant, messageId, holder, waitMs],
      );
      if (kept.length > 0) return false;
      // Nothing was changed although it is still ours; otherwise an earlier try came through whose answer was lost.
      const rows = await db.query(`select 1 as found from dispatch where ${own}`, [tenant, messageId, holder]);
      return rows.length > 0;
    });
    if (!isTooOld) return;
    const at = this.#options.now();
    const failure = { reason: 'provider-down', providerCode: null, detail: null, at } as const;
    await this.#persist(tenant, messageId, { report: { status: 'failed', at, failure }, providerId: null });
  }

  /** Writes the outcome. If this process ends first the outcome is unknown, never a second call. */
  async #persist(tenant: string, messageId: string, outcome: Outcome): Promise<void> {
    await this.#insist(() => this.#conclude(tenant, messageId, outcome, null));
  }

  /** Writes something for as long as it takes: a database that is away for a moment must not keep a message claimed. */
  async #insist<T>(write: () => Promise<T>): Promise<T | null> {
    for (let waitMs = 100; ; waitMs = Math.min(waitMs * 2, 5_000)) {
      try {
        return await write();
      } catch (error) {
        this.#options.log('warn', 'outcome-waits', errorFields(error));
        if (this.#passes.isEnding) return null;
        await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    }
  }

  async #conclude(
    tenant: string,
    messageId: string,
    { report, providerId }: Outcome,
    only: 'unknown' | null,
  ): Promise<void> {
    await this.#options.write(tenant, async (unit) => {
      const message = await readMessage(unit.sql, tenant, messageId);
      if (message) await unit.conversation(message.conversationId);
      const whose = only === 'unknown' ? '<>' : '=';
      const gone = await unit.sql.query(
        `delete from dispatch where tenant = $1 and message_id = $2 and state = 'sending' and holder ${whose} $3
         returning 1 as gone`,
        [tenant, messageId, this.#options.holder],
      );
      // Its holder came back to life and knows better.
      if (only === 'unknown' && gone.length === 0) return;
      await reportStatus(unit, messageId, report);
      if (providerId === null) return;
      const values = [tenant, messageId, providerId];
      await unit.sql.query('update message set provider_id = $3 where tenant = $1 and id = $2', values);
    });
  }
}

/** The provider's answer; `null` when there is none and nobody knows. */
async function answerOf(send: () => Promise<ProviderResult>, signal: AbortSignal): Promise<ProviderResult | null> {
  const silence = new Promise<null>((resolve) => {
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
  const answer = async (): Promise<ProviderResult | null> => {
    try {
      return await send();
    } catch {
      return null;
    }
  };
  return Promise.race([answer(), silence]);
}

function reportOf(result: Exclude<ProviderResult, { status: 'later' }> | null, at: number): StatusReport {
  if (result === null) return { status: 'unknown', at };
  if (result.status === 'sent') return { status: 'sent', at };
  return { status: 'failed', at, failure: { ...result.failure, at } };
}

function refusal({ failure }: Extract<Prepared, { readonly ok: false }>): ProviderResult {
  return { status: 'failed', failure };
}
