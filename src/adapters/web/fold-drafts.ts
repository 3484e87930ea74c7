import { isEmptyDraft } from '../../ports/empty-draft.ts';
import type { Draft, DraftKey, OutboxEntry } from '../../ports/storage.ts';
import { draftIdText } from './draft-id.ts';

/** What the journal changes in the drafts. */
export interface DraftFold {
  /** The drafts as they are with the journal. */
  readonly drafts: readonly Draft[];
  readonly puts: readonly Draft[];
  readonly deletes: readonly DraftKey[];
}

/**
 * Brings the journal into the drafts. The later of two texts wins; an empty one means that the draft was emptied. What
 * was sent since is left out; what was typed after its sending, in another tab, is kept.
 */
export function foldDrafts(
  stored: readonly Draft[],
  journalled: readonly Draft[],
  sent: ReadonlyMap<string, OutboxEntry>,
): DraftFold {
  const drafts = new Map(stored.map((draft) => [draftIdText(draft.key), draft]));
  const puts: Draft[] = [];
  const deletes: DraftKey[] = [];
  for (const draft of journalled) {
    const id = draftIdText(draft.key);
    const before = drafts.get(id);
    if (isSent(draft, sent.get(draft.clientId)) || (before && before.updatedAt > draft.updatedAt)) continue;
    if (isEmptyDraft(draft)) {
      if (drafts.delete(id)) deletes.push(draft.key);
    } else {
      drafts.set(id, draft);
      puts.push(draft);
    }
  }
  return { drafts: [...drafts.values()], puts, deletes };
}

/** Whether an entry of the outbox is what became of a draft. */
export function isSent(draft: Draft, entry: OutboxEntry | undefined): boolean {
  return entry?.clientId === draft.clientId && draft.updatedAt <= entry.queuedAt;
}
