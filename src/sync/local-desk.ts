import type { Author } from '../domain/model.ts';
import type { BackendSession, LinkState, WritingCalls } from '../ports/adapter.ts';
import type { LocalStorage, OutboxEntry } from '../ports/storage.ts';
import type { TabLink } from '../ports/tab-link.ts';
import { ChangeIntake } from '../store/change-intake.ts';
import type { MessageWindow } from '../store/message-window.ts';
import { nothing } from '../store/nothing.ts';
import type { DeskParts, SessionEnvironment } from './context.ts';
import { DraftKeeper } from './drafts/draft-keeper.ts';
import { ChangeFeed } from './feed/change-feed.ts';
import { LateFiles } from './files/late-files.ts';
import { conversationSoon } from './outbox/conversation-soon.ts';
import { OutboxCommands } from './outbox/outbox-commands.ts';
import { OutboxMirror } from './outbox/outbox-mirror.ts';
import { Scheduler } from './outbox/scheduler.ts';
import { UnsentRows } from './outbox/unsent-rows.ts';
import type { DraftFiles, SendRequest } from './session-api.ts';
import type { StatusBoard } from './status-board.ts';
import type { Timelines } from './views/timelines.ts';
import type { ViewTools } from './views/view-tools.ts';

/** How long a listing waits for the change stream of a backend that cannot say where it stands. */
const subscribeLimitMs = 5_000;

/** What a desk is set up with. */
export interface LocalDeskOptions {
  readonly environment: Omit<SessionEnvironment, 'adapter'>;
  readonly parts: DeskParts;
  readonly backend: BackendSession;
  readonly status: StatusBoard;
  readonly tools: ViewTools;
  readonly timelines: Timelines;
  readonly writing: WritingCalls;
}

/** What exists once it is known whose session this is: storage, outbox, scheduler and change feed of one owner. */
export class LocalDesk {
  readonly mirror: OutboxMirror;
  readonly commands: OutboxCommands;
  readonly changes: ChangeIntake;
  readonly #options: LocalDeskOptions;
  readonly #storage: LocalStorage;
  readonly #tabs: TabLink;
  readonly #drafts: DraftKeeper;
  readonly #scheduler: Scheduler;
  readonly #files: LateFiles;
  readonly #feed: ChangeFeed;
  readonly #stops: (() => void)[] = [];
  #isSubscribed: boolean;
  #subscribed: () => void = nothing;
  readonly #untilSubscribed: Promise<void>;

  static async open(options: LocalDeskOptions): Promise<LocalDesk> {
    const { parts, backend } = options;
    const owner = { tenantId: backend.tenantId, agentId: backend.agent.id };
    const storage = await parts.openStorage(owner);
    const desk = new LocalDesk(options, storage, parts.openTabs(owner));
    await desk.mirror.reload();
    await desk.#drafts.open();
    desk.#start();
    return desk;
  }

