import { canonicalJson } from '../../domain/canonical-json.ts';
import { windowOf } from '../../domain/channel-windows.ts';
import { matchesFilters } from '../../domain/inbox.ts';
import type { Conversation, CoWorker, Message } from '../../domain/model.ts';
import type { ConversationQuery, ConversationScope, MessageQuery } from '../../domain/queries.ts';
import { compareMessages } from '../../domain/timeline.ts';
import type {
  AdapterParts,
  BackendSession,
  CallOptions,
  Capabilities,
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
import { call } from '../embedded/calls.ts';
import { maxPageSize } from '../embedded/pages.ts';
import { systemClock } from '../web/system-clock.ts';
import { abilitiesFor } from './abilities.ts';
import { BackendReader } from './backend-reader.ts';
import { PollStream } from './poll-stream.ts';
import { ReadMarks } from './read-marks.ts';
import type { SimpleAbility, SimpleBackend } from './simple-backend.ts';
import { conversationPage, messagesPage } from './slices.ts';

const recentCount = 100;

/**
 * Makes an adapter from three functions. Paging, sorting, filters, reply windows and a change stream by polling are filled
 * in; what the backend does not offer is denied in the capabilities, so elements do not show it. For backends that hold
 * some hundred conversations: each listing reads all of them. Write a whole adapter when there are more.
 *
 * @example
 * const adapter = defineAdapter({
 *   agent: { id: '7', name: 'Sanne', branchId: null, teamIds: [], permissions: [] },
 *   channels: ['sms'],
 *   list: () => get('/conversations'),
 *   messages: (id) => get(`/conversations/${encodeURIComponent(id)}/messages`),
 *   send: (message) => post('/messages', message),
 * });
 */
export function defineAdapter(backend: SimpleBackend): MessagingAdapter {
  return new DefinedAdapter(backend);
}

class DefinedAdapter implements MessagingAdapter {
  readonly name: string;
  readonly #backend: SimpleBackend;
  readonly #reader: BackendReader;
  readonly #clock: Clock;
  readonly #marks = new ReadMarks();
  readonly #streams = new Set<PollStream>();
  #agent: CoWorker | null = null;
  #closed = false;

  constructor(backend: SimpleBackend) {
    this.name = backend.name ?? 'custom';
    this.#reader = new BackendReader(backend);
    this.#backend = backend;
    this.#clock = backend.clock ?? systemClock;
  }

  connect(host: HostContext, options: CallOptions = {}): Promise<BackendSession> {
    return this.#call(options, async () => {
      const { agent, channels, tenantId = this.name } = this.#backend;
      this.#reader.log = host.log;
      this.#agent = typeof agent === 'function' ? await agent(host) : agent;
      const capabilities = this.#capabilities();
      return { tenantId, agent: this.#agent, capabilities, channels, cursor: null, now: this.#clock.now() };
    });
  }

  listConversations(
    query: ConversationQuery,
    page: PageRequest = {},
    options: CallOptions = {},
  ): Promise<Page<Conversation>> {
    return this.#call(options, async () => {
      if (query.text !== undefined) throw new AdapterError('unsupported', 'this backend cannot search');
      return conversationPage(await this.#matching(query, options), query, page);
    });
  }

  getConversation(id: string, options: CallOptions = {}): Promise<Conversation> {
    return this.#call(options, async () => this.#marks.shown(await this.#conversation(id, options)));
  }

  listMessages(query: MessageQuery, page: MessagePageRequest = {}, options: CallOptions = {}): Promise<MessagePage> {
    return this.#call(options, async () => {
      const question = canonicalJson(query);
      if (query.kind === 'recent')
        return messagesPage(await this.#recent(query.scope, options), question, page, recentCount);
      if (query.kind === 'conversation') await this.#conversation(query.conversationId, options);
      return messagesPage(await this.#history(query, options), question, page);
    });
  }

  findMessage(clientId: string, options: CallOptions = {}): Promise<Message | null> {
    return this.#call(options, () =>
      this.#backend.find ? this.#backend.find(clientId, options) : unsupported('find'),
    );
  }

  send(message: OutgoingMessage, options: CallOptions = {}): Promise<Message> {
    return this.#call(options, async () => {
      this.#mustFit(message.content.kind === 'text' ? message.content.text : '');
      this.#mustBeAllowed(message, await this.#conversation(message.conversationId, options));
      return this.#told(await this.#backend.send(message, options));
    });
  }

  addNote(note: OutgoingNote, options: CallOptions = {}): Promise<Message> {
    return this.#call(options, async () => {
      if (!this.#backend.note) return unsupported('note');
      this.#mustFit(note.text);
      await this.#conversation(note.conversationId, options);
      return this.#told(await this.#backend.note(note, options));
    });
  }

  open(request: OpenRequest, options: CallOptions = {}): Promise<Conversation> {
    return this.#call(options, async () => {
      if (!this.#backend.open) return unsupported('open');
      return this.#marks.shown(this.#told(await this.#backend.open(request, options)));
    });
  }

  update(
    id: string,
    change: ConversationChange,
    options: CallOptions & { readonly ifVersion?: number } = {},
  ): Promise<Conversation> {
    return this.#call(options, async () => {
      const { can, conflictCheck } = this.#capabilities();
      const missing = abilitiesFor(change).find((ability) => !can[ability]);
      if (missing) return unsupported(missing);
      if (options.ifVersion !== undefined && !conflictCheck) return unsupported('ifVersion');
      const conversation = await this.#conversation(id, options);
      if (this.#backend.update) return this.#told(await this.#backend.update(id, change, options));
      if (change.readUpTo === undefined) return this.#marks.shown(conversation);
      const messages = await this.#reader.messages(id, options);
      return this.#told(this.#marks.read(conversation, change.readUpTo, messages));
    });
  }

  subscribe(scope: ConversationScope, sink: ChangeSink, from: string | null): () => void {
    const source = {
      clock: this.#clock,
      pollMs: this.#backend.pollMs ?? 5000,
      list: () => this.#matching({ scope, sort: 'newest' }, {}),
      messages: (id: string) => this.#reader.messages(id, {}),
    };
    const stream = new PollStream(source, sink, from);
    this.#streams.add(stream);
    stream.look();
    return () => {
      stream.end();
      this.#streams.delete(stream);
    };
  }

  part<K extends keyof AdapterParts>(name: K): AdapterParts[K] | undefined {
    return this.#backend.parts?.[name];
  }

  close(): Promise<void> {
    this.#closed = true;
    for (const stream of this.#streams) stream.end();
    this.#streams.clear();
    return Promise.resolve();
  }

  #call<T>({ signal }: CallOptions, body: () => Promise<T>): Promise<T> {
    return call(signal, async () => {
      if (!this.#closed) return this.#reader.overheard(body);
      throw new AdapterError('unavailable', 'the adapter is closed', { retry: false, refused: true });
    });
  }

  /** Something was changed here: the streams need not wait for the next look. */
  #told<T>(answer: T): T {
    for (const stream of this.#streams) stream.look();
    return answer;
  }

  async #conversation(id: string, options: CallOptions): Promise<Conversation> {
    const found = (await this.#reader.list(options)).find((conversation) => conversation.id === id);
    if (!found) throw new AdapterError('not-found', `there is no conversation ${id}`);
    return found;
  }

  async #matching(query: ConversationQuery, options: CallOptions): Promise<readonly Conversation[]> {
    const agent = this.#agent;
    if (!agent) throw new AdapterError('unauthenticated', 'connect comes first');
    const all = (await this.#reader.list(options)).map((conversation) => this.#marks.shown(conversation));
    const now = this.#clock.now();
    return all.filter((conversation) => matchesFilters(query, conversation, agent, now));
  }

  async #history(query: Exclude<MessageQuery, { kind: 'recent' }>, options: CallOptions): Promise<readonly Message[]> {
    if (query.kind === 'conversation') return this.#reader.messages(query.conversationId, options);
    const scope: ConversationScope = { kind: 'recipient', recipientId: query.recipientId };
    const conversations = await this.#matching({ scope, sort: 'newest' }, options);
    return (await Promise.all(conversations.map(({ id }) => this.#reader.messages(id, options)))).flat();
  }

  /** Reads conversations from the most active on, until the rest can hold nothing newer. */
  async #recent(scope: ConversationScope, options: CallOptions): Promise<readonly Message[]> {
    let messages: readonly Message[] = [];
    const conversations = await this.#matching({ scope, sort: 'newest' }, options);
    for (const { id, lastActivityAt } of [...conversations].sort((a, b) => b.lastActivityAt - a.lastActivityAt)) {
      const oldest = messages.length < recentCount ? undefined : messages[0];
      if (oldest && lastActivityAt < oldest.at) break;
      const more = await this.#reader.messages(id, options);
      messages = [...messages, ...more].sort(compareMessages).slice(-recentCount);
    }
    return messages;
  }

  #mustFit(text: string): void {
    const { maxTextLength } = this.#capabilities().limits;
    if (text.length <= maxTextLength) return;
    throw new AdapterError('invalid', `a text has at most ${maxTextLength} characters`, { path: 'content.text' });
  }

  #mustBeAllowed({ channel: kind, content }: OutgoingMessage, { channels }: Conversation): void {
    const channel = channels.find((own) => own.channel === kind);
    if (!channel || !this.#backend.channels.includes(kind))
      throw new AdapterError('invalid', `the conversation cannot be written to by ${kind}`, { path: 'channel' });
    const { state } = windowOf(channel, this.#clock.now());
    if (state === 'open' || (state === 'template-only' && content.kind === 'template')) return;
    throw new AdapterError('window-closed', 'the customer’s last message is too long ago');
  }

  #capabilities(): Capabilities {
    const backend = this.#backend;
    const { can = [], parts = {} } = backend;
    const may = (ability: SimpleAbility): boolean => backend.update !== undefined && can.includes(ability);
    return {
      realtime: 'poll',
      resume: 'reset',
      sequence: 'sparse',
      idempotencyMs: backend.idempotencyMs ?? 0,
      conflictCheck: backend.update !== undefined && backend.conflictCheck === true,
      durable: backend.durable === true,
      limits: { maxPageSize, maxTextLength: backend.maxTextLength ?? 4096 },
      can: {
        findByClientId: backend.find !== undefined,
        notes: backend.note !== undefined,
        open: backend.open !== undefined,
        assign: may('assign'),
        changeBranch: may('changeBranch'),
        archive: may('archive'),
        markSpam: may('markSpam'),
        tag: may('tag'),
        markUnread: may('markUnread'),
        markUnreadFrom: may('markUnreadFrom'),
        link: may('link'),
        search: false,
      },
      parts: (['directory', 'templates'] as const).filter((name) => parts[name] !== undefined),
    };
  }
}

function unsupported(what: string): Promise<never> {
  return Promise.reject(new AdapterError('unsupported', `this backend does not offer ${what}`));
}
