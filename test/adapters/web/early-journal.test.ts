import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DraftJournal } from '../../../src/adapters/web/draft-journal.ts';
import { journalEarly } from '../../../src/adapters/web/early-journal.ts';
import { storageNames } from '../../../src/adapters/web/storage-names.ts';
import { aDraft, builtAt } from '../../../src/testing/index.ts';

const owner = { tenantId: 'tenant', agentId: 'agent' };

function textStore() {
  const map = new Map<string, string>();
  return {
    get length() {
      return map.size;
    },
    key: (index: number) => [...map.keys()][index] ?? null,
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  };
}

function journalIn(store: ReturnType<typeof textStore>): DraftJournal {
  return new DraftJournal(store, storageNames(owner.tenantId, owner.agentId).journal);
}

describe('early journal', () => {
  it('[I1] keeps a draft where the journal finds it', () => {
    const store = textStore();
    const draft = aDraft({ text: 'typed before anything had loaded' });
    journalEarly({ ...owner, store }, draft);
    assert.deepEqual(
      journalIn(store)
        .read()
        .drafts.map((found) => found.draft),
      [draft],
    );
  });

  it('replaces an older text, and one that nobody can read, but not a newer one', () => {
    const store = textStore();
    const newest = aDraft({ text: 'newest', updatedAt: builtAt + 2 });
    journalIn(store).write(newest);
    journalEarly({ ...owner, store }, aDraft({ text: 'late', updatedAt: builtAt + 1 }));
    assert.equal(journalIn(store).peek(newest.key)?.draft.text, 'newest');
    journalEarly({ ...owner, store }, aDraft({ text: 'newer', updatedAt: builtAt + 3 }));
    assert.equal(journalIn(store).peek(newest.key)?.draft.text, 'newer');
    store.setItem(store.key(0) ?? '', 'broken');
    journalEarly({ ...owner, store }, newest);
    assert.equal(journalIn(store).peek(newest.key)?.draft.text, 'newest');
  });

  it('keeps nothing, and says nothing, where there is no room', () => {
    const full = {
      ...textStore(),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    journalEarly({ ...owner, store: full }, aDraft({ text: 'x' }));
    journalEarly({ ...owner, store: null }, aDraft({ text: 'x' }));
    assert.equal(full.length, 0);
  });
});
