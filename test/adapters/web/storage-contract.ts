import { expect } from '@open-wc/testing';
import type { DraftFile, DraftKey, KeptFile, LocalStorage, OutboxEntry } from '../../../src/ports/storage.ts';
import { StorageError } from '../../../src/ports/storage.ts';
import { aClientId, aDraft, anOutboxEntry, aText, builtAt, settle } from '../../../src/testing/index.ts';

/** Opens the storage under test; each further call is another tab over the same data. */
export type OpenTab = () => Promise<LocalStorage>;

/** One promise of the port. */
export interface StorageCase {
  readonly title: string;
  /** Cases for two tabs cannot be kept by storage that lives in one page. */
  readonly tabs: 1 | 2;
  readonly run: (open: OpenTab) => Promise<void>;
}

const minute = 60_000;
const year = 365 * 24 * 60 * minute;
const key: DraftKey = { conversationId: 'conversation-1', mode: 'reply', channel: 'whatsapp' };

const aFile = (id: string, fields: Partial<DraftFile> = {}): DraftFile => ({
  ...{ id, key, position: 0, uploadId: `upload-${id}`, name: 'offerte.pdf', mimeType: 'application/pdf' },
  ...{ kind: 'document', sizeBytes: 4, width: null, height: null, durationMs: null, caption: '', altText: '' },
  ...fields,
});
const textOf = async (kept: KeptFile | undefined): Promise<string | undefined> => kept?.bytes.text();

const files: readonly StorageCase[] = [
  {
    title: '[B12] gives back the files of drafts with their bytes',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      await storage.putDraftFile(aFile('a'), new Blob(['%PDF']));
      await storage.putDraftFile(aFile('b'), new Blob(['more']));
      await storage.putDraftFile(aFile('a', { caption: 'The offer' }));
      const kept = await storage.loadDraftFiles();
      expect(kept.map(({ file }) => [file.id, file.caption])).to.have.deep.members([
        ['a', 'The offer'],
        ['b', ''],
      ]);
      expect(await textOf(kept.find(({ file }) => file.id === 'a'))).to.equal('%PDF');
      await storage.deleteDraftFile('a');
      expect((await storage.loadDraftFiles()).map(({ file }) => file.id)).to.deep.equal(['b']);
    },
  },
  {
    title: '[B12] brings back no file that is gone when something is said about it',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      await storage.putDraftFile(aFile('a'), new Blob(['%PDF']));
      await storage.deleteDraftFile('a');
      await storage.putDraftFile(aFile('a', { caption: 'late' }));
      expect(await storage.loadDraftFiles()).to.deep.equal([]);
    },
  },
  {
    title: '[I1] moves a file of a draft into the outbox in one transaction',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      await storage.putDraftFile(aFile('a'), new Blob(['%PDF']));
      await storage.putDraftFile(aFile('b'), new Blob(['more']));
      await storage.enqueue(unordered(), null, 'a');
      expect((await storage.loadDraftFiles()).map(({ file }) => file.id)).to.deep.equal(['b']);
      expect(await storage.loadOutbox()).to.have.length(1);
    },
  },
  {
    title: '[B12] shows other tabs the files of drafts',
    tabs: 2,
    run: async (open) => {
      const [storage, other] = [await open(), await open()];
      const told = new Promise<void>((resolve) => other.subscribe(resolve));
      await storage.putDraftFile(aFile('a'), new Blob(['%PDF']));
      await told;
      expect((await other.loadDraftFiles()).map(({ file }) => file.id)).to.deep.equal(['a']);
    },
  },
];