  private constructor(options: LocalDeskOptions, storage: LocalStorage, tabs: TabLink) {
    const { environment, backend, status, tools, writing } = options;
    const { connectivity, random, newClientId, log } = environment;
    const { adapter, clock, connection, drafts, store } = tools;
    this.#options = options;
    this.#storage = storage;
    this.#tabs = tabs;
    this.#isSubscribed = backend.cursor !== null;
    this.#untilSubscribed = new Promise((resolve) => {
      this.#subscribed = resolve;
    });
    this.mirror = new OutboxMirror({ storage, store, clock, log });
    this.#drafts = new DraftKeeper({
      ...{ book: drafts, storage, store, clock, log },
      isSent: (clientId) => this.mirror.get(clientId) !== undefined || store.messageByClientId(clientId) !== undefined,
    });
    this.#files = new LateFiles({
      ...{ storage, clock, connectivity, random, log, connection, drafts, newId: newClientId },
      part: () => adapter.part('attachments'),
      changed: (conversationId) => store.refreshRow(conversationId),
    });
    const capabilities = () => (status.value.backend ?? backend).capabilities;
    const attempts = { writing, capabilities, connection, storage, store, clock, random, mirror: this.mirror };
    this.#scheduler = new Scheduler({ ...attempts, tabs, connectivity, log });
    this.commands = new OutboxCommands({
      ...{ ...attempts, drafts, keeper: this.#drafts, newClientId, scheduler: this.#scheduler },
      isOnline: () => connectivity.online,
      conversation: (id) => conversationSoon(tools, id),
      files: () => this.#files.open(),
    });
    this.changes = new ChangeIntake(store);
    this.#feed = new ChangeFeed({
      ...{ writing, tabs, changes: this.changes, clock, random, log, cursor: backend.cursor },
      canResume: backend.capabilities.resume === 'exact' && backend.capabilities.realtime !== 'none',
      hasStream: backend.capabilities.realtime !== 'none',
      onLink: (state) => this.#linkChanged(state),
      onReset: () => this.#reset(),
    });
  }

  /** Whether this tab leads. */
  get leads(): boolean {
    return this.#tabs.leads;
  }

  /** Resolves when changes are being listened to. */
  untilSubscribed(): Promise<void> {
    return this.#isSubscribed ? Promise.resolve() : this.#untilSubscribed;
  }

  /** What still waits in the outbox, as rows of a history. */
  unsentRows(window: MessageWindow): UnsentRows {
    const { backend, status, tools } = this.#options;
    const author = (): Author => {
      const { id, name } = (status.value.backend ?? backend).agent;
      return { kind: 'co-worker', id, name };
    };
    return new UnsentRows({ ...tools, mirror: this.mirror, author }, window);
  }

  openFiles(): Promise<DraftFiles> {
    return this.#files.open();
  }

  async send(request: SendRequest): Promise<OutboxEntry> {
    const entry = await this.commands.send(request);
    if (request.fileId !== undefined) await this.#files.sent(request.fileId);
    return entry;
  }

  wake(): void {
    // The device may have lost its network, and its stream not noticed yet: nothing is sent then.
    this.#tellLink(this.#options.status.value.link);
    this.#feed.wake();
    this.#scheduler.hurry();
  }

  async close(): Promise<void> {
    for (const stop of this.#stops) stop();
    const filed = this.#files.close();
    this.#feed.close();
    await this.#scheduler.close();
    await filed;
    this.mirror.close();
    this.#tabs.close();
    this.#storage.close();
  }

  #start(): void {
    const { environment, tools } = this.#options;
    this.mirror.onChange = () => {
      this.#tellStatus();
      this.#scheduler.look();
    };
    tools.connection.onSignedIn = () => this.#scheduler.look();
    this.#stops.push(
      this.#storage.subscribe(() => this.#tellStatus()),
      environment.clock.after(subscribeLimitMs, () => this.#nowSubscribed()),
    );
    this.#tellStatus();
    this.#feed.start();
    this.#scheduler.look();
  }

  #linkChanged(link: LinkState): void {
    const { status, tools } = this.#options;
    if (link !== 'connecting') this.#nowSubscribed();
    const { link: before } = status.value;
    this.#tellLink(link);
    if (link !== 'live' || before === 'live') return;
    this.#scheduler.hurry();
    tools.store.topics.touch('live');
  }

  #tellLink(link: LinkState): void {
    const { environment, status, tools } = this.#options;
    const { offlineSince } = status.value;
    const isDown =
      !environment.connectivity.online || (link !== 'live' && (link === 'offline' || offlineSince !== null));
    status.patch({ link, offlineSince: isDown ? (offlineSince ?? tools.clock.now()) : null });
  }

  /** Changes may be missing: everything that is shown is read again, everything hidden forgotten. Outbox and drafts stay [I8]. */
  #reset(): void {
    const { timelines, tools } = this.#options;
    timelines.dropHidden();
    tools.store.doubtEverything();
    tools.store.topics.touch('reset');
  }

  #nowSubscribed(): void {
    this.#isSubscribed = true;
    this.#subscribed();
  }

  #tellStatus(): void {
    const { mode, problem } = this.#storage;
    this.#options.status.patch({ storage: { mode, problem }, outbox: this.mirror.counts() });
  }
}
