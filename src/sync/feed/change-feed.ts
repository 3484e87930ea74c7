import type { ChangeBatch, ChangeSink, LinkState, WritingCalls } from '../../ports/adapter.ts';
import type { Clock } from '../../ports/clock.ts';
import type { TabLink } from '../../ports/tab-link.ts';
import type { ChangeIntake } from '../../store/change-intake.ts';
import type { Log } from '../context.ts';
import { backoffMs } from '../retry-policy.ts';
import { CursorTrack } from './cursor-track.ts';
import { parseTabMessage } from './tab-messages.ts';
import type { TabMessage } from './tab-messages.ts';
import { nothing } from '../../store/nothing.ts';

/** How long a hole may close by itself: batches that overtook each other. */
const reorderMs = 1_000;
/** How often the leader says that it lives, and how long followers believe it without hearing. */
const beatMs = 5_000;
const silenceMs = 16_000;
/** A stream that says nothing for so long may be cut without anybody noticing: it is opened again. */
const stallMs = 120_000;
/** A stream that was quiet for so long is opened again when the device woke up. */
const doubtfulMs = 20_000;
/** How often a backend without a stream is asked. */
const askMs = 30_000;
/** How long a stream may stay offline before it is opened anew, in case its adapter gave up. */
const reopenMs = 60_000;
/** After so many repairs in vain everything that is open is read again. */
const hopelessRepairs = 2;

interface Stream {
  isOpen: boolean;
  end: () => void;
}

/** What the feed works with. */
export interface ChangeFeedOptions {
  readonly writing: Pick<WritingCalls, 'subscribe'>;
  readonly tabs: TabLink;
  readonly changes: ChangeIntake;
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  /** Where to start, from `connect`. */
  readonly cursor: string | null;
  readonly canResume: boolean;
  /** Whether there is a stream at all; without one everything that is open is read again now and then. */
  readonly hasStream: boolean;
  /** The link's state changed. */
  readonly onLink: (state: LinkState) => void;
  /** Something may have been missed: what is open must be read again. */
  readonly onReset: () => void;
}

/**
 * The one stream of changes of this browser profile. The leading tab holds it and relays each batch; the others listen,
 * notice holes by the cursors exactly as the leader does, and open a stream of their own for as long as they are behind
 * or the leader is silent.
 */
export class ChangeFeed {
  readonly #options: ChangeFeedOptions;
  readonly #track: CursorTrack;
  readonly #stops: (() => void)[] = [];
  #stream: Stream | null = null;
  #link: LinkState = 'connecting';
  #leaderLink: LinkState | null = null;
  #heardLeaderAt: number;
  #heardStreamAt: number;
  #repairs = 0;
  #newest: string | null = null;
  #opened = 0;
  #cancelTick = nothing;
  #cancelRepair: (() => void) | null = null;
  #isClosed = false;

  constructor(options: ChangeFeedOptions) {
    this.#options = options;
    this.#track = new CursorTrack(options.cursor);
    this.#heardLeaderAt = options.clock.now();
    this.#heardStreamAt = options.clock.now();
  }

