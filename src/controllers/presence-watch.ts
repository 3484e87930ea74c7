import { hasAttention, onAttention } from '../dom/page-attention.ts';
import type { OwnPresence, Presence, PresencePart } from '../ports/parts/presence.ts';
import type { MessagingSession } from '../sync/session-api.ts';

/** Where somebody is watched. */
export interface WatchedPlace {
  readonly session: MessagingSession;
  readonly part: PresencePart;
  readonly conversationId: string;
  readonly document: Document;
  /** Others came, went, or do something else. */
  readonly changed: () => void;
}

/** Who has not typed for so long is only looking. */
const typingMs = 5_000;
/** Said again this much before it is no longer believed. */
const share = 0.5;
/** When nobody answered. */
const retryMs = 10_000;

/** Says that this agent is in a conversation, and knows who else is (A16). Everything here ends by itself unless renewed. */
export class PresenceWatch {
  readonly #place: WatchedPlace;
  readonly #stops: (() => void)[];
  #present: readonly Presence[] = [];
  #typedAt = -Infinity;
  #said: OwnPresence['activity'] = 'away';
  #cancelSay: (() => void) | null = null;
  #cancelExpiry: (() => void) | null = null;
  #isClosed = false;

  constructor(place: WatchedPlace) {
    this.#place = place;
    const { part, conversationId, document } = place;
    this.#stops = [
      part.subscribe(conversationId, {
        present: (presences) => this.#take(presences),
        lost: () => this.#take([]),
      }),
      onAttention(document, () => this.#attend()),
    ];
    this.#attend();
  }

  /** Everybody else who is there now. */
  get others(): readonly Presence[] {
    const now = this.#place.session.serverNow();
    return this.#present.filter(({ until }) => until > now);
  }

  /** This agent has typed something for the customer. */
  typed(): void {
    this.#typedAt = this.#place.session.clock.now();
    if (this.#said !== 'typing') this.#say();
  }

  /** This agent has sent it, or thrown it away. */
  finished(): void {
    this.#typedAt = -Infinity;
    if (this.#said === 'typing') this.#say();
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelSay?.();
    this.#cancelExpiry?.();
    for (const stop of this.#stops) stop();
    if (this.#said !== 'away') this.#place.part.set({ activity: 'away' }).catch(() => undefined);
  }

  /** Who looks elsewhere is not in the conversation. */
  #attend(): void {
    if (hasAttention(this.#place.document) === (this.#said === 'away')) this.#say();
  }

  #own(): OwnPresence {
    const { conversationId, session, document } = this.#place;
    const sinceTyped = session.clock.now() - this.#typedAt;
    if (!hasAttention(document)) return { activity: 'away' };
    return { activity: sinceTyped < typingMs ? 'typing' : 'viewing', conversationId };
  }

  #say(): void {
    if (this.#isClosed) return;
    this.#cancelSay?.();
    const own = this.#own();
    this.#said = own.activity;
    this.#again(own.activity === 'typing' ? typingMs : retryMs);
    this.#place.part.set(own).then(
      ({ believedMs }) => this.#again(Math.min(believedMs * share, own.activity === 'typing' ? typingMs : believedMs)),
      () => undefined,
    );
  }

  #again(afterMs: number): void {
    this.#cancelSay?.();
    this.#cancelSay = null;
    if (this.#isClosed || this.#said === 'away') return;
    this.#cancelSay = this.#place.session.clock.after(afterMs, () => this.#say());
  }

  #take(presences: readonly Presence[]): void {
    this.#present = presences;
    this.#place.changed();
    this.#expire();
  }

  #expire(): void {
    this.#cancelExpiry?.();
    this.#cancelExpiry = null;
    const first = Math.min(...this.others.map(({ until }) => until));
    if (!Number.isFinite(first) || this.#isClosed) return;
    const { session, changed } = this.#place;
    this.#cancelExpiry = session.clock.after(Math.max(1, first - session.serverNow() + 1), () => {
      changed();
      this.#expire();
    });
  }
}
