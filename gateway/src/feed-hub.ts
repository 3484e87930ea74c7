import type { Change, ChangeBatch } from '../../src/ports/adapter.ts';
import type { ConversationScope } from '../../src/domain/queries.ts';
import type { Db } from './db/db.ts';
import { cursorOf, openFeed, positionOf, readFeed } from './store/feed.ts';
import type { FeedEvent, FeedStretch, PlacedChange } from './store/feed.ts';
import { attendedTenant } from './presence-hub.ts';
import { isInScope, maySee } from './store/viewer.ts';
import type { Place, Viewer } from './store/viewer.ts';
import type { WakeBus } from './wake.ts';

/** What a stream tells. */
export type StreamItem =
  | { readonly type: 'ready'; readonly cursor: string }
  | { readonly type: 'batch'; readonly batch: ChangeBatch }
  | { readonly type: 'reset'; readonly cursor: string }
  /** A co-worker came or went: a hint beside the changes, without a place among them. */
  | { readonly type: 'attendance' };

/** What a stream is opened for. */
export interface StreamRequest {
  readonly viewer: Viewer;
  readonly scope: ConversationScope;
  /** A cursor; `null` = from now on. */
  readonly from: string | null;
  /** Ends the stream. */
  readonly signal: AbortSignal;
}

const keptEvents = 2_000;
/** Comings and goings are told this often at most: when hundreds come at once, each would be told to all the others. */
const attendanceRestMs = 1_000;

/** Reads each tenant's feed once for all its streams. A stream pulls at its own pace, so a slow one holds up nobody. */
export class FeedHub {
  readonly #db: Db;
  readonly #feeds = new Map<string, TenantFeed>();
  readonly #stop: () => void;

  constructor(db: Db, wake: WakeBus) {
    this.#db = db;
    this.#stop = wake.onWake((name) => {
      const attended = name === null ? null : attendedTenant(name);
      if (name === null) for (const feed of this.#feeds.values()) feed.look();
      else if (attended !== null) this.#feeds.get(attended)?.attended();
      else this.#feeds.get(name)?.look();
    });
  }

  close(): void {
    this.#stop();
  }

  /** The changes that a viewer may see in a scope, in order, without end until the signal says so. */
  async *stream({ viewer, scope, from, signal }: StreamRequest): AsyncGenerator<StreamItem, void> {
    const feed = this.#use(viewer.tenant);
    const concerns = ({ changes }: FeedEvent): boolean => changes.some((change) => isHeard(change, viewer, scope));
    try {
      const start = await feed.refresh();
      const known = from === null ? start.head : positionOf(start.identity, from);
      const continues = known !== null && known <= start.head && known >= start.trimmed;
      let { identity } = start;
      let position = continues ? known : start.head;
      let cursor = cursorOf(identity, position);
      let { arrivals } = feed;
      if (!continues) yield { type: 'reset', cursor };
      yield { type: 'ready', cursor };
      while (!signal.aborted) {
        if (arrivals !== feed.arrivals) {
          ({ arrivals } = feed);
          yield { type: 'attendance' };
        }
        const events: readonly FeedEvent[] | null = feed.identity === identity ? await feed.after(position) : null;
        if (events === null) {
          ({ identity, head: position } = feed);
          cursor = cursorOf(identity, position);
          yield { type: 'reset', cursor };
          continue;
        }
        for (const event of events) {
          position = event.position;
          const changes = event.changes.flatMap((change) => forViewer(change, viewer, scope));
          if (changes.length === 0) continue;
          const previous = cursor;
          cursor = cursorOf(identity, position);
          yield { type: 'batch', batch: { cursor, previous, changes } };
        }
        if (events.length > 0) continue;
        position = await feed.grown({ identity, position, arrivals, concerns }, signal);
      }
    } finally {
      this.#leave(viewer.tenant, feed);
    }
  }

  #use(tenant: string): TenantFeed {
    const feed = this.#feeds.get(tenant) ?? new TenantFeed(this.#db, tenant);
    this.#feeds.set(tenant, feed);
    feed.users += 1;
    return feed;
  }

  #leave(tenant: string, feed: TenantFeed): void {
    feed.users -= 1;
    if (feed.users === 0) this.#feeds.delete(tenant);
  }
}

/** A change as the viewer hears it: as it is, as a leaving, or not at all. */
function forViewer(placed: PlacedChange, viewer: Viewer, scope: ConversationScope): readonly Change[] {
  if (!isHeard(placed, viewer, scope)) return [];
  const { change, now } = placed;
  if (maySee(viewer, now)) return [change];
  return change.type === 'conversation'
    ? [{ type: 'conversation-removed', conversationId: change.conversation.id }]
    : [];
}

/** Whether the viewer may see a change in a scope, or had before what left it. */
function isHeard({ now, before }: PlacedChange, viewer: Viewer, scope: ConversationScope): boolean {
  const isIn = (place: Place): boolean => isInScope(viewer, scope, place) && maySee(viewer, place);
  return isIn(now) || (before !== undefined && isIn(before));
}