const drafts: readonly StorageCase[] = [
  {
    title: 'gives back the drafts that were put',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      const { conversationId } = key;
      const basis = { conversationId, recipientId: '', channel: 'sms', accountId: null, address: null } as const;
      const draft = aDraft({
        text: 'Dag Anna,\n\nüñï 🙂 \u0000 \ud800',
        replyToId: 'message-1',
        basis: { ...basis, lastIncomingChannel: 'whatsapp' },
      });
      await storage.putDraft(draft);
      expect(await storage.loadDrafts()).to.deep.equal([draft]);
    },
  },
  {
    title: '[B12] keeps a draft per conversation, mode and channel',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      const kept = [
        aDraft({ key }),
        aDraft({ key: { ...key, conversationId: 'conversation-2' } }),
        aDraft({ key: { ...key, channel: 'sms' } }),
        aDraft({ key: { ...key, mode: 'note', channel: null } }),
      ];
      for (const draft of kept) await storage.putDraft(draft);
      expect(await storage.loadDrafts()).to.have.deep.members(kept);
    },
  },
  {
    title: 'replaces the draft of a key',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      await storage.putDraft(aDraft({ text: 'first' }));
      const second = aDraft({ text: 'second' });
      await storage.putDraft(second);
      expect(await storage.loadDrafts()).to.deep.equal([second]);
    },
  },
  {
    title: 'carries calls out in the order in which they were made',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      const last = aDraft({ text: 'last' });
      await Promise.all([
        storage.putDraft(aDraft({ text: 'first' })),
        storage.deleteDraft(key),
        storage.putDraft(last),
      ]);
      expect(await storage.loadDrafts()).to.deep.equal([last]);
    },
  },
  {
    title: 'deletes one draft and leaves the others',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      const other = aDraft({ key: { ...key, channel: 'sms' } });
      await storage.putDraft(aDraft());
      await storage.putDraft(other);
      await storage.deleteDraft(key);
      await storage.deleteDraft(key);
      expect(await storage.loadDrafts()).to.deep.equal([other]);
    },
  },
  {
    title: '[I11] takes any text as an id',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      const ids = ['__proto__', 'constructor', '', 'a/b', '["a"]', '\ud83d'];
      const kept = ids.map((conversationId) => aDraft({ key: { ...key, conversationId } }));
      for (const draft of kept) await storage.putDraft(draft);
      const entry = await storage.enqueue(anOutboxEntry({ clientId: '__proto__' }), null);
      expect(await storage.loadDrafts()).to.have.deep.members(kept);
      expect(await storage.loadOutbox()).to.deep.equal([entry]);
    },
  },
];

const journal: readonly StorageCase[] = [
  {
    title: 'folds the journal into the drafts',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      await storage.putDraft(aDraft({ text: 'Half a sen', clientId: aClientId(1) }));
      const tail = aDraft({ text: 'Half a sentence', clientId: aClientId(1), updatedAt: builtAt + 1 });
      storage.journalDraft(tail);
      expect(await storage.loadDrafts()).to.deep.equal([tail]);
      expect(await storage.loadDrafts(), 'a second time').to.deep.equal([tail]);
    },
  },
  {
    title: 'prefers a draft that was put after it was journalled',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      storage.journalDraft(aDraft({ text: 'old' }));
      const later = aDraft({ text: 'new', updatedAt: builtAt + 1 });
      await storage.putDraft(later);
      expect(await storage.loadDrafts()).to.deep.equal([later]);
    },
  },
  {
    title: 'lets a journalled emptying delete the draft',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      await storage.putDraft(aDraft());
      storage.journalDraft(aDraft({ text: '', updatedAt: builtAt + 1 }));
      expect(await storage.loadDrafts()).to.deep.equal([]);
    },
  },
  {
    title: 'takes a journalled emptying that has no client id any more',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      await storage.putDraft(aDraft());
      storage.journalDraft(aDraft({ clientId: '', text: '', updatedAt: builtAt + 1 }));
      expect(await storage.loadDrafts()).to.deep.equal([]);
    },
  },
  {
    title: 'does not bring back a deleted draft from the journal',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      storage.journalDraft(aDraft());
      await storage.deleteDraft(key);
      expect(await storage.loadDrafts()).to.deep.equal([]);
    },
  },
  {
    title: '[I1] does not make a draft again of what was sent',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      storage.journalDraft(aDraft({ clientId: aClientId(1), updatedAt: builtAt - 1 }));
      await storage.enqueue(anOutboxEntry({ clientId: aClientId(1), queuedAt: builtAt }), key);
      expect(await storage.loadDrafts()).to.deep.equal([]);
      await storage.removeEntry(aClientId(1));
      expect(await storage.loadDrafts(), 'after the server confirmed it').to.deep.equal([]);
    },
  },
  {
    title: '[I1] does not make a draft again of what another tab sent after this one journalled it',
    tabs: 2,
    run: async (open) => {
      const here = await open();
      const there = await open();
      await there.enqueue(anOutboxEntry({ clientId: aClientId(1), queuedAt: builtAt }), key);
      here.journalDraft(aDraft({ clientId: aClientId(1), updatedAt: builtAt - 1 }));
      expect(await here.loadDrafts()).to.deep.equal([]);
    },
  },
  {
    title: '[I1] keeps a journalled text that was typed in another tab after the sending',
    tabs: 2,
    run: async (open) => {
      const here = await open();
      const there = await open();
      await there.enqueue(anOutboxEntry({ clientId: aClientId(1), queuedAt: builtAt }), key);
      const later = aDraft({ clientId: aClientId(1), text: 'and another thing', updatedAt: builtAt + 1 });
      here.journalDraft(later);
      expect(await here.loadDrafts()).to.deep.equal([later]);
    },
  },
  {
    title: 'keeps the journal over a close',
    tabs: 2,
    run: async (open) => {
      const left = await open();
      const draft = aDraft();
      left.journalDraft(draft);
      left.close();
      expect(await (await open()).loadDrafts()).to.deep.equal([draft]);
    },
  },
];

