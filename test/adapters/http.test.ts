import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { createHttpAdapter } from '../../src/adapters/http/index.ts';
import type { HttpAdapterOptions } from '../../src/adapters/http/index.ts';
import type { MessagingAdapter } from '../../src/ports/adapter.ts';
import { manualClock, settle } from '../../src/testing/index.ts';
import { codeOf, errorOf, host, recorder } from './world.ts';

type Fetch = typeof globalThis.fetch;

interface Asked {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A network that answers as the test says. */
class Network {
  readonly asked: Asked[] = [];
  readonly clock = manualClock();
  readonly tokens: string[] = [];
  #answer: (asked: Asked, signal: AbortSignal) => Response | Promise<Response>;

  constructor(answer: (asked: Asked, signal: AbortSignal) => Response | Promise<Response>) {
    this.#answer = answer;
  }

  adapter(options: Partial<HttpAdapterOptions> = {}): MessagingAdapter {
    const fetch: Fetch = (input, init) => {
      const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : null;
      const url = typeof input === 'string' ? input : '';
      const asked = { url, method: init?.method ?? '', headers: new Headers(init?.headers), body };
      this.asked.push(asked);
      const signal = init?.signal ?? new AbortController().signal;
      const aborted = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      });
      return Promise.race([Promise.resolve(this.#answer(asked, signal)), aborted]);
    };
    return createHttpAdapter({
      baseUrl: 'https://gateway.example/v1/',
      token: (reason) => {
        this.tokens.push(reason);
        return Promise.resolve(`token-${this.tokens.length}`);
      },
      clock: this.clock,
      random: () => 0,
      fetch,
      ...options,
    });
  }
}

const json = (body: unknown): Response => Response.json(body);
const problem = (code: string, status: number, more: object = {}): Response =>
  new Response(JSON.stringify({ code, detail: 'because', ...more }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
const outgoing = {
  clientId: 'client-1',
  conversationId: 'c1',
  channel: 'sms',
  accountId: null,
  content: { kind: 'text', text: 'Hello' },
  replyToId: null,
} as const;

describe('requests of the http adapter', () => {
  it('sends the token in a header and never in an address', async () => {
    const network = new Network(() => json({}));
    await network.adapter().getConversation('a/b?c');
    const [asked] = network.asked;
    assert.ok(asked);
    assert.equal(asked.headers.get('authorization'), 'Bearer token-1');
    assert.equal(asked.url, 'https://gateway.example/v1/conversations/a%2Fb%3Fc');
  });

  it('sends the client id as the idempotency key', async () => {
    const network = new Network(() => json({}));
    await network.adapter().send(outgoing);
    const [asked] = network.asked;
    assert.ok(asked);
    assert.equal(asked.headers.get('idempotency-key'), 'client-1');
    assert.ok(!JSON.stringify(asked.body).includes('client-1'));
  });

  it('renews a token that ran out once for everybody who waits', async () => {
    const network = new Network(({ headers }) =>
      headers.get('authorization') === 'Bearer token-1' ? problem('unauthenticated', 401) : json({}),
    );
    const adapter = network.adapter();
    await Promise.all(Array.from({ length: 8 }, (_, index) => adapter.getConversation(`c${index}`)));
    assert.deepEqual(network.tokens, ['connect', 'expired']);
  });

  it('sends bytes as they are, tells when they have left, and waits ten times as long for them', async () => {
    const bytes = new Blob(['12345']);
    const network = new Network(({ url }) => (url.endsWith('/slow/bytes') ? new Promise(() => undefined) : json({})));
    const part = network.adapter({ timeoutMs: 1_000 }).part('attachments');
    const heard: number[] = [];
    await part?.put('file 1', { offset: 7, bytes }, { onProgress: (sent) => heard.push(sent) });
    const [asked] = network.asked;
    assert.equal(asked?.url, 'https://gateway.example/v1/attachments/file%201/bytes');
    assert.equal(asked.headers.get('upload-offset'), '7');
    assert.equal(asked.headers.get('content-type'), 'application/octet-stream');
    assert.deepEqual(heard, [5]);
    const slow = part?.put('slow', { offset: 0, bytes });
    const outcome = codeOf(slow ?? Promise.resolve());
    await settle();
    await network.clock.advance(9_999);
    assert.equal(await Promise.race([outcome, settle().then(() => 'waits')]), 'waits');
    await network.clock.advance(1);
    assert.equal(await outcome, 'unavailable');
  });

  it('makes the address of a file a whole one, relative to that of the API', async () => {
    const network = new Network(() => json({ url: '../files/a.b', thumbnailUrl: null, expiresAt: 1 }));
    const part = network.adapter({ baseUrl: 'https://gateway.example/below/v1' }).part('attachments');
    assert.equal((await part?.url('file-1'))?.url, 'https://gateway.example/below/files/a.b');
  });

  it('rejects as unauthenticated when the fresh token is no good either, without asking for ever', async () => {
    const network = new Network(() => problem('unauthenticated', 401));
    assert.equal(await codeOf(network.adapter().getConversation('c1')), 'unauthenticated');
    assert.equal(network.asked.length, 2);
  });

  it('asks the host again after it once gave no token', async () => {
    let isSignedIn = false;
    const network = new Network(() => json({}));
    const adapter = network.adapter({
      token: () => (isSignedIn ? Promise.resolve('token') : Promise.reject(new Error('signed out'))),
    });
    assert.equal(await codeOf(adapter.getConversation('c1')), 'unauthenticated');
    isSignedIn = true;
    await adapter.getConversation('c1');
  });

  it('takes code, field, waiting time and certainty from a problem', async () => {
    const more = { afterMs: 1500, refused: true, retry: true, path: 'content.text' };
    const network = new Network(() => problem('rate-limited', 429, more));
    const { code, afterMs, refused, retry, path } = await errorOf(network.adapter().send(outgoing));
    assert.deepEqual({ code, afterMs, refused, retry, path }, { code: 'rate-limited', ...more });
  });

  for (const { title, answer, code, refused } of [
    {
      title: 'a page of a captive portal',
      answer: () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
      code: 'unavailable',
      refused: false,
    },
    { title: 'a 502 of a proxy', answer: () => new Response('', { status: 502 }), code: 'unavailable', refused: false },
    {
      title: 'a 404 of somebody else',
      answer: () => new Response('', { status: 404 }),
      code: 'unavailable',
      refused: true,
    },
    { title: 'a 413 of a proxy', answer: () => new Response('', { status: 413 }), code: 'invalid', refused: true },
    {
      title: 'a code of a newer gateway',
      answer: () => problem('moon-phase', 503),
      code: 'unavailable',
      refused: false,
    },
    {
      title: 'half of an answer',
      answer: () => new Response('{"id":', { headers: { 'content-type': 'application/json' } }),
      code: 'unavailable',
      refused: false,
    },
    {
      title: 'a connection that breaks',
      answer: () => Promise.reject(new TypeError('Failed to fetch')),
      code: 'unavailable',
      refused: false,
    },
  ]) {
    it(`takes ${title} for ${code}, ${refused ? 'not carried out' : 'outcome unknown'}`, async () => {
      const error = await errorOf(new Network(answer).adapter().send(outgoing));
      assert.deepEqual([error.code, error.refused], [code, refused]);
    });
  }

  it('gives up after the time limit with an unknown outcome', async () => {
    const network = new Network(() => new Promise(() => undefined));
    const sending = errorOf(network.adapter({ timeoutMs: 5_000 }).send(outgoing));
    await network.clock.advance(5_000);
    const { code, refused } = await sending;
    assert.deepEqual([code, refused], ['unavailable', false]);
    assert.equal(network.clock.pending, 0);
  });

  it('rejects as aborted when the caller gives up, also while the token is fetched', async () => {
    const network = new Network(() => new Promise(() => undefined));
    const controller = new AbortController();
    const sending = codeOf(network.adapter().send(outgoing, { signal: controller.signal }));
    await settle();
    controller.abort();
    assert.equal(await sending, 'aborted');
  });

  it('reads retry-after of a proxy in seconds and passes over a date', async () => {
    const limited = (value: string) => () => new Response('', { status: 429, headers: { 'retry-after': value } });
    const seconds = await errorOf(new Network(limited('7')).adapter().send(outgoing));
    const date = await errorOf(new Network(limited('Wed, 21 Oct 2026 07:28:00 GMT')).adapter().send(outgoing));
    assert.deepEqual([seconds.afterMs, date.afterMs], [7000, null]);
  });

  it('uses the token of the host where none of its own is given', async () => {
    const seen: string[] = [];
    const adapter = createHttpAdapter({
      baseUrl: 'https://gateway.example/v1',
      fetch: (_, init) => {
        seen.push(new Headers(init?.headers).get('authorization') ?? '');
        return Promise.resolve(json({}));
      },
    });
    await adapter.connect({ ...host, token: () => Promise.resolve('the-hosts') });
    assert.deepEqual(seen, ['Bearer the-hosts']);
  });
});

/** Streams that the test writes, one for each time the adapter comes; a request that is aborted breaks its stream. */
class Sources {
  readonly #controllers: ReadableStreamDefaultController<Uint8Array>[] = [];

  readonly answer = (_asked: Asked, signal: AbortSignal): Response => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#controllers.push(controller);
        signal.addEventListener('abort', () => controller.error(new DOMException('aborted', 'AbortError')));
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  };

  write(text: string, index = 0): void {
    this.bytes(new TextEncoder().encode(text), index);
  }

  bytes(bytes: Uint8Array, index = 0): void {
    this.#controllers[index]?.enqueue(bytes);
  }

  end(index = 0): void {
    this.#controllers[index]?.close();
  }
}

const ready = (cursor: string): string => `event: ready\ndata: {"cursor":"${cursor}"}\n\n`;
const batch = (previous: string, cursor: string): string =>
  `id: ${cursor}\nevent: batch\ndata: ${JSON.stringify({ cursor, previous, changes: [] })}\n\n`;

describe('the stream of the http adapter', () => {
  it('is live with ready, and goes on after a break from the last cursor', async () => {
    const streams = new Sources();
    const network = new Network(streams.answer);
    const sink = recorder();
    const stop = network.adapter().subscribe({ kind: 'all' }, sink, null);
    await settle();
    streams.write(ready('f.1') + batch('f.1', 'f.2'));
    await settle();
    streams.end();
    await settle();
    await network.clock.advance(1_000);
    streams.write(ready('f.2'), 1);
    await settle();
    assert.deepEqual(sink.heard, ['connecting', 'live', 'batch', 'offline', 'connecting', 'live']);
    assert.match(network.asked[1]?.url ?? '', /\?scope=all&from=f\.2$/);
    stop();
  });

  it('reads events that are cut anywhere, also inside a character', async () => {
    const streams = new Sources();
    const sink = recorder();
    const stop = new Network(streams.answer).adapter().subscribe({ kind: 'all' }, sink, null);
    await settle();
    const text = ready('f.1') + batch('f.1', 'é€😀.2');
    for (const byte of new TextEncoder().encode(text)) streams.bytes(Uint8Array.of(byte));
    await settle();
    await settle();
    assert.equal(sink.batches[0]?.cursor, 'é€😀.2');
    stop();
  });

  it('comes back after bye when it was asked to, without calling that offline', async () => {
    const stream = new Sources();
    const network = new Network(stream.answer);
    const sink = recorder();
    const stop = network.adapter().subscribe({ kind: 'all' }, sink, null);
    await settle();
    stream.write(`${ready('f.1')}event: bye\ndata: {"afterMs":2000}\n\n`);
    await settle();
    await network.clock.advance(1_999);
    assert.equal(network.asked.length, 1);
    await network.clock.advance(1);
    assert.equal(network.asked.length, 2);
    assert.ok(!sink.heard.includes('offline'));
    stop();
  });

  it('notices a connection that is silent without ending, but not one with heartbeats', async () => {
    const stream = new Sources();
    const network = new Network(stream.answer);
    const sink = recorder();
    const stop = network.adapter().subscribe({ kind: 'all' }, sink, null);
    await settle();
    stream.write(ready('f.1'));
    for (let beat = 0; beat < 4; beat += 1) {
      await settle();
      await network.clock.advance(30_000);
      stream.write(': still here\n\n');
    }
    await settle();
    assert.deepEqual(sink.heard, ['connecting', 'live']);
    await network.clock.advance(46_000);
    await settle();
    assert.ok(sink.heard.includes('offline'));
    stop();
  });

  it('waits longer after each failure, up to a quarter of a minute', async () => {
    const network = new Network(() => new Response('', { status: 503 }));
    const stop = network.adapter().subscribe({ kind: 'all' }, recorder(), null);
    const times: number[] = [];
    for (let step = 0; step < 240; step += 1) {
      const before = network.asked.length;
      await network.clock.advance(250);
      if (network.asked.length > before) times.push(network.clock.now());
    }
    const pauses = times.slice(1).map((time, index) => time - (times[index] ?? time));
    assert.ok(pauses.at(-1)! > pauses[0]!, pauses.join());
    assert.ok(
      pauses.every((pause) => pause <= 15_000),
      pauses.join(),
    );
    stop();
    await settle();
    assert.equal(network.clock.pending, 0);
  });

  it('passes a reset on and goes on from its cursor', async () => {
    const stream = new Sources();
    const network = new Network(stream.answer);
    const sink = recorder();
    const stop = network.adapter().subscribe({ kind: 'recipient', recipientId: 'a&b' }, sink, 'old.1');
    await settle();
    stream.write(`event: reset\ndata: {"cursor":"f.9"}\n\n${ready('f.9')}`);
    await settle();
    stream.end();
    await settle();
    await network.clock.advance(1_000);
    assert.deepEqual(sink.heard.slice(0, 3), ['connecting', 'reset f.9', 'live']);
    assert.match(network.asked[0]?.url ?? '', /recipientId=a%26b&from=old\.1$/);
    assert.match(network.asked[1]?.url ?? '', /from=f\.9$/);
    stop();
  });

  it('is silent and holds no timer or request once it is ended', async () => {
    const stream = new Sources();
    const network = new Network(stream.answer);
    const sink = recorder();
    const stop = network.adapter().subscribe({ kind: 'all' }, sink, null);
    await settle();
    stream.write(ready('f.1'));
    await settle();
    stop();
    await settle();
    await network.clock.advance(60_000);
    assert.deepEqual(sink.heard, ['connecting', 'live']);
    assert.deepEqual([network.asked.length, network.clock.pending], [1, 0]);
  });

  it('is offline with the error when the token is no good', async () => {
    const network = new Network(() => problem('unauthenticated', 401));
    const sink = recorder();
    const stop = network.adapter().subscribe({ kind: 'all' }, sink, null);
    await settle();
    assert.deepEqual(sink.heard, ['connecting', 'offline']);
    stop();
  });
});
