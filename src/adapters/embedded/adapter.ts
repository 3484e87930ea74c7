import { AdapterError } from '../../ports/adapter-error.ts';
import { acceptMessage, acceptNote } from './accept.ts';
import { call } from './calls.ts';
import { embeddedCapabilities } from './capabilities.ts';
import { feedHead } from './feed.ts';
import { listMessages } from './histories.ts';
import { listConversations } from './lists.ts';
import { normalizedRequest, openConversation } from './openings.ts';
import { embeddedParts } from './parts.ts';
import { inboxParts } from './parts-inbox.ts';
import { composerParts } from './parts/composer-parts.ts';
import { searchPart } from './parts/message-search.ts';
import { readSetting } from './settings.ts';
import { updateConversation } from './updates.ts';
import type { EmbeddedBackend } from './backend.ts';
import type { PartAccess } from './parts/access.ts';
import type { EmbeddedTransaction } from './store.ts';
import type { Unit } from './unit.ts';
import type { Conversation, CoWorker, Message } from '../../domain/model.ts';
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

/** Who uses a backend through an adapter, and what the adapter is called. */
export interface EmbeddedAdapterOptions {
  readonly name: string;
  readonly tenantId: string;
  /** The co-worker; `null` = the first one of the data. */
  readonly agentId: string | null;
  readonly durable: boolean;
  /** Called by `close`, for an adapter that has its backend to itself. */
  readonly closed?: () => Promise<void>;
}

/** One agent's access to an embedded backend. */
export class EmbeddedAdapter implements MessagingAdapter {
  readonly name: string;
  readonly #backend: EmbeddedBackend;
  readonly #options: EmbeddedAdapterOptions;
  readonly #parts: AdapterParts;
  readonly #window: string;
  readonly #closeParts: () => void;
  readonly #unsubscribes = new Set<() => void>();
  #isClosed = false;

  constructor(backend: EmbeddedBackend, options: EmbeddedAdapterOptions) {
    this.#backend = backend;
    this.#options = options;
    this.name = options.name;
    const access: PartAccess = {
      backend,
      query: (callOptions, query) => this.#query(callOptions, query),
      command: (callOptions, command) => this.#command(callOptions, command),
      call: (callOptions, body) => this.#call(callOptions, body),
    };
    this.#window = backend.newWindow();
    const composer = composerParts(access, this.#window);
    this.#closeParts = composer.close;
    this.#parts = {
      ...embeddedParts(access.query),
      ...inboxParts({ ...access, addresses: () => backend.addresses(), now: () => backend.parts.clock.now() }),
      ...composer.parts,
      search: searchPart(access),
    };
  }

