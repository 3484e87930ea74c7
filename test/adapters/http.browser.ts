import { expect } from '@open-wc/testing';

import { createHttpAdapter } from '../../src/adapters/http/index.ts';
import { createSession } from '../../src/session.ts';
import type { MessagingSession } from '../../src/sync/session-api.ts';
import { codeOf } from './world.ts';
import { remoteBusiness } from '../contract/browser-gateway.ts';
import type { RemoteBusiness } from '../contract/browser-gateway.ts';

/** Waits, in real time as the network does, until something is so. */
async function eventually(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
  const end = performance.now() + 15_000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`${what}: not within a quarter of a minute`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const everything = { scope: { kind: 'all' }, sort: 'newest' } as const;

describe('the tabs of one browser profile on a gateway', function () {
  this.timeout(60_000);
  let business: RemoteBusiness;
  const open: MessagingSession[] = [];
  const streams = (): Promise<number> => business.act<number>('streams');

  const openTab = (): MessagingSession => {
    const token = (): Promise<string> => business.act<string>('token', { agent: 'agent-1' });
    const session = createSession({ adapter: createHttpAdapter({ baseUrl: business.baseUrl, token }) });
    open.push(session);
    return session;
  };
  afterEach(async () => {
    for (const session of open.splice(0)) await session.close();
  });

  it('share one stream of changes, which another tab takes over when the one that had it closes', async () => {
    business = await remoteBusiness('pglite');
    const tabs = [openTab(), openTab(), openTab()];
    const lists = tabs.map((tab) => tab.openList(everything));
    for (const list of lists) await eventually('a tab has its list', () => list.value.rows.length > 0);
    await eventually('one stream is open', async () => (await streams()) === 1);
    await tabs[0]?.close();
    await eventually('another tab has taken over', async () => (await streams()) === 1);
    const { conversationId, address } = targetIn(lists[1]?.value.rows ?? []);
    await business.act('incoming', { channel: 'sms', address, text: 'Are you there?' });
    for (const list of lists.slice(1)) {
      const isNews = (): boolean =>
        list.value.rows.some(
          ({ conversation: { id, lastMessage } }) => id === conversationId && lastMessage?.text === 'Are you there?',
        );
      await eventually('every tab that is left hears of it', isNews);
    }
    expect(await streams()).to.equal(1);
  });
});

describe('uploads to a gateway from a page', function () {
  this.timeout(60_000);

  it('tell how many bytes have left while they leave, and go on where they stopped', async () => {
    const business = await remoteBusiness('pglite');
    const token = (): Promise<string> => business.act<string>('token', { agent: 'agent-1' });
    const adapter = createHttpAdapter({ baseUrl: business.baseUrl, token });
    const part = adapter.part('attachments')!;
    const file = picture(1_500_000);
    const request = requestFor(file);
    const begun = await part.begin(request);
    const heard: number[] = [];
    const first = file.slice(0, begun.chunkBytes);
    await part.put(begun.id, { offset: 0, bytes: first }, { onProgress: (sent) => heard.push(sent) });
    expect(heard.at(-1)).to.equal(first.size);
    expect(heard).to.deep.equal([...heard].sort((a, b) => a - b));
    const paused = new AbortController();
    const rest = file.slice(begun.chunkBytes);
    const put = part.put(begun.id, { offset: begun.chunkBytes, bytes: rest }, { signal: paused.signal });
    paused.abort();
    expect(await codeOf(put)).to.equal('aborted');
    const { receivedBytes } = await part.begin(request);
    const done =
      receivedBytes === file.size
        ? await part.begin(request)
        : await part.put(begun.id, { offset: receivedBytes, bytes: file.slice(receivedBytes) });
    const { url } = await part.url(done.attachment?.id ?? '');
    expect((await (await fetch(url)).blob()).size).to.equal(file.size);
    await adapter.close();
  });
});

function picture(sizeBytes: number): Blob {
  const bytes = new Uint8Array(sizeBytes);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return new Blob([bytes]);
}

function requestFor({ size }: Blob) {
  const file = { name: 'boiler.jpg', mimeType: 'image/jpeg', sizeBytes: size, altText: null, durationMs: null };
  return { clientId: crypto.randomUUID(), conversationId: 'conversation-1', ...file };
}

function targetIn(rows: ReturnType<MessagingSession['openList']>['value']['rows']) {
  const found = rows.find(({ conversation }) => conversation.state === 'assigned')?.conversation;
  return { conversationId: found?.id ?? '', address: found?.channels[0]?.address ?? '' };
}