interface PlaceInFeed {
  readonly identity: string;
  readonly position: number;
  readonly arrivals: number;
  /** Whether the stream has anything to tell of an event. */
  readonly concerns: (event: FeedEvent) => boolean;
}

/** A stream that has told everything up to a position. */
interface Waiting {
  position: number;
  readonly concerns: (event: FeedEvent) => boolean;
  readonly done: () => void;
}

class TenantFeed {
  users = 0;
  /** How often somebody came or went. */
  arrivals = 0;
  readonly #db: Db;
  readonly #tenant: string;
  readonly #waiting = new Set<Waiting>();
  #events: readonly FeedEvent[] = [];
  #stretch: Omit<FeedStretch, 'events'> = { identity: '', head: -1, trimmed: 0 };
  #reading: Promise<void> | null = null;
  #mustRead = false;
  #isAttendanceNew = false;
  #attendanceRest: NodeJS.Timeout | null = null;

  constructor(db: Db, tenant: string) {
    this.#db = db;
    this.#tenant = tenant;
  }

  get head(): number {
    return this.#stretch.head;
  }

  /** Another one than before: the feed was begun anew, and no position of before means anything. */
  get identity(): string {
    return this.#stretch.identity;
  }

  /** Somebody came or went: told at once, others who do so soon after are told together. */
  attended(): void {
    this.#isAttendanceNew = true;
    if (this.#attendanceRest === null) this.#tellAttendance();
  }

  #tellAttendance(): void {
    this.#attendanceRest = null;
    if (!this.#isAttendanceNew || this.users === 0) return;
    this.#isAttendanceNew = false;
    this.#attendanceRest = setTimeout(() => this.#tellAttendance(), attendanceRestMs).unref();
    this.arrivals += 1;
    this.#wakeAll();
  }

  /** Something may be new. Never rejects: whoever waits looks again at the next wake. */
  look(): void {
    this.#mustRead = true;
    this.#reading ??= this.#readAll()
      .catch(() => undefined)
      .finally(() => {
        this.#reading = null;
      });
  }

  /** Where the feed stands, read anew. */
  async refresh(): Promise<Omit<FeedStretch, 'events'>> {
    if (this.#stretch.head < 0) {
      await openFeed(this.#db, this.#tenant);
      const { identity, head, trimmed } = await readFeed(this.#db, this.#tenant, Number.MAX_SAFE_INTEGER);
      if (this.#stretch.head < 0) this.#stretch = { identity, head, trimmed };
    }
    this.#mustRead = true;
    await (this.#reading ?? this.#readAll());
    return this.#stretch;
  }

  /** Events after a position; `null` when they are not kept any more. */
  async after(position: number): Promise<readonly FeedEvent[] | null> {
    const [first] = this.#events;
    if (position >= this.head) return [];
    if (first && first.position <= position + 1) return this.#events.slice(position + 1 - first.position);
    const { trimmed, events } = await readFeed(this.#db, this.#tenant, position);
    return position < trimmed ? null : events;
  }

  /**
   * Resolves when something came that concerns the stream, or the feed has begun anew, or somebody came or went, or the
   * signal ends the waiting.
   *
   * @returns the position up to which nothing concerns the stream
   */
  grown({ identity, position, arrivals, concerns }: PlaceInFeed, signal: AbortSignal): Promise<number> {
    const isPast = this.identity !== identity || this.head > position || this.arrivals !== arrivals;
    if (isPast || signal.aborted) return Promise.resolve(position);
    return new Promise((resolve) => {
      const done = (): void => {
        this.#waiting.delete(waiting);
        signal.removeEventListener('abort', done);
        resolve(waiting.position);
      };
      const waiting: Waiting = { position, concerns, done };
      this.#waiting.add(waiting);
      signal.addEventListener('abort', done, { once: true });
    });
  }

  #wakeAll(): void {
    for (const { done } of [...this.#waiting]) done();
  }

  /** Hundreds of streams wait, and most events concern few of them: the others stay asleep. */
  #wakeConcerned(events: readonly FeedEvent[]): void {
    for (const waiting of [...this.#waiting]) {
      if (events.some(waiting.concerns)) waiting.done();
      else waiting.position = this.head;
    }
  }

  async #readAll(): Promise<void> {
    while (this.#mustRead) {
      this.#mustRead = false;
      const { events, ...stretch } = await readFeed(this.#db, this.#tenant, this.head);
      const isAnew = stretch.identity !== this.identity && this.identity !== '';
      const last = events.at(-1);
      if (isAnew) {
        this.#events = [];
        this.#stretch = stretch;
        this.#wakeAll();
      } else if (last) {
        this.#events = [...this.#events, ...events].slice(-keptEvents);
        this.#stretch = { ...stretch, head: last.position };
        if (last.position < stretch.head) this.#mustRead = true;
        this.#wakeConcerned(events);
      }
    }
  }
}
