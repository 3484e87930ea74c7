import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TextStore } from '../../../src/adapters/web/browser-features.ts';
import { DraftJournal, maxJournalLength, maxLineLength } from '../../../src/adapters/web/draft-journal.ts';
import { aDraft, builtAt } from '../../../src/testing/index.ts';

const prefix = 'journal/';

function textStore(
  entries: readonly (readonly [string, string])[] = [],
): TextStore & { readonly map: Map<string, string> } {
  const map = new Map(entries);
  return {
    map,
    get length() {
      return map.size;
    },
    key: (index) => [...map.keys()][index] ?? null,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

function draftsIn(journal: DraftJournal): readonly unknown[] {
  return journal.read().drafts.map(({ draft }) => draft);
}

function draftFor(conversationId: string, text: string, updatedAt = builtAt): ReturnType<typeof aDraft> {
  return aDraft({ key: { conversationId, mode: 'reply', channel: 'sms' }, text, updatedAt });
}

describe('draft journal', () => {
  it('keeps a draft per key', () => {
    const journal = new DraftJournal(textStore(), prefix);
    const drafts = [draftFor('conversation-1', 'one'), draftFor('conversation-2', 'two')];
    for (const draft of drafts) journal.write(draft);
    assert.deepEqual(draftsIn(journal), drafts);
  });

  it('replaces an older text and keeps a newer one', () => {
    const journal = new DraftJournal(textStore(), prefix);
    const newest = draftFor('conversation-1', 'newest', builtAt + 2);
    journal.write(draftFor('conversation-1', 'old', builtAt));
    journal.write(newest);
    journal.write(draftFor('conversation-1', 'late', builtAt + 1));
    assert.deepEqual(draftsIn(journal), [newest]);
  });

  it('leaves the keys of the page alone', () => {
    const page: readonly (readonly [string, string])[] = [
      ['theme', 'dark'],
      ['journal', 'mine'],
    ];
    const store = textStore(page);
    const journal = new DraftJournal(store, prefix);
    journal.write(aDraft());
    const { drafts, broken } = journal.read();
    journal.forget([...drafts, ...broken]);
    assert.deepEqual([...store.map], page);
  });

  it('[I9] keeps nothing of a draft that is too long, and keeps the text before it', () => {
    const journal = new DraftJournal(textStore(), prefix);
    const fits = draftFor('conversation-1', 'fits');
    journal.write(fits);
    journal.write(draftFor('conversation-1', 'x'.repeat(maxLineLength), builtAt + 1));
    assert.deepEqual(draftsIn(journal), [fits]);
  });

  it('[I9] stops growing, and never drops a draft for another', () => {
    const store = textStore();
    const journal = new DraftJournal(store, prefix);
    const half = 'x'.repeat(maxLineLength / 2);
    for (let number = 0; number < 50; number += 1) journal.write(draftFor(`conversation-${number}`, half));
    const kept = journal.read().drafts.map(({ draft }) => draft.key.conversationId);
    const length = [...store.map.values()].reduce((sum, line) => sum + line.length, 0);
    assert.ok(length <= maxJournalLength, `${length}`);
    assert.deepEqual(
      kept,
      ['0', '1', '2', '3', '4', '5', '6'].map((number) => `conversation-${number}`),
    );
  });

  it('replaces a draft also when it is full', () => {
    const journal = new DraftJournal(textStore(), prefix);
    const half = 'x'.repeat(maxLineLength / 2);
    for (let number = 0; number < 50; number += 1) journal.write(draftFor(`conversation-${number}`, half));
    const other = draftFor('conversation-3', 'y'.repeat(maxLineLength / 2), builtAt + 1);
    journal.write(other);
    assert.deepEqual(journal.peek(other.key)?.draft, other);
  });

  it('tells lines that make no sense apart', () => {
    const broken = [
      { name: 'journal/a', line: '{' },
      { name: 'journal/b', line: 'null' },
      { name: 'journal/c', line: '{"version":2}' },
    ];
    const journal = new DraftJournal(textStore(broken.map(({ name, line }) => [name, line])), prefix);
    assert.deepEqual(journal.read(), { drafts: [], broken });
  });

  it('does not forget a line that changed since it was read', () => {
    const journal = new DraftJournal(textStore(), prefix);
    journal.write(draftFor('conversation-1', 'old'));
    const { drafts } = journal.read();
    const later = draftFor('conversation-1', 'new', builtAt + 1);
    journal.write(later);
    journal.forget(drafts);
    assert.deepEqual(draftsIn(journal), [later]);
  });

  it('writes nothing that it could not read again', () => {
    const store = textStore();
    new DraftJournal(store, prefix).write(aDraft({ updatedAt: NaN }));
    assert.equal(store.map.size, 0);
  });

  const refuse = (): never => {
    throw new DOMException('no', 'SecurityError');
  };
  const stores: readonly (readonly [title: string, store: TextStore | null])[] = [
    ['absent', null],
    ['full', { ...textStore(), setItem: refuse }],
    [
      'forbidden',
      {
        get length(): number {
          return refuse();
        },
        key: refuse,
        getItem: refuse,
        setItem: refuse,
        removeItem: refuse,
      },
    ],
  ];
  for (const [title, store] of stores) {
    it(`keeps nothing and never throws when the store is ${title}`, () => {
      const journal = new DraftJournal(store, prefix);
      const draft = aDraft();
      journal.write(draft);
      journal.forget([{ name: 'journal/a', line: '' }]);
      assert.deepEqual(journal.read(), { drafts: [], broken: [] });
      assert.equal(journal.peek(draft.key), null);
    });
  }
});
