import type { CoWorkerLoad } from '../domain/co-worker-load.ts';
import type { Branch, Conversation, ConversationTemplate, CoWorker, Message, Recipient } from '../domain/model.ts';
import type { ConversationQuery, ConversationScope, MessageQuery } from '../domain/queries.ts';
import type { AdapterParts, BackendSession, ConversationChange, LinkState, OpenRequest } from '../ports/adapter.ts';
import { AdapterError, toAdapterError } from '../ports/adapter-error.ts';
import type { Clock } from '../ports/clock.ts';
import type { MessageSearch } from '../ports/parts/search.ts';
import type { Draft, DraftKey, OutboxEntry } from '../ports/storage.ts';
import { validated } from '../ports/validate-adapter.ts';
import { ClientStore } from '../store/client-store.ts';
import { Connection } from './connection.ts';
import type { DeskParts, ListParts, SessionEnvironment } from './context.ts';
import { DraftBook } from './drafts/draft-book.ts';
import { DraftView } from './drafts/draft-view.ts';
import type { FileDesk } from './files/file-desk.ts';
import { LateDesk } from './late-desk.ts';
import type { LocalDesk } from './local-desk.ts';
import { PartLoader } from './part-loader.ts';
import type {
  DraftFiles,
  Archiving,
  Assignment,
  DraftHandle,
  FoundMessages,
  ListHandle,
  LoadRequest,
  MessagingSession,
  OpenReadable,
  Readable,
  SendRequest,
  SessionStatus,
  Tallies,
  TabTotals,
  TimelineHandle,
} from './session-api.ts';
import { StatusBoard } from './status-board.ts';
import { ConversationView, loadConversation } from './views/conversation-view.ts';
import { openFigures, openList } from './views/late-lists.ts';
import { Timelines } from './views/timelines.ts';
import type { ViewTools } from './views/view-tools.ts';
import { nothing } from '../store/nothing.ts';

/** How long Send waits for the name of a recipient that is not known here. */
const patienceMs = 3_000;

/** One agent's session with one backend: starts at once, `status` tells how it goes. */
export class Session implements MessagingSession {
  readonly clock: Clock;
  readonly #environment: SessionEnvironment;
  readonly #status = new StatusBoard();
  readonly #store = new ClientStore();
  readonly #connection: Connection;
  readonly #drafts: DraftBook;
  readonly #tools: ViewTools;
  readonly #timelines: Timelines;
  readonly #lists: PartLoader<ListParts>;
  readonly #stops: (() => void)[] = [];
  /** What exists once the owner is known: outbox, scheduler and feed. */
  readonly #desk: LateDesk;
  #files: Promise<FileDesk> | null = null;
  #isClosed = false;

