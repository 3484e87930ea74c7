import { AdapterError } from '../../ports/adapter-error.ts';
import type { Clock } from '../../ports/clock.ts';
import { errorOf } from './http-errors.ts';

/** Gives a short-lived token for the gateway. */
export type TokenSource = (reason: 'connect' | 'expired') => Promise<string>;

/** What a client is made of. */
export interface HttpClientOptions {
  /** Address of the API without a slash at its end. */
  readonly baseUrl: string;
  readonly token: () => TokenSource;
  readonly clock: Clock;
  /** How long an answer may take. */
  readonly timeoutMs: number;
  readonly fetch: typeof globalThis.fetch;
  /** Sends bytes and tells how many have left; `null` where nothing can tell. */
  readonly upload: Upload | null;
}

/** Like `fetch`, but tells how many bytes of the body have left. */
export type Upload = (url: string, init: RequestInit, onProgress: (sentBytes: number) => void) => Promise<Response>;

/** One request. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Begins with a slash. */
  readonly path: string;
  readonly body?: unknown;
  /** Instead of a body of JSON. */
  readonly bytes?: Blob;
  /** Hears how many of the bytes have left. */
  readonly onProgress?: ((sentBytes: number) => void) | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

interface TimeLimit {
  readonly signal: AbortSignal;
  readonly renew: () => void;
  readonly clear: () => void;
}

/** Where nobody tells how far an upload is, it may be slow rather than stuck. */
const blindUploadFactor = 10;

/** Asks the gateway: token, time limit, errors. When a token runs out, one new one serves everybody who waits. */
export class HttpClient {
  readonly #options: HttpClientOptions;
  #token: Promise<string> | null = null;

  constructor(options: HttpClientOptions) {
    this.#options = options;
  }

  /** The JSON that was answered. */
  async json(request: HttpRequest): Promise<unknown> {
    if (request.signal?.aborted) throw new AdapterError('aborted', 'aborted before it began', { refused: true });
    const limit = this.#limit(request);
    const onProgress = (sentBytes: number): void => {
      limit.renew();
      request.onProgress?.(sentBytes);
    };
    try {
      const response = await this.open({ ...request, onProgress, signal: limit.signal });
      return await readJson(response);
    } catch (error) {
      throw typed(error, request.signal, limit.signal);
    } finally {
      limit.clear();
    }
  }

  /** The answer itself, for streams; rejects with the typed error of an answer that is none. */
  async open(request: HttpRequest): Promise<Response> {
    const token = this.#token ?? this.#mint('connect');
    const first = await this.#fetch(request, await token);
    if (first.status !== 401) return good(first);
    const again = await this.#fetch(request, await this.#renewed(token));
    return good(again);
  }

  #renewed(old: Promise<string>): Promise<string> {
    // Somebody else may have noticed first.
    return this.#token === old || this.#token === null ? this.#mint('expired') : this.#token;
  }

  #mint(reason: 'connect' | 'expired'): Promise<string> {
    const token = Promise.resolve()
      .then(() => this.#options.token()(reason))
      .catch((cause: unknown) => {
        if (this.#token === token) this.#token = null;
        throw new AdapterError('unauthenticated', 'the host gave no token', { cause });
      });
    this.#token = token;
    return token;
  }

  async #fetch({ bytes, onProgress, ...request }: HttpRequest, token: string): Promise<Response> {
    const { baseUrl, fetch, upload } = this.#options;
    const url = baseUrl + request.path;
    const init = this.#init(request, token);
    if (!bytes) return fetch(url, init);
    const headers = { ...init.headers, 'content-type': 'application/octet-stream' };
    const sending = { ...init, headers, body: bytes };
    if (upload && onProgress) return upload(url, sending, onProgress);
    const response = await fetch(url, sending);
    onProgress?.(bytes.size);
    return response;
  }

  #init({ method, body, headers, signal }: HttpRequest, token: string) {
    return {
      method,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
        authorization: `Bearer ${token}`,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    } as const;
  }

  /** Gives up after a while without an answer. Bytes that leave are a sign of life, and take their time. */
  #limit({ signal, bytes }: HttpRequest): TimeLimit {
    const { clock, upload, timeoutMs } = this.#options;
    const controller = new AbortController();
    const abort = (): void => controller.abort();
    const ms = bytes && !upload ? timeoutMs * blindUploadFactor : timeoutMs;
    let cancel = clock.after(ms, abort);
    signal?.addEventListener('abort', abort, { once: true });
    return {
      signal: controller.signal,
      renew: () => {
        cancel();
        cancel = clock.after(ms, abort);
      },
      clear: () => {
        cancel();
        signal?.removeEventListener('abort', abort);
      },
    };
  }
}

async function good(response: Response): Promise<Response> {
  if (response.ok) return response;
  throw await errorOf(response);
}

/** A captive portal answers with a page: that is no answer of ours, whatever its status says. */
async function readJson(response: Response): Promise<unknown> {
  if (!response.headers.get('content-type')?.startsWith('application/json'))
    throw new AdapterError('unavailable', 'something else than the gateway answered');
  return response.json();
}

function typed(error: unknown, asked: AbortSignal | undefined, limit: AbortSignal): AdapterError {
  if (error instanceof AdapterError) return error;
  if (asked?.aborted) return new AdapterError('aborted', 'aborted while it ran', { cause: error });
  const message = limit.aborted ? 'no answer in time' : 'the connection broke';
  return new AdapterError('unavailable', message, { cause: error });
}
