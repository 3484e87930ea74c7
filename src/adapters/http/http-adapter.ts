import type { Conversation, Message } from '../../domain/model.ts';
import type { ConversationQuery, ConversationScope, MessageQuery } from '../../domain/queries.ts';
import type {
  AdapterParts,
  BackendSession,
  CallOptions,
  ChangeSink,
  ConversationChange,
  HostContext,
  MessagePage,
  MessagePageRequest,
  MessagingAdapter,
  OpenRequest,
  OutgoingMessage,
  OutgoingNote,
  Page,
  PageRequest,
} from '../../ports/adapter.ts';
import { AdapterError } from '../../ports/adapter-error.ts';
import type { Clock } from '../../ports/clock.ts';
import { systemClock } from '../web/system-clock.ts';
import { HttpClient } from './http-client.ts';
import type { HttpRequest, TokenSource } from './http-client.ts';
import { HttpCalls } from './http-calls.ts';
import { httpParts } from './http-parts.ts';
import { HttpPresence } from './parts/presence.ts';
import { xhrUpload } from './xhr-upload.ts';
import { HttpStream } from './http-stream.ts';

/** How to reach a gateway. */
export interface HttpAdapterOptions {
  /** Address of its API, such as `https://messages.example.com/v1`. */
  readonly baseUrl: string;
  /** Mints a short-lived token. Default: the host's own `token`. */
  readonly token?: TokenSource;
  /** How long an answer may take before the outcome counts as unknown; default 30 s. */
  readonly timeoutMs?: number;
  /** Where time comes from. Default: the machine. */
  readonly clock?: Clock;
  /** What carries requests. Default: the page's own `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
  /** Chance, from 0 up to 1, to spread reconnections. Default: the machine's. */
  readonly random?: () => number;
}

/** Makes an adapter for a gateway. */
export function createHttpAdapter(options: HttpAdapterOptions): MessagingAdapter {
  return new HttpAdapter(options);
}

class HttpAdapter implements MessagingAdapter {
  readonly name = 'http';
  readonly #client: HttpClient;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #parts: AdapterParts;
  readonly #presence: HttpPresence;
  readonly #streams = new Set<HttpStream>();
  #host: HostContext | null = null;
  #isClosed = false;

  constructor({ baseUrl, token, timeoutMs = 30_000, clock = systemClock, fetch, random }: HttpAdapterOptions) {
    this.#clock = clock;
    this.#random = random ?? Math.random;
    const base = baseUrl.replace(/\/+$/, '');
    this.#client = new HttpClient({
      baseUrl: base,
      token: () => token ?? this.#host?.token ?? noToken,
      clock,
      timeoutMs,
      // Called as a method of anything but the page, fetch refuses.
      fetch: fetch ?? ((...call) => globalThis.fetch(...call)),
      upload: fetch ? null : xhrUpload(),
    });
    const calls = new HttpCalls((request) => this.#ask(request));
    const source = { client: this.#client, clock, random: this.#random };
    this.#presence = new HttpPresence(calls, source, { window: crypto.randomUUID(), backend: base });
    const resolve = (url: string): string => new URL(url, new URL(`${base}/`, pageAddress())).href;
    this.#parts = httpParts({ calls, clock, presence: this.#presence, resolve });
  }

  async connect(host: HostContext, options?: CallOptions): Promise<BackendSession> {
    this.#host = host;
    return (await this.#ask({ method: 'GET', path: '/session', signal: options?.signal })) as BackendSession;
  }

  async listConversations(
    query: ConversationQuery,
    page?: PageRequest,
    options?: CallOptions,
  ): Promise<Page<Conversation>> {
    return (await this.#post('/conversations/query', { query, page }, options)) as Page<Conversation>;
  }

  async getConversation(id: string, options?: CallOptions): Promise<Conversation> {
    const path = `/conversations/${encodeURIComponent(id)}`;
    return (await this.#ask({ method: 'GET', path, signal: options?.signal })) as Conversation;
  }

  async listMessages(query: MessageQuery, page?: MessagePageRequest, options?: CallOptions): Promise<MessagePage> {
    return (await this.#post('/messages/query', { query, page }, options)) as MessagePage;
  }

  async findMessage(clientId: string, options?: CallOptions): Promise<Message | null> {
    const path = `/messages/by-client-id/${encodeURIComponent(clientId)}`;
    const found = await this.#ask({ method: 'GET', path, signal: options?.signal });
    return (found as { readonly message: Message | null }).message;
  }

  async send({ clientId, ...body }: OutgoingMessage, options?: CallOptions): Promise<Message> {
    return (await this.#post('/messages', body, options, { 'idempotency-key': clientId })) as Message;
  }

  async addNote({ clientId, ...body }: OutgoingNote, options?: CallOptions): Promise<Message> {
    return (await this.#post('/notes', body, options, { 'idempotency-key': clientId })) as Message;
  }

  async open(request: OpenRequest, options?: CallOptions): Promise<Conversation> {
    return (await this.#post('/conversations', request, options)) as Conversation;
  }

  async update(
    id: string,
    change: ConversationChange,
    options: CallOptions & { readonly ifVersion?: number } = {},
  ): Promise<Conversation> {
    const { signal, ifVersion } = options;
    const path = `/conversations/${encodeURIComponent(id)}`;
    const headers = ifVersion === undefined ? {} : { 'if-match': `"${ifVersion}"` };
    return (await this.#ask({ method: 'PATCH', path, body: change, headers, signal })) as Conversation;
  }

  subscribe(scope: ConversationScope, sink: ChangeSink, from: string | null): () => void {
    const source = { client: this.#client, clock: this.#clock, random: this.#random };
    const stream = new HttpStream({ ...source, scope, from, attended: () => this.#presence.attended() }, sink);
    this.#streams.add(stream);
    return () => {
      stream.close();
      this.#streams.delete(stream);
    };
  }

  part<K extends keyof AdapterParts>(name: K): AdapterParts[K] | undefined {
    return Object.hasOwn(this.#parts, name) ? this.#parts[name] : undefined;
  }

  close(): Promise<void> {
    this.#presence.close();
    this.#isClosed = true;
    for (const stream of this.#streams) stream.close();
    this.#streams.clear();
    return Promise.resolve();
  }

  #post(
    path: string,
    body: unknown,
    options: CallOptions | undefined,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<unknown> {
    return this.#ask({ method: 'POST', path, body, headers, signal: options?.signal });
  }

  async #ask(request: HttpRequest): Promise<unknown> {
    if (this.#isClosed) throw new AdapterError('unavailable', 'the adapter is closed', { retry: false, refused: true });
    return this.#client.json(request);
  }
}

/** What relative addresses are relative to; a program that is no page has none. */
function pageAddress(): string | undefined {
  return 'location' in globalThis ? globalThis.location.href : undefined;
}

function noToken(): Promise<string> {
  return Promise.reject(new AdapterError('unauthenticated', 'nobody gives a token'));
}
