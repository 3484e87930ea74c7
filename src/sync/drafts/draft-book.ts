import type { TextBasis } from '../../domain/composition.ts';
import type { Clock } from '../../ports/clock.ts';
import { type Draft, type DraftKey, isEmptyDraft, type LocalStorage, type TemplateDraft } from '../../ports/storage.ts';
import type { ClientStore } from '../../store/client-store.ts';
import type { Log } from '../context.ts';
import { nothing } from '../../store/nothing.ts';

/** How long typed text may exist in memory only. */
const writeBehindMs = 300;
/** How long until drafts that could not be read are read again. */
const readAgainMs = 2_000;

interface Page {
  readonly key: DraftKey;
  draft: Draft | null;
  /** Grows with each local change; storage is up to date when it equals `written`. */
  revision: number;
  written: number;
  /** Client id under which other tabs may know, and send, the text as it was: a change takes another id. */
  publishedId: string | null;
  /** Client id of the draft that is being moved into the outbox: nothing is written until that is decided. */
  leavingId: string | null;
  cancelTimer: (() => void) | null;
  /** Writes of one draft happen one after the other. */
  writing: Promise<void>;
}

/** What a draft holds besides its text. */
interface Changed extends Pick<Draft, 'replyToId'> {
  readonly basis: TextBasis | undefined;
  readonly template?: TemplateDraft;
}

/** What the drafts work with. */
export interface DraftBookOptions {
  readonly clock: Clock;
  readonly store: ClientStore;
  readonly newClientId: () => string;
  readonly log: Log;
  /** Something was written here that storage does not have yet. */
  readonly onChange: () => void;
  /** Keeps the last words of a draft while storage is not open yet. */
  readonly journal: (draft: Draft) => void;
}

/**
 * Every draft of this agent, by conversation, mode and channel. Text is in memory at once and in storage soon after.
 *
 * Two tabs may edit the same draft: the last write wins in storage, and a tab takes over what another wrote only while
 * it has nothing unwritten itself, so nothing that somebody is typing is ever replaced under their hands. One client id
 * stands for one text, whichever tab sends it: a text that other tabs may know gets another id when it changes.
 */
export class DraftBook {
  readonly #options: DraftBookOptions;
  readonly #pages = new Map<string, Page>();
  #storage: LocalStorage | null = null;
  #unsubscribe = nothing;
  #cancelReload = nothing;
  #reloads = 0;
  /** Whether it is known what was stored before: until then nothing may be written over it. */
  #isRead = false;
  /** Whether a draft's client id is known to the outbox or the backend: it was sent already. */
  isSent: (clientId: string) => boolean = () => false;
  /** The name of a file that waits in a conversation's drafts. */
  nameOfFile: (conversationId: string) => string | null = () => null;

  constructor(options: DraftBookOptions) {
    this.#options = options;
  }

  /** Connects to storage; what was typed before that is kept and written. */
  async open(storage: LocalStorage): Promise<void> {
    this.#storage = storage;
    this.#unsubscribe = storage.subscribe(() => void this.#reload());
    await this.#reload();
  }

  get(key: DraftKey): Draft | null {
    return this.#pages.get(pageId(key))?.draft ?? null;
  }