  start(): void {
    const { tabs } = this.#options;
    this.#stops.push(
      tabs.onMessage((message) => this.#hear(parseTabMessage(message))),
      tabs.onLeadChange(() => this.#review()),
    );
    this.#post({ v: 1, type: 'hello' });
    this.#review();
    this.#tick();
  }

  /** The device woke up or came online: a stream that looks alive may be dead. */
  wake(): void {
    const quietMs = Math.abs(this.#options.clock.now() - this.#heardStreamAt);
    if (this.#stream && (this.#link !== 'live' || quietMs > doubtfulMs)) this.#open();
    this.#post({ v: 1, type: 'hello' });
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelTick();
    this.#cancelRepair?.();
    for (const stop of this.#stops) stop();
    this.#shut();
  }

  /** Opens or closes the own stream, as the situation asks. */
  #review(): void {
    if (this.#isClosed) return;
    const { tabs, clock } = this.#options;
    const isAlone = clock.now() - this.#heardLeaderAt > silenceMs || clock.now() < this.#heardLeaderAt;
    if (tabs.leads || isAlone) {
      if (!this.#stream) this.#open();
    }
    if (tabs.leads) this.#beat();
  }

  #open(): void {
    const { canResume, clock, hasStream, writing } = this.#options;
    this.#shut();
    this.#opened += 1;
    this.#heardStreamAt = clock.now();
    const isFirst = this.#opened === 1;
    const stream: Stream = { isOpen: true, end: nothing };
    this.#stream = stream;
    const from = canResume || isFirst ? this.#track.cursor : null;
    if (hasStream) stream.end = writing.subscribe({ kind: 'all' }, this.#sink(stream), from);
    else this.#setLink('live');
    // The sink may have been told at once what made the stream superfluous.
    if (!stream.isOpen) stream.end();
    else if (!canResume && !isFirst) this.#reset(null);
  }

  #shut(): void {
    const stream = this.#stream;
    this.#stream = null;
    if (!stream) return;
    stream.isOpen = false;
    stream.end();
  }

  #sink(stream: Stream): ChangeSink {
    const guarded = (work: () => void): void => {
      if (!stream.isOpen || this.#isClosed) return;
      this.#heardStreamAt = this.#options.clock.now();
      work();
    };
    return {
      batch: (batch) => guarded(() => this.#takeFromStream(batch)),
      link: (state) => guarded(() => this.#setLink(state)),
      reset: (cursor) => guarded(() => this.#reset(cursor)),
    };
  }

  #takeFromStream(batch: ChangeBatch): void {
    if (this.#options.tabs.leads) this.#post({ v: 1, type: 'batch', batch });
    this.#take(batch);
  }

  /** Applying is always safe: whole objects with versions. Only how far we are depends on the order. */
  #take(batch: ChangeBatch): void {
    const place = this.#track.place(batch);
    if (place === 'duplicate') return;
    this.#newest = batch.cursor;
    this.#options.changes.apply(batch.changes);
    if (place === 'start') this.#options.onReset();
    if (this.#track.hasGap) this.#repairSoon();
    else this.#repaired();
  }

  #repairSoon(): void {
    if (this.#cancelRepair) return;
    const { clock, random } = this.#options;
    const waitMs = reorderMs + (this.#repairs > 0 ? backoffMs(this.#repairs, random()) : 0);
    this.#cancelRepair = clock.after(waitMs, () => {
      this.#cancelRepair = null;
      this.#repairs += 1;
      this.#track.forgetEarly();
      this.#options.log('warn', 'changes are missing: reading them again');
      // A hole that stays after reading again is one in the backend's own history: only the whole can be trusted.
      if (this.#repairs > hopelessRepairs) this.#reset(this.#newest);
      this.#open();
    });
  }

  #repaired(): void {
    this.#cancelRepair?.();
    this.#cancelRepair = null;
    this.#repairs = 0;
  }

  #reset(cursor: string | null): void {
    this.#track.jumpTo(cursor);
    this.#repaired();
    if (this.#options.tabs.leads) this.#post({ v: 1, type: 'reset', cursor });
    this.#options.onReset();
  }

  #setLink(state: LinkState): void {
    this.#link = state;
    if (this.#options.tabs.leads) this.#beat();
    this.#options.onLink(state);
  }

  #hear(message: TabMessage | null): void {
    const { tabs, clock } = this.#options;
    if (!message || this.#isClosed) return;
    if (message.type === 'hello') {
      if (tabs.leads) this.#beat();
      return;
    }
    this.#heardLeaderAt = clock.now();
    switch (message.type) {
      case 'batch': {
        this.#take(message.batch);
        return;
      }
      case 'reset':
        if (!this.#stream) this.#reset(message.cursor);
        return;
      case 'beat': {
        this.#hearBeat(message.link, message.cursor);
        return;
      }
    }
  }

  #hearBeat(link: LinkState, cursor: string | null): void {
    if (this.#options.tabs.leads) return;
    this.#leaderLink = link;
    if (this.#stream) {
      this.#closeIfFollowed(cursor);
      return;
    }
    // A relayed batch that got lost shows here even if no later one follows.
    if (!this.#track.isUpTo(cursor)) this.#repairSoon();
    this.#link = link;
    this.#options.onLink(link);
  }

  /** Lets go of the own stream once the leader's is alive and this tab has everything the leader has. */
  #closeIfFollowed(cursor: string | null): void {
    if (this.#leaderLink !== 'live' || this.#link !== 'live' || !this.#track.isUpTo(cursor)) return;
    this.#shut();
    this.#repaired();
  }

  #tick(): void {
    const { clock, hasStream } = this.#options;
    this.#cancelTick = clock.after(beatMs, () => this.#tick());
    this.#review();
    const quietMs = Math.abs(clock.now() - this.#heardStreamAt);
    const patienceMs = this.#link === 'live' ? stallMs : reopenMs;
    if (this.#stream && quietMs >= (hasStream ? patienceMs : askMs)) this.#open();
  }

  #beat(): void {
    this.#post({ v: 1, type: 'beat', link: this.#link, cursor: this.#track.cursor });
  }

  #post(message: TabMessage): void {
    try {
      this.#options.tabs.post(message);
    } catch (error) {
      this.#options.log('debug', `other tabs cannot be told: ${String(error)}`);
    }
  }
}
