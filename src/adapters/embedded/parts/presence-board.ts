import { believedMs, othersPresent } from '../../../domain/presence.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Presence, PresenceSink } from '../../../ports/parts/presence.ts';

/** What one window says of its agent, or the provider of a customer. */
export interface PresenceNote {
  /** Which window says so, unlike any other; a window is in one conversation at a time. */
  readonly window: string;
  /** `null`: in none any more. */
  readonly conversationId: string | null;
  readonly presence: Presence | null;
}

/** What tabs tell each other: what one window says, or that a new tab asks all others to say it again. */
export type PresenceMessage = { readonly presence: PresenceNote } | { readonly presence: 'who' };

interface Watch {
  readonly conversationId: string;
  /** Who is watching, and is not told of themselves. */
  readonly self: string;
  readonly sink: PresenceSink;
  told: string;
}

/** Who is where, in memory only. What other tabs say comes in by `hear`; what is said here goes out by `tell`. */
export class PresenceBoard {
  readonly #clock: Clock;
  readonly #tell: (message: PresenceMessage) => void;
  readonly #log: (message: string) => void;
  /** By window. */
  readonly #notes = new Map<string, PresenceNote>();
  /** Windows of this tab. */
  readonly #own = new Set<string>();
  readonly #watches = new Set<Watch>();
  #cancelTimer: (() => void) | null = null;

  constructor(options: {
    readonly clock: Clock;
    readonly tell: (message: PresenceMessage) => void;
    readonly log: (message: string) => void;
  }) {
    this.#clock = options.clock;
    this.#tell = options.tell;
    this.#log = options.log;
  }

  /** A window of this tab says something. */
  say(note: PresenceNote): void {
    this.#own.add(note.window);
    this.#tell({ presence: note });
    this.#take(note);
  }

  /** Another tab says or asks something; anything else is not for this board. */
  hear(message: unknown): void {
    const said = (message as Partial<PresenceMessage> | null)?.presence;
    if (said === 'who') this.#answer();
    else if (isNote(said) && !this.#own.has(said.window)) this.#take(this.#bounded(said));
  }

  /** Others may have said something before this tab was there. */
  ask(): void {
    this.#tell({ presence: 'who' });
  }

  watch(watch: Omit<Watch, 'told'>): () => void {
    const kept: Watch = { ...watch, told: '' };
    this.#watches.add(kept);
    // Nothing is called before the caller knows how to end it.
    queueMicrotask(() => this.#show(kept));
    return () => this.#watches.delete(kept);
  }

  close(): void {
    this.#cancelTimer?.();
    this.#watches.clear();
    this.#notes.clear();
  }

  #answer(): void {
    for (const window of this.#own) {
      const note = this.#notes.get(window);
      if (note) this.#tell({ presence: note });
    }
  }

  #take(note: PresenceNote): void {
    if (note.presence === null) this.#notes.delete(note.window);
    else this.#notes.set(note.window, note);
    this.#changed();
  }

  #changed(): void {
    const now = this.#clock.now();
    for (const [window, { presence }] of this.#notes) {
      if (presence === null || presence.until <= now) this.#notes.delete(window);
    }
    for (const watch of [...this.#watches]) this.#show(watch);
    this.#cancelTimer?.();
    const next = Math.min(...[...this.#notes.values()].map(({ presence }) => presence?.until ?? Infinity));
    this.#cancelTimer = next === Infinity ? null : this.#clock.after(next - now, () => this.#changed());
  }

  #show(watch: Watch): void {
    if (!this.#watches.has(watch)) return;
    const present = this.#othersIn(watch);
    // Saying the same again only moves its end, which whoever listens must know.
    const told = JSON.stringify(present);
    if (told === watch.told) return;
    watch.told = told;
    try {
      watch.sink.present(present);
    } catch (reason) {
      this.#log(`a presence sink threw ${reason instanceof Error ? reason.name : typeof reason}`);
    }
  }

  #othersIn({ conversationId, self }: Watch): readonly Presence[] {
    const here = [...this.#notes.values()].filter((note) => note.conversationId === conversationId);
    return othersPresent(
      here.flatMap(({ presence }) => presence ?? []),
      self,
    );
  }

  /** A tab whose clock is ahead must not be believed for ever. */
  #bounded(note: PresenceNote): PresenceNote {
    const latest = this.#clock.now() + believedMs;
    if (note.presence === null || note.presence.until <= latest) return note;
    return { ...note, presence: { ...note.presence, until: latest } };
  }
}

function isNote(said: unknown): said is PresenceNote {
  return typeof said === 'object' && said !== null && typeof (said as Partial<PresenceNote>).window === 'string';
}
