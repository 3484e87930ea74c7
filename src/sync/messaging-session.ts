import type { CoWorkerLoad } from '../domain/co-worker-load.ts';
import type { Conversation, Message } from '../domain/model.ts';
import type { ConversationQuery, ConversationScope, MessageQuery } from '../domain/queries.ts';
import type { AdapterParts, BackendSession } from '../ports/adapter.ts';
import { AdapterError, toAdapterError } from '../ports/adapter-error.ts';
import type { Clock } from '../ports/clock.ts';
import type { Draft, DraftKey, OutboxEntry } from '../ports/storage.ts';
import { ValidatedReading } from '../ports/validate-adapter.ts';
import { ClientStore } from '../store/client-store.ts';
import { nothing } from '../store/nothing.ts';
import type { Commands } from './commands.ts';
import { Connection } from './connection.ts';
import type { DeskParts, ListParts, SessionEnvironment } from './context.ts';
import { DraftBook } from './drafts/draft-book.ts';
import { DraftView } from './drafts/draft-view.ts';
import { LateDesk } from './late-desk.ts';
import type { LocalDesk } from './local-desk.ts';
import type { OutboxCommands } from './outbox/outbox-commands.ts';
import { PartLoader } from './part-loader.ts';
import type {
  DraftFiles,
  DraftHandle,
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
import { ConversationView } from './views/conversation-view.ts';
import { openFigures, openList } from './views/late-lists.ts';
import { Timelines } from './views/timelines.ts';
import type { ViewTools } from './views/view-tools.ts';

/**
 * One agent's session with one backend: starts at once, `status` tells how it goes. It shows what it reads; what it does when
 * it is asked to comes later, with the desk.
 */
export class Session implements MessagingSession {
  readonly addNote = this.#atDesk('addNote');
  readonly retry = this.#atDesk('retry');
  readonly checkOutcome = this.#atDesk('checkOutcome');
  readonly discard = this.#atDesk('discard');
  readonly update = this.#later('update');
  readonly assign = this.#later('assign');
  readonly archive = this.#later('archive');
  readonly markRead = this.#later('markRead');
  readonly markUnread = this.#later('markUnread');
  readonly markUnreadFrom = this.#later('markUnreadFrom');
  readonly open = this.#later('open');
  readonly searchMessages = this.#later('searchMessages');
  readonly getRecipient = this.#later('getRecipient');
  readonly listCoWorkers = this.#later('listCoWorkers');
  readonly listBranches = this.#later('listBranches');
  readonly listConversationTemplates = this.#later('listConversationTemplates');
  readonly getInvitation = this.#later('getInvitation');
  readonly clock: Clock;
  readonly #environment: SessionEnvironment;
  readonly #adapter: ValidatedReading;
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
  #isClosed = false;

  constructor(environment: SessionEnvironment) {
    const { clock, newClientId, log, loadLists } = environment;
    this.#adapter = new ValidatedReading(environment.adapter, {
      onRefused: ({ message }) => log('warn', message),
      guards: { load: async () => (await this.#desk.later()).guardedPart },
    });
    this.#environment = environment;
    this.clock = clock;
    this.#connection = new Connection({ ...environment, adapter: this.#adapter }, this.#status);
    this.#drafts = new DraftBook({
      ...{ clock, store: this.#store, newClientId },
      onChange: () => this.#desk.want(),
      journal: (draft) => this.#journal(draft),
    });
    this.#tools = this.#makeTools();
    this.#timelines = new Timelines(this.#tools);
    this.#lists = new PartLoader({ ...environment, load: loadLists });
    this.#desk = new LateDesk({
      ...{ environment, connection: this.#connection },
      commandsOf: (parts) => new parts.later.Commands({ ...this.#tools, writing: this.#writing(parts) }),
      open: (parts, backend) => this.#openDesk(parts, backend),
      onMissing: () => this.#status.patch({ storage: { mode: 'none', problem: 'not-loaded' } }),
    });
    this.#desk.opened.catch((error: unknown) => this.#failed(toAdapterError(error)));
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

  readonly part = <K extends keyof AdapterParts>(name: K): AdapterParts[K] | undefined => this.#adapter.part(name);

  serverNow(): number {
    return this.#connection.serverNow();
  }

  leads(): boolean {
    return this.#desk.now?.leads ?? false;
  }

  onNews(
    listener: (message: Message, conversation: Conversation | null) => void,
    went: (messageId: string) => void = nothing,
  ): () => void {
    const { store } = this.#tools;
    const came = (message: Message): void => listener(message, store.conversation(message.conversationId) ?? null);
    return store.onNews({ came, went });
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
    return this.#desk.at((desk) => desk.openFiles());
  }

  send(request: SendRequest): Promise<OutboxEntry> {
    return this.#desk.at((desk) => desk.send(request));
  }

  newOperationId(): string {
    return this.#environment.newClientId();
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const stop of this.#stops) stop();
    await this.#drafts.close();
    this.#desk.stop();
    this.#lists.close();
    this.#connection.close();
    await this.#desk.closeDesk();
    this.#status.patch({ phase: 'closed' });
    this.#status.silence();
    await this.#adapter.close().catch(nothing); // the session is over either way
  }

  /** What people do with the outbox, as soon as there is one. */
  #atDesk<K extends keyof OutboxCommands>(name: K): OutboxCommands[K] {
    return methodOf<OutboxCommands, K>((work) => this.#desk.at(({ commands }) => work(commands)), name);
  }

  /** What needs no outbox waits for its code only. */
  #later<K extends keyof Commands>(name: K): Commands[K] {
    return methodOf<Commands, K>(async (work) => work(await this.#desk.commands()), name);
  }

  async #openDesk(parts: DeskParts, backend: BackendSession): Promise<LocalDesk> {
    const desk = await parts.later.LocalDesk.open({
      ...{ environment: this.#environment, parts, backend },
      ...{ status: this.#status, tools: this.#tools, timelines: this.#timelines },
      writing: this.#writing(parts),
    });
    if (this.#isClosed) {
      await desk.close();
      throw new AdapterError('aborted', 'the session was closed');
    }
    return desk;
  }

  #writing({ later }: DeskParts): ReturnType<typeof later.guardedWriting> {
    return later.guardedWriting(this.#environment.adapter, this.#adapter.guard);
  }

  /** Before the sign-in nobody knows whose draft it is. */
  #journal(draft: Draft): void {
    const { backend } = this.#status.value;
    if (backend) this.#environment.journal({ tenantId: backend.tenantId, agentId: backend.agent.id }, draft);
  }

  #failed(error: AdapterError): void {
    if (this.#isClosed) return; // it need not start any more
    this.#environment.log('error', `the session cannot start: ${error.message}`);
    this.#status.patch({ phase: 'failed', error });
  }

  #makeTools(): ViewTools {
    return {
      adapter: this.#adapter,
      clock: this.clock,
      connection: this.#connection,
      store: this.#store,
      drafts: this.#drafts,
      desk: () => this.#desk.now,
      backend: () => this.#status.value.backend,
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

  #wake(): void {
    this.#connection.kick();
    this.#lists.kick();
    this.#desk.wake();
  }
}

type Work<T> = (object: T) => Promise<unknown>;

/** A method of something that is still on its way. */
function methodOf<T, K extends keyof T>(when: (work: Work<T>) => Promise<unknown>, name: K): T[K] {
  const method = (...values: unknown[]): Promise<unknown> =>
    when((object) => (object[name] as (...values: unknown[]) => Promise<unknown>)(...values));
  return method as T[K];
}
