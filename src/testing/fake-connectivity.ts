import type { Connectivity } from '../ports/connectivity.ts';

/** A network hint that a test switches. */
export interface FakeConnectivity extends Connectivity {
  /** Says online or offline and tells the listeners if that is news. */
  set(online: boolean): void;
  /** How many listen; `0` after everything was disposed means that none leaked. */
  readonly listeners: number;
}

/** Makes a {@link Connectivity} for tests; online unless told otherwise. */
export function fakeConnectivity(online = true): FakeConnectivity {
  const listeners = new Set<() => void>();
  let current = online;
  return {
    get online() {
      return current;
    },
    get listeners() {
      return listeners.size;
    },
    set(next) {
      if (next === current) return;
      current = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      const own = () => listener();
      listeners.add(own);
      return () => listeners.delete(own);
    },
  };
}
