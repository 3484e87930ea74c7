import { AdapterError, type AdapterErrorCode, defineAdapter } from '../../src/adapters/define-adapter/index.ts';

const codes = new Map<number, AdapterErrorCode>([
  [401, 'unauthenticated'],
  [404, 'not-found'],
  [409, 'key-reused'],
  [422, 'invalid'],
]);

export function shopAdapter(base: string) {
  let bearer = '';

  async function ask<T>(path: string, { signal }: { signal?: AbortSignal }, body?: unknown): Promise<T> {
    const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' };
    const post = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(base + path, { headers, signal: signal ?? null, ...post });
    if (response.ok) return (await response.json()) as T;
    throw new AdapterError(codes.get(response.status) ?? 'unavailable', `${response.status} from ${path}`);
  }

  return defineAdapter({
    channels: ['sms', 'whatsapp'],
    agent: async (host) => ((bearer = await host.token('connect')), ask('/me', {})),
    list: (options) => ask('/conversations', options),
    messages: (id, options) => ask(`/conversations/${encodeURIComponent(id)}/messages`, options),
    send: (message, options) => ask('/messages', options, message),
    idempotencyMs: 30 * 24 * 60 * 60 * 1000, // the shop keeps client ids for a month
  });
}
