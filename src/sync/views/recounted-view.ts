import type { CoWorker } from '../../domain/model.ts';
import { nothing } from '../../store/nothing.ts';
import { tellAll } from '../../store/topics.ts';
import type { OpenReadable } from '../session-api.ts';
import type { ViewTools } from './view-tools.ts';

/** Changes come in bursts: one question answers all of them. The first one is asked at once. */
const restMs = 1_000;
/** What depends on the time of day is asked again with each full minute. */
const minuteMs = 60_000;

/** What is asked anew: the answer is compared as JSON, so that telling the same again renders nothing. */
type Recount<T> = (signal: AbortSignal, agent: CoWorker) => Promise<T>;

/**
 * Something that only the backend can count, kept true: asked again after conversations changed, when the link is back,
 * and every minute, as customers wait longer without anything happening. `null` until it is known.
 */
export class RecountedView<T> implements OpenReadable<T | null> {
  readonly #tools: ViewTools;
  readonly #recount: Recount<T>;
  readonly #listeners = new Set<() => void>();
  readonly #stops: (() => void)[];
  readonly #abort = new AbortController();
  #value: T | null = null;
  #cancelRest: (() => void) | null = null;
  #cancelMinute: () => void = nothing;
  #isAsking = false;
  #isDoubtful = false;

  /** @param topics - what makes it doubtful, besides the minute */
  constructor(tools: ViewTools, recount: Recount<T>, topics: readonly string[] = ['conversations', 'reset', 'live']) {
    this.#tools = tools;
    this.#recount = recount;
    this.#stops = topics.map((topic) => tools.store.topics.subscribe(topic, () => this.doubt()));
    this.#nextMinute();
    this.doubt();
  }

  get value(): T | null {
    return this.#value;
  }

  subscribe(listener: () => void): () => void {
    if (this.#abort.signal.aborted) return nothing;
    const own = (): void => listener();
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  dispose(): void {
    this.#abort.abort();
    this.#cancelRest?.();
    this.#cancelMinute();
    this.#listeners.clear();
    for (const stop of this.#stops.splice(0)) stop();
  }

  #nextMinute(): void {
    const { clock } = this.#tools;
    this.#cancelMinute = clock.after(minuteMs - (clock.now() % minuteMs), () => {
      this.doubt();
      this.#nextMinute();
    });
  }

  /** What is known may no longer be true: asks again, soon. */
  doubt(): void {
    this.#isDoubtful = true;
    if (this.#abort.signal.aborted) return;
    if (this.#isAsking || this.#cancelRest) return;
    this.#isAsking = true;
    void this.#ask().finally(() => {
      this.#isAsking = false;
      if (this.#abort.signal.aborted) return;
      this.#cancelRest = this.#tools.clock.after(restMs, () => {
        this.#cancelRest = null;
        if (this.#isDoubtful) this.doubt();
      });
    });
  }

  async #ask(): Promise<void> {
    const { connection, untilSubscribed } = this.#tools;
    const { signal } = this.#abort;
    try {
      await untilSubscribed();
      const { agent } = await connection.ready;
      this.#isDoubtful = false;
      const value = await connection.call((inner) => this.#recount(inner, agent), { signal });
      if (signal.aborted || JSON.stringify(value) === JSON.stringify(this.#value)) return;
      this.#value = value;
      tellAll(this.#listeners);
    } catch {
      // What was known last stays; the next change, minute, or the link when it is back, asks again.
    }
  }
}
