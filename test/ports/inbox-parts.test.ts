import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { noCounts } from '../../src/domain/inbox-tabs.ts';
import type { AdapterParts, MessagingAdapter } from '../../src/ports/adapter.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { validated } from '../../src/ports/validate-whole.ts';
import { politeAdapter } from './fake-adapter.ts';

/** The part as it comes through the boundary when each of its methods answers this, and what was left out. */
function part<K extends keyof AdapterParts>(
  name: K,
  methods: Readonly<Record<string, unknown>>,
): { readonly part: NonNullable<AdapterParts[K]>; readonly refused: AdapterError[] } {
  const refused: AdapterError[] = [];
  const raw: MessagingAdapter = politeAdapter({ part: () => methods });
  const guarded = validated(raw, { onRefused: (error) => refused.push(error) }).part(name);
  assert.ok(guarded);
  return { part: guarded, refused };
}

const answers = (value: unknown) => () => Promise.resolve(value);

async function invalidPath(promise: Promise<unknown>): Promise<string | null> {
  try {
    await promise;
  } catch (error) {
    assert.ok(error instanceof AdapterError);
    assert.deepEqual([error.code, error.refused], ['invalid', false]);
    return error.path;
  }
  throw new assert.AssertionError({ message: 'it should have been refused' });
}

const progress = { total: 2, done: 1, skipped: 1, failed: 0 };
const record = { recipientId: 'r1', kind: 'contact', name: 'Aïsha', branchId: null, value: '06', country: 'NL' };
const done = { conversationId: 'c1', outcome: 'done', undo: { conversationId: 'c1', edit: {}, ifVersion: 2 } };

describe('parts of the inbox at the boundary', () => {
  it('lets good answers through as they are', async () => {
    const tags = part('tags', { listTags: answers([{ id: 't1', name: 'spoed' }]) }).part;
    assert.deepEqual(await tags.listTags(), [{ id: 't1', name: 'spoed' }]);
    const counts = part('counts', { countTabs: answers(noCounts), countConversations: answers([3, null]) }).part;
    assert.deepEqual(await counts.countTabs({ kind: 'all' }), noCounts);
    const query = { scope: { kind: 'all' }, sort: 'newest' } as const;
    assert.deepEqual(await counts.countConversations([query, query]), [3, null]);
  });

  it('leaves malformed elements out and says so', async () => {
    const { part: teams, refused } = part('teams', {
      listTeams: answers([{ id: 't', name: 'A', isDefault: true }, { id: 't' }]),
    });
    assert.equal((await teams.listTeams()).length, 1);
    assert.equal(refused[0]?.path, '[1].name');
  });

  it('refuses another number of counts than was asked for', async () => {
    const counts = part('counts', { countConversations: answers([1, 2]) }).part;
    await invalidPath(counts.countConversations([{ scope: { kind: 'all' }, sort: 'newest' }]));
  });

  it('refuses counts of which one is missing', async () => {
    const counts = part('counts', { countTabs: answers({ ...noCounts, spam: undefined }) }).part;
    assert.equal(await invalidPath(counts.countTabs({ kind: 'all' })), 'spam');
  });

  it('refuses a report about another operation', async () => {
    const report = { operationId: 'other', state: 'finished', progress };
    const bulk = part('bulk', { undo: answers(report), run: answers(report) }).part;
    assert.equal(await invalidPath(bulk.undo('mine')), 'operationId');
    const request = { operationId: 'mine', target: { ids: [] }, action: { type: 'mark-read' } } as const;
    assert.equal(await invalidPath(bulk.run(request)), 'operationId');
  });

  it('does not pass on progress that cannot be read, nor after an abort', async () => {
    const heard: unknown[] = [];
    const controller = new AbortController();
    const run = (_: unknown, { onProgress }: { onProgress: (value: unknown) => void }) => {
      onProgress({ done: 'many' });
      onProgress(progress);
      controller.abort();
      onProgress(progress);
      return Promise.resolve({ operationId: 'mine', state: 'finished', progress });
    };
    const bulk = part('bulk', { undo: run }).part;
    await bulk.undo('mine', { onProgress: (value) => heard.push(value), signal: controller.signal }).catch(() => null);
    assert.deepEqual(heard, [progress]);
  });

  it('keeps one of each conversation or recipient of a page, and ends a listing that goes in circles', async () => {
    const results = part('bulk', {
      listResults: answers({ items: [done, done, { outcome: 'done' }], nextCursor: 'x', total: 2 }),
    });
    const page = await results.part.listResults('mine', { cursor: 'x' });
    assert.deepEqual([page.items.length, page.nextCursor, results.refused.length], [1, null, 3]);
    const records = part('phoneConversion', {
      listPhoneRecords: answers({ items: [record, null], nextCursor: null, total: null }),
    });
    assert.deepEqual((await records.part.listPhoneRecords({})).items, [record]);
  });

  it('refuses another number of results than changes', async () => {
    const conversion = part('phoneConversion', { writePhoneChanges: answers([]) }).part;
    await invalidPath(conversion.writePhoneChanges([{ recipientId: 'r1', from: 'a', to: 'b' }]));
  });
});
