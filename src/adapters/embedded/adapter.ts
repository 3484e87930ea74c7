import { AdapterError } from '../../ports/adapter-error.ts';
import { acceptMessage, acceptNote, conversationOf } from './accept.ts';
import { call } from './calls.ts';
import { feedCursor } from './feed.ts';
import { listMessages } from './histories.ts';
import { listConversations, maxPageSize } from './lists.ts';
import { channelKinds } from '../../domain/channels.ts';
import type { EmbeddedBackend } from './backend.ts';
import type { ChannelKind, Conversation, ConversationTemplate, CoWorker, Message } from '../../domain/model.ts';
import type { ConversationQuery, ConversationScope, MessageQuery } from '../../domain/queries.ts';
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

const year = 365 * 24 * 60 * 60 * 1000;

/** Who uses the backend through an adapter. */
export interface AgentOptions {
  readonly name: string;
  readonly tenantId: string;
  readonly agentId: string;
  readonly durable: boolean;
  readonly channels?: readonly ChannelKind[];
}

/** One agent's access to an embedded backend. */
export class EmbeddedAdapter implements MessagingAdapter {
  readonly name: string;
  readonly #backend: EmbeddedBackend;
  readonly #options: AgentOptions;
  readonly #subscriptions = new Set<() => void>();
  #closed = false;

  constructor(backend: EmbeddedBackend, options: AgentOptions) {
    this.#backend = backend;
    this.#options = options;
    this.name = options.name;
  }

