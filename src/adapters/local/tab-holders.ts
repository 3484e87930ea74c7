import { v7 } from 'uuid';
import type { Holders } from '../embedded/holders.ts';

/** Which tabs live: each holds a lock of its own for as long as it runs. Without locks a claim's lease must do. */
export class TabHolders implements Holders {
  readonly me = v7();
  readonly #locks: LockManager | null;
  readonly #prefix: string;
  #held: Promise<void> | null = null;
  #release: (() => void) | null = null;

  /** @param name - shared by all tabs of one backend */
  constructor(locks: LockManager | null, name: string) {
    this.#locks = locks;
    this.#prefix = `${name}/tab/`;
  }

  ready(): Promise<void> {
    this.#held ??= this.#hold();
    return this.#held;
  }

  async isAlive(holder: string, leaseLeftMs: number): Promise<boolean> {
    // Whoever lives has given up by then; a frozen tab keeps its lock, and must not hold up a conversation for ever.
    if (leaseLeftMs <= 0) return false;
    if (!this.#locks) return true;
    try {
      const { held = [] } = await this.#locks.query();
      return held.some(({ name }) => name === this.#prefix + holder);
    } catch {
      return true; // some frames may not ask
    }
  }

  close(): void {
    this.#release?.();
  }

  #hold(): Promise<void> {
    const locks = this.#locks;
    if (!locks) return Promise.resolve();
    return new Promise((granted) => {
      const untilReleased = (): Promise<void> => {
        granted();
        return new Promise((release) => {
          this.#release = release;
        });
      };
      // A frame that may not lock claims all the same; others then go by the lease.
      locks.request(this.#prefix + this.me, untilReleased).catch(() => granted());
    });
  }
}
