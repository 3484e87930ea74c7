import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { FileAddresses } from '../../src/controllers/file-addresses.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import type { FileAddress } from '../../src/ports/parts/attachments.ts';
import type { MessagingSession } from '../../src/sync/session-api.ts';
import { anAttachment } from '../../src/testing/builders.ts';
import { settle } from '../../src/testing/index.ts';

const onItsWay = anAttachment({ id: 'a', url: null, sizeBytes: null });
const there = { ...onItsWay, sizeBytes: 12 };
const address: FileAddress = { url: 'https://files.example/a', thumbnailUrl: null, expiresAt: null };

describe('addresses of files', () => {
  let answer: () => Promise<FileAddress>;
  let asked: number;
  let files: FileAddresses;
  let link: 'live' | 'offline';
  let now: number;

  beforeEach(() => {
    asked = 0;
    now = 0;
    link = 'live';
    const url = (): Promise<FileAddress> => {
      asked += 1;
      return answer();
    };
    const session = {
      part: () => ({ url }),
      serverNow: () => now,
      status: {
        get value() {
          return { link };
        },
      },
    } as unknown as MessagingSession;
    const host = { requestUpdate: () => undefined } as never;
    files = new FileAddresses(host, () => session);
  });

  it('ask again for a file that was on its way once its message says what it is', async () => {
    answer = () => Promise.reject(new AdapterError('unavailable', 'on its way'));
    assert.equal(files.of(onItsWay).state, 'loading');
    await settle();
    assert.equal(files.of(onItsWay).state, 'loading');
    assert.equal(asked, 1, 'until then nobody is asked');
    answer = () => Promise.resolve(address);
    assert.equal(files.of(there).state, 'loading');
    await settle();
    assert.deepEqual(files.of(there), { url: address.url, thumbnailUrl: null, state: 'ready' });
    assert.equal(asked, 2);
  });

  it('say that a file is gone, and ask no more while nothing changes', async () => {
    answer = () => Promise.reject(new AdapterError('not-found', 'gone'));
    files.of(there);
    await settle();
    assert.equal(files.of(there).state, 'gone');
    files.of(there);
    assert.equal(asked, 1);
  });

  it('[A5] say that a file is away when its backend cannot be asked, and ask again when there is a connection', async () => {
    link = 'offline';
    answer = () => Promise.reject(new AdapterError('unavailable', 'away'));
    files.of(there);
    await settle();
    assert.equal(files.of(there).state, 'away');
    assert.equal(asked, 1, 'until then nobody is asked');
    const before = files.changes;
    link = 'live';
    answer = () => Promise.resolve(address);
    assert.ok(files.changes > before, 'what shows it is rendered anew');
    files.of(there);
    await settle();
    assert.equal(files.of(there).state, 'ready');
  });

  it('[A5] ask again for a file that was away when somebody wants it', async () => {
    answer = () => Promise.reject(new AdapterError('unavailable', 'away'));
    files.of(there);
    await settle();
    assert.equal(files.of(there).state, 'away');
    answer = () => Promise.resolve(address);
    files.retry(there);
    files.of(there);
    await settle();
    assert.equal(files.of(there).state, 'ready');
  });

  it('[A5] keep an address that has run out while there is no other, until what it led to is not there', async () => {
    answer = () => Promise.resolve({ ...address, expiresAt: 1000 });
    files.of(there);
    await settle();
    now = 2000;
    answer = () => Promise.reject(new AdapterError('unavailable', 'away'));
    files.of(there);
    await settle();
    assert.equal(files.of(there).state, 'ready');
    assert.equal(asked, 2, 'and ask no more meanwhile');
    files.failed(there);
    assert.equal(files.of(there).state, 'away');
  });

  it('[A5] ask anew when what an address led to that has run out is not there, each time', async () => {
    answer = () => Promise.resolve({ ...address, expiresAt: now + 1000 });
    files.of(there);
    await settle();
    for (const times of [2, 3]) {
      now += 2000;
      files.failed(there);
      await settle();
      assert.deepEqual([files.of(there).state, asked], ['ready', times]);
    }
  });

  it('[A5] say that a file is away, not gone, when what a new address leads to does not come', async () => {
    answer = () => Promise.resolve(address);
    files.of(there);
    await settle();
    files.failed(there);
    const { url, state } = files.of(there);
    assert.deepEqual([url, state], [address.url, 'away']);
    files.retry(there);
    files.of(there);
    await settle();
    assert.deepEqual([files.of(there).state, asked], ['ready', 2], 'and ask for another address');
    files.failed(there);
    const before = files.changes;
    files.again();
    assert.ok(files.changes > before, 'what shows it is rendered anew');
    assert.equal(files.of(there).state, 'ready', 'when the conversation is opened again');
  });

  it('[A5] say that what an address leads to is away, not gone, while there is no connection', async () => {
    answer = () => Promise.resolve(address);
    files.of(there);
    await settle();
    link = 'offline';
    files.failed(there);
    assert.equal(files.of(there).state, 'away');
    link = 'live';
    assert.equal(files.of(there).state, 'ready');
  });
});
