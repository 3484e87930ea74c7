import { believedMs, othersPresent } from '../../src/domain/presence.ts';
import type { Presence } from '../../src/domain/presence.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Db } from './db/db.ts';
import { getConversation } from './store/conversations.ts';
import { endAttendance, keepAttendance, keepPresence, listPresent, readPresence } from './store/presence.ts';
import type { SaidPresence } from './store/presence.ts';
import type { Viewer } from './store/viewer.ts';
import type { WakeBus } from './wake.ts';

/** Who else is there; each replaces the one before. */
export interface PresentItem {
  readonly type: 'present';
  readonly presences: readonly Presence[];
}

const prefix = 'presence ';
const attendancePrefix = `${prefix}attendance `;
/** A wake may get lost; then it takes so long. */
const pollMs = 5_000;
/** How long somebody counts as logged in whose process was killed. */
const attendanceMs = 60_000;

/** Whether a wake is about who is where, and nothing that is stored. */
export function isAboutPresence(name: string | null): boolean {
  return name?.startsWith(prefix) === true;
}

/** The tenant of whose co-workers one came or went, if that is what a wake is about. */
export function attendedTenant(name: string): string | null {
  return name.startsWith(attendancePrefix) ? name.slice(attendancePrefix.length) : null;
}

/** Who views or writes in a conversation. Only those who watch that very conversation look again when it changes. */
export class PresenceHub {
  readonly #db: Db;
  readonly #wake: WakeBus;
  readonly #clock: Clock;
  readonly #watching = new Map<string, Set<() => void>>();
  readonly #stop: () => void;

  constructor(db: Db, wake: WakeBus, clock: Clock) {
    this.#db = db;
    this.#wake = wake;
    this.#clock = clock;
    this.#stop = wake.onWake((name) => {
      if (name !== null) for (const look of [...(this.#watching.get(name) ?? [])]) look();
    });
  }

  /** What a window says of its co-worker. `not-found` for a conversation that may not be seen. */
  async say(viewer: Viewer, said: SaidPresence): Promise<{ readonly believedMs: number }> {
    const { presence } = said;
    if (presence.activity !== 'away') await getConversation(this.#db, viewer, presence.conversationId);
    const now = this.#clock.now();
    const changed = await this.#db.transact((sql) => keepPresence(sql, viewer, said, now));
    for (const id of changed) this.#wake.publish(nameOf(viewer, id));
    return { believedMs };
  }

  /** Who else is in a conversation, until the signal ends it or it may not be seen any more. */
  async *stream(viewer: Viewer, conversationId: string, signal: AbortSignal): AsyncGenerator<PresentItem, void> {
    let told = '';
    while (!signal.aborted) {
      const change = this.#next(nameOf(viewer, conversationId), signal);
      try {
        const presences = await this.#others(viewer, conversationId);
        if (presences === null) return;
        const text = JSON.stringify(presences);
        if (text !== told) yield { type: 'present', presences };
        told = text;
        const ends = presences.map(({ until }) => until - this.#clock.now());
        await change.within(Math.max(1, Math.min(pollMs, ...ends)));
      } finally {
        change.end();
      }
    }
  }

  /** Ids of the co-workers who are logged in somewhere: they have a stream open, or were seen just now. */
  async listPresent(viewer: Viewer): Promise<readonly string[]> {
    const present = await listPresent(this.#db, viewer.tenant, this.#clock.now());
    return [...new Set([viewer.agent.id, ...present])];
  }

  /** A stream of a co-worker is open until the answer is called. What a killed process leaves behind is soon forgotten. */
  attend(viewer: Viewer): () => void {
    const stream = `stream ${crypto.randomUUID()}`;
    let cancel = (): void => undefined;
    let isOver = false;
    let last = Promise.resolve();
    // One after the other, or the row would come back after its end.
    const then = (step: () => Promise<void>): void => {
      last = last.then(step).catch(() => undefined);
    };
    const keep = (): void => {
      if (isOver) return;
      then(() => keepAttendance(this.#db, viewer, { stream, until: this.#clock.now() + attendanceMs }));
      cancel = this.#clock.after(attendanceMs / 3, keep);
    };
    const tell = (): Promise<void> => {
      this.#wake.publish(`${attendancePrefix}${viewer.tenant}`);
      return Promise.resolve();
    };
    keep();
    then(tell);
    return () => {
      isOver = true;
      cancel();
      then(() => endAttendance(this.#db, viewer, stream));
      then(tell);
    };
  }

  close(): void {
    this.#stop();
  }

  async #others(viewer: Viewer, conversationId: string): Promise<readonly Presence[] | null> {
    try {
      await getConversation(this.#db, viewer, conversationId);
    } catch (error) {
      if (error instanceof AdapterError) return null;
      throw error;
    }
    const said = await readPresence(this.#db, viewer.tenant, { conversationId, now: this.#clock.now() });
    return othersPresent(said, viewer.agent.id);
  }

  /** Listens from now on, so that nothing said while it is read gets lost. */
  #next(name: string, signal: AbortSignal): { within: (ms: number) => Promise<void>; end: () => void } {
    let done = (): void => undefined;
    const changed = new Promise<void>((resolve) => {
      done = resolve;
    });
    const looks = this.#watching.get(name) ?? new Set();
    this.#watching.set(name, looks.add(done));
    signal.addEventListener('abort', done, { once: true });
    if (signal.aborted) done();
    let cancel = (): void => undefined;
    return {
      within: (ms) => {
        cancel = this.#clock.after(ms, done);
        return changed;
      },
      end: () => {
        cancel();
        signal.removeEventListener('abort', done);
        looks.delete(done);
        if (looks.size === 0 && this.#watching.get(name) === looks) this.#watching.delete(name);
      },
    };
  }
}

function nameOf({ tenant }: Viewer, conversationId: string): string {
  return `${prefix}${JSON.stringify([tenant, conversationId])}`;
}
