import { createMemoryBackend } from '../../src/adapters/memory/index.ts';
import type { MemoryBackend } from '../../src/adapters/memory/index.ts';
import type { CoWorker, Message, Recipient } from '../../src/domain/model.ts';
import type { Capabilities, MessagingAdapter } from '../../src/ports/adapter.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { DraftKey, LocalStorage, OutboxEntry, StorageMode } from '../../src/ports/storage.ts';
import type { TabLink } from '../../src/ports/tab-link.ts';
import type { DeskParts, ListParts, SessionEnvironment } from '../../src/sync/context.ts';
import * as later from '../../src/sync/later.ts';
import * as lists from '../../src/sync/lists.ts';
import { Session } from '../../src/sync/messaging-session.ts';
import type { MessagingSession, TimelineHandle } from '../../src/sync/session-api.ts';
import {
  aConversation,
  aCoWorker,
  aMessage,
  aRecipient,
  aRecipientSummary,
  deferred,
  fakeConnectivity,
  fakeTabLinks,
  manualClock,
  memoryStorage,
  settle,
  withFaults,
} from '../../src/testing/index.ts';
import type {
  Deferred,
  FakeConnectivity,
  FaultPlan,
  Faults,
  FaultyAdapter,
  ManualClock,
  MemoryStorage,
} from '../../src/testing/index.ts';

/** One tab with a session in it. */
export interface Tab {
  readonly index: number;
  readonly session: MessagingSession;
  readonly adapter: FaultyAdapter;
  readonly storage: MemoryStorage;
  readonly connectivity: FakeConnectivity;
  readonly log: string[];
  readonly tokens: string[];
  readonly life: Life;
  /** The page's own events. */
  wake(): void;
  leave(): void;
}

/**
 * The process of a tab. It goes from step to step: each call to storage or backend is one when it is made and one when
 * its answer arrives. When it ends at one of them nothing of the tab runs any more.
 */
export class Life {
  steps = 0;
  isOver = false;
  endsAt = Infinity;
  onEnd = (): void => {};
  /** While it is frozen every step waits for this. */
  #thawed: Deferred<void> | null = null;

  /** Ends the process `steps` steps from now. */
  endIn(steps: number): void {
    this.endsAt = this.steps + steps;
  }

  end(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.onEnd();
  }

  freeze(): void {
    this.#thawed ??= deferred();
  }

  thaw(): void {
    this.#thawed?.resolve();
    this.#thawed = null;
  }

  /** The same object, whose asynchronous methods are steps of this life. */
  of<T extends object>(target: T, names: ReadonlySet<string>): T {
    const never = new Promise<never>(() => {});
    return new Proxy(target, {
      get: (_, name): unknown => {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        if (!names.has(String(name))) return (...args: unknown[]): unknown => Reflect.apply(member, target, args);
        return async (...args: unknown[]): Promise<unknown> => {
          await this.#untilThawed();
          if (this.#step()) return never;
          const answer: unknown = await (Reflect.apply(member, target, args) as Promise<unknown>).catch(
            async (error: unknown) => {
              await this.#untilThawed();
              if (this.#step()) return never;
              throw error;
            },
          );
          await this.#untilThawed();
          return this.#step() ? never : answer;
        };
      },
    });
  }

  async #untilThawed(): Promise<void> {
    while (this.#thawed) await this.#thawed.promise;
  }

  #step(): boolean {
    this.steps += 1;
    if (this.steps >= this.endsAt) this.end();
    return this.isOver;
  }
}

const storageSteps = new Set([
  ...['loadDrafts', 'putDraft', 'deleteDraft', 'loadOutbox', 'enqueue'],
  ...['updateEntry', 'removeEntry', 'acquireLease', 'releaseLease'],
]);
const adapterSteps = new Set([
  ...['connect', 'listConversations', 'getConversation', 'listMessages'],
  ...['findMessage', 'send', 'addNote', 'open', 'update'],
]);

/** How a world differs from the usual one. */
export interface WorldOptions {
  readonly conversations?: number;
  readonly storage?: StorageMode;
  readonly capabilities?: (capabilities: Capabilities) => Capabilities;
  readonly wrap?: (adapter: MessagingAdapter) => MessagingAdapter;
  readonly plan?: Omit<FaultPlan, 'clock'>;
  readonly data?: { readonly messages?: readonly Message[] };
  readonly random?: () => number;
  readonly openStorage?: () => Promise<LocalStorage>;
  /** How the part that keeps and sends comes. */
  readonly loadDesk?: (parts: DeskParts) => Promise<DeskParts>;
  /** How the part that shows lists comes. */
  readonly loadLists?: (parts: ListParts) => Promise<ListParts>;
  /** When the part that keeps and sends may come. Default: at once. */
  readonly leisure?: SessionEnvironment['leisure'];
}

const agent: CoWorker = aCoWorker({ id: 'agent-1', name: 'Sanne Bakker' });

/** A backend, a browser profile and any number of tabs, all on one manual clock. */
export class World {
  readonly clock: ManualClock = manualClock();
  readonly backend: MemoryBackend;
  /** Client ids without hyphens, in the order in which the provider got them. */
  readonly dispatched: string[] = [];
  readonly tabs: Tab[] = [];
  readonly links = fakeTabLinks(0);
  readonly #options: WorldOptions;
  readonly #disk: MemoryStorage;
  readonly #frozen = new Set<number>();
  readonly #deaf = new Set<number>();
  readonly #missed: (() => void)[] = [];
  #ids = 0;

