import { expect } from '@open-wc/testing';
import { FileAddresses } from '../../src/controllers/file-addresses.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import type { FileAddress } from '../../src/ports/parts/attachments.ts';
import type { MessagingSession } from '../../src/sync/session-api.ts';
import { anAttachment, settle } from '../../src/testing/index.ts';

const file = anAttachment({ id: 'a', url: null });
const until = (expiresAt: number): FileAddress => ({ url: '#file', thumbnailUrl: null, expiresAt });

describe('a link to a file', () => {
  let now: number;
  let asked: number;
  let followed: number;
  let answer: () => Promise<FileAddress>;
  let files: FileAddresses;
  let link: HTMLAnchorElement;

  beforeEach(async () => {
    now = 0;
    asked = 0;
    followed = 0;
    answer = () => Promise.resolve(until(now + 1000));
    const url = (): Promise<FileAddress> => {
      asked += 1;
      return answer();
    };
    const session = {
      part: () => ({ url }),
      serverNow: () => now,
      status: { value: { link: 'live' } },
    } as unknown as MessagingSession;
    const host = { requestUpdate: () => undefined, updateComplete: Promise.resolve(true) } as never;
    files = new FileAddresses(host, () => session);
    files.of(file);
    await settle();
    link = document.createElement('a');
    link.href = '#file';
    link.addEventListener('click', (event) => {
      files.open(file, event);
      if (!event.defaultPrevented) followed += 1;
      event.preventDefault();
    });
    document.body.append(link);
  });
  afterEach(() => link.remove());

  it('[A5] is followed while its address holds', () => {
    link.click();
    expect([followed, asked]).to.deep.equal([1, 1]);
  });

  it('[A5] is followed once it has a new address, where its own has run out', async () => {
    now = 5000;
    link.click();
    expect(followed).to.equal(0);
    await settle();
    expect([followed, asked]).to.deep.equal([1, 2]);
  });

  it('[A5] is not followed, and asked for once, where there is no new address', async () => {
    now = 5000;
    answer = () => Promise.reject(new AdapterError('not-found', 'gone'));
    link.click();
    for (let turn = 0; turn < 5; turn += 1) await settle();
    expect([followed, asked]).to.deep.equal([0, 2]);
    expect(files.of(file).state).to.equal('gone');
  });
});
