import type { Draft } from '../../ports/storage.ts';
import { type TextStore, browserFeature } from './browser-features.ts';
import { draftIdText } from './draft-id.ts';
import { storageNames } from './storage-names.ts';

/** Whose journal, and where it is. */
export interface EarlyJournal {
  readonly tenantId: string;
  readonly agentId: string;
  readonly store?: TextStore | null;
}

/**
 * The last words of a draft for as long as the code that stores drafts is still on its way: a line as `DraftJournal`
 * writes it, so that it is found there. A store that is absent, full or throws keeps nothing.
 */
export function journalEarly(owner: EarlyJournal, draft: Draft): void {
  const { store = browserFeature(({ localStorage }) => localStorage) } = owner;
  const name = storageNames(owner.tenantId, owner.agentId).journal + draftIdText(draft.key);
  try {
    if (updatedAt(store?.getItem(name)) <= draft.updatedAt) store?.setItem(name, JSON.stringify({ version: 1, draft }));
  } catch {
    // Nothing can be kept here.
  }
}

/** When what is there was written, by this tab or another; what nobody can read is older than everything. */
function updatedAt(line: string | null | undefined): number {
  try {
    const { draft } = JSON.parse(line ?? '') as { readonly draft: Draft };
    return draft.updatedAt;
  } catch {
    return Number.NEGATIVE_INFINITY;
  }
}
