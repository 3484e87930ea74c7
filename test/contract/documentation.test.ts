import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, before, describe, it } from 'node:test';

import { createMemoryBackend } from '../../src/adapters/memory/index.ts';
import type { MessagingAdapter, OutgoingMessage } from '../../src/ports/adapter.ts';
import { AdapterError, adapterErrorCodes } from '../../src/ports/adapter-error.ts';
import { adapterConformance } from '../../src/testing/conformance/conformance.ts';
import type { ConformanceSubject } from '../../src/testing/conformance/subject.ts';
import { manualClock } from '../../src/testing/manual-clock.ts';
import { memorySubject, smallBusiness } from './subjects.ts';
import { shopAdapter } from './thirty-lines.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const documentation = read('../../docs/adapters.md');
const statuses = new Map([
  ['not-found', 404],
  ['key-reused', 409],
  ['invalid', 422],
]);
const host = { token: () => Promise.resolve(''), locale: 'en', timeZone: 'UTC', log: () => undefined };

/** The shop's endpoints, as the document describes them. */
function shop(adapter: MessagingAdapter): typeof fetch {
  const answer = async (path: string, body: unknown): Promise<unknown> => {
    const conversationId = /^\/conversations\/([^/]+)\/messages$/.exec(path)?.[1];
    if (path === '/me') return (await adapter.connect(host)).agent;
    if (path === '/messages') return adapter.send(body as OutgoingMessage);
    if (conversationId === undefined)
      return (await adapter.listConversations({ scope: { kind: 'all' }, sort: 'oldest' }, { limit: 200 })).items;
    const query = { kind: 'conversation', conversationId: decodeURIComponent(conversationId) } as const;
    return (await adapter.listMessages(query, { limit: 200 })).items;
  };
  return async (input, init) => {
    init?.signal?.throwIfAborted();
    const { pathname } = new URL(input as string);
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    try {
      return Response.json(await answer(pathname, body));
    } catch (error) {
      const status = error instanceof AdapterError ? statuses.get(error.code) : undefined;
      return new Response('no', { status: status ?? 500 });
    }
  };
}

describe('docs/adapters.md', () => {
  it('shows the very adapter that is proven here, in thirty lines', () => {
    const code = read('thirty-lines.ts').replace(
      "'../../src/adapters/define-adapter/index.ts'",
      "'conversation-elements/adapters/define-adapter'",
    );
    assert.ok(documentation.includes(code), 'the block in the document is not the file');
    assert.ok(code.trimEnd().split('\n').length <= 30);
  });

  it('lists each check of the kit with its title', () => {
    const rows = [...documentation.matchAll(/^\| ([A-Z]{2}\d+) +\| (.+?) +\|/gm)].map(([, id, title]) => [id, title]);
    const checks = adapterConformance(memorySubject).map(({ id, title }) => [id, title]);
    assert.deepEqual(rows, checks);
  });

  it('lists each error code', () => {
    for (const code of adapterErrorCodes) assert.match(documentation, new RegExp(`^\\| \`${code}\``, 'm'));
  });
});

describe('the adapter of docs/adapters.md', () => {
  const real = globalThis.fetch;
  let subject: () => ConformanceSubject;
  before(() => {
    subject = () => {
      const clock = manualClock(Date.now());
      const backend = createMemoryBackend({ clock, data: smallBusiness() });
      globalThis.fetch = shop(backend.adapter({ agentId: 'agent-1' }));
      return { adapter: shopAdapter('https://shop.example'), dispose: () => backend.close() };
    };
  });
  afterEach(() => {
    globalThis.fetch = real;
  });

  for (const { id, title, run } of adapterConformance(() => subject())) {
    // Its stream is that of defineAdapter, which define-adapter.test.ts proves without waiting for real seconds.
    if (/^(ST|MC)/.test(id)) continue;
    it(`[${id}] ${title}`, async (test) => {
      const outcome = await run();
      if (outcome.result === 'skipped') test.diagnostic(`not checked: ${outcome.reason}`);
    });
  }
});
