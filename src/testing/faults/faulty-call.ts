import { AdapterError } from '../../ports/adapter-error.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Random } from '../random.ts';
import type { CallFault } from './fault-plan.ts';
import { mangle } from './mangle.ts';

/** One call on its way through a bad network. */
export interface FaultyCall<T> {
  readonly fault: CallFault | null;
  readonly latencyMs: number;
  readonly signal: AbortSignal | undefined;
  readonly clock: Clock;
  readonly random: Random;
  /** Whether the network went away under the call. */
  readonly isGone: () => boolean;
  readonly ask: () => Promise<T>;
}

/** Carries the call out as its fault wants it. */
export function carryOut<T>(call: FaultyCall<T>): Promise<T> {
  const { signal } = call;
  const unwanted = (): AdapterError => new AdapterError('aborted', 'no longer wanted');
  if (signal?.aborted) return Promise.reject(unwanted());
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(unwanted());
    signal?.addEventListener('abort', abort, { once: true });
    const forget = (): unknown => signal?.removeEventListener('abort', abort);
    void travel(call).then(resolve, reject).finally(forget);
  });
}

/** What a caller learns when its connection broke: whether the backend did it is unknown. */
export function unanswered(why: string): AdapterError {
  return new AdapterError('unavailable', why, { refused: false });
}

async function travel<T>(call: FaultyCall<T>): Promise<T> {
  const { fault, latencyMs, clock, signal, isGone } = call;
  await wait(clock, latencyMs / 2);
  // A request that was aborted or cut while it travelled never arrives.
  if (signal?.aborted || isGone()) return never();
  if (fault?.kind === 'error') throw fault.error;
  if (fault?.kind === 'lost-request') throw unanswered('the connection was cut before the answer');
  if (fault?.kind === 'silence' && fault.commit === 'before') return never();
  if (fault?.kind === 'foreign') throw fault.reason;
  const answer = await (fault?.kind === 'doubled' ? twice(call.ask) : call.ask());
  await wait(clock, latencyMs / 2 + (fault?.kind === 'slow' ? fault.ms : 0));
  return comeBack(call, answer);
}

function comeBack<T>({ fault, random }: FaultyCall<T>, answer: T): Promise<T> {
  switch (fault?.kind) {
    case 'lost-answer':
      return Promise.reject(unanswered('the connection was cut before the answer'));
    case 'silence':
      return never();
    case 'malformed':
      return Promise.resolve(('with' in fault ? fault.with : mangle(answer, random)) as T);
    default:
      return Promise.resolve(answer);
  }
}

async function twice<T>(ask: () => Promise<T>): Promise<T> {
  const [first, second] = await Promise.allSettled([ask(), ask()]);
  const answered = first.status === 'fulfilled' ? first : second;
  if (answered.status === 'rejected') throw answered.reason;
  return answered.value;
}

function wait(clock: Clock, ms: number): Promise<void> {
  if (ms <= 0) return Promise.resolve();
  return new Promise((resolve) => clock.after(ms, resolve));
}

function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}
