import type { TextBasis } from '../../domain/composition.ts';
import type { Clock } from '../../ports/clock.ts';
import { isEmptyDraft } from '../../ports/empty-draft.ts';
import type { Draft, DraftKey, TemplateDraft } from '../../ports/storage.ts';
import type { ClientStore } from '../../store/client-store.ts';
import { nothing } from '../../store/nothing.ts';
import type { DraftKeeper } from './draft-keeper.ts';

/** One draft, and how far it is kept. */
export interface DraftPage {
  readonly key: DraftKey;
  draft: Draft | null;
  /** Grows with each local change; storage is up to date when it equals `written`. */
  revision: number;
  written: number;
  /** Client id under which other tabs may know, and send, the text as it was: a change takes another id. */
  publishedId: string | null;
  /** Client id of the draft that is being moved into the outbox: nothing is written until that is decided. */
  leavingId: string | null;
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
  /** Something was written here that storage does not have yet. */
  readonly onChange: () => void;
  /** Keeps the last words of a draft while storage is not open yet. */
  readonly journal: (draft: Draft) => void;
}

/**
 * Every draft of this agent, by conversation, mode and channel: what is typed is here at once. What keeps it on the device
 * comes later, see {@link DraftKeeper}.
 *
 * One client id stands for one text, whichever tab sends it: a text that other tabs may know gets another id when it changes.
 */
export class DraftBook {
  readonly #options: DraftBookOptions;
  readonly #pages = new Map<string, DraftPage>();
  /** What writes it down; `null` until storage is open. */
  keeper: DraftKeeper | null = null;
  /** The name of a file that waits in a conversation's drafts. */
  nameOfFile: (conversationId: string) => string | null = () => null;

  constructor(options: DraftBookOptions) {
    this.#options = options;
  }

  get pages(): ReadonlyMap<string, DraftPage> {
    return this.#pages;
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

  /** Writes what is not stored yet; when the page is being left, synchronously to the journal first. */
  async flush(key: DraftKey, leaving?: 'leaving'): Promise<void> {
    const page = this.#pages.get(pageId(key));
    if (page) await this.#flush(page, leaving);
  }

  async flushAll(leaving?: 'leaving'): Promise<void> {
    await Promise.all([...this.#pages.values()].map((page) => this.#flush(page, leaving)));
  }

  async close(): Promise<void> {
    this.keeper?.stop();
    await this.flushAll('leaving').catch(nothing); // the journal has it
    this.keeper?.close();
    this.keeper = null;
  }

  /** The page of a draft, an empty one if there is none. */
  page(key: DraftKey): DraftPage {
    const id = pageId(key);
    const known = this.#pages.get(id);
    if (known) return known;
    const page = { key, draft: null, revision: 0, written: 0, publishedId: null, leavingId: null };
    this.#pages.set(id, page);
    return page;
  }

  /** Tells that a page reads otherwise now. */
  tell({ key }: DraftPage): void {
    this.#options.store.topics.touch(draftTopic(key));
    this.#options.store.refreshRow(key.conversationId);
  }

  #change(key: DraftKey, text: string, { replyToId, basis, template }: Changed): void {
    const { clock, newClientId, onChange, store } = this.#options;
    const page = this.page(key);
    const before = page.draft;
    const isOther = !before || before.clientId === page.leavingId || before.clientId === page.publishedId;
    const clientId = isOther ? newClientId() : before.clientId;
    const more = { ...(basis && { basis }), ...(template && { template }) };
    const draft = { key, clientId, text, replyToId, updatedAt: clock.now(), ...more };
    page.draft = isEmptyDraft(draft) ? null : draft;
    page.revision += 1;
    store.topics.touch(draftTopic(key));
    if (!before !== !page.draft) store.refreshRow(key.conversationId);
    this.keeper?.writeSoon(page);
    onChange();
  }

  async #flush(page: DraftPage, leaving?: 'leaving'): Promise<void> {
    if (leaving && isDirty(page)) {
      page.publishedId = page.draft?.clientId ?? null;
      this.#journal(page.draft ?? emptyDraft(page.key, this.#options.clock.now()));
    }
    await this.keeper?.flush(page);
  }

  #journal(draft: Draft): void {
    if (this.keeper) this.keeper.journal(draft);
    else this.#options.journal(draft);
  }
}

/** What is touched when one draft changes. */
export function draftTopic(key: DraftKey): string {
  return `draft/${pageId(key)}`;
}

/** Name of a draft's page. */
export function pageId({ conversationId, mode, channel }: DraftKey): string {
  return JSON.stringify([conversationId, mode, channel]);
}

/** Whether something of it is not stored yet. */
export function isDirty({ revision, written }: DraftPage): boolean {
  return revision > written;
}

function emptyDraft(key: DraftKey, updatedAt: number): Draft {
  return { key, clientId: '', text: '', replyToId: null, updatedAt };
}
