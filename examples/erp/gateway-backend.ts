import { createHttpAdapter } from '../../src/adapters/http/index.ts';
import type { MessagingAdapter } from '../../src/ports/adapter.ts';

/** The gateway that serves this page, used by one co-worker: the ERP's own server says who that is. */
export function openGatewayBackend(agentId: string): MessagingAdapter {
  return createHttpAdapter({ baseUrl: `${location.origin}/v1`, token: () => tokenFor(agentId) });
}

/** Empties the gateway and fills it anew. */
export async function resetGateway(): Promise<void> {
  const { ok, status } = await fetch('/demo/reset', { method: 'POST' });
  if (!ok) throw new Error(`the gateway was not emptied: ${status}`);
}

async function tokenFor(agentId: string): Promise<string> {
  const response = await fetch('/demo/token', { method: 'POST', body: agentId });
  if (!response.ok) throw new Error(`no token: ${response.status}`);
  return response.text();
}
