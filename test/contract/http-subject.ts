import { createHttpAdapter } from '../../src/adapters/http/index.ts';
import type { MessagingAdapter } from '../../src/ports/adapter.ts';
import type { ConformanceSubject } from '../../src/testing/conformance/subject.ts';
import { remoteBusiness } from './browser-gateway.ts';

/** The http adapter in a page on a gateway elsewhere, as the kit sees it. */
export async function httpSubject(database: 'pglite' | 'postgres'): Promise<ConformanceSubject> {
  const { baseUrl, act } = await remoteBusiness(database);
  const adapter = (agent: string, url = baseUrl): MessagingAdapter =>
    createHttpAdapter({ baseUrl: url, token: () => act<string>('token', { agent }) });
  return {
    adapter: adapter('agent-1'),
    second: adapter('agent-2'),
    incoming: (message) => act('incoming', message),
    incomingPicture: async ({ bytes, ...picture }) =>
      act('picture', { ...picture, bytes: [...new Uint8Array(await bytes.arrayBuffer())] }),
    revise: (revision) => act('revise', revision),
    advance: (ms) => act('advance', { ms }),
    dispatched: () => act<readonly string[]>('dispatched'),
    restart: async () => adapter('agent-1', await act<string>('restart')),
  };
}
