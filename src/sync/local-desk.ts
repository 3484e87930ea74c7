import type { Conversation } from '../domain/model.ts';
import type { BackendSession, LinkState } from '../ports/adapter.ts';
import type { LocalStorage } from '../ports/storage.ts';
import type { TabLink } from '../ports/tab-link.ts';
import type { ClientStore } from '../store/client-store.ts';
import type { Connection } from './connection.ts';
import type { DeskParts, SessionEnvironment } from './context.ts';
import type { DraftBook } from './drafts/draft-book.ts';
import { ChangeFeed } from './feed/change-feed.ts';
import type { AttemptTools } from './outbox/attempt.ts';
import { OutboxCommands } from './outbox/outbox-commands.ts';
import { OutboxMirror } from './outbox/outbox-mirror.ts';
import { Scheduler } from './outbox/scheduler.ts';
import type { StatusBoard } from './status-board.ts';
import type { DraftFiles } from './session-api.ts';
import { nothing } from '../store/nothing.ts';

/** How long a listing waits for the change stream of a backend that cannot say where it stands. */
const subscribeLimitMs = 5_000;

/** What a desk is set up with. */
export interface LocalDeskOptions {
  readonly environment: SessionEnvironment;
  readonly parts: DeskParts;
  readonly backend: BackendSession;
  readonly connection: Connection;
  readonly status: StatusBoard;
  readonly store: ClientStore;
  readonly drafts: DraftBook;
  readonly conversation: (id: string) => Promise<Conversation | null>;
  readonly files: () => Promise<DraftFiles>;
  readonly onLink: (state: LinkState) => void;
  readonly onReset: () => void;
}

/** What exists once it is known whose session this is: storage, outbox, scheduler and change feed of one owner. */
export class LocalDesk {
  readonly mirror: OutboxMirror;
  readonly scheduler: Scheduler;
  readonly commands: OutboxCommands;
  readonly #options: LocalDeskOptions;
  readonly storage: LocalStorage;
  readonly #tabs: TabLink;
  readonly #feed: ChangeFeed;
  readonly #stops: (() => void)[] = [];
  #isSubscribed: boolean;
  #subscribed: () => void = nothing;
  readonly #untilSubscribed: Promise<void>;

  static async open(options: LocalDeskOptions): Promise<LocalDesk> {
    const { parts, backend, drafts } = options;
    const owner = { tenantId: backend.tenantId, agentId: backend.agent.id };
    const storage = await parts.openStorage(owner);
    const desk = new LocalDesk(options, storage, parts.openTabs(owner));
    await desk.mirror.reload();
    await drafts.open(storage);
    desk.#start();
    return desk;
  }

  private constructor(options: LocalDeskOptions, storage: LocalStorage, tabs: TabLink) {
    const { environment, backend, connection, status, store, drafts } = options;
    const { adapter, clock, connectivity, random, newClientId, log } = environment;
    this.#options = options;
    this.storage = storage;
    this.#tabs = tabs;
    this.#isSubscribed = backend.cursor !== null;
    this.#untilSubscribed = new Promise((resolve) => {
      this.#subscribed = resolve;
    });
    this.mirror = new OutboxMirror({ storage, store, clock, log });
    const capabilities = () => (status.value.backend ?? backend).capabilities;
    const tools: AttemptTools = {
      ...{ adapter, capabilities, connection, storage, store, clock, random },
      mirror: this.mirror,
    };
    this.scheduler = new Scheduler({ ...tools, tabs, connectivity, log });
    this.commands = new OutboxCommands({
      ...{ ...tools, drafts, newClientId, scheduler: this.scheduler },
      isOnline: () => connectivity.online,
      conversation: options.conversation,
      files: options.files,
    });
    this.#feed = new ChangeFeed({
      ...{ adapter, tabs, store, clock, random, log, cursor: backend.cursor },
      canResume: backend.capabilities.resume === 'exact' && backend.capabilities.realtime !== 'none',
      hasStream: backend.capabilities.realtime !== 'none',
      onLink: (state) => this.#linkChanged(state),
      onReset: options.onReset,
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

  wake(): void {
    this.#feed.wake();
    this.scheduler.hurry();
  }

  async close(): Promise<void> {
    for (const stop of this.#stops) stop();
    this.#feed.close();
    await this.scheduler.close();
    this.mirror.close();
    this.#tabs.close();
    this.storage.close();
  }

  #start(): void {
    const { connection, drafts, environment, store } = this.#options;
    drafts.isSent = (clientId) =>
      this.mirror.get(clientId) !== undefined || store.messageByClientId(clientId) !== undefined;
    this.mirror.onChange = () => {
      this.#tellStatus();
      this.scheduler.look();
    };
    connection.onSignedIn = () => this.scheduler.look();
    this.#stops.push(
      this.storage.subscribe(() => this.#tellStatus()),
      environment.clock.after(subscribeLimitMs, () => this.#nowSubscribed()),
    );
    this.#tellStatus();
    this.#feed.start();
    this.scheduler.look();
  }

  #linkChanged(state: LinkState): void {
    if (state !== 'connecting') this.#nowSubscribed();
    this.#options.onLink(state);
  }

  #nowSubscribed(): void {
    this.#isSubscribed = true;
    this.#subscribed();
  }

  #tellStatus(): void {
    const { mode, problem } = this.storage;
    this.#options.status.patch({ storage: { mode, problem }, outbox: this.mirror.counts() });
  }
}