const outbox: readonly StorageCase[] = [
  {
    title: '[I1] moves a draft into the outbox',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      const draft = aDraft({ clientId: aClientId(1) });
      const entry = unordered({ clientId: aClientId(1), content: aText(draft.text) });
      await storage.putDraft(draft);
      const stored = await storage.enqueue(entry, key);
      expect(stored).to.deep.equal({ ...entry, order: stored.order });
      expect(await storage.loadOutbox()).to.deep.equal([stored]);
      expect(await storage.loadDrafts()).to.deep.equal([]);
    },
  },
  {
    title: '[I8] leaves a draft of the same key that is another text',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      const other = aDraft({ clientId: aClientId(2) });
      await storage.putDraft(other);
      await storage.enqueue(unordered({ clientId: aClientId(1) }), key);
      expect(await storage.loadDrafts()).to.deep.equal([other]);
    },
  },
  {
    title: '[I3] changes nothing when a client id is queued again',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      const first = await storage.enqueue(unordered({ clientId: aClientId(1), content: aText('first') }), null);
      const draft = aDraft({ clientId: aClientId(1) });
      await storage.putDraft(draft);
      const again = await storage.enqueue(unordered({ clientId: aClientId(1), content: aText('second') }), key);
      expect(again).to.deep.equal(first);
      expect(await storage.loadOutbox()).to.deep.equal([first]);
      expect(await storage.loadDrafts()).to.deep.equal([draft]);
    },
  },
  {
    title: '[I5] gives later entries a higher order and lists them by it',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      const orders: number[] = [];
      for (const number of [9, 5, 7])
        orders.push((await storage.enqueue(unordered({ clientId: aClientId(number) }), null)).order);
      expect(orders).to.deep.equal(orders.toSorted((a, b) => a - b));
      expect(new Set(orders)).to.have.length(3);
      expect((await storage.loadOutbox()).map(({ order }) => order)).to.deep.equal(orders);
    },
  },
  {
    title: '[I5] never gives an order twice, also after the outbox was emptied',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      const first = await storage.enqueue(unordered(), null);
      await storage.removeEntry(first.clientId);
      expect((await storage.enqueue(unordered(), null)).order).to.be.greaterThan(first.order);
    },
  },
  {
    title: '[I5] gives different orders to two tabs that queue at the same time',
    tabs: 2,
    run: async (open) => {
      const here = await open();
      const there = await open();
      const entries = await Promise.all([here, there, here, there].map((tab) => tab.enqueue(unordered(), null)));
      expect(new Set(entries.map(({ order }) => order))).to.have.length(4);
    },
  },
  {
    title: '[I3] stores one entry when two tabs queue the same client id at the same time',
    tabs: 2,
    run: async (open) => {
      const here = await open();
      const there = await open();
      const entry = unordered();
      const [one, other] = await Promise.all([here.enqueue(entry, null), there.enqueue(entry, null)]);
      expect(one).to.deep.equal(other);
      expect(await here.loadOutbox()).to.deep.equal([one]);
    },
  },
  {
    title: 'changes a row and returns what is stored now',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      const entry = await storage.enqueue(unordered(), null);
      const failure = { reason: 'blocked', providerCode: '131', detail: null, at: builtAt } as const;
      const change = { state: 'failed', attempts: 3, notBefore: builtAt + minute, failure } as const;
      const changed = await storage.updateEntry(entry.clientId, change, null);
      expect(changed).to.deep.equal({ ...entry, ...change });
      expect(await storage.loadOutbox()).to.deep.equal([changed]);
    },
  },
  {
    title: 'does not bring a removed row back',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      const entry = await storage.enqueue(unordered(), null);
      await storage.removeEntry(entry.clientId);
      await storage.removeEntry(entry.clientId);
      expect(await storage.updateEntry(entry.clientId, { state: 'sending' }, null)).to.equal(null);
      expect(await storage.loadOutbox()).to.deep.equal([]);
    },
  },
];

