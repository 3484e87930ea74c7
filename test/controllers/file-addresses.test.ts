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

  beforeEach(() => {
    asked = 0;
    const url = (): Promise<FileAddress> => {
      asked += 1;
      return answer();
    };
    const session = { part: () => ({ url }), serverNow: () => 0 } as unknown as MessagingSession;
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

  it('say that a file whose size is known is gone when its backend cannot be asked', async () => {
    answer = () => Promise.reject(new AdapterError('unavailable', 'away'));
    files.of(there);
    await settle();
    assert.equal(files.of(there).state, 'gone');
  });
});
