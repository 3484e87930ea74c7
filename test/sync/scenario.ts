import fc from 'fast-check';
import { statusRank } from '../../src/domain/status-rank.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import type { OutboxEntry } from '../../src/ports/storage.ts';
import type { ListHandle, TimelineHandle } from '../../src/sync/session-api.ts';
import type { CallFault, StreamFault } from '../../src/testing/index.ts';
import { replyDraft, textOf, World } from './world.ts';
import type { Tab, WorldOptions } from './world.ts';

/** Conversations people write in. Each tab also has one of its own, in which only it types: see `keeps`. */
export const shared = ['c1', 'c2'] as const;

/** One thing that happens. `tab` counts among the tabs that live. */
export type Happening =
  | { readonly do: 'write' | 'type' | 'send' | 'note' | 'quote'; readonly tab: number; readonly conversation: number }
  | { readonly do: 'read' | 'unread' | 'unread-from'; readonly tab: number; readonly conversation: number }
  | { readonly do: 'keep' | 'leave' | 'wake' | 'crash' | 'freeze' | 'thaw' | 'reset'; readonly tab: number }
  | { readonly do: 'offline' | 'online' | 'believe' | 'close'; readonly tab: number }
  | { readonly do: 'crash-in'; readonly tab: number; readonly steps: number }
  | { readonly do: 'fault'; readonly tab: number; readonly fault: Fault; readonly call: 'send' | 'findMessage' }
  | { readonly do: 'batch-fault'; readonly tab: number; readonly fault: StreamFault }
  | { readonly do: 'storage-fault'; readonly tab: number }
  | { readonly do: 'customer' | 'delivered'; readonly conversation: number }
  | { readonly do: 'open' }
  | { readonly do: 'pass'; readonly ms: number };

type Fault =
  | 'lost-request'
  | 'lost-answer'
  | 'silent-before'
  | 'silent-after'
  | 'doubled'
  | 'malformed'
  | '503'
  | '429'
  | '401'
  | 'slow'
  | 'throws';

const faults: readonly Fault[] = [
  ...(['lost-request', 'lost-answer', 'silent-before', 'silent-after', 'doubled', 'malformed'] as const),
  ...(['503', '429', '401', 'slow', 'throws'] as const),
];

const tab = fc.nat({ max: 3 });
const conversation = fc.nat({ max: shared.length - 1 });

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 14,
    arbitrary: fc.record({ do: fc.constantFrom('write', 'write', 'type', 'send', 'note', 'quote'), tab, conversation }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('read', 'unread', 'unread-from'), tab, conversation }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('fault'),
      tab,
      fault: fc.constantFrom(...faults),
      call: fc.constantFrom('send', 'send', 'findMessage'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('keep', 'leave', 'wake', 'reset'), tab }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('offline', 'online', 'online', 'believe'), tab }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('freeze', 'thaw', 'crash', 'close'), tab }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('crash-in'), tab, steps: fc.integer({ min: 1, max: 30 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('batch-fault'),
      tab,
      // Not `malformed`: a change that cannot be read is left out for good, by design.
      fault: fc.constantFrom('duplicate', 'reorder', 'drop'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('storage-fault'), tab }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('customer', 'delivered'), conversation }) },
  { weight: 2, arbitrary: fc.constant({ do: 'open' } as const) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('pass'), ms: fc.constantFrom(10, 200, 1_000, 7_000, 30_000) }) },
);

/** What may happen in one run. */
export const happenings = fc.array(happening, { minLength: 5, maxLength: 40, size: 'max' });

/** What a run keeps account of, to compare with what the product did. */
export class Scenario {
  readonly world: World;
  /** Texts for which Send was pressed, with the entry once it resolved. */
  readonly pressed = new Map<string, OutboxEntry | null>();
  /** Per text what it quoted when Send was pressed; several where several tabs sent one draft. */
  readonly quoted = new Map<string, Set<string | null>>();
  readonly customers: string[] = [];
  /** Per conversation that one tab types in alone: what it typed, and how much of that was certainly stored. */
  readonly kept = new Map<string, { readonly texts: string[]; stored: number }>();
  /** Statuses that went back, as seen in any tab. */
  readonly stepsBack: string[] = [];
  /** What each tab has shown since it was opened. */
  readonly views = new Map<
    Tab,
    { readonly list: ListHandle; readonly timelines: ReadonlyMap<string, TimelineHandle> }
  >();
  #texts = 0;

  constructor(options: WorldOptions = {}) {
    this.world = new World({ conversations: 8, ...options });
  }

  get living(): readonly Tab[] {
    return this.world.tabs.filter(({ life }) => !life.isOver);
  }

  async run(list: readonly Happening[]): Promise<void> {
    await this.open();
    for (const one of list) {
      await this.#happen(one);
      await this.world.pass(5);
    }
  }

