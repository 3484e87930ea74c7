import { expect } from '@open-wc/testing';
import type { TextStore } from '../../../src/adapters/web/browser-features.ts';
import type { DraftKey } from '../../../src/ports/storage.ts';
import { aClientId, aDraft, builtAt } from '../../../src/testing/index.ts';
import { unordered } from './storage-contract.ts';
import type { StoragePlace } from './storage-place.ts';
import { storagePlace } from './storage-place.ts';

const key: DraftKey = { conversationId: 'conversation-1', mode: 'reply', channel: 'whatsapp' };

describe('the journal in local storage', () => {
  let place: StoragePlace;
  const lines = (): readonly string[] => Object.keys(localStorage).filter((name) => name.includes(place.tenantId));
  beforeEach(() => {
    place = storagePlace();
  });
  afterEach(() => {
    place.close();
    localStorage.clear();
  });

  it('is written before the call returns', async () => {
    const storage = await place.open();
    storage.journalDraft(aDraft());
    expect(lines()).to.deep.equal([
      `conversation-elements/journal/${place.tenantId}/agent-1/["conversation-1","reply","whatsapp"]`,
    ]);
  });

  it('is empty once its drafts are in the database', async () => {
    const storage = await place.open();
    const draft = aDraft();
    storage.journalDraft(draft);
    await storage.loadDrafts();
    expect(lines()).to.deep.equal([]);
    expect(await (await place.open({ localStorage: null })).loadDrafts()).to.deep.equal([draft]);
  });

  it('tells the other tabs what it brought', async () => {
    const storage = await place.open();
    const other = await place.open();
    const told = new Promise<void>((resolve) => void other.subscribe(resolve));
    storage.journalDraft(aDraft());
    await storage.loadDrafts();
    await told;
  });

  it('loses the line of a draft that was put, deleted or sent since', async () => {
    const storage = await place.open();
    storage.journalDraft(aDraft());
    await storage.putDraft(aDraft({ updatedAt: builtAt + 1 }));
    expect(lines(), 'put').to.deep.equal([]);
    storage.journalDraft(aDraft());
    await storage.deleteDraft(key);
    expect(lines(), 'deleted').to.deep.equal([]);
    storage.journalDraft(aDraft({ clientId: aClientId(1) }));
    await storage.enqueue(unordered({ clientId: aClientId(1) }), key);
    expect(lines(), 'sent').to.deep.equal([]);
  });

  it('[I8] keeps the line of a text that is newer than what was put, or another one than was sent', async () => {
    const storage = await place.open();
    storage.journalDraft(aDraft({ clientId: aClientId(2), updatedAt: builtAt + 1 }));
    await storage.putDraft(aDraft());
    await storage.enqueue(unordered({ clientId: aClientId(1) }), key);
    expect(lines()).to.have.length(1);
  });

  it('keeps a line that is written while an older draft is being deleted', async () => {
    const storage = await place.open();
    storage.journalDraft(aDraft());
    const deleted = storage.deleteDraft(key);
    await Promise.resolve();
    const later = aDraft({ text: 'typed while leaving', updatedAt: builtAt + 1 });
    storage.journalDraft(later);
    await deleted;
    expect(await storage.loadDrafts()).to.deep.equal([later]);
  });

  it('[I8] puts a line that makes no sense aside and reports it', async () => {
    const storage = await place.open();
    const name = `conversation-elements/journal/${place.tenantId}/agent-1/[]`;
    localStorage.setItem(name, 'half a li');
    storage.journalDraft(aDraft());
    expect(await storage.loadDrafts()).to.have.length(1);
    expect(storage.problem).to.equal('corrupt');
    expect(lines()).to.deep.equal([]);
    expect(await storage.loadQuarantine()).to.deep.equal([
      { version: 1, from: 'journal', key: name, value: 'half a li', at: builtAt },
    ]);
  });

  it('outlives a page that has no database, and is read by the next one', async () => {
    const left = await place.open({ indexedDB: null });
    const draft = aDraft();
    left.journalDraft(draft);
    expect(await left.loadDrafts()).to.deep.equal([draft]);
    await left.putDraft(draft);
    left.close();
    expect(await (await place.open({ indexedDB: null })).loadDrafts()).to.deep.equal([draft]);
    expect(await (await place.open()).loadDrafts()).to.deep.equal([draft]);
  });

  const forbidden = (): never => {
    throw new DOMException('no', 'SecurityError');
  };
  const stores: readonly (readonly [title: string, store: TextStore | null])[] = [
    ['absent', null],
    ['forbidden', { length: 1, key: forbidden, getItem: forbidden, setItem: forbidden, removeItem: forbidden }],
  ];
  for (const [title, store] of stores) {
    it(`is done without when the store is ${title}`, async () => {
      const storage = await place.open({ localStorage: store });
      const draft = aDraft();
      storage.journalDraft(aDraft({ text: 'lost' }));
      await storage.putDraft(draft);
      await storage.enqueue(unordered(), key);
      expect(await storage.loadDrafts()).to.deep.equal([draft]);
      expect(storage.problem).to.equal('not-persisted');
    });
  }

  it('is not written any more after a close', async () => {
    const storage = await place.open();
    storage.close();
    storage.journalDraft(aDraft());
    expect(lines()).to.deep.equal([]);
  });
});
