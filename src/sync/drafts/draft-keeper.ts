import type { Clock } from '../../ports/clock.ts';
import { isEmptyDraft } from '../../ports/empty-draft.ts';
import type { Draft, DraftKey, LocalStorage } from '../../ports/storage.ts';
import type { ClientStore } from '../../store/client-store.ts';
import { nothing } from '../../store/nothing.ts';
import type { Log } from '../context.ts';
import { type DraftBook, type DraftPage, isDirty, pageId } from './draft-book.ts';

/** How long typed text may exist in memory only. */
const writeBehindMs = 300;
/** How long until drafts that could not be read are read again. */
const readAgainMs = 2_000;

/** What it works with. */
export interface DraftKeeperOptions {
  readonly book: DraftBook;
  readonly storage: LocalStorage;
  readonly store: ClientStore;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether a draft's client id is known to the outbox or the backend: it was sent already. */
  readonly isSent: (clientId: string) => boolean;
}

/**
 * Keeps the book of drafts on the device: writes down soon what is typed, and reads what was there before and what other tabs
 * write. Two tabs may edit the same draft: the last write wins in storage, and a tab takes over what another wrote only while
 * it has nothing unwritten itself, so nothing that somebody is typing is ever replaced under their hands.
 */
export class DraftKeeper {
  readonly #options: DraftKeeperOptions;
  /** What ends the wait until a page is written. */
  readonly #timers = new Map<DraftPage, () => void>();
  /** Writes of one draft happen one after the other. */
  readonly #writing = new WeakMap<DraftPage, Promise<void>>();
  #unsubscribe = nothing;
  #cancelReload = nothing;
  #reloads = 0;
  /** Whether it is known what was stored before: until then nothing may be written over it. */
  #isRead = false;
  #isClosed = false;

  constructor(options: DraftKeeperOptions) {
    this.#options = options;
  }

  /** Reads what is stored; what was typed before that is kept and written. */
  async open(): Promise<void> {
    const { book, storage } = this.#options;
    book.keeper = this;
    this.#unsubscribe = storage.subscribe(() => void this.#reload());
    await this.#reload();
  }

  /** Reads nothing more. */
  stop(): void {
    this.#unsubscribe();
    this.#cancelReload();
  }

  close(): void {
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
    this.#isClosed = true;
  }

  /**
   * Takes the draft to make it a message: what is typed from now on is another one, with a client id of its own. Ends
   * with {@link settle} or {@link resume}.
   */
  async take(key: DraftKey): Promise<Draft | null> {
    const page = this.#options.book.pages.get(pageId(key));
    if (!page?.draft) return null;
    const { draft } = page;
    page.leavingId = draft.clientId;
    this.#cancelTimer(page);
    // A write that began earlier must not bring the draft back after it became a message.
    await this.#writing.get(page);
    return draft;
  }

  /** The message of `sent` is safe: removes the draft unless it became another one since. */
  settle(sent: Draft): void {
    const { book } = this.#options;
    const page = book.pages.get(pageId(sent.key));
    if (!page) return;
    if (page.draft?.clientId === sent.clientId) page.draft = null;
    page.revision += 1;
    this.#resume(page, sent);
    book.tell(page);
  }

  /** The message could not be made safe: the draft goes on as before. */
  resume(taken: Draft): void {
    const page = this.#options.book.pages.get(pageId(taken.key));
    if (page) this.#resume(page, taken);
  }

