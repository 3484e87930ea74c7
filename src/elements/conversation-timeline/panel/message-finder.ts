import type { Message } from '../../../domain/model.ts';
import type { MessageQuery } from '../../../domain/queries.ts';
import type { MessagingSession } from '../../../controllers/session-controller.ts';

/** What a finder works with. */
interface FinderParts {
  readonly session: () => MessagingSession | null;
  readonly query: () => MessageQuery | null;
  /** Goes to a message; resolves with whether it could be had. */
  readonly lead: (messageId: string) => Promise<boolean>;
  readonly changed: () => void;
}

/** As many stretches without anything in them are looked through before somebody is asked whether to go on. */
const mostEmpty = 10;
/** While somebody types. */
const restMs = 250;

/** Looks for messages in the history that is shown, and leads from one to the next (A14). */
export class MessageFinder {
  readonly #parts: FinderParts;
  text = '';
  filesOnly = false;
  state: 'idle' | 'running' | 'failed' = 'idle';
  /** The newest first. */
  found: readonly Message[] = [];
  /** How many messages were looked at, where the backend cannot search and not all were. */
  lookedAt: number | null = null;
  /** Place of the message that was led to; `-1` for none. */
  current = -1;
  /** Whether what is found belongs to what is looked for now. */
  isAnswered = false;
  #nextCursor: string | null = null;
  #abort = new AbortController();
  #cancelRest: (() => void) | null = null;

  constructor(parts: FinderParts) {
    this.#parts = parts;
  }

  get hasMore(): boolean {
    return this.#nextCursor !== null;
  }

  get isEmpty(): boolean {
    return this.text.trim() === '' && !this.filesOnly;
  }

  /** Looks for something else, a moment after the last key. */
  setText(text: string): void {
    this.text = text;
    this.#begin();
    this.#cancelRest = this.#parts.session()?.clock.after(restMs, () => void this.#search()) ?? null;
  }

  setFilesOnly(filesOnly: boolean): void {
    this.filesOnly = filesOnly;
    this.#begin();
    void this.#search();
  }

  /** Looks for the same in another history, or tries again. */
  again(): void {
    this.#begin();
    void this.#search();
  }

  /** Goes to the next message towards the beginning of the history, or back. */
  async go(by: 1 | -1): Promise<void> {
    if (this.#cancelRest) await this.#search();
    if (by === 1 && this.current === this.found.length - 1 && this.hasMore) await this.#search();
    const next = Math.min(this.found.length - 1, this.current + by);
    await this.goTo(this.current === -1 ? 0 : Math.max(0, next));
  }

  async goTo(place: number): Promise<void> {
    const message = this.found[place];
    if (!message) return;
    this.current = place;
    this.#parts.changed();
    await this.#parts.lead(message.id);
  }

  /** Looks further back for more of the same. */
  more(): Promise<void> {
    return this.#search();
  }

  /** Drops what was taken back since it was found. */
  forget(isGone: (messageId: string) => boolean): void {
    if (!this.found.some(({ id }) => isGone(id))) return;
    const current = this.found[this.current];
    this.found = this.found.filter(({ id }) => !isGone(id));
    this.current = current ? this.found.indexOf(current) : -1;
  }

  stop(): void {
    this.text = '';
    this.filesOnly = false;
    this.#begin();
  }

  #begin(): void {
    this.#cancelRest?.();
    this.#cancelRest = null;
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#nextCursor = null;
    Object.assign(this, { found: [], current: -1, lookedAt: null, state: 'idle', isAnswered: false });
    this.#parts.changed();
  }

  async #search(): Promise<void> {
    this.#cancelRest?.();
    this.#cancelRest = null;
    const [session, query] = [this.#parts.session(), this.#parts.query()];
    if (!session || !query || this.isEmpty) return;
    const { signal } = this.#abort;
    this.state = 'running';
    this.#parts.changed();
    try {
      const search = { in: query, text: this.text, filesOnly: this.filesOnly };
      for (let empty = 0; empty < mostEmpty; empty += 1) {
        const cursor = this.#nextCursor;
        const page = await session.searchMessages(search, cursor === null ? { signal } : { signal, cursor });
        if (signal.aborted) return;
        this.found = [...this.found, ...page.items];
        this.#nextCursor = page.nextCursor;
        this.lookedAt = page.lookedAt === null ? null : (this.lookedAt ?? 0) + page.lookedAt;
        if (page.items.length > 0 || page.nextCursor === null) break;
      }
      this.state = 'idle';
      this.isAnswered = true;
    } catch {
      if (signal.aborted) return;
      this.state = 'failed';
    }
    this.#parts.changed();
  }
}
