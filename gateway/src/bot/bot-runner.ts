import type { Conversation, Message } from '../../../src/domain/model.ts';
import { takeBotAnswer } from '../commands/bot-answer.ts';
import type { BotEvent } from '../commands/bot-answer.ts';
import { handToPeople } from '../commands/bot.ts';
import { botSecret } from '../commands/put-bot.ts';
import type { Db } from '../db/db.ts';
import { Refused } from '../files/ask-outside.ts';
import { errorFields } from '../log.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Accounts } from '../providers/provider.ts';
import type { Seal } from '../sealing.ts';
import { readMessage } from '../store/messages.ts';
import { readSetting } from '../store/settings.ts';
import type { StoredBot } from '../store/settings.ts';
import type { Unit } from '../store/unit.ts';
import { Worker } from '../worker.ts';
import { askBot } from './ask-bot.ts';

/** What the runner works with. */
export interface BotRunnerOptions {
  readonly db: Db;
  readonly write: <T>(tenant: string, body: (unit: Unit) => Promise<T>) => Promise<T>;
  readonly accounts: Accounts;
  readonly seal: Seal | null;
  readonly now: () => number;
  /** Names this process, unlike any other. */
  readonly holder: string;
  /** Origins of chatbots on this network. */
  readonly trusted: ReadonlySet<string>;
  readonly log: Log;
  readonly metrics: Metrics;
}

interface Claim {
  readonly tenant: string;
  readonly id: string;
  readonly conversation_id: string;
  readonly type: 'message' | 'assigned';
  readonly message_id: string | null;
  readonly attempts: number;
}

const atOnce = 16;
const timeoutMs = 10_000;
const firstRetryMs = 1_000;
/** A customer does not wait longer for a machine: then people go on. */
const mostTries = 5;

/**
 * Tells chatbots what customers write and does what they answer: in the order of each conversation, and what they answer
 * once, whatever breaks in between. One that does not answer gives its conversation to people.
 */
export class BotRunner extends Worker<Claim> {
  readonly #options: BotRunnerOptions;

  constructor(options: BotRunnerOptions) {
    super({
      name: 'bot',
      atOnce,
      log: options.log,
      claim: (limit) => this.#claim(limit),
      run: (claim, signal) => this.#tell(claim, signal),
    });
    this.#options = options;
  }

  #claim(limit: number): Promise<readonly Claim[]> {
    const { db, holder } = this.#options;
    const isFree = db.exclusive
      ? '(b.holder is null or b.holder <> $1 or b.lease_until < now())'
      : '(b.lease_until is null or b.lease_until < now())';
    return db.query<Claim & Record<string, unknown>>(
      `update bot_event set holder = $1, attempts = attempts + 1, lease_until = now() + $2::int * interval '1 millisecond'
       where (tenant, id) in (
         select b.tenant, b.id from bot_event b
         where b.not_before <= now() and ${isFree} and not exists (
           select 1 from bot_event e
           where e.tenant = b.tenant and e.conversation_id = b.conversation_id and e.position < b.position)
         order by b.not_before limit $3 for update skip locked)
       returning tenant, id, conversation_id, type, message_id, attempts`,
      [holder, timeoutMs + 10_000, limit],
    );
  }

  async #tell(claim: Claim, ending: AbortSignal): Promise<void> {
    const { db, write, accounts, seal, now, trusted, log, metrics } = this.#options;
    const { tenant, id, conversation_id: conversationId } = claim;
    const bot = await readSetting(db, tenant, 'bot');
    const body = bot && (await this.#bodyOf(claim, bot));
    if (!bot || body === null) return this.#drop(claim);
    try {
      const signal = AbortSignal.any([ending, AbortSignal.timeout(timeoutMs)]);
      const secret = botSecret(seal, tenant, bot);
      const answer = await askBot({ url: bot.url, secret, id, body, now: now(), trusted, signal });
      const channels = (await accounts.ofTenant(tenant))?.provider.channels ?? [];
      await write(tenant, async (unit) => {
        // Held first: everybody who changes a conversation and its events does it in this order.
        await unit.conversation(conversationId);
        if (await isGone(unit, claim)) return;
        await takeBotAnswer(unit, answer, { bot, conversationId, channels });
      });
      metrics.count('gateway_bot_events_total', { outcome: 'answered' });
    } catch (error) {
      log('warn', 'bot-failed', { tenant, attempts: claim.attempts, ...errorFields(error) });
      metrics.count('gateway_bot_events_total', { outcome: 'failed' });
      if (!ending.aborted) await this.#failed(claim, bot, error);
    }
  }

  /** What it is told; `null` where people have taken over. */
  async #bodyOf(claim: Claim, bot: StoredBot): Promise<string | null> {
    const { db, now } = this.#options;
    const { tenant, id, type, message_id: messageId } = claim;
    const [row] = await db.query<{ data: string }>(
      'select data::text as data from conversation where tenant = $1 and id = $2',
      [tenant, claim.conversation_id],
    );
    const conversation = row ? (JSON.parse(row.data) as Conversation) : null;
    if (!bot.isActive || conversation?.coWorkerId !== bot.id) return null;
    const message: Message | null = messageId === null ? null : await readMessage(db, tenant, messageId);
    const event: BotEvent = { id, type, at: now(), conversation, message };
    return JSON.stringify(event);
  }

  async #failed(claim: Claim, bot: StoredBot, error: unknown): Promise<void> {
    const { db, write, holder } = this.#options;
    const { tenant, id, conversation_id: conversationId, attempts } = claim;
    if (error instanceof Refused || attempts >= mostTries) {
      await write(tenant, (unit) => handToPeople(unit, bot, { conversationId }));
      return;
    }
    await db.query(
      `update bot_event set holder = null, lease_until = null,
         not_before = now() + $4::double precision * interval '1 millisecond'
       where tenant = $1 and id = $2 and holder = $3`,
      [tenant, id, holder, firstRetryMs * 2 ** (attempts - 1)],
    );
  }

  async #drop({ tenant, id }: Claim): Promise<void> {
    await this.#options.db.query('delete from bot_event where tenant = $1 and id = $2', [tenant, id]);
  }
}

/** Takes the event away; `true` when somebody else did, because its conversation went to people. */
async function isGone({ sql, tenant }: Unit, { id }: Claim): Promise<boolean> {
  const text = 'delete from bot_event where tenant = $1 and id = $2 returning 1 as gone';
  return (await sql.query(text, [tenant, id])).length === 0;
}