  constructor(options: WorldOptions = {}) {
    this.#options = options;
    this.#disk = memoryStorage(options.storage);
    const count = options.conversations ?? 2;
    const numbers = Array.from({ length: count }, (_, index) => index + 1);
    this.backend = createMemoryBackend({
      clock: this.clock,
      provider: {
        send: ({ reference }) => {
          this.dispatched.push(reference);
          return Promise.resolve({ status: 'sent' });
        },
      },
      data: {
        coWorkers: [agent],
        recipients: numbers.map((number) => recipientOf(number)),
        conversations: numbers.map((number) =>
          aConversation({
            id: `c${number}`,
            recipient: aRecipientSummary(recipientOf(number)),
            coWorkerId: agent.id,
            startedAt: this.clock.now() - number * 60_000,
            lastActivityAt: this.clock.now() - number * 60_000,
            channels: [
              {
                channel: 'sms',
                accountId: null,
                address: recipientOf(number).addresses[0]?.value ?? '',
                lastIncomingAt: null,
                consent: 'unknown',
                overrides: null,
              },
            ],
          }),
        ),
        ...options.data,
      },
    });
  }

  /** Opens a tab of the same browser profile; the first one leads. `prepare` sets faults before anything is called. */
  openTab(prepare: (faults: Faults) => void = () => {}): Tab {
    const { plan, random = () => 0.5 } = this.#options;
    const adapter = withFaults(this.#wrapped(), { clock: this.clock, ...plan });
    prepare(adapter.faults);
    const storage = this.#disk.peer();
    const life = new Life();
    const connectivity = fakeConnectivity();
    const link = this.links.open();
    const log: string[] = [];
    const tokens: string[] = [];
    const wakes = new Set<() => void>();
    const leaves = new Set<() => void>();
    const index = this.tabs.length;
    const parts: DeskParts = {
      later,
      openStorage: this.#options.openStorage ?? (() => life.of<LocalStorage>(storage, storageSteps)),
      openTabs: () => this.#linkOf(index, link),
    };
    const session = new Session({
      ...{ clock: this.#clockOf(index, life), connectivity, random, locale: 'en', timeZone: 'UTC' },
      adapter: life.of<MessagingAdapter>(adapter, adapterSteps),
      loadDesk: () => this.#options.loadDesk?.(parts) ?? Promise.resolve(parts),
      loadLists: () => this.#options.loadLists?.(lists) ?? Promise.resolve(lists),
      journal: (_, draft) => storage.journalDraft(draft),
      leisure: this.#options.leisure ?? (() => Promise.resolve()),
      onWake: (listener) => listen(wakes, listener),
      onLeave: (listener) => listen(leaves, listener),
      token: (reason) => {
        tokens.push(reason);
        return Promise.resolve('token');
      },
      newClientId: () => this.#newClientId(),
      log: (level, message) => log.push(`${level}: ${message}`),
    });
    const tab: Tab = {
      ...{ index, session, adapter, storage, connectivity, log, tokens, life },
      wake: () => wakes.forEach((listener) => listener()),
      leave: () => leaves.forEach((listener) => listener()),
    };
    life.onEnd = () => {
      adapter.faults.offline = true;
      this.links.kill(index);
    };
    this.tabs.push(tab);
    return tab;
  }

  /** Opens a tab and waits until its session stands. */
  async startTab(): Promise<Tab> {
    const tab = this.openTab();
    await this.pass(10);
    return tab;
  }

  /** The process of a tab is gone: it writes nothing, says nothing, asks nothing any more. */
  crash(tab: Tab): void {
    tab.life.end();
  }

  /** The browser stops running a tab; its lock stays with it. Its timers and answers wait. */
  freeze(tab: Tab): void {
    this.links.freeze(tab.index);
    tab.life.freeze();
    this.#frozen.add(tab.index);
  }

  /** The tab runs again and hears what it missed. */
  thaw(tab: Tab): void {
    this.links.thaw(tab.index);
    this.#frozen.delete(tab.index);
    tab.life.thaw();
    for (const run of this.#missed.splice(0)) run();
  }

  /** Messages of other tabs are lost on their way to this one. */
  deafen(tab: Tab, isDeaf: boolean): void {
    if (isDeaf) this.#deaf.add(tab.index);
    else this.#deaf.delete(tab.index);
  }

  /** Lets time pass in steps and everything settle after each: our chains of promises are longer than a timer's. */
  async pass(ms: number): Promise<void> {
    const stepMs = Math.max(100, ms / 100);
    for (let passedMs = 0; passedMs < ms; passedMs += stepMs) {
      await this.clock.advance(Math.min(stepMs, ms - passedMs));
      await settle();
    }
  }

  /** What the backend has of a conversation, oldest first. */
  async stored(conversationId = 'c1'): Promise<readonly Message[]> {
    const adapter = this.backend.adapter();
    const answer = adapter.listMessages({ kind: 'conversation', conversationId }, { limit: 200 });
    await settle();
    return (await answer).items;
  }

  async outbox(): Promise<readonly OutboxEntry[]> {
    const storage = this.#disk.peer();
    const entries = await storage.loadOutbox();
    storage.close();
    return entries;
  }

  /** How often the provider got the message with this client id. */
  dispatches(clientId: string): number {
    return this.dispatched.filter((reference) => reference === clientId.replaceAll('-', '')).length;
  }

  #newClientId(): string {
    this.#ids += 1;
    return `019ca8e7-0000-7000-8000-${String(this.#ids).padStart(12, '0')}`;
  }

  /** A clock whose callbacks wait while the tab is frozen and never come once it is dead. */
  #clockOf(index: number, life: Life): Clock {
    return {
      now: () => this.clock.now(),
      after: (delayMs, callback) =>
        this.clock.after(delayMs, () => {
          if (life.isOver) return;
          if (this.#frozen.has(index)) this.#missed.push(callback);
          else callback();
        }),
    };
  }

  #linkOf(index: number, link: TabLink): TabLink {
    return {
      tabId: link.tabId,
      get leads() {
        return link.leads;
      },
      onLeadChange: (listener) => link.onLeadChange(listener),
      livingTabs: () => link.livingTabs(),
      post: (message) => link.post(message),
      onMessage: (listener) => link.onMessage((message) => (this.#deaf.has(index) ? undefined : listener(message))),
      close: () => link.close(),
    };
  }

  #wrapped(): MessagingAdapter {
    const { capabilities, wrap } = this.#options;
    const own = this.backend.adapter();
    const adapter = wrap ? wrap(own) : own;
    return capabilities ? withCapabilities(adapter, capabilities) : adapter;
  }
}

/** The same adapter claiming something else. */
export function withCapabilities(
  adapter: MessagingAdapter,
  change: (capabilities: Capabilities) => Capabilities,
): MessagingAdapter {
  return override(adapter, {
    connect: async (host, options) => {
      const session = await adapter.connect(host, options);
      return { ...session, capabilities: change(session.capabilities) };
    },
  });
}

/** The same adapter with some methods replaced. */
export function override(adapter: MessagingAdapter, methods: Partial<MessagingAdapter>): MessagingAdapter {
  return new Proxy(adapter, {
    get(target, name): unknown {
      const own: unknown = Reflect.get(methods, name);
      if (own !== undefined) return own;
      const method: unknown = Reflect.get(target, name, target);
      return typeof method === 'function'
        ? (...args: unknown[]): unknown => Reflect.apply(method, target, args)
        : method;
    },
  });
}

/** Sends a text by SMS, from a draft if asked. */
export function sendText(
  tab: Tab,
  text: string,
  conversationId = 'c1',
  draft: DraftKey | null = null,
): Promise<OutboxEntry> {
  const content = { kind: 'text', text } as const;
  return tab.session.send({ conversationId, channel: 'sms', accountId: null, content, replyToId: null, draft });
}

/** The draft of a reply by SMS. */
export function replyDraft(conversationId = 'c1'): DraftKey {
  return { conversationId, mode: 'reply', channel: 'sms' };
}

/** Text and status of each row, as an agent reads them. */
export function shown(timeline: TimelineHandle): readonly string[] {
  return timeline.value.entries.map(({ message }) => `${textOf(message)} · ${message.status ?? message.direction}`);
}

/** The words of a message. */
export function textOf({ content }: Pick<Message, 'content'>): string {
  return content.kind === 'text' ? content.text : content.kind;
}

/** History of a conversation: `count` incoming messages, a minute apart, the last one an hour ago. */
export function history(count: number, conversationId = 'c1', endsAt = Date.UTC(2026, 2, 1, 8)): readonly Message[] {
  return Array.from({ length: count }, (_, index) =>
    aMessage({
      id: `${conversationId}-old-${String(index + 1).padStart(5, '0')}`,
      conversationId,
      recipientId: `r${conversationId.slice(1)}`,
      channel: 'sms',
      position: index + 1,
      at: endsAt - (count - index) * 60_000,
      text: `old ${index + 1}`,
    }),
  );
}

function recipientOf(number: number): Recipient {
  const address = `+3161234${String(5000 + number)}`;
  return aRecipient({
    id: `r${number}`,
    name: `Customer ${number}`,
    addresses: [{ channel: 'phone', value: address }],
    coWorkerId: agent.id,
  });
}

function listen(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
