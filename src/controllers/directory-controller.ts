import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { MessagingSession } from '../sync/session-api.ts';

/** Names of co-workers and branches by id. Empty until loaded, and where the backend has no directory. */
export class DirectoryController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #session: MessagingSession | null = null;
  #coWorkers: ReadonlyMap<string, string> = new Map();
  #branches: ReadonlyMap<string, string> = new Map();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  get coWorkers(): ReadonlyMap<string, string> {
    return this.#coWorkers;
  }

  get branches(): ReadonlyMap<string, string> {
    return this.#branches;
  }

  /** Call from `willUpdate`: loads once per session. Without names rows say less, so a failure needs no notice. */
  sync(session: MessagingSession | null): void {
    if (session === this.#session) return;
    this.#session = session;
    this.#coWorkers = new Map();
    this.#branches = new Map();
    if (session) void this.#load(session);
  }

  hostDisconnected(): void {
    this.#session = null;
  }

  async #load(session: MessagingSession): Promise<void> {
    const [coWorkers, branches] = await Promise.allSettled([session.listCoWorkers(), session.listBranches()]);
    if (session !== this.#session) return;
    if (coWorkers.status === 'fulfilled') this.#coWorkers = byId(coWorkers.value);
    if (branches.status === 'fulfilled') this.#branches = byId(branches.value);
    this.#host.requestUpdate();
  }
}

function byId(named: readonly { readonly id: string; readonly name: string }[]): ReadonlyMap<string, string> {
  return new Map(named.map(({ id, name }) => [id, name]));
}