  connect(_host: HostContext, options: CallOptions = {}): Promise<BackendSession> {
    return this.#call(options, async () => {
      const identity = await this.#backend.identity();
      const agent = await this.#agent();
      const head = await this.#backend.read(async (tx) => (await tx.get('counters', 'feed'))?.value ?? 0);
      return {
        tenantId: this.#options.tenantId,
        agent,
        capabilities: this.#capabilities(),
        channels: this.#options.channels ?? channelKinds,
        cursor: feedCursor(identity, head),
        now: this.#backend.clock.now(),
      };
    });
  }

  listConversations(
    query: ConversationQuery,
    page: PageRequest = {},
    options: CallOptions = {},
  ): Promise<Page<Conversation>> {
    return this.#call(options, async () => {
      const agent = await this.#agent();
      return this.#backend.read((tx) => listConversations(tx, query, page, agent));
    });
  }

  getConversation(id: string, options: CallOptions = {}): Promise<Conversation> {
    return this.#call(options, () =>
      this.#backend.read(async (tx) => {
        const row = await tx.get('conversations', id);
        if (!row) throw new AdapterError('not-found', `no conversation ${id}`);
        return row.conversation;
      }),
    );
  }

  listMessages(query: MessageQuery, page: MessagePageRequest = {}, options: CallOptions = {}): Promise<MessagePage> {
    return this.#call(options, async () => {
      const agent = await this.#agent();
      return this.#backend.read((tx) => listMessages(tx, query, page, agent));
    });
  }

  findMessage(clientId: string, options: CallOptions = {}): Promise<Message | null> {
    return this.#call(options, () =>
      this.#backend.read(async (tx) => {
        const accepted = await tx.get('accepted', clientId);
        return accepted ? ((await tx.get('messages', accepted.messageId))?.message ?? null) : null;
      }),
    );
  }

  send(message: OutgoingMessage, options: CallOptions = {}): Promise<Message> {
    return this.#call(options, async () => {
      const agent = await this.#agent();
      return this.#backend.write((unit) => acceptMessage(unit, message, agent));
    });
  }

  addNote(note: OutgoingNote, options: CallOptions = {}): Promise<Message> {
    return this.#call(options, async () => {
      const agent = await this.#agent();
      return this.#backend.write((unit) => acceptNote(unit, note, agent));
    });
  }

  open(_request: OpenRequest, options: CallOptions = {}): Promise<Conversation> {
    return this.#call(options, () => Promise.reject(new AdapterError('unsupported', 'not yet')));
  }

  update(
    id: string,
    change: ConversationChange,
    options: CallOptions & { readonly ifVersion?: number } = {},
  ): Promise<Conversation> {
    return this.#call(options, () =>
      this.#backend.write(async (unit) => {
        const before = await conversationOf(unit, id);
        if (options.ifVersion !== undefined && options.ifVersion !== before.version) {
          throw new AdapterError('conflict', `conversation ${id} is at version ${before.version}`);
        }
        const { state = before.state, coWorkerId = before.coWorkerId, branchId = before.branchId } = change;
        const after = { ...before, version: before.version + 1, state, coWorkerId, branchId };
        await unit.putConversation(after);
        return after;
      }),
    );
  }

  subscribe(scope: ConversationScope, sink: ChangeSink, from: string | null): () => void {
    let stop: (() => void) | null = null;
    let stopped = false;
    const unsubscribe = (): void => {
      stopped = true;
      stop?.();
      this.#subscriptions.delete(unsubscribe);
    };
    this.#subscriptions.add(unsubscribe);
    void this.#agent().then(
      (agent) => {
        if (!stopped) stop = this.#backend.subscribe({ scope, agent, from }, sink);
      },
      (reason: unknown) => {
        if (!stopped) sink.link('offline', reason);
      },
    );
    return unsubscribe;
  }

  part<K extends keyof AdapterParts>(name: K): AdapterParts[K] | undefined {
    const parts: AdapterParts = {
      directory: {
        getRecipient: (id, options = {}) =>
          this.#call(options, () =>
            this.#backend.read(async (tx) => {
              const row = await tx.get('recipients', id);
              if (!row) throw new AdapterError('not-found', `no recipient ${id}`);
              return row.recipient;
            }),
          ),
        searchRecipients: (_text, _page, options = {}) =>
          this.#call(options, () => Promise.reject(new AdapterError('unsupported', 'not yet'))),
        listCoWorkers: (options = {}) =>
          this.#call(options, () =>
            this.#backend.read(async (tx) => (await tx.get('settings', 'coWorkers'))?.value as readonly CoWorker[]),
          ),
        listBranches: (options = {}) =>
          this.#call(options, () =>
            this.#backend.read(async (tx) => (await tx.get('settings', 'branches'))?.value as readonly []),
          ),
      },
      templates: {
        listConversationTemplates: (options = {}) =>
          this.#call(options, () =>
            this.#backend.read(
              async (tx) => (await tx.get('settings', 'templates'))?.value as readonly ConversationTemplate[],
            ),
          ),
        getInvitation: (options = {}) =>
          this.#call(options, () =>
            this.#backend.read(
              async (tx) =>
                (await tx.get('settings', 'invitation'))?.value as { code: string; whatsappNumber: string } | null,
            ),
          ),
      },
    };
    return parts[name];
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const unsubscribe of [...this.#subscriptions]) unsubscribe();
  }

  #call<T>({ signal }: CallOptions, body: () => Promise<T>): Promise<T> {
    return call(signal, () => {
      if (this.#closed)
        throw new AdapterError('unavailable', 'this adapter is closed', { retry: false, refused: true });
      return body();
    });
  }

  #agent(): Promise<CoWorker> {
    return this.#backend.read(async (tx) => {
      const coWorkers = (await tx.get('settings', 'coWorkers'))?.value as readonly CoWorker[];
      const agent = coWorkers.find(({ id }) => id === this.#options.agentId);
      if (!agent) throw new AdapterError('unauthenticated', `no co-worker ${this.#options.agentId}`);
      return agent;
    });
  }

  #capabilities(): Capabilities {
    return {
      realtime: 'push',
      resume: 'exact',
      sequence: 'dense',
      idempotencyMs: year,
      conflictCheck: true,
      durable: this.#options.durable,
      limits: { maxPageSize, maxTextLength: 4096 },
      can: {
        findByClientId: true,
        notes: true,
        open: true,
        assign: true,
        changeBranch: true,
        archive: true,
        markSpam: true,
        tag: true,
        markUnread: true,
        search: true,
      },
      parts: ['directory', 'templates'],
    };
  }
}