  async connect(_host: HostContext, options?: CallOptions): Promise<BackendSession> {
    const { tenantId, durable } = this.#options;
    const { channels, clock } = this.#backend.parts;
    const session = await this.#query(options, async (tx, agent) => {
      const accounts = (await readSetting(tx, 'accounts')) ?? [];
      return {
        tenantId,
        agent,
        capabilities: embeddedCapabilities(durable),
        channels,
        ...(accounts.length > 0 && { accounts }),
        cursor: await feedHead(tx),
        now: clock.now(),
      };
    });
    this.#backend.roll.enter(this.#window, session.agent.id);
    return session;
  }

  listConversations(
    query: ConversationQuery,
    page: PageRequest = {},
    options?: CallOptions,
  ): Promise<Page<Conversation>> {
    const { clock } = this.#backend.parts;
    return this.#query(options, (tx, agent) => listConversations(tx, query, page, { agent, now: clock.now() }));
  }

  getConversation(id: string, options?: CallOptions): Promise<Conversation> {
    return this.#query(options, async (tx) => {
      const row = await tx.get('conversations', id);
      if (!row) throw new AdapterError('not-found', `there is no conversation ${id}`);
      return row.conversation;
    });
  }

  listMessages(query: MessageQuery, page: MessagePageRequest = {}, options?: CallOptions): Promise<MessagePage> {
    return this.#query(options, (tx, agent) => listMessages(tx, query, page, agent));
  }

  findMessage(clientId: string, options?: CallOptions): Promise<Message | null> {
    return this.#query(options, async (tx) => {
      const accepted = await tx.get('accepted', clientId);
      const row = accepted && (await tx.get('messages', accepted.messageId));
      return row?.message ?? null;
    });
  }

  send(message: OutgoingMessage, options?: CallOptions): Promise<Message> {
    return this.#command(options, (unit, agent) => acceptMessage(unit, message, agent));
  }

  addNote(note: OutgoingNote, options?: CallOptions): Promise<Message> {
    return this.#command(options, (unit, agent) => acceptNote(unit, note, agent));
  }

  open(request: OpenRequest, options?: CallOptions): Promise<Conversation> {
    return this.#call(options, async () => {
      const isAddress = 'address' in request;
      const normalized = isAddress ? normalizedRequest(request, await this.#backend.addresses()) : request;
      return this.#write((unit, agent) => openConversation(unit, normalized, agent));
    });
  }

  update(
    id: string,
    change: ConversationChange,
    options: CallOptions & { readonly ifVersion?: number } = {},
  ): Promise<Conversation> {
    const { ifVersion } = options;
    const wanted = { id, change, ...(ifVersion !== undefined && { ifVersion }) };
    return this.#command(options, (unit, agent) => updateConversation(unit, wanted, agent));
  }

  subscribe(scope: ConversationScope, sink: ChangeSink, from: string | null): () => void {
    let stop: (() => void) | null = null;
    const unsubscribe = (): void => {
      stop?.();
      this.#unsubscribes.delete(unsubscribe);
    };
    this.#unsubscribes.add(unsubscribe);
    const isWanted = (): boolean => this.#unsubscribes.has(unsubscribe);
    // Who asks decides what "mine" means, and who that is stands in the store.
    this.#query({}, (_, agent) => Promise.resolve(agent)).then(
      (agent) => {
        if (isWanted()) stop = this.#backend.subscribe({ scope, agent, from }, sink);
      },
      (reason: unknown) => {
        if (isWanted()) sink.link('offline', reason);
      },
    );
    return unsubscribe;
  }

  part<K extends keyof AdapterParts>(name: K): AdapterParts[K] | undefined {
    return Object.hasOwn(this.#parts, name) ? this.#parts[name] : undefined;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const unsubscribe of [...this.#unsubscribes]) unsubscribe();
    this.#closeParts();
    await this.#options.closed?.();
  }

  #query<T>(
    options: CallOptions | undefined,
    query: (tx: EmbeddedTransaction, agent: CoWorker) => Promise<T>,
  ): Promise<T> {
    return this.#call(options, () => this.#backend.read(async (tx) => query(tx, await this.#agent(tx))));
  }

  #command<T>(options: CallOptions | undefined, command: (unit: Unit, agent: CoWorker) => Promise<T>): Promise<T> {
    return this.#call(options, () => this.#write(command));
  }

  #write<T>(command: (unit: Unit, agent: CoWorker) => Promise<T>): Promise<T> {
    return this.#backend.write(async (unit) => command(unit, await this.#agent(unit.tx)));
  }

  #call<T>(options: CallOptions | undefined, body: () => Promise<T>): Promise<T> {
    return call(options?.signal, async () => {
      if (this.#isClosed)
        throw new AdapterError('unavailable', 'the adapter is closed', { retry: false, refused: true });
      return body();
    });
  }

  async #agent(tx: EmbeddedTransaction): Promise<CoWorker> {
    const coWorkers = (await readSetting(tx, 'coWorkers')) ?? [];
    const { agentId } = this.#options;
    const agent = agentId === null ? coWorkers[0] : coWorkers.find(({ id }) => id === agentId);
    if (!agent) throw new AdapterError('unauthenticated', `there is no co-worker ${agentId ?? 'at all'}`);
    return agent;
  }
}
