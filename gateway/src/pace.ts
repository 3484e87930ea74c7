/** How many are let through at once after a silence, in seconds of the steady pace. */
const burstMs = 1_000;
const mostKeys = 10_000;

/** Lets so many a second through, each key by itself. Kept in memory: each instance counts for itself. */
export class Pace {
  readonly #nextAt = new Map<string, number>();

  /** Takes a turn. @returns 0, or how long to wait before asking again; then no turn was taken */
  take(key: string, perSecond: number, now = performance.now()): number {
    const stepMs = 1_000 / perSecond;
    const next = Math.max(this.#nextAt.get(key) ?? 0, now - Math.max(burstMs, stepMs) + stepMs);
    if (next > now) return Math.ceil(next - now);
    if (this.#nextAt.size > mostKeys) this.#nextAt.clear();
    this.#nextAt.set(key, next + stepMs);
    return 0;
  }
}
