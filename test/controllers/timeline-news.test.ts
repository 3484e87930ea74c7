import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NewsReader } from '../../src/controllers/timeline-news.ts';
import type { Message } from '../../src/domain/model.ts';
import { BlockList } from '../../src/store/block-list.ts';
import type { TimelineEntry, TimelineSnapshot } from '../../src/sync/session-api.ts';
import { aMessage, anOutboxEntry } from '../../src/testing/index.ts';

const snapshot = (entries: readonly TimelineEntry[], loaded = true): TimelineSnapshot => ({
  entries,
  list: BlockList.of(entries),
  unsent: [],
  gaps: [],
  state: 'idle',
  error: null,
  hasOlder: false,
  loadingOlder: false,
  atEnd: true,
  loaded,
});
const server = (key: string, fields: Partial<Message> = {}): TimelineEntry => ({
  key,
  source: 'server',
  message: aMessage({ id: key, ...fields }),
});
const own = (key: string): TimelineEntry => ({
  key,
  source: 'outbox',
  entry: anOutboxEntry({ clientId: key }),
  message: aMessage({ id: key, direction: 'outgoing', status: 'queued' }),
});
/** What is told of each snapshot in turn. */
function told(...snapshots: readonly (readonly TimelineEntry[])[]): string[][] {
  const reader = new NewsReader();
  return snapshots.map((entries) =>
    reader.read(snapshot(entries), 'me').map(({ type, entry }) => `${type} ${entry.key}`),
  );
}

describe('news of a timeline', () => {
  const [a, b, c] = [server('a'), server('b'), server('c')];

  it('is nothing of what is there when it is opened, nor of what is not loaded', () => {
    assert.deepEqual(told([a, b]), [[]]);
    assert.deepEqual(new NewsReader().read(snapshot([a], false), 'me'), []);
  });

  it('is each message of the customer that comes after the last one, once', () => {
    assert.deepEqual(told([a], [a, b, c], [a, b, c]), [[], ['incoming b', 'incoming c'], []]);
  });

  it('is nothing of earlier pages, and nothing of a history that was read anew', () => {
    assert.deepEqual(told([c], [a, b, c]), [[], []]);
    assert.deepEqual(told([a], [b, c]), [[], []]);
  });

  it('is the first message of an empty conversation', () => {
    assert.deepEqual(told([], [a]), [[], ['incoming a']]);
  });

  it('is a note of a colleague, not the own one', () => {
    const note = (key: string, id: string) =>
      server(key, { direction: 'note', author: { kind: 'co-worker', id, name: '' } });
    assert.deepEqual(told([a], [a, note('n', 'me'), note('m', 'you')]), [[], ['note m']]);
  });

  it('is what was sent from here, but not its server copy', () => {
    const sent = server('o', { direction: 'outgoing', status: 'sent' });
    assert.deepEqual(told([a], [a, own('o')], [a, sent]), [[], ['own o'], []]);
  });

  it('[I10] is a change of a message that was there, and that it was taken back, each once', () => {
    const edited = server('a', { editedAt: 5 });
    const again = server('a', { editedAt: 9 });
    const gone = server('a', { editedAt: 9, deletedAt: 12 });
    assert.deepEqual(told([edited], [edited, b]), [[], ['incoming b']]);
    assert.deepEqual(told([a], [edited], [{ ...edited }], [again], [gone], [gone]), [
      ...[[], ['changed a'], [], ['changed a']],
      ...[['changed a'], []],
    ]);
  });

  it('is a failure, once', () => {
    const failed = server('o', { direction: 'outgoing', status: 'failed' });
    const sent = server('o', { direction: 'outgoing', status: 'sent' });
    assert.deepEqual(told([sent], [failed], [{ ...failed }]), [[], ['failed o'], []]);
  });
});
