import { AdapterError } from '../../../src/ports/adapter-error.ts';

/** How often somebody may ask. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

interface Bucket {
  left: number;
  at: number;
}

const mostBuckets = 50_000;

/** A bucket of permissions per caller that refills steadily. Kept in memory: each instance counts for itself. */
export class RateLimit {
  readonly #rate: Rate;
  readonly #buckets = new Map<string, Bucket>();

  constructor(rate: Rate) {
    this.#rate = rate;
  }

  /** Takes a permission, or says how long to wait. */
  take(caller: string, now = performance.now()): void {
    const { perSecond, burst } = this.#rate;
    const bucket = this.#buckets.get(caller) ?? { left: burst, at: now };
    bucket.left = Math.min(burst, bucket.left + ((now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    // Put last again, so that the first ones are those who have been quiet longest.
    this.#buckets.delete(caller);
    this.#buckets.set(caller, bucket);
    if (this.#buckets.size > mostBuckets) this.#forgetOldest();
    if (bucket.left < 1) {
      const afterMs = Math.ceil(((1 - bucket.left) / perSecond) * 1000);
      throw new AdapterError('rate-limited', 'too many requests', { afterMs });
    }
    bucket.left -= 1;
  }

  #forgetOldest(): void {
    const [oldest] = this.#buckets.keys();
    if (oldest !== undefined) this.#buckets.delete(oldest);
  }
}
