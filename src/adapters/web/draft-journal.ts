import type { Draft, DraftKey } from '../../ports/storage.ts';
import type { TextStore } from './browser-features.ts';
import { draftIdText } from './draft-id.ts';
import { assertDraft, readDraft, storeDraft } from './stored-rows.ts';

/** A line of the journal that is a draft. */
export interface JournalledDraft {
  readonly name: string;
  readonly line: string;
  readonly draft: Draft;
}

/** A line of the journal that nobody can read. */
export interface BrokenLine {
  readonly name: string;
  readonly line: string;
}

/** Everything in the journal. */
export interface JournalContent {
  readonly drafts: readonly JournalledDraft[];
  readonly broken: readonly BrokenLine[];
}

/** Longest line, in UTF-16 units: the store is shared with the host's page and written while the page is leaving. */
export const maxLineLength = 64 * 1024;
/** Longest journal. */
export const maxJournalLength = 256 * 1024;

/**
 * The last words of drafts, written synchronously while a page is left, when a transaction would not finish. A key per
 * draft, so that tabs do not overwrite each other's. A store that is absent, full or throws keeps nothing.
 */
export class DraftJournal {
  readonly #store: TextStore | null;
  readonly #prefix: string;

  constructor(store: TextStore | null, prefix: string) {
    this.#store = store;
    this.#prefix = prefix;
  }

  /** Keeps a draft, unless a newer one of the same key is there or there is no room. Never throws. */
  write(draft: Draft): void {
    attempt(() => {
      if (!this.#store) return;
      assertDraft(draft);
      const before = this.peek(draft.key);
      if (before && before.draft.updatedAt > draft.updatedAt) return;
      const line = JSON.stringify(storeDraft(draft));
      const total = this.#lines().reduce((sum, { line: { length } }) => sum + length, 0);
      const length = total - (before?.line.length ?? 0) + line.length;
      if (line.length <= maxLineLength && length <= maxJournalLength)
        this.#store.setItem(this.#prefix + draftIdText(draft.key), line);
    });
  }

  /** Everything that was kept. */
  read(): JournalContent {
    const drafts: JournalledDraft[] = [];
    const broken: BrokenLine[] = [];
    for (const { name, line } of this.#lines()) {
      const draft = parseLine(line);
      if (draft) drafts.push({ name, line, draft });
      else broken.push({ name, line });
    }
    return { drafts, broken };
  }

  /** What was kept of one draft. */
  peek(key: DraftKey): JournalledDraft | null {
    const name = this.#prefix + draftIdText(key);
    const line = attempt(() => this.#store?.getItem(name)) ?? null;
    const draft = line === null ? null : parseLine(line);
    return line === null || draft === null ? null : { name, line, draft };
  }

  /** Removes lines, unless they changed since they were read. */
  forget(lines: readonly BrokenLine[]): void {
    for (const { name, line } of lines) {
      attempt(() => {
        if (this.#store?.getItem(name) === line) this.#store.removeItem(name);
      });
    }
  }

  #lines(): BrokenLine[] {
    const store = this.#store;
    if (!store) return [];
    const found = attempt(() => {
      const names: string[] = [];
      for (let index = 0; index < store.length; index += 1) {
        const name = store.key(index);
        if (name?.startsWith(this.#prefix)) names.push(name);
      }
      return names.map((name) => ({ name, line: store.getItem(name) ?? '' }));
    });
    return found ?? [];
  }
}

function parseLine(line: string): Draft | null {
  return attempt(() => readDraft(JSON.parse(line))) ?? null;
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
