import { Cell } from './cell.ts';
import type { SessionStatus } from './session-api.ts';

/** The session's status; written by the parts of sync, read by everybody. */
export class StatusBoard extends Cell<SessionStatus> {
  constructor() {
    super({
      phase: 'starting',
      backend: null,
      link: 'connecting',
      offlineSince: null,
      // Until storage is open nothing is known to be wrong with it; a notice that flashes by would only worry.
      storage: { mode: 'durable', problem: null },
      outbox: { pending: 0, failed: 0 },
      error: null,
      needsSignIn: false,
    });
  }

  /** Changes some fields; tells only if one really differs. */
  patch(change: Partial<SessionStatus>): void {
    const next = { ...this.value, ...change };
    const names = Object.keys(change) as (keyof SessionStatus)[];
    if (names.some((name) => !isSame(next[name], this.value[name]))) this.set(next);
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || (isPlain(a) && isPlain(b) && JSON.stringify(a) === JSON.stringify(b));
}

function isPlain(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !(value instanceof Error);
}