  /** Everything works again, and nobody touches anything. */
  async heal(): Promise<void> {
    for (const one of this.world.tabs) {
      this.world.thaw(one);
      if (!one.life.isOver) this.#network(one, true);
      one.adapter.faults.every(null);
      one.life.endsAt = Infinity;
    }
    await this.world.pass(1_000);
    if (this.living.length === 0) await this.open();
    await this.world.pass(30 * 60_000);
  }

  async #happen(one: Happening): Promise<void> {
    const { world } = this;
    switch (one.do) {
      case 'pass':
        await world.pass(one.ms);
        return;
      case 'open':
        await this.open();
        return;
      case 'customer':
        await this.#customerWrites(one.conversation);
        return;
      case 'delivered':
        await this.#report(one.conversation);
        return;
      default: {
        const { living } = this;
        const actor = living[one.tab % Math.max(1, living.length)];
        if (actor) this.#act(one, actor);
      }
    }
  }

  #act(one: Happening, actor: Tab): void {
    const { world } = this;
    const { faults } = actor.adapter;
    switch (one.do) {
      case 'write':
      case 'type':
        actor.session.openDraft(replyDraft(shared[one.conversation])).setText(this.#newText());
        if (one.do === 'write') this.#send(actor, shared[one.conversation] ?? 'c1');
        break;
      case 'send':
        this.#send(actor, shared[one.conversation] ?? 'c1');
        break;
      case 'note':
        this.#note(actor, shared[one.conversation] ?? 'c1');
        break;
      case 'quote':
        this.#quote(actor, shared[one.conversation] ?? 'c1');
        break;
      case 'read':
      case 'unread':
      case 'unread-from':
        this.#mark(one.do, actor, shared[one.conversation] ?? 'c1');
        break;
      case 'fault':
        faults.next(callFault(one.fault), one.call);
        break;
      case 'batch-fault':
        faults.nextBatch(one.fault);
        break;
      case 'storage-fault':
        actor.storage.faults.failNext('quota');
        break;
      case 'crash-in':
        actor.life.endIn(one.steps);
        break;
      case 'believe':
        world.links.believe(actor.index, true);
        break;
      default:
        this.#touch(one.do, actor);
    }
  }

  /** What a person, a browser or a network does to a tab. */
  #touch(what: Happening['do'], actor: Tab): void {
    const { world } = this;
    const end = (): void => actor.life.end();
    const acts: Partial<Record<Happening['do'], () => void>> = {
      keep: () => this.#keep(actor),
      leave: () => this.#leave(actor),
      wake: () => actor.wake(),
      crash: () => world.crash(actor),
      close: () => void actor.session.close().then(end, end),
      freeze: () => world.freeze(actor),
      thaw: () => world.thaw(actor),
      offline: () => this.#network(actor, false),
      online: () => this.#network(actor, true),
      reset: () => actor.adapter.faults.resetStreams(),
    };
    acts[what]?.();
  }

  /** A tab is opened and shows the list and both conversations until it ends. */
  async open(): Promise<void> {
    const tab = this.world.openTab();
    const timelines = new Map<string, TimelineHandle>();
    for (const id of shared) {
      const timeline = tab.session.openTimeline({ kind: 'conversation', conversationId: id });
      timelines.set(id, timeline);
      this.#watch(timeline);
    }
    const list = tab.session.openList({ scope: { kind: 'all' }, sort: 'newest' });
    this.views.set(tab, { list, timelines });
    await this.world.pass(20);
  }

  /** [I4] Once the backend has a message its status only moves forward, and it never falls back into the outbox. */
  #watch(timeline: TimelineHandle): void {
    const ranks = new Map<string, number>();
    timeline.subscribe(() => {
      for (const { key, source, message } of timeline.value.entries) {
        const rank = source === 'server' ? statusRank[message.status ?? 'read'] : 0;
        const before = ranks.get(key) ?? 0;
        if (rank < before) this.stepsBack.push(`${textOf(message)}: ${before} → ${rank}`);
        ranks.set(key, Math.max(before, rank));
      }
    });
  }

  #send(actor: Tab, conversationId: string): void {
    const draft = actor.session.openDraft(replyDraft(conversationId)).value;
    if (!draft) return;
    const { text, replyToId } = draft;
    if (!this.pressed.has(text)) this.pressed.set(text, null);
    this.quoted.set(text, (this.quoted.get(text) ?? new Set()).add(replyToId));
    const request = { conversationId, channel: 'sms', accountId: null, replyToId, draft: draft.key } as const;
    actor.session.send({ ...request, content: { kind: 'text', text } }).then(
      (entry) => this.#safe(text, entry),
      () => {},
    );
  }

  /** A draft that a second tab sent too is one message: it stands where it was queued first. */
  #safe(text: string, entry: OutboxEntry): void {
    const known = this.pressed.get(text);
    if (known?.clientId !== entry.clientId || known.order > entry.order) this.pressed.set(text, entry);
  }

  /** The agent answers the newest message that the tab shows, and sends that. */
  #quote(actor: Tab, conversationId: string): void {
    const newest = this.views.get(actor)?.timelines.get(conversationId)?.value.entries.at(-1);
    const draft = actor.session.openDraft(replyDraft(conversationId));
    draft.setText(this.#newText());
    draft.setReplyTo(newest?.source === 'server' ? newest.message.id : null);
    this.#send(actor, conversationId);
  }

  /** Marks may fail, as anything may; what matters is that all tabs agree on them afterwards. */
  #mark(how: 'read' | 'unread' | 'unread-from', actor: Tab, conversationId: string): void {
    const { session } = actor;
    const shown = this.views.get(actor)?.timelines.get(conversationId)?.value.entries ?? [];
    const first = shown.find(({ source, message }) => source === 'server' && message.direction === 'incoming');
    const marks = {
      read: () => session.markRead(conversationId),
      unread: () => session.markUnread(conversationId),
      'unread-from': () =>
        first ? session.markUnreadFrom(conversationId, first.message.id) : session.markUnread(conversationId),
    };
    marks[how]().catch(() => {});
  }

  #note(actor: Tab, conversationId: string): void {
    const text = this.#newText();
    this.pressed.set(text, null);
    actor.session.addNote({ conversationId, text, draft: null }).then(
      (entry) => void this.pressed.set(text, entry),
      () => {},
    );
  }

  #keep(actor: Tab): void {
    const kept = this.#keptBy(actor);
    const text = this.#newText();
    const place = kept.texts.push(text);
    const draft = actor.session.openDraft(replyDraft(keptIn(actor)));
    draft.setText(text);
    void draft.flush().then(
      () => (kept.stored = Math.max(kept.stored, place)),
      () => {},
    );
  }

  #leave(actor: Tab): void {
    if (actor.life.isOver || actor.session.status.value.phase !== 'ready') return;
    actor.leave();
    const kept = this.#keptBy(actor);
    // The journal is synchronous: what was typed until now cannot be lost any more.
    if (kept.texts.length > 0 && actor.storage.faults.log.includes('loadDrafts')) kept.stored = kept.texts.length;
  }

  #keptBy(actor: Tab): { readonly texts: string[]; stored: number } {
    const known = this.kept.get(keptIn(actor));
    if (known) return known;
    const kept = { texts: [], stored: 0 };
    this.kept.set(keptIn(actor), kept);
    return kept;
  }

  #network(actor: Tab, online: boolean): void {
    if (actor.life.isOver) return;
    actor.adapter.faults.offline = !online;
    actor.connectivity.set(online);
  }

  async #customerWrites(index: number): Promise<void> {
    const text = this.#newText();
    this.customers.push(text);
    await this.world.backend.incoming({ channel: 'sms', from: `061234500${index + 1}`, text });
  }

  async #report(index: number): Promise<void> {
    const messages = await this.world.stored(shared[index]);
    const message = messages.findLast(({ status }) => status === 'sent');
    if (message) await this.world.backend.status(deliveredStatus(message.clientId ?? ''));
  }

  #newText(): string {
    this.#texts += 1;
    return `text ${this.#texts}`;
  }
}

