import type { Bench } from './bench.ts';
import type { Need } from './subject.ts';

/** One promise of the adapter's contract and how to catch an adapter that breaks it. */
export interface Check {
  /** Stable; reports and documentation name it. */
  readonly id: string;
  /** What holds, in the present tense. */
  readonly title: string;
  /** What the adapter or the setup must offer for this check to run. */
  readonly needs: readonly Need[];
  readonly run: (bench: Bench) => Promise<void>;
}

/** Thrown by a check that finds nothing to work on; it is then listed as skipped. */
export class SkipCheck extends Error {
  override readonly name = 'SkipCheck';
}
