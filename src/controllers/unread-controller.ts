import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ConversationScope } from '../domain/queries.ts';
import type { ListHandle, ListSnapshot, MessagingSession } from '../sync/session-api.ts';
import { HandleController } from './handle-controller.ts';

/** Counts the unread conversations of a scope, whatever a list shows of it, and tells when the count changed. */
export class UnreadController implements ReactiveController {
  readonly #list: HandleController<ListHandle>;
  readonly #tell: (unread: number) => void;
  #told: number | null = null;

  constructor(host: ReactiveControllerHost, tell: (unread: number) => void) {
    this.#list = new HandleController<ListHandle>(host);
    this.#tell = tell;
    host.addController(this);
  }

  /** `null` while unknown: not loaded, or more than the backend can count. */
  get count(): number | null {
    const snapshot = this.#list.value;
    return snapshot?.loaded ? unreadIn(snapshot) : null;
  }

  /** Call from `willUpdate`. */
  sync(session: MessagingSession | null, scope: ConversationScope): void {
    this.#list.sync(session, [JSON.stringify(scope)], (ready) =>
      ready.openList({ scope, sort: 'newest', unreadOnly: true, snoozed: false }),
    );
  }

  hostUpdated(): void {
    const { count } = this;
    if (count === null || count === this.#told) return;
    this.#told = count;
    this.#tell(count);
  }
}

function unreadIn({ total, hasMore, rows }: ListSnapshot): number | null {
  return total ?? (hasMore ? null : rows.length);
}