  writeSoon(page: DraftPage): void {
    if (this.#isClosed || !this.#isRead || this.#timers.has(page) || page.leavingId !== null) return;
    const { clock, log } = this.#options;
    const cancel = clock.after(writeBehindMs, () => {
      this.#timers.delete(page);
      this.#write(page).catch((error: unknown) => {
        log('warn', `a draft could not be stored: ${String(error)}`);
        this.writeSoon(page);
      });
    });
    this.#timers.set(page, cancel);
  }

  /** Writes what is not stored yet. */
  async flush(page: DraftPage): Promise<void> {
    if (!isDirty(page)) return this.#writing.get(page);
    if (page.leavingId !== null) return;
    this.#cancelTimer(page);
    await this.#write(page);
  }

  journal(draft: Draft): void {
    this.#options.storage.journalDraft(draft);
  }

  #cancelTimer(page: DraftPage): void {
    this.#timers.get(page)?.();
    this.#timers.delete(page);
  }

  #resume(page: DraftPage, { clientId }: Draft): void {
    // What was typed meanwhile may be on its way already, as another message.
    if (page.leavingId === clientId) page.leavingId = null;
    if (isDirty(page)) this.writeSoon(page);
  }

  #write(page: DraftPage): Promise<void> {
    const { storage, store } = this.#options;
    const write = async (): Promise<void> => {
      const { revision, draft } = page;
      if (this.#isClosed || !isDirty(page) || page.leavingId !== null) return;
      // The list shows what was typed, but not at every key.
      store.refreshRow(page.key.conversationId);
      page.publishedId = draft?.clientId ?? null;
      await (draft ? storage.putDraft(draft) : storage.deleteDraft(page.key));
      page.written = Math.max(page.written, revision);
      if (isDirty(page)) this.writeSoon(page);
    };
    const written = (this.#writing.get(page) ?? Promise.resolve()).then(write);
    this.#writing.set(page, written.catch(nothing));
    return written;
  }

  async #reload(): Promise<void> {
    const { book, clock, log, storage } = this.#options;
    const reload = (this.#reloads += 1);
    const before = new Map([...book.pages].map(([id, { revision }]) => [id, revision]));
    try {
      const stored = await storage.loadDrafts();
      if (reload === this.#reloads && !this.#isClosed) this.#adopt(stored, before);
    } catch (error) {
      if (this.#isClosed) return;
      log('warn', `drafts cannot be read: ${String(error)}`);
      this.#cancelReload();
      this.#cancelReload = clock.after(readAgainMs, () => void this.#reload());
    }
  }

  /** Takes over what other tabs wrote, where this tab has nothing unwritten and changed nothing while reading. */
  #adopt(stored: readonly Draft[], before: ReadonlyMap<string, number>): void {
    const { book, isSent } = this.#options;
    const byId = new Map(stored.map((draft) => [pageId(draft.key), draft]));
    for (const { key } of stored) book.page(key);
    for (const [id, page] of book.pages) {
      const draft = byId.get(id) ?? null;
      const isOwn = isDirty(page) || page.leavingId !== null || page.revision !== (before.get(id) ?? 0);
      if (!isOwn) this.#takeOver(page, draft);
      else if (!this.#isRead && draft && !isSent(draft.clientId)) this.#putBehind(page, draft);
    }
    if (this.#isRead) return;
    this.#isRead = true;
    for (const page of book.pages.values()) if (isDirty(page)) this.writeSoon(page);
  }

  /** What was typed before it was known that a text waits comes behind that text. */
  #putBehind(page: DraftPage, stored: Draft): void {
    const typed = page.draft;
    if (!typed) this.#takeOver(page, stored);
    if (!typed || typed.template || stored.template || typed.text.startsWith(stored.text)) return;
    const text = [stored.text, typed.text].filter((part) => part !== '').join('\n');
    const replyToId = typed.replyToId ?? stored.replyToId;
    page.draft = { ...typed, text, replyToId, ...(stored.basis && { basis: stored.basis }) };
    page.revision += 1;
    this.#options.book.tell(page);
  }

  #takeOver(page: DraftPage, stored: Draft | null): void {
    const { book, isSent } = this.#options;
    page.publishedId = stored?.clientId ?? null;
    const draft = stored && !isEmptyDraft(stored) && !isSent(stored.clientId) ? stored : null;
    if (JSON.stringify(draft) === JSON.stringify(page.draft)) return;
    page.draft = draft;
    book.tell(page);
  }
}
