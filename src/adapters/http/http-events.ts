import { createParser } from 'eventsource-parser';
import type { LinkState } from '../../ports/adapter.ts';
import { AdapterError, toAdapterError } from '../../ports/adapter-error.ts';
import type { Clock } from '../../ports/clock.ts';
import type { HttpClient } from './http-client.ts';

/** The gateway is never silent for longer than a third of this. */
const silenceMs = 45_000;
const firstPauseMs = 500;
const longestPauseMs = 15_000;
/** One event; more is not believed. */
const longestEvent = 20_000_000;

/** How server-sent events are read, besides from where. */
export interface EventSourceParts {
  readonly client: HttpClient;
  readonly clock: Clock;
  /** Chance, from 0 up to 1: not everybody comes back at once. */
  readonly random: () => number;
}

/** What reads events. */
export interface EventReader {
  /** Where to go on from, asked anew for each attempt. */
  readonly path: () => string;
  /** An event other than `bye`. Returns whether the stream is known to work. */
  readonly tell: (event: string | undefined, said: unknown) => boolean;
  readonly link: (state: Exclude<LinkState, 'live'>, error?: AdapterError) => void;
}

/**
 * Reads server-sent events by fetch (the browser's own EventSource cannot send a token), comes back after every break,
 * and is silent once it was closed.
 */
export class HttpEvents {
  readonly #parts: EventSourceParts;
  readonly #reader: EventReader;
  readonly #ending = new AbortController();
  #failures = 0;

  constructor(parts: EventSourceParts, reader: EventReader) {
    this.#parts = parts;
    this.#reader = reader;
    queueMicrotask(() => void this.#run());
  }

  get isOver(): boolean {
    return this.#ending.signal.aborted;
  }

  close(): void {
    this.#ending.abort();
  }

  #goesOn(): boolean {
    return !this.#ending.signal.aborted;
  }

  async #run(): Promise<void> {
    while (this.#goesOn()) {
      this.#reader.link('connecting');
      let pauseMs: number;
      try {
        pauseMs = await this.#read();
      } catch (reason) {
        const error = toAdapterError(reason);
        if (this.#goesOn()) this.#reader.link('offline', error);
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
    const watch = new SilenceWatch(this.#parts.clock, end);
    try {
      const response = await this.#parts.client.open({
        method: 'GET',
        path: this.#reader.path(),
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
        if (this.isOver) return;
        const said: unknown = JSON.parse(data);
        if (event === 'bye') found.byeAfterMs = numberIn(said, 'afterMs');
        else if (this.#reader.tell(event, said)) this.#failures = 0;
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

  /** Twice as long each time, half of it by chance. */
  #nextPause(): number {
    const longest = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(this.#failures, 10));
    this.#failures += 1;
    return longest / 2 + (this.#parts.random() * longest) / 2;
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
      const cancel = this.#parts.clock.after(ms, done);
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

/** A text of an event; `null` if there is none. */
export function textIn(said: unknown, name: string): string | null {
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
