import type { ConversationScope } from '../../domain/queries.ts';
import type { ChangeBatch, ChangeSink, LinkState, MessagingAdapter } from '../../ports/adapter.ts';
import { AdapterError } from '../../ports/adapter-error.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Random } from '../random.ts';
import type { StreamFault } from './fault-plan.ts';
import { mangle } from './mangle.ts';

/** A batch that waits to be overtaken comes after this long all the same. */
const longestHoldMs = 1000;

/** What a stream needs of the wrapper around it. */
export interface StreamHost {
  readonly adapter: MessagingAdapter;
  readonly random: Random;
  readonly clock: Clock;
  /** Which fault the batch that just came suffers. */
  batchFault(): StreamFault | null;
}

/** One subscription whose connection can break, stall, repeat, reorder and lose. */
export class FaultyStream {
  readonly #host: StreamHost;
  readonly #scope: ConversationScope;
  readonly #sink: ChangeSink;
  /** Where the real stream stands; faults happen behind it, on the way to the sink. */
  #cursor: string | null;
  #stop: (() => void) | null = null;
  #connection = 0;
  #stalled = false;
  #late: (() => void)[] = [];
  #held: ChangeBatch | null = null;
  #giveUpHolding: () => void = nothing;

  constructor(host: StreamHost, scope: ConversationScope, sink: ChangeSink, from: string | null) {
    this.#host = host;
    this.#scope = scope;
    this.#sink = sink;
    this.#cursor = from;
  }

  connect(): void {
    this.#connection += 1;
    const connection = this.#connection;
    const current = (): boolean => connection === this.#connection;
    this.#stop = this.#host.adapter.subscribe(
      this.#scope,
      {
        batch: (batch) => current() && this.#batch(batch),
        link: (state, error) => current() && this.#say(() => this.#link(state, error)),
        reset: (cursor) => {
          if (!current()) return;
          this.#cursor = cursor;
          this.#say(() => this.#sink.reset(cursor));
        },
      },
      this.#cursor,
    );
  }

  /** The network is gone. */
  disconnect(): void {
    this.end();
    this.#sink.link('offline', new AdapterError('unavailable', 'the test cut the stream'));
  }

  /** The network is back. */
  reconnect(): void {
    this.#sink.link('connecting');
    const lost = this.#cursor === null;
    this.connect();
    // Without a cursor nobody can say what was missed meanwhile.
    if (lost) this.#sink.reset(null);
  }

  /** Everything the sink hears waits from now on. */
  stall(stalled: boolean): void {
    this.#stalled = stalled;
    if (!stalled) for (const say of this.#late.splice(0)) say();
  }

  reset(): void {
    this.#say(() => this.#sink.reset(this.#cursor));
  }

  end(): void {
    this.#connection += 1;
    this.#late = [];
    this.#held = null;
    this.#giveUpHolding();
    this.#stop?.();
    this.#stop = null;
  }

  #batch(batch: ChangeBatch): void {
    const fault = this.#host.batchFault();
    if (fault === 'reorder' && !this.#held) {
      this.#held = batch;
      this.#giveUpHolding = this.#host.clock.after(longestHoldMs, () => this.#release());
      return;
    }
    if (fault !== 'drop') this.#deliver(batch, fault === 'malformed' ? mangle(batch, this.#host.random) : batch);
    if (fault === 'duplicate') this.#deliver(batch);
    this.#release();
  }

  #release(): void {
    this.#giveUpHolding();
    const held = this.#held;
    this.#held = null;
    if (held) this.#deliver(held);
  }

  #deliver(batch: ChangeBatch, said: unknown = batch): void {
    this.#say(() => {
      // Only what the sink was told counts: a cut connection resumes there.
      this.#cursor = batch.cursor;
      this.#sink.batch(said as ChangeBatch);
    });
  }

  #link(state: LinkState, error: unknown): void {
    if (error === undefined) this.#sink.link(state);
    else this.#sink.link(state, error);
  }

  #say(act: () => void): void {
    if (this.#stalled) this.#late.push(act);
    else act();
  }
}

function nothing(): void {
  // Nothing is held.
}
