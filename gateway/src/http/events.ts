import type { ConversationScope } from '../../../src/domain/queries.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import type { Identity } from '../auth/auth.ts';
import type { Core } from '../core.ts';
import type { Viewer } from '../store/viewer.ts';
import { getConversation } from '../store/conversations.ts';
import { eventStream } from './sse.ts';
import type { EventStreamOptions } from './sse.ts';

/** How many streams there may be. */
export interface StreamLimits {
  readonly perCoWorker: number;
  readonly inAll: number;
  readonly heartbeatMs: number;
}

/** The streams that are open, so that they can be counted, limited and told good-bye. */
export class Streams {
  readonly limits: StreamLimits;
  readonly #endings = new Map<AbortController, string>();

  constructor(limits: StreamLimits) {
    this.limits = limits;
  }

  get count(): number {
    return this.#endings.size;
  }

  /** How many a tenant has open. */
  countOf(tenant: string): number {
    return [...this.#endings.values()].filter((owner) => owner.startsWith(`${tenant} `)).length;
  }

  /** Makes room for one more, or refuses. */
  add({ tenant, agent }: Viewer): { readonly ending: AbortController; readonly remove: () => void } {
    const owner = `${tenant} ${agent.id}`;
    const own = [...this.#endings.values()].filter((other) => other === owner).length;
    if (own >= this.limits.perCoWorker)
      throw new AdapterError('rate-limited', 'too many streams of one co-worker', { afterMs: 10_000 });
    if (this.#endings.size >= this.limits.inAll)
      throw new AdapterError('unavailable', 'too many streams', { refused: true, afterMs: 10_000 });
    const ending = new AbortController();
    this.#endings.set(ending, owner);
    return { ending, remove: () => this.#endings.delete(ending) };
  }

  /** Says good-bye to all; they come back to another instance, or to this one after its restart. */
  endAll(): void {
    for (const ending of this.#endings.keys()) ending.abort();
  }
}

const longestTimerMs = 2 ** 31 - 1;
/** Streams that end together must not come back together. */
const byeSpreadMs = 3_000;

/** Answers with the change stream of a scope. It ends when the token does: the caller comes back with a fresh one. */
export function openStream(core: Core, streams: Streams, identity: Identity, request: Request): Response {
  const { searchParams } = new URL(request.url);
  const scope = scopeIn(searchParams);
  const from = request.headers.get('last-event-id') ?? searchParams.get('from');
  const { viewer } = identity;
  const items = (signal: AbortSignal) => core.feeds.stream({ viewer, scope, from, signal });
  return stream(streams, identity, { items, opened: () => core.presence.attend(viewer) });
}

/** Answers with who else is in a conversation; `not-found` where it may not be seen. */
export async function openPresence(
  core: Core,
  streams: Streams,
  identity: Identity,
  conversationId: string,
): Promise<Response> {
  const { viewer } = identity;
  await getConversation(core.parts.db, viewer, conversationId);
  const items = (signal: AbortSignal) => core.presence.stream(viewer, conversationId, signal);
  return stream(streams, identity, { items, opened: () => () => undefined });
}

function stream(
  streams: Streams,
  { viewer, expiresAt }: Identity,
  { items, opened }: { items: (signal: AbortSignal) => EventStreamOptions['items']; opened: () => () => void },
): Response {
  const { ending, remove } = streams.add(viewer);
  const closed = opened();
  const expiry = setTimeout(() => ending.abort(), Math.min(longestTimerMs, Math.max(0, expiresAt - Date.now())));
  const body = eventStream({
    items: items(ending.signal),
    heartbeatMs: streams.limits.heartbeatMs,
    ending: ending.signal,
    byeAfterMs: () => Math.round(Math.random() * byeSpreadMs),
    closed: () => {
      clearTimeout(expiry);
      remove();
      closed();
      ending.abort();
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}

function scopeIn(params: URLSearchParams): ConversationScope {
  const kind = params.get('scope');
  if (kind === 'mine' || kind === 'branch' || kind === 'all') return { kind };
  const recipientId = params.get('recipientId');
  if (kind === 'recipient' && recipientId !== null) return { kind, recipientId };
  throw new AdapterError('invalid', 'scope is mine, branch, all, or recipient with recipientId', { path: 'scope' });
}
