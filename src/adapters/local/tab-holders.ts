import { v7 } from 'uuid';
import type { Holders } from '../embedded/holders.ts';

/** Which tabs live: each holds a lock of its own for as long as it runs. Without locks a claim's lease must do. */
export class TabHolders implements Holders {
  readonly me = v7();
  readonly #locks: LockManager | null;
  readonly #prefix: string;
  #held: Promise<void> | null = null;
  #release: (() => void) | null = null;

  constructor(locks: LockManager | null, databaseName: string) {
    this.#locks = locks;
    this.#prefix = `${databaseName}/tab/`;
  }

  ready(): Promise<void> {
    this.#held ??= this.#hold();
    return this.#held;
  }

  async isAlive(holder: string, leaseLeftMs: number): Promise<boolean> {
    if (!this.#locks) return leaseLeftMs > 0;
    try {
      const { held = [] } = await this.#locks.query();
      return held.some(({ name }) => name === this.#prefix + holder);
    } catch {
      return leaseLeftMs > 0; // some frames may not ask
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
