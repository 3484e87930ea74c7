import type { ReactiveControllerHost } from 'lit';
import { bucketCounts, bucketFilters, type Cue, cueFilter, cues } from '../domain/cues.ts';
import type { ConversationScope } from '../domain/queries.ts';
import type { WaitingBucket, WaitingTarget } from '../domain/waiting-targets.ts';
import type { MessagingSession, OpenReadable, Tallies } from '../sync/session-api.ts';
import { HandleController } from './handle-controller.ts';

const minuteMs = 60_000;

/** The minute it is: what is counted and what is listed ask with the same time, so that they agree. */
export function thisMinute(now: number): number {
  return now - (now % minuteMs);
}

/** The live figures of the cues and of waiting customers (E2, E6). */
export class CuesController {
  readonly #tallies: HandleController<OpenReadable<Tallies | null>>;

  constructor(host: ReactiveControllerHost) {
    this.#tallies = new HandleController<OpenReadable<Tallies | null>>(host);
  }

  /** Whether there is an answer yet. */
  get isLoaded(): boolean {
    return this.#tallies.value !== null;
  }

  /** How many; `null` while nobody knows, and where the backend cannot count. */
  countOf(cue: Cue): number | null {
    return this.#tallies.value?.[cues.indexOf(cue)] ?? null;
  }

  /** How many customers wait in each bucket; `null` where that is not known. */
  get buckets(): Readonly<Record<WaitingBucket, number>> | null {
    return bucketCounts(this.#tallies.value?.slice(cues.length) ?? []);
  }

  /** Call from `willUpdate`. */
  sync(session: MessagingSession | null, scope: ConversationScope, target: WaitingTarget): void {
    this.#tallies.sync(session, [JSON.stringify(scope), target.dangerMs, target.lateMs], (ready) =>
      ready.openTallies((now) => {
        const minute = thisMinute(now);
        const filters = [...cues.map((cue) => cueFilter(cue, target, minute)), ...bucketFilters(target, minute)];
        return filters.map((filter) => ({ ...filter, scope, sort: 'newest' }));
      }),
    );
  }
}
