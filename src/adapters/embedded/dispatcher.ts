import { outcomeOf, unknownOutcome } from './dispatch-outcome.ts';
import { LAST } from './keys.ts';
import { fileBytes } from './parts/files.ts';
import { cmReference } from '../../domain/cm-messages.ts';
import { Passes } from './passes.ts';
import { changeStatus } from './statuses.ts';
import type { Holders } from './holders.ts';
import type { Provider, ProviderMessage } from './provider.ts';
import type { EmbeddedTransaction } from './store.ts';
import type { DispatchRow, Key, MessageRow } from './tables.ts';
import type { Unit } from './unit.ts';
import type { StatusReport } from '../../domain/delivery-status.ts';
import type { Clock } from '../../ports/clock.ts';

/** What the dispatcher works with. */
export interface DispatcherOptions {
  readonly read: <R>(body: (tx: EmbeddedTransaction) => Promise<R>) => Promise<R>;
  readonly write: <R>(body: (unit: Unit) => Promise<R>) => Promise<R>;
  readonly provider: Provider;
  readonly holders: Holders;
  readonly clock: Clock;
  readonly log: (message: string) => void;
  /** How long a provider may take; after that the outcome is unknown. */
  readonly timeoutMs: number;
}

const atOnce = 8;
const leaseSlackMs = 5_000;

/**
 * Hands accepted messages to the provider, at most once each: `sending` is committed before the call, and whoever finds
 * a `sending` whose holder is gone never calls again but marks the outcome unknown. Several tabs may run one each; a
 * transaction decides which of them takes a message.
 */
export class Dispatcher {
  readonly #options: DispatcherOptions;
  readonly #underway = new Map<string, () => void>();
  readonly #unwritten = new Map<string, StatusReport>();
  readonly #passes: Passes;

  constructor(options: DispatcherOptions) {
    this.#options = options;
    const { clock, log } = options;
    this.#passes = new Passes({
      pass: () => this.#pass(),
      failed: (reason) => log(`hand-over waits: ${describe(reason)}`),
      clock,
    });
  }

  /** Something may be waiting. Never throws. */
  look(): void {
    this.#passes.look();
  }

  /** Stops handing over. What is under way keeps its claim; its outcome will be unknown unless a report tells. */
  close(): void {
    this.#passes.close();
    for (const stop of this.#underway.values()) stop();
  }

  /** Looks at the first message of each conversation that has any. */
  async #pass(): Promise<void> {
    for (const [messageId, report] of [...this.#unwritten]) await this.#settle(messageId, report);
    for (const first of await this.#options.read((tx) => firstOfEach(tx))) {
      if (this.#passes.isClosed || this.#underway.has(first.messageId)) continue;
      if (first.state === 'waiting') await this.#begin(first);
      else if (await this.#isHeld(first)) this.#passes.lookIn();
      else await this.#giveUp(first);
    }
  }

  async #begin(first: DispatchRow): Promise<void> {
    if (this.#underway.size >= atOnce) return;
    await this.#options.holders.ready();
    const claimed = await this.#options.write((unit) => this.#claim(unit, first));
    if (claimed) void this.#handOver(claimed);
  }

  /** Takes the message if nobody did meanwhile. From this commit on nobody will ever call the provider with it again. */
  async #claim(unit: Unit, { messageId }: DispatchRow): Promise<MessageRow | null> {
    const row = await unit.tx.get('dispatches', messageId);
    const message = await unit.tx.get('messages', messageId);
    if (row?.state !== 'waiting' || !message) return null;
    const { holders, timeoutMs } = this.#options;
    const leaseUntil = unit.now + timeoutMs + leaseSlackMs;
    await unit.tx.put('dispatches', { ...row, state: 'sending', holder: holders.me, leaseUntil });
    return message;
  }

  async #handOver(row: MessageRow): Promise<void> {
    const { provider, timeoutMs, clock } = this.#options;
    const controller = new AbortController();
    let giveUp: (report: StatusReport) => void = () => undefined;
    const silence = new Promise<StatusReport>((resolve) => {
      giveUp = resolve;
    });
    const cancel = clock.after(timeoutMs, () => {
      giveUp(unknownOutcome(clock.now()));
      controller.abort();
    });
    this.#underway.set(row.id, () => {
      cancel();
      controller.abort();
    });
    const answer = outcomeOf(
      () => provider.send(providerMessage(row), { signal: controller.signal, file: (id) => this.#file(id) }),
      clock,
    );
    const report = await Promise.race([answer, silence]);
    cancel();
    await this.#settle(row.id, report);
    if (report.status === 'unknown') this.#learn(row.id, await answer);
  }

  #file(id: string): Promise<Blob> {
    const { read, clock } = this.#options;
    return read((tx) => fileBytes(tx, id, clock.now()));
  }

  /** Writes the outcome. Without that, the claim stays: at worst the outcome becomes unknown, never a second call. */
  async #settle(messageId: string, report: StatusReport): Promise<void> {
    if (this.#passes.isClosed) return;
    try {
      await this.#options.write((unit) => conclude(unit, messageId, report));
    } catch (reason) {
      this.#options.log(`an outcome waits to be written: ${describe(reason)}`);
      this.#unwritten.set(messageId, report);
      this.#passes.lookIn();
      return;
    }
    this.#unwritten.delete(messageId);
    this.#underway.delete(messageId);
    this.look();
  }

  /** The provider answered after all. */
  #learn(messageId: string, report: StatusReport): void {
    if (report.status !== 'unknown') void this.#settle(messageId, report);
  }

  async #isHeld({ holder, leaseUntil }: DispatchRow): Promise<boolean> {
    const { holders, clock } = this.#options;
    if (holder === null || holder === holders.me) return false; // what is really ours is under way
    return holders.isAlive(holder, leaseUntil - clock.now());
  }

  async #giveUp({ messageId, holder }: DispatchRow): Promise<void> {
    await this.#options.write(async (unit) => {
      const row = await unit.tx.get('dispatches', messageId);
      if (row?.state === 'sending' && row.holder === holder) {
        await conclude(unit, messageId, unknownOutcome(unit.now));
      }
    });
    this.look();
  }
}

function describe(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}

async function conclude(unit: Unit, messageId: string, report: StatusReport): Promise<void> {
  await unit.tx.delete('dispatches', messageId);
  const row = await unit.tx.get('messages', messageId);
  if (row) await changeStatus(unit, row, report);
}

/** The oldest waiting message of each conversation; the others have to wait for it. */
async function firstOfEach(tx: EmbeddedTransaction): Promise<readonly DispatchRow[]> {
  const firsts: DispatchRow[] = [];
  let lower: Key = [];
  while (firsts.length < 10 * atOnce) {
    const [row]: readonly DispatchRow[] = await tx.scan('dispatches', 'queue', { lower, limit: 1 });
    if (!row) break;
    firsts.push(row);
    lower = [row.conversationId, LAST];
  }
  return firsts;
}

function providerMessage({ message, address }: MessageRow): ProviderMessage {
  const { id, conversationId, recipientId, accountId, content, replyToId } = message;
  if (message.channel === null || message.clientId === null || address === null) {
    throw new TypeError(`message ${id} is not for a customer`);
  }
  const reference = cmReference(message.clientId);
  const { channel } = message;
  return { reference, messageId: id, conversationId, recipientId, channel, accountId, address, content, replyToId };
}