  /** Text of the newest draft of a conversation, `null` if there is none. */
  newestText(conversationId: string): string | null {
    let newest: Draft | null = null;
    for (const { draft } of this.#pages.values())
      if (
        draft?.key.conversationId === conversationId &&
        draft.text !== '' &&
        draft.updatedAt >= (newest?.updatedAt ?? 0)
      )
        newest = draft;
    return newest?.text ?? this.nameOfFile(conversationId);
  }

  /** `basis` counts when the text is begun: a draft keeps the one it has. */
  setText(key: DraftKey, text: string, basis?: TextBasis): void {
    const draft = this.get(key);
    if ((draft?.text ?? '') === text) return;
    // A quote alone is no text yet: that is begun for whoever is the target now.
    this.#change(key, text, {
      replyToId: draft?.replyToId ?? null,
      basis: draft && draft.text !== '' ? draft.basis : basis,
    });
  }

  /** Keeps an approved template that is being filled; the draft keeps the basis it was begun with. */
  setTemplate(
    key: DraftKey,
    text: string,
    { template, basis }: { readonly template: TemplateDraft; readonly basis: TextBasis | undefined },
  ): void {
    const draft = this.get(key);
    if (draft?.text === text && JSON.stringify(draft.template) === JSON.stringify(template)) return;
    this.#change(key, text, { replyToId: null, basis: draft ? draft.basis : basis, template });
  }

  /** Keeps which message is answered; without a text as well. */
  setReplyTo(key: DraftKey, replyToId: string | null): void {
    const draft = this.get(key);
    if ((draft?.replyToId ?? null) === replyToId) return;
    this.#change(key, draft?.text ?? '', { replyToId, basis: draft?.basis });
  }

  /**
   * Takes the draft to make it a message: what is typed from now on is another one, with a client id of its own. Ends
   * with {@link settle} or {@link resume}.
   */
  async take(key: DraftKey): Promise<Draft | null> {
    const page = this.#pages.get(pageId(key));
    if (!page?.draft) return null;
    const { draft } = page;
    page.leavingId = draft.clientId;
    page.cancelTimer?.();
    page.cancelTimer = null;
    // A write that began earlier must not bring the draft back after it became a message.
    await page.writing;
    return draft;
  }

  /** The message of `sent` is safe: removes the draft unless it became another one since. */
  settle(sent: Draft): void {
    const page = this.#pages.get(pageId(sent.key));
    if (!page) return;
    if (page.draft?.clientId === sent.clientId) page.draft = null;
    page.revision += 1;
    this.#resume(page, sent);
    this.#changed(page);
  }

  /** The message could not be made safe: the draft goes on as before. */
  resume(taken: Draft): void {
    const page = this.#pages.get(pageId(taken.key));
    if (page) this.#resume(page, taken);
  }

  /** Writes what is not stored yet; when the page is being left, synchronously to the journal first. */
  async flush(key: DraftKey, leaving?: 'leaving'): Promise<void> {
    const page = this.#pages.get(pageId(key));
    if (page) await this.#flush(page, leaving);
  }

  async flushAll(leaving?: 'leaving'): Promise<void> {
    await Promise.all([...this.#pages.values()].map((page) => this.#flush(page, leaving)));
  }

  async close(): Promise<void> {
    this.#unsubscribe();
    this.#cancelReload();
    await this.flushAll('leaving').catch(nothing); // the journal has it
    for (const page of this.#pages.values()) page.cancelTimer?.();
    this.#storage = null;
  }

  #change(key: DraftKey, text: string, { replyToId, basis, template }: Changed): void {
    const { clock, newClientId } = this.#options;
    const page = this.#page(key);
    const before = page.draft;
    const isOther = !before || before.clientId === page.leavingId || before.clientId === page.publishedId;
    const clientId = isOther ? newClientId() : before.clientId;
    const more = { ...(basis && { basis }), ...(template && { template }) };
    const draft = { key, clientId, text, replyToId, updatedAt: clock.now(), ...more };
    page.draft = isEmptyDraft(draft) ? null : draft;
    page.revision += 1;
    this.#options.store.topics.touch(draftTopic(key));
    if (!before !== !page.draft) this.#options.store.refreshRow(key.conversationId);
    this.#writeSoon(page);
    this.#options.onChange();
  }

  #page(key: DraftKey): Page {
    const id = pageId(key);
    const known = this.#pages.get(id);
    if (known) return known;
    const page: Page = {
      ...{ key, draft: null, revision: 0, written: 0, publishedId: null },
      ...{ leavingId: null, cancelTimer: null, writing: Promise.resolve() },
    };
    this.#pages.set(id, page);
    return page;
  }

  #changed({ key }: Page): void {
    this.#options.store.topics.touch(draftTopic(key));
    this.#options.store.refreshRow(key.conversationId);
  }

  #resume(page: Page, { clientId }: Draft): void {
    // What was typed meanwhile may be on its way already, as another message.
    if (page.leavingId === clientId) page.leavingId = null;
    if (isDirty(page)) this.#writeSoon(page);
  }

  #writeSoon(page: Page): void {
    if (!this.#storage || !this.#isRead || page.cancelTimer || page.leavingId !== null) return;
    page.cancelTimer = this.#options.clock.after(writeBehindMs, () => {
      page.cancelTimer = null;
      this.#write(page).catch((error: unknown) => {
        this.#options.log('warn', `a draft could not be stored: ${String(error)}`);
        this.#writeSoon(page);
      });
    });
  }

  async #flush(page: Page, leaving?: 'leaving'): Promise<void> {
    if (!isDirty(page)) return page.writing;
    if (leaving) {
      page.publishedId = page.draft?.clientId ?? null;
      this.#journal(page.draft ?? emptyDraft(page.key, this.#options.clock.now()));
    }
    if (!this.#storage || page.leavingId !== null) return;
    page.cancelTimer?.();
    page.cancelTimer = null;
    await this.#write(page);
  }

  #journal(draft: Draft): void {
    if (this.#storage) this.#storage.journalDraft(draft);
    else this.#options.journal(draft);
  }

  #write(page: Page): Promise<void> {
    const write = async (): Promise<void> => {
      const { revision, draft } = page;
      if (!this.#storage || !isDirty(page) || page.leavingId !== null) return;
      // The list shows what was typed, but not at every key.
      this.#options.store.refreshRow(page.key.conversationId);
      page.publishedId = draft?.clientId ?? null;
      await (draft ? this.#storage.putDraft(draft) : this.#storage.deleteDraft(page.key));
      page.written = Math.max(page.written, revision);
      if (isDirty(page)) this.#writeSoon(page);
    };
    const written = page.writing.then(write);
    page.writing = written.catch(nothing);
    return written;
  }

  async #reload(): Promise<void> {
    const reload = (this.#reloads += 1);
    const before = new Map([...this.#pages].map(([id, { revision }]) => [id, revision]));
    try {
      const stored = (await this.#storage?.loadDrafts()) ?? [];
      if (reload === this.#reloads && this.#storage) this.#adopt(stored, before);
    } catch (error) {
      this.#options.log('warn', `drafts cannot be read: ${String(error)}`);
      this.#cancelReload();
      this.#cancelReload = this.#options.clock.after(readAgainMs, () => void this.#reload());
    }
  }

  /** Takes over what other tabs wrote, where this tab has nothing unwritten and changed nothing while reading. */
  #adopt(stored: readonly Draft[], before: ReadonlyMap<string, number>): void {
    const byId = new Map(stored.map((draft) => [pageId(draft.key), draft]));
    for (const { key } of stored) this.#page(key);
    for (const [id, page] of this.#pages) {
      const draft = byId.get(id) ?? null;
      const isOwn = isDirty(page) || page.leavingId !== null || page.revision !== (before.get(id) ?? 0);
      if (!isOwn) this.#takeOver(page, draft);
      else if (!this.#isRead && draft && !this.isSent(draft.clientId)) this.#putBehind(page, draft);
    }
    if (this.#isRead) return;
    this.#isRead = true;
    for (const page of this.#pages.values()) if (isDirty(page)) this.#writeSoon(page);
  }

  /** What was typed before it was known that a text waits comes behind that text. */
  #putBehind(page: Page, stored: Draft): void {
    const typed = page.draft;
    if (!typed) this.#takeOver(page, stored);
    if (!typed || typed.template || stored.template || typed.text.startsWith(stored.text)) return;
    const text = [stored.text, typed.text].filter((part) => part !== '').join('\n');
    const replyToId = typed.replyToId ?? stored.replyToId;
    page.draft = { ...typed, text, replyToId, ...(stored.basis && { basis: stored.basis }) };
    page.revision += 1;
    this.#changed(page);
  }

  #takeOver(page: Page, stored: Draft | null): void {
    page.publishedId = stored?.clientId ?? null;
    const draft = stored && !isEmptyDraft(stored) && !this.isSent(stored.clientId) ? stored : null;
    if (JSON.stringify(draft) === JSON.stringify(page.draft)) return;
    page.draft = draft;
    this.#changed(page);
  }
}

/** What is touched when one draft changes. */
export function draftTopic(key: DraftKey): string {
  return `draft/${pageId(key)}`;
}

function pageId({ conversationId, mode, channel }: DraftKey): string {
  return JSON.stringify([conversationId, mode, channel]);
}

function isDirty({ revision, written }: Page): boolean {
  return revision > written;
}

function emptyDraft(key: DraftKey, updatedAt: number): Draft {
  return { key, clientId: '', text: '', replyToId: null, updatedAt };
}
