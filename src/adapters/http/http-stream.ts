import { createParser } from 'eventsource-parser';
import type { ConversationScope } from '../../domain/queries.ts';
import type { ChangeBatch, ChangeSink, LinkState } from '../../ports/adapter.ts';
import { AdapterError, toAdapterError } from '../../ports/adapter-error.ts';
import type { Clock } from '../../ports/clock.ts';
import type { HttpClient } from './http-client.ts';

/** The gateway is never silent for longer than a third of this. */
const silenceMs = 45_000;
const firstPauseMs = 500;
const longestPauseMs = 15_000;
/** One event; more is not believed. */
const longestEvent = 20_000_000;

/** What a stream is made of. */
export interface HttpStreamOptions {
  readonly client: HttpClient;
  readonly clock: Clock;
  readonly scope: ConversationScope;
  readonly from: string | null;
  /** Chance, from 0 up to 1: not everybody comes back at once. */
  readonly random: () => number;
}

/**
 * One subscription: reads server-sent events by fetch (the browser's own EventSource cannot send a token), comes back
 * after every break and goes on from where it was.
 */
export class HttpStream {
  readonly #options: HttpStreamOptions;
  readonly #sink: ChangeSink;
  readonly #ending = new AbortController();
  #cursor: string | null;
  #state: LinkState | null = null;
  #failures = 0;

  constructor(options: HttpStreamOptions, sink: ChangeSink) {
    this.#options = options;
    this.#sink = sink;
    this.#cursor = options.from;
    queueMicrotask(() => void this.#run());
  }

  /** Ends it; the sink hears nothing any more. */
  close(): void {
    this.#ending.abort();
  }

  get #isOver(): boolean {
    return this.#ending.signal.aborted;
  }

  async #run(): Promise<void> {
    while (!this.#isOver) {
      this.#link('connecting');
      let pauseMs: number;
      try {
        pauseMs = await this.#read();
      } catch (reason) {
        const error = toAdapterError(reason);
        this.#link('offline', error);
        pauseMs = error.afterMs ?? this.#nextPause();
      }
      await this.#pause(pauseMs);
    }
  }

  /** Reads until the stream ends. Returns how long to wait before coming back. */
  async #read(): Promise<number> {
    const attempt = new AbortController();
    const end = (): void => attempt.abort();
    this.#ending.signal.addEventListener('abort', end, { once: true });
    const watch = new SilenceWatch(this.#options.clock, end);
    try {
      const response = await this.#options.client.open({
        method: 'GET',
        path: `/events?${this.#question()}`,
        headers: { accept: 'text/event-stream' },
        signal: attempt.signal,
      });
      if (!response.headers.get('content-type')?.startsWith('text/event-stream') || !response.body)
        throw new AdapterError('unavailable', 'something else than the gateway answered');
      return await this.#events(response.body, watch);
    } finally {
      watch.stop();
      end();
      this.#ending.signal.removeEventListener('abort', end);
    }
  }

  async #events(body: ReadableStream<Uint8Array>, watch: SilenceWatch): Promise<number> {
    const found: { byeAfterMs: number | null; failure: unknown } = { byeAfterMs: null, failure: null };
    const parser = createParser({
      maxBufferSize: longestEvent,
      onEvent: ({ event, data }) => {
        if (this.#isOver) return;
        const said: unknown = JSON.parse(data);
        if (event === 'bye') found.byeAfterMs = numberIn(said, 'afterMs');
        else this.#tell(event, said);
      },
      onError: (error) => {
        found.failure = error;
      },
    });
    const decoder = new TextDecoder();
    const reader = body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      watch.heard();
      parser.feed(decoder.decode(part.value, { stream: true }));
      if (found.failure !== null)
        throw new AdapterError('unavailable', 'the stream cannot be read', { cause: found.failure });
      if (found.byeAfterMs !== null) return found.byeAfterMs;
    }
    throw new AdapterError('unavailable', 'the stream broke');
  }

  #tell(event: string | undefined, said: unknown): void {
    if (event === 'batch') {
      const batch = said as ChangeBatch;
      this.#cursor = batch.cursor;
      this.#sink.batch(batch);
      return;
    }
    const cursor = textIn(said, 'cursor');
    if (event === 'reset') {
      this.#cursor = cursor;
      this.#sink.reset(cursor);
    } else if (event === 'ready') {
      this.#cursor ??= cursor;
      this.#failures = 0;
      this.#link('live');
    }
  }

  #link(state: LinkState, error?: AdapterError): void {
    if (this.#isOver || (state === this.#state && state !== 'offline')) return;
    this.#state = state;
    if (error) this.#sink.link(state, error);
    else this.#sink.link(state);
  }

  #question(): string {
    const { scope } = this.#options;
    const params = new URLSearchParams({ scope: scope.kind });
    if (scope.kind === 'recipient') params.set('recipientId', scope.recipientId);
    if (this.#cursor !== null) params.set('from', this.#cursor);
    return params.toString();
  }

  /** Twice as long each time, half of it by chance. */
  #nextPause(): number {
    const longest = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(this.#failures, 10));
    this.#failures += 1;
    return longest / 2 + (this.#options.random() * longest) / 2;
  }

  #pause(ms: number): Promise<void> {
    const { signal } = this.#ending;
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const done = (): void => {
        cancel();
        signal.removeEventListener('abort', done);
        resolve();
      };
      const cancel = this.#options.clock.after(ms, done);
      signal.addEventListener('abort', done, { once: true });
    });
  }
}

/** Notices a connection that is dead without saying so. */
class SilenceWatch {
  readonly #clock: Clock;
  readonly #tooLong: () => void;
  #cancel: () => void;

  constructor(clock: Clock, tooLong: () => void) {
    this.#clock = clock;
    this.#tooLong = tooLong;
    this.#cancel = clock.after(silenceMs, tooLong);
  }

  heard(): void {
    this.#cancel();
    this.#cancel = this.#clock.after(silenceMs, this.#tooLong);
  }

  stop(): void {
    this.#cancel();
  }
}

function textIn(said: unknown, name: string): string | null {
  const value = fieldOf(said, name);
  return typeof value === 'string' ? value : null;
}

function numberIn(said: unknown, name: string): number {
  const value = fieldOf(said, name);
  return typeof value === 'number' && value >= 0 ? value : firstPauseMs;
}

function fieldOf(said: unknown, name: string): unknown {
  return typeof said === 'object' && said !== null ? (said as Record<string, unknown>)[name] : undefined;
}
