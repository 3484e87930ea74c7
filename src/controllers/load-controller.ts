import type { ReactiveControllerHost } from 'lit';
import type { CoWorkerLoad } from '../domain/co-worker-load.ts';
import type { WaitingTarget } from '../domain/waiting-targets.ts';
import type { MessagingSession, OpenReadable } from '../sync/session-api.ts';
import { HandleController } from './handle-controller.ts';

export type { CoWorkerLoad };

type Handle = OpenReadable<readonly CoWorkerLoad[] | null>;

/** What each co-worker has on the desk, live (E7). */
export class LoadController {
  readonly #load: HandleController<Handle>;

  constructor(host: ReactiveControllerHost) {
    this.#load = new HandleController<Handle>(host);
  }

  /** Empty until known, and where the backend cannot say. */
  get rows(): readonly CoWorkerLoad[] {
    return this.#load.value ?? [];
  }

  /** Whether there is an answer yet. */
  get isLoaded(): boolean {
    return this.#load.value !== null;
  }

  /** Call from `willUpdate`. */
  sync(session: MessagingSession | null, scope: 'branch' | 'all', target: WaitingTarget): void {
    const { dangerMs, lateMs } = target;
    this.#load.sync(session, [scope, dangerMs, lateMs], (ready) => ready.openLoad({ scope, target }));
  }
}
