import assert from 'node:assert/strict';
import type { Conversation, Message } from '../../src/domain/model.ts';
import type { MessagePage, Page } from '../../src/ports/adapter.ts';
import { mint } from './harness.ts';

const patienceMs = 10_000;

/** A co-worker who sees every branch of a tenant, asking by plain HTTP. */
export class Client {
  /** Where the gateway answers; changes when it is restarted. */
  url: string;
  readonly tenant: string;

  readonly #sub: string;

  constructor(url: string, tenant: string, sub = 'sanne') {
    this.url = url;
    this.tenant = tenant;
    this.#sub = sub;
  }

  async conversations(): Promise<readonly Conversation[]> {
    const query = { scope: { kind: 'all' }, sort: 'newest' };
    const page = (await this.post('/v1/conversations/query', { query, page: { limit: 200 } })) as Page<Conversation>;
    return page.items;
  }

  async messages({ id: conversationId }: Pick<Conversation, 'id'>): Promise<readonly Message[]> {
    const query = { kind: 'conversation', conversationId };
    return ((await this.post('/v1/messages/query', { query, page: { limit: 200 } })) as MessagePage).items;
  }

  /** All of a conversation, page by page. */
  async history({ id: conversationId }: Pick<Conversation, 'id'>): Promise<readonly Message[]> {
    const found: Message[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const query = { kind: 'conversation', conversationId };
      const request = { limit: 200, ...(cursor !== undefined && { cursor }) };
      const page = (await this.post('/v1/messages/query', { query, page: request })) as MessagePage;
      found.push(...page.items);
      cursor = page.olderCursor;
    }
    return found;
  }

  async find(clientId: string): Promise<Message | null> {
    const response = await fetch(`${this.url}/v1/messages/by-client-id/${clientId}`, { headers: await this.headers() });
    return ((await response.json()) as { readonly message: Message | null }).message;
  }

  async send(
    { id }: Pick<Conversation, 'id'>,
    text: string,
    clientId: string = crypto.randomUUID(),
    signal = AbortSignal.timeout(patienceMs),
  ): Promise<Message> {
    const content = { kind: 'text', text };
    const body = { conversationId: id, channel: 'sms', accountId: null, content, replyToId: null };
    return (await this.post('/v1/messages', body, { 'idempotency-key': clientId }, signal)) as Message;
  }

  async open(address: string): Promise<Conversation> {
    return (await this.post('/v1/conversations', { address, channel: 'sms' })) as Conversation;
  }

  async post(
    path: string,
    body: unknown,
    more: Readonly<Record<string, string>> = {},
    signal = AbortSignal.timeout(patienceMs),
  ): Promise<unknown> {
    const response = await fetch(this.url + path, {
      method: 'POST',
      headers: { ...(await this.headers()), ...more },
      body: JSON.stringify(body),
      signal,
    });
    const answer: unknown = await response.json();
    assert.equal(response.status, 200, JSON.stringify(answer));
    return answer;
  }

  async headers(): Promise<Record<string, string>> {
    return { authorization: `Bearer ${await mint({ tenant: this.tenant, sub: this.#sub, branches: '*' })}` };
  }
}

/** Looks until something is so; fails with what was not. */
export async function eventually(
  what: string,
  isSo: () => Promise<boolean> | boolean,
  patienceMs = 15_000,
): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!(await isSo())) {
    assert.ok(performance.now() < end, `${what}: not within ${patienceMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