const leases: readonly StorageCase[] = [
  {
    title: 'gives a free lease and refuses it to others until it expires',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      const lease = await storage.acquireLease('tab-1', builtAt, minute);
      expect(lease).to.include({ holder: 'tab-1', expiresAt: builtAt + minute });
      expect(await storage.acquireLease('tab-2', builtAt + minute - 1, minute)).to.equal(null);
    },
  },
  {
    title: 'takes the lease of a tab that is gone, with a higher fence, and leaves it to one that lives',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      const old = await storage.acquireLease('tab-1', builtAt, minute);
      expect(await storage.acquireLease('tab-2', builtAt + 1, minute, new Set(['tab-1', 'tab-2']))).to.equal(null);
      expect(await storage.acquireLease('tab-2', builtAt + 1, minute, null)).to.equal(null);
      const lease = await storage.acquireLease('tab-2', builtAt + 1, minute, new Set(['tab-2']));
      expect(lease?.holder).to.equal('tab-2');
      expect(lease?.fence).to.be.greaterThan(old?.fence ?? NaN);
    },
  },
  {
    title: 'renews the lease of its holder with the same fence',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      const lease = await storage.acquireLease('tab-1', builtAt, minute);
      const renewed = await storage.acquireLease('tab-1', builtAt + 1, minute);
      expect(renewed).to.deep.equal({ ...lease, expiresAt: builtAt + 1 + minute });
    },
  },
  {
    title: 'hands an expired lease over with a higher fence',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      const old = await storage.acquireLease('tab-1', builtAt, minute);
      const lease = await storage.acquireLease('tab-2', builtAt + minute, minute);
      expect(lease?.holder).to.equal('tab-2');
      expect(lease?.fence).to.be.greaterThan(old?.fence ?? NaN);
    },
  },
  {
    title: 'gives a holder that let its lease run out a higher fence',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      const old = await storage.acquireLease('tab-1', builtAt, minute);
      const lease = await storage.acquireLease('tab-1', builtAt + minute, minute);
      expect(lease?.fence).to.be.greaterThan(old?.fence ?? NaN);
    },
  },
  {
    title: 'hands a released lease over at once, with a higher fence',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      const old = await storage.acquireLease('tab-1', builtAt, minute);
      if (old) await storage.releaseLease(old);
      const lease = await storage.acquireLease('tab-2', builtAt, minute);
      expect(lease?.fence).to.be.greaterThan(old?.fence ?? NaN);
    },
  },
  {
    title: 'ignores the release of a lease that was overtaken',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      const old = await storage.acquireLease('tab-1', builtAt, minute);
      await storage.acquireLease('tab-2', builtAt + minute, minute);
      if (old) await storage.releaseLease(old);
      expect(await storage.acquireLease('tab-1', builtAt + minute, minute)).to.equal(null);
    },
  },
  {
    title: '[I7] is not blocked for a year by a lease from before the clock was set back',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      const old = await storage.acquireLease('tab-1', builtAt + year, minute);
      const lease = await storage.acquireLease('tab-2', builtAt, minute);
      expect(lease?.fence).to.be.greaterThan(old?.fence ?? NaN);
    },
  },
  {
    title: 'gives the lease to one of two tabs that ask at the same time',
    tabs: 2,
    run: async (open) => {
      const here = await open();
      const there = await open();
      const leases = await Promise.all([
        here.acquireLease('tab-1', builtAt, minute),
        there.acquireLease('tab-2', builtAt, minute),
      ]);
      expect(leases.filter((lease) => lease !== null)).to.have.length(1);
    },
  },
  {
    title: '[I3] refuses a change with an outdated fence',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      const entry = await storage.enqueue(unordered(), null);
      const old = await storage.acquireLease('tab-1', builtAt, minute);
      await storage.acquireLease('tab-2', builtAt + minute, minute);
      expect(await storage.updateEntry(entry.clientId, { state: 'failed' }, old?.fence ?? NaN)).to.equal(null);
      expect(await storage.loadOutbox()).to.deep.equal([entry]);
    },
  },
  {
    title: 'refuses an outdated fence also while nobody holds the lease',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      const entry = await storage.enqueue(unordered(), null);
      const old = await storage.acquireLease('tab-1', builtAt, minute);
      const lease = await storage.acquireLease('tab-2', builtAt + minute, minute);
      if (lease) await storage.releaseLease(lease);
      expect(await storage.updateEntry(entry.clientId, { state: 'failed' }, old?.fence ?? NaN)).to.equal(null);
    },
  },
  {
    title: 'takes a change with the newest fence, and one without a fence',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      const entry = await storage.enqueue(unordered(), null);
      const lease = await storage.acquireLease('tab-1', builtAt, minute);
      const sending = await storage.updateEntry(entry.clientId, { state: 'sending' }, lease?.fence ?? NaN);
      expect(sending?.state).to.equal('sending');
      expect((await storage.updateEntry(entry.clientId, { state: 'queued' }, null))?.state).to.equal('queued');
    },
  },
];

