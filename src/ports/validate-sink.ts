import type { ChangeBatch, ChangeSink, LinkState } from './adapter.ts';
import { toAdapterError } from './adapter-error.ts';
import { aString, oneOf, orNull } from './validate.ts';
import { change, changeBatch } from './validate-changes.ts';
import type { Refuse } from './validate-reading.ts';
import { read, sift } from './validate-reading.ts';

const linkState = oneOf<LinkState>({ connecting: 1, live: 1, offline: 1 });
const maybeCursor = orNull(aString);

/**
 * Stands between an adapter's stream and its sink. A malformed change is left out and told; a batch that cannot be read
 * leaves a hole, so the stream is reset. Garbage without end resets it once, then shows as offline until something
 * readable comes: the other side's misbehaviour must not make us ask for everything again and again.
 */
export class SinkGuard implements ChangeSink {
  readonly #sink: ChangeSink;
  readonly #refuse: Refuse;
  #health: 'good' | 'reset' | 'hole' = 'good';
  #muted = false;

  constructor(sink: ChangeSink, refuse: Refuse) {
    this.#sink = sink;
    this.#refuse = refuse;
  }

  /** From here on the sink hears nothing, whatever the adapter says. */
  mute(): void {
    this.#muted = true;
  }

  batch(value: ChangeBatch): void {
    if (this.#muted) return;
    let batch: ChangeBatch;
    try {
      batch = this.#readable(value);
    } catch (error) {
      this.#miss(error);
      return;
    }
    const missed = this.#health === 'hole';
    this.#health = 'good';
    if (!missed) {
      this.#sink.batch(batch);
      return;
    }
    this.#sink.reset(batch.cursor);
    this.#sink.link('live');
  }

  link(state: LinkState, error?: unknown): void {
    if (this.#muted || linkState(state)) return;
    if (error === undefined) this.#sink.link(state);
    else this.#sink.link(state, toAdapterError(error));
  }

  reset(cursor: string | null): void {
    if (this.#muted) return;
    this.#health = 'good';
    this.#sink.reset(maybeCursor(cursor) ? null : cursor);
  }

  #readable(value: unknown): ChangeBatch {
    const call = 'subscribe';
    const batch = read(call, changeBatch, value);
    const elements = { call, field: 'changes', check: change, refuse: this.#refuse };
    const { good, error } = sift(batch.changes, elements);
    if (!error) return batch;
    this.#refuse(error);
    // Even with nothing left the cursor goes on: resuming before a poisoned batch would meet it again for ever.
    return { cursor: batch.cursor, previous: batch.previous, changes: good };
  }

  #miss(error: unknown): void {
    this.#refuse(toAdapterError(error));
    if (this.#health === 'good') {
      this.#health = 'reset';
      this.#sink.reset(null);
    } else if (this.#health === 'reset') {
      this.#health = 'hole';
      this.#sink.link('offline', error);
    }
  }
}