  constructor(given: SessionEnvironment) {
    const { clock, newClientId, log } = given;
    const adapter = validated(given.adapter, {
      onRefused: ({ message }) => log('warn', message),
      guards: { load: async () => (await this.#desk.later()).guardedPart },
    });
    const environment = { ...given, adapter };
    this.#environment = environment;
    this.clock = clock;
    this.#connection = new Connection(environment, this.#status);
    this.#drafts = new DraftBook({
      ...{ clock, store: this.#store, newClientId, log },
      onChange: () => this.#desk.want(),
      journal: (draft) => this.#journal(draft),
    });
    this.#desk = new LateDesk({
      ...{ environment, connection: this.#connection },
      open: (parts, backend) => this.#openDesk(parts, backend),
      onMissing: () => this.#status.patch({ storage: { mode: 'none', problem: 'not-loaded' } }),
    });
    this.#desk.opened.catch((error: unknown) => this.#failed(toAdapterError(error)));
    this.#tools = this.#makeTools();
    this.#timelines = new Timelines(this.#tools);
    this.#lists = new PartLoader({ ...environment, load: environment.loadLists });
    this.#stops.push(
      environment.connectivity.subscribe(() => this.#wake()),
      environment.onWake(() => this.#wake()),
      environment.onLeave(() => void this.#drafts.flushAll('leaving').catch(nothing)),
    );
    this.#connection.start();
  }

  get status(): Readable<SessionStatus> {
    return this.#status;
  }

  readonly part = <K extends keyof AdapterParts>(name: K): AdapterParts[K] | undefined =>
    this.#environment.adapter.part(name);

  serverNow(): number {
    return this.#connection.serverNow();
  }

  leads(): boolean {
    return this.#desk.now?.leads ?? false;
  }

  onNews(listener: (message: Message, conversation: Conversation | null) => void): () => void {
    const { store } = this.#tools;
    return store.onNews((message) => listener(message, store.conversation(message.conversationId) ?? null));
  }

  openList(query: ConversationQuery): ListHandle {
    return openList(this.#tools, this.#lists, query);
  }

  openTimeline(query: MessageQuery): TimelineHandle {
    return this.#timelines.open(query);
  }

  openCounts(scope: ConversationScope): OpenReadable<TabTotals | null> {
    return openFigures(this.#lists, ({ openCounts }) => openCounts(this.#tools, scope));
  }

  searchMessages(
    search: MessageSearch,
    options: { readonly cursor?: string; readonly signal?: AbortSignal } = {},
  ): Promise<FoundMessages> {
    return this.#desk.later().then((all) => all.searchMessages(this.#tools, search, options));
  }

  openConversation(id: string): OpenReadable<Conversation | null> {
    return new ConversationView(this.#tools, id);
  }

  openDraft(key: DraftKey): DraftHandle {
    return new DraftView(this.#drafts, this.#store.topics, key);
  }

  openTallies(...[questions]: Parameters<MessagingSession['openTallies']>): OpenReadable<Tallies | null> {
    return openFigures(this.#lists, ({ openTallies }) => openTallies(this.#tools, questions));
  }

  openLoad(request: LoadRequest): OpenReadable<readonly CoWorkerLoad[] | null> {
    return openFigures(this.#lists, ({ openLoad }) => openLoad(this.#tools, request));
  }

  openFiles(): Promise<DraftFiles> {
    this.#files ??= this.#openFiles();
    this.#files.catch(() => (this.#files = null)); // asked for again, it is tried again
    return this.#files;
  }

  async send(request: SendRequest): Promise<OutboxEntry> {
    const entry = await this.#desk.at(({ commands }) => commands.send(request));
    if (request.fileId !== undefined) (await this.#files)?.sent(request.fileId);
    return entry;
  }

  addNote(note: Parameters<MessagingSession['addNote']>[0]): Promise<OutboxEntry> {
    return this.#desk.at(({ commands }) => commands.addNote(note));
  }

  retry(messageKey: string): Promise<void> {
    return this.#desk.at(({ commands }) => commands.retry(messageKey));
  }

  checkOutcome(clientId: string): Promise<void> {
    return this.#desk.at(({ commands }) => commands.checkOutcome(clientId));
  }

  discard(clientId: string, keepText?: 'keep-text'): Promise<void> {
    return this.#desk.at(({ commands }) => commands.discard(clientId, keepText));
  }

  async update(conversationId: string, change: ConversationChange, ifVersion?: number): Promise<Conversation> {
    const { adapter } = this.#environment;
    const guard = ifVersion === undefined ? {} : { ifVersion };
    const updated = await this.#connection.call((signal) =>
      adapter.update(conversationId, change, { signal, ...guard }),
    );
    return this.#store.putConversation(updated);
  }

  async assign(...[id, coWorkerId, seen]: Parameters<MessagingSession['assign']>): Promise<Assignment> {
    return (await this.#desk.later()).assignConversation(this.#tools, id, { coWorkerId, seen });
  }

  async archive(...[seen, tags = {}]: Parameters<MessagingSession['archive']>): Promise<Archiving> {
    return (await this.#desk.later()).archiveConversation(this.#tools, seen, tags);
  }

  async markRead(conversationId: string): Promise<void> {
    const conversation = await this.#conversation(conversationId);
    if (!conversation?.lastMessage || conversation.unreadCount === 0) return;
    await this.update(conversationId, { readUpTo: conversation.lastMessage.id });
  }

  async markUnread(conversationId: string): Promise<void> {
    await this.update(conversationId, { readUpTo: 'none' });
  }

  async markUnreadFrom(conversationId: string, messageId: string): Promise<void> {
    await this.update(conversationId, { unreadFrom: messageId });
  }

  async open(request: OpenRequest): Promise<Conversation> {
    const { adapter } = this.#environment;
    return this.#store.putConversation(await this.#connection.call((signal) => adapter.open(request, { signal })));
  }

  async getRecipient(id: string): Promise<Recipient | null> {
    const directory = await this.#part('directory');
    if (!directory) return null;
    return this.#connection.call((signal) => directory.getRecipient(id, { signal }));
  }

  async listCoWorkers(): Promise<readonly CoWorker[]> {
    const directory = await this.#part('directory');
    return directory ? this.#connection.call((signal) => directory.listCoWorkers({ signal })) : [];
  }

  async listBranches(): Promise<readonly Branch[]> {
    const directory = await this.#part('directory');
    return directory ? this.#connection.call((signal) => directory.listBranches({ signal })) : [];
  }

  async listConversationTemplates(): Promise<readonly ConversationTemplate[]> {
    const templates = await this.#part('templates');
    return templates ? this.#connection.call((signal) => templates.listConversationTemplates({ signal })) : [];
  }

  async getInvitation(): Promise<{ readonly code: string; readonly whatsappNumber: string } | null> {
    const templates = await this.#part('templates');
    return templates ? this.#connection.call((signal) => templates.getInvitation({ signal })) : null;
  }

  newOperationId(): string {
    return this.#environment.newClientId();
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const stop of this.#stops) stop();
    await this.#drafts.close();
    void this.#files?.then((files) => files.close()).catch(nothing);
    this.#desk.stop();
    this.#lists.close();
    this.#connection.close();
    await this.#desk.closeDesk();
    this.#status.patch({ phase: 'closed' });
    this.#status.silence();
    await this.#environment.adapter.close().catch(nothing); // the session is over either way
  }

  async #openDesk(parts: DeskParts, backend: BackendSession): Promise<LocalDesk> {
    const desk = await parts.later.LocalDesk.open({
      ...{ environment: this.#environment, parts },
      backend,
      connection: this.#connection,
      status: this.#status,
      store: this.#store,
      drafts: this.#drafts,
      conversation: (id) => this.#conversationSoon(id),
      files: () => this.openFiles(),
      onLink: (state) => this.#linkChanged(state),
      onReset: () => this.#reset(),
    });
    if (this.#isClosed) {
      await desk.close();
      throw new AdapterError('aborted', 'the session was closed');
    }
    return desk;
  }

  /** Before the sign-in nobody knows whose draft it is. */
  #journal(draft: Draft): void {
    const { backend } = this.#status.value;
    if (backend) this.#environment.journal({ tenantId: backend.tenantId, agentId: backend.agent.id }, draft);
  }

  async #openFiles(): Promise<FileDesk> {
    this.#desk.want();
    const { storage } = await this.#desk.opened;
    const { FileDesk: Desk } = await import('./files/file-desk.ts');
    const { clock, connectivity, newClientId, random, log } = this.#environment;
    const files = await Desk.open({
      ...{ storage, clock, connectivity, random, log, connection: this.#connection, newId: newClientId },
      part: () => this.part('attachments'),
      changed: (conversationId) => this.#store.refreshRow(conversationId),
    });
    if (this.#isClosed) files.close();
    this.#drafts.nameOfFile = (conversationId) => files.newestName(conversationId);
    return files;
  }

  #failed(error: AdapterError): void {
    if (this.#isClosed) return; // it need not start any more
    this.#environment.log('error', `the session cannot start: ${error.message}`);
    this.#status.patch({ phase: 'failed', error });
  }

  #makeTools(): ViewTools {
    const { adapter, clock } = this.#environment;
    return {
      adapter,
      clock,
      connection: this.#connection,
      store: this.#store,
      drafts: this.#drafts,
      mirror: () => this.#desk.now?.mirror ?? null,
      backend: () => this.#status.value.backend,
      author: () => {
        const agent = this.#status.value.backend?.agent;
        return { kind: 'co-worker', id: agent?.id ?? null, name: agent?.name ?? '' };
      },
      untilSubscribed: () => this.#untilSubscribed(),
    };
  }

  /** A backend that said where it stood when it let us in tells from there on: then a listing need not wait. */
  async #untilSubscribed(): Promise<void> {
    const { cursor, capabilities } = await this.#connection.ready;
    if (cursor !== null && capabilities.resume === 'exact' && capabilities.realtime !== 'none') return;
    this.#desk.want();
    await (await this.#desk.opened).untilSubscribed();
  }

  async #conversation(id: string, signal?: AbortSignal): Promise<Conversation | null> {
    return this.#store.conversation(id) ?? (await loadConversation(this.#tools, id, signal));
  }

  /** The conversation if it can be had soon: keeping a message safe must not wait for a slow backend. */
  async #conversationSoon(id: string): Promise<Conversation | null> {
    const abort = new AbortController();
    const cancel = this.clock.after(patienceMs, () => abort.abort());
    try {
      return await this.#conversation(id, abort.signal);
    } catch {
      return null;
    } finally {
      cancel();
    }
  }

  async #part<K extends keyof AdapterParts>(name: K): Promise<AdapterParts[K] | undefined> {
    await this.#connection.ready;
    return this.part(name);
  }

  #linkChanged(link: LinkState): void {
    const { link: before, offlineSince } = this.#status.value;
    const isDown = link !== 'live' && (link === 'offline' || offlineSince !== null);
    this.#status.patch({ link, offlineSince: isDown ? (offlineSince ?? this.clock.now()) : null });
    if (link !== 'live' || before === 'live') return;
    this.#desk.now?.scheduler.hurry();
    this.#store.topics.touch('live');
  }

  /** Changes may be missing: everything that is shown is read again, everything hidden forgotten. Outbox and drafts stay [I8]. */
  #reset(): void {
    this.#timelines.dropHidden();
    this.#store.doubtEverything();
    this.#store.topics.touch('reset');
  }

  #wake(): void {
    this.#connection.kick();
    this.#lists.kick();
    this.#desk.wake();
  }
}
