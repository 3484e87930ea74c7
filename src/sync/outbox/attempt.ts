import { failureFromAdapterCode } from '../../domain/failures.ts';
import type { Message } from '../../domain/model.ts';
import type { Capabilities, WritingCalls } from '../../ports/adapter.ts';
import { AdapterError, toAdapterError } from '../../ports/adapter-error.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Lease, LocalStorage, OutboxEntry } from '../../ports/storage.ts';
import type { ClientStore } from '../../store/client-store.ts';
import type { Connection } from '../connection.ts';
import { backoffMs, verdictOf } from '../retry-policy.ts';
import { notByItself } from './next-entries.ts';
import type { OutboxMirror } from './outbox-mirror.ts';

/** What an attempt needs. */
export interface AttemptTools {
  readonly writing: WritingCalls;
  readonly capabilities: () => Capabilities;
  readonly connection: Connection;
  readonly storage: LocalStorage;
  readonly store: ClientStore;
  readonly mirror: OutboxMirror;
  readonly clock: Clock;
  readonly random: () => number;
}

/**
 * How an attempt ended. `done` the state of the entry is stored · `overtaken` another tab sends now · `sign-in` nothing
 * may leave before the agent signed in · `pause` the backend wants silence until `until`.
 */
export type AttemptEnd =
  { readonly end: 'done' | 'overtaken' | 'sign-in' } | { readonly end: 'pause'; readonly until: number };

const done: AttemptEnd = { end: 'done' };

/**
 * One step for one entry. An entry with an attempt whose result nobody knows is asked about first; it is sent again,
 * with the same client id, only where the backend recognises that id [I3]. Rejects only if storage does.
 */
export async function attempt(tools: AttemptTools, entry: OutboxEntry, lease: Lease): Promise<AttemptEnd> {
  if (entry.state !== 'queued') {
    try {
      if (await askWhatBecameOf(tools, entry)) return done;
    } catch (error) {
      return handle(tools, entry, lease, toAdapterError(error));
    }
    if (!mayRepeat(tools, entry)) return settle(tools, entry, lease, { state: 'unknown', notBefore: notByItself });
  }
  return send(tools, entry, lease);
}

/**
 * Looks for the backend's copy; returns whether it is in the store now. Rejects if the backend could not be asked this
 * time; a backend that will never answer counts as one that has no copy.
 */
export async function askWhatBecameOf(tools: AttemptTools, { clientId }: OutboxEntry): Promise<boolean> {
  const { connection, store, writing } = tools;
  if (!tools.capabilities().can.findByClientId) return false;
  try {
    const found = await connection.callOnce((signal) => writing.findMessage(clientId, { signal }));
    if (found) store.putMessage(found);
  } catch (error) {
    if (verdictOf(toAdapterError(error)) !== 'failed') throw error;
  }
  return store.messageByClientId(clientId) !== undefined;
}

function mayRepeat({ clock, capabilities }: AttemptTools, { attemptedAt, queuedAt }: OutboxEntry): boolean {
  return clock.now() - (attemptedAt ?? queuedAt) < capabilities().idempotencyMs;
}

async function send(tools: AttemptTools, entry: OutboxEntry, lease: Lease): Promise<AttemptEnd> {
  const { writing, clock, connection, store, storage, mirror } = tools;
  const attempts = entry.attempts + 1;
  // Earlier attempts of a queued entry were refused: the backend knows nothing of its id yet.
  const attemptedAt = entry.state === 'queued' ? clock.now() : (entry.attemptedAt ?? entry.queuedAt);
  const recorded = await storage.updateEntry(entry.clientId, { state: 'sending', attempts, attemptedAt }, lease.fence);
  if (!recorded) return { end: 'overtaken' };
  mirror.set(recorded);
  // The tab may have been frozen while the record was written; then another one may be sending already.
  if (lease.expiresAt <= clock.now()) return { end: 'overtaken' };
  try {
    store.putMessage(await connection.callOnce((signal) => handOver(writing, entry, signal)));
    if (store.messageByClientId(entry.clientId)) return done;
    throw new AdapterError('unavailable', 'the answer carries another client id', { refused: false });
  } catch (error) {
    return handle(tools, entry, lease, toAdapterError(error));
  }
}

function handOver(writing: WritingCalls, entry: OutboxEntry, signal: AbortSignal): Promise<Message> {
  const { clientId, target, content, replyToId } = entry;
  const { conversationId, channel, accountId } = target;
  if (entry.command === 'note') {
    const { text, mentions } = content.kind === 'text' ? content : { text: '' };
    const named = mentions && { mentions };
    return writing.addNote({ clientId, conversationId, text, ...named }, { signal });
  }
  if (channel === null) throw new AdapterError('invalid', 'a message needs a channel', { path: 'channel' });
  return writing.send({ clientId, conversationId, channel, accountId, content, replyToId }, { signal });
}

async function handle(tools: AttemptTools, entry: OutboxEntry, lease: Lease, error: AdapterError): Promise<AttemptEnd> {
  // The feed may have brought the message while its answer was lost.
  if (tools.store.messageByClientId(entry.clientId)) return done;
  const { clock, mirror, random } = tools;
  const current = mirror.get(entry.clientId) ?? entry;
  const now = clock.now();
  const notBefore = now + backoffMs(Math.max(1, current.attempts), random(), error.afterMs);
  const before = entry.state === 'queued' ? 'queued' : 'unknown';
  switch (verdictOf(error)) {
    case 'sign-in':
      // At once after the sign-in; a backend that signs in and refuses all the same is not asked without end.
      await settle(tools, entry, lease, { state: before, notBefore: current.attempts > 1 ? notBefore : 0 });
      return { end: 'sign-in' };
    case 'unknown':
      return settle(tools, entry, lease, { state: 'unknown', notBefore });
    case 'again':
      await settle(tools, entry, lease, { state: before, notBefore });
      return error.code === 'rate-limited' ? { end: 'pause', until: notBefore } : done;
    case 'failed':
      return settle(tools, entry, lease, { state: 'failed', failure: failureOf(error, now) });
  }
}

function failureOf(error: AdapterError, at: number): OutboxEntry['failure'] {
  return { reason: failureFromAdapterCode(error.code), providerCode: error.code, detail: null, at };
}

async function settle(
  { storage, mirror }: AttemptTools,
  { clientId }: OutboxEntry,
  lease: Lease,
  change: Parameters<LocalStorage['updateEntry']>[1],
): Promise<AttemptEnd> {
  const stored = await storage.updateEntry(clientId, change, lease.fence);
  if (!stored) return { end: 'overtaken' };
  mirror.set(stored);
  return done;
}