/** The conversation in which only this tab types. */
function keptIn({ index }: Tab): string {
  return `kept-${index}`;
}

function callFault(fault: Fault): CallFault {
  switch (fault) {
    case 'lost-request':
    case 'lost-answer':
    case 'doubled':
    case 'malformed':
      return { kind: fault };
    case 'silent-before':
      return { kind: 'silence', commit: 'before' };
    case 'silent-after':
      return { kind: 'silence', commit: 'after' };
    case '503':
      return { kind: 'error', error: new AdapterError('unavailable', 'down', { refused: true }) };
    case '429':
      return { kind: 'error', error: new AdapterError('rate-limited', 'busy', { afterMs: 5_000 }) };
    case '401':
      return { kind: 'error', error: new AdapterError('unauthenticated', 'expired') };
    case 'slow':
      return { kind: 'slow', ms: 9_000 };
    case 'throws':
      return { kind: 'throws', reason: undefined };
  }
}

/** What CM.com reports when a message arrived. */
export function deliveredStatus(clientId: string): unknown {
  const reference = clientId.replaceAll('-', '');
  const status = { code: '2', errorCode: '', errorDescription: '' };
  return {
    account: 'test',
    messages: { msg: { received: '2026-03-01T09:00:30', to: '0031612345001', reference, status } },
  };
}