type Change = readonly [name: string, act: (storage: LocalStorage, entry: OutboxEntry) => Promise<unknown>];

const changes: readonly Change[] = [
  ['a draft was put', (storage) => storage.putDraft(aDraft({ text: 'more' }))],
  ['a draft was deleted', (storage) => storage.deleteDraft(key)],
  ['a message was queued', (storage) => storage.enqueue(unordered(), null)],
  ['a row was changed', (storage, { clientId }) => storage.updateEntry(clientId, { attempts: 1 }, null)],
  ['a row was removed', (storage, { clientId }) => storage.removeEntry(clientId)],
];

const tabs: readonly StorageCase[] = [
  ...changes.map(([name, act]): StorageCase => ({
    title: `[I6] tells the other tabs, and not this one, that ${name}`,
    tabs: 2,
    run: async (open) => {
      const here = await open();
      await here.putDraft(aDraft());
      const entry = await here.enqueue(unordered(), null);
      const there = await open();
      let heardHere = 0;
      here.subscribe(() => (heardHere += 1));
      await quiet(there, () => act(here, entry));
      expect(heardHere).to.equal(0);
    },
  })),
  {
    title: 'stops telling who unsubscribed, and only them',
    tabs: 2,
    run: async (open) => {
      const here = await open();
      const there = await open();
      let heard = 0;
      const listener = (): void => void (heard += 1);
      const stop = there.subscribe(listener);
      there.subscribe(listener);
      stop();
      stop();
      await quiet(there, () => here.putDraft(aDraft()));
      expect(heard).to.equal(1);
    },
  },
  {
    title: '[I6] shows one tab what another one stored',
    tabs: 2,
    run: async (open) => {
      const here = await open();
      const there = await open();
      const draft = aDraft();
      await here.putDraft(draft);
      const entry = await here.enqueue(unordered(), null);
      expect(await there.loadDrafts()).to.deep.equal([draft]);
      expect(await there.loadOutbox()).to.deep.equal([entry]);
    },
  },
  {
    title: '[I1] carries out what was asked before it was closed',
    tabs: 2,
    run: async (open) => {
      const left = await open();
      const draft = aDraft();
      const put = left.putDraft(draft);
      left.close();
      await put;
      expect(await (await open()).loadDrafts()).to.deep.equal([draft]);
    },
  },
  {
    title: 'refuses every call once it is closed',
    tabs: 1,
    run: async (open) => {
      const storage = await open();
      storage.close();
      storage.close();
      const calls = [
        () => storage.loadDrafts(),
        () => storage.putDraft(aDraft()),
        () => storage.deleteDraft(key),
        () => storage.loadOutbox(),
        () => storage.enqueue(unordered(), null),
        () => storage.updateEntry(aClientId(1), { state: 'queued' }, null),
        () => storage.removeEntry(aClientId(1)),
        () => storage.acquireLease('tab-1', builtAt, minute),
        () => storage.releaseLease({ holder: 'tab-1', fence: 1, expiresAt: builtAt }),
      ];
      for (const call of calls) expect(await problemOf(call)).to.equal('absent');
    },
  },
];

/** What every {@link LocalStorage} promises. Cases as data: each implementation and each fake runs all of them. */
export const storageContract: readonly StorageCase[] = [...drafts, ...files, ...journal, ...outbox, ...leases, ...tabs];

/** An entry that has no order yet. */
export function unordered(fields: Partial<OutboxEntry> = {}): Omit<OutboxEntry, 'order'> {
  const entry: Omit<OutboxEntry, 'order'> & { order?: number } = anOutboxEntry(fields);
  delete entry.order;
  return entry;
}

/** With which problem a call was refused; fails if it was not. */
export async function problemOf(call: () => Promise<unknown>): Promise<string> {
  try {
    await call();
  } catch (reason) {
    if (reason instanceof StorageError) return reason.problem;
    throw reason;
  }
  throw new Error('the call was not refused');
}

/** Acts, waits until `storage` heard of it, and lets stragglers arrive. */
async function quiet(storage: LocalStorage, act: () => Promise<unknown>): Promise<void> {
  const heard = new Promise<void>((resolve) => void storage.subscribe(resolve));
  await act();
  await heard;
  await settle();
}
