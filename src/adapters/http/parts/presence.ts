import type { CallOptions } from '../../../ports/adapter.ts';
import type { OwnPresence, Presence, PresencePart, PresenceSink } from '../../../ports/parts/presence.ts';
import { segment } from '../http-calls.ts';
import type { HttpCalls } from '../http-calls.ts';
import { HttpEvents } from '../http-events.ts';
import type { EventSourceParts } from '../http-events.ts';
import { PresenceHints } from './presence-hints.ts';

/** One conversation that is watched, by however many. */
interface Watch {
  readonly sinks: Set<PresenceSink>;
  readonly events: HttpEvents;
  /** Who was there last; `null` = not known. */
  present: readonly Presence[] | null;
}

/** Where an adapter stands: its window, unlike any other, and the address of its backend. */
interface PresencePlace {
  readonly window: string;
  readonly backend: string;
}

/** Who views or writes in a conversation: each adapter is one window, with one stream for each conversation it watches. */
export class HttpPresence implements PresencePart {
  readonly #calls: HttpCalls;
  readonly #source: EventSourceParts;
  readonly #window: string;
  readonly #watches = new Map<string, Watch>();
  readonly #hints: PresenceHints;
  #isSomewhere = false;

  constructor(calls: HttpCalls, source: EventSourceParts, { window, backend }: PresencePlace) {
    this.#calls = calls;
    this.#source = source;
    this.#window = window;
    this.#hints = new PresenceHints(`conversation-elements/presence/${backend}`);
  }

  set(presence: OwnPresence, options?: CallOptions): Promise<{ readonly believedMs: number }> {
    this.#isSomewhere = presence.activity !== 'away';
    return this.#calls.put('/presence', { window: this.#window, presence }, options);
  }

  listPresent(options?: CallOptions): Promise<readonly string[]> {
    return this.#calls.get('/presence', options);
  }

  onPresentChange(changed: () => void): () => void {
    return this.#hints.listen(changed);
  }

  /** A stream of changes said that somebody may have come or gone. */
  attended(): void {
    this.#hints.tell();
  }

  subscribe(conversationId: string, sink: PresenceSink): () => void {
    const watch = this.#watches.get(conversationId) ?? this.#watch(conversationId);
    // The same sink twice is two subscriptions.
    const own: PresenceSink = { present: (all) => sink.present(all), lost: (error) => sink.lost(error) };
    watch.sinks.add(own);
    const { present } = watch;
    // Nothing is called before the caller knows how to end it.
    if (present) queueMicrotask(() => watch.sinks.has(own) && own.present(present));
    return () => {
      watch.sinks.delete(own);
      if (watch.sinks.size > 0) return;
      watch.events.close();
      if (this.#watches.get(conversationId) === watch) this.#watches.delete(conversationId);
    };
  }

  /** Ends all streams, and leaves the conversation without waiting for an answer. */
  close(): void {
    for (const { events } of this.#watches.values()) events.close();
    this.#watches.clear();
    this.#hints.close();
    // Who cannot say so is believed to be there a little longer.
    if (this.#isSomewhere) this.set({ activity: 'away' }).catch(() => undefined);
  }

  #watch(conversationId: string): Watch {
    const events = new HttpEvents(this.#source, {
      path: () => `/conversations/${segment(conversationId)}/presence`,
      tell: (event, said) => {
        if (event !== 'present') return false;
        watch.present = said as readonly Presence[];
        for (const sink of [...watch.sinks]) sink.present(watch.present);
        return true;
      },
      link: (state, error) => {
        if (state !== 'offline') return;
        watch.present = null;
        for (const sink of [...watch.sinks]) sink.lost(error);
      },
    });
    const watch: Watch = { sinks: new Set(), events, present: null };
    this.#watches.set(conversationId, watch);
    return watch;
  }
}
