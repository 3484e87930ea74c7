import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { InboxTab } from '../domain/inbox-tabs.ts';
import type { ConversationScope } from '../domain/queries.ts';
import type { MessagingSession, OpenReadable, TabTotals } from '../sync/session-api.ts';
import { HandleController } from './handle-controller.ts';

type Handle = OpenReadable<TabTotals | null>;

/** Tabs that stand above the co-worker filter: what is nobody's, everybody's or spam is never only mine. */
const wideTabs: ReadonlySet<InboxTab> = new Set(['new', 'assigned', 'spam']);

/** Whether a tab is about the whole branch also while the list shows one co-worker. */
export function isWideTab(tab: InboxTab): boolean {
  return wideTabs.has(tab);
}

/** The live counts of the tabs (C6). */
export class CountsController implements ReactiveController {
  readonly #wide: HandleController<Handle>;
  readonly #own: HandleController<Handle>;
  #isMine = false;

  constructor(host: ReactiveControllerHost) {
    this.#wide = new HandleController<Handle>(host);
    this.#own = new HandleController<Handle>(host);
    host.addController(this);
  }

  /** How many stand in a tab; `null` while nobody knows. */
  of(tab: InboxTab): number | null {
    const counts = this.#isMine && !isWideTab(tab) ? this.#own : this.#wide;
    return counts.value?.[tab] ?? null;
  }

  /**
   * Call from `willUpdate`.
   *
   * @param scope - `null` where no tabs are shown
   */
  sync(session: MessagingSession | null, scope: 'mine' | 'branch' | 'all' | null): void {
    this.#isMine = scope === 'mine';
    const wide = scope === 'mine' ? 'branch' : scope;
    this.#wide.sync(session, [wide], (ready) => ready.openCounts(scopeOf(wide)));
    this.#own.sync(session, [this.#isMine ? 'mine' : null], (ready) => ready.openCounts({ kind: 'mine' }));
  }

  hostDisconnected(): void {
    this.#isMine = false;
  }
}

function scopeOf(kind: 'mine' | 'branch' | 'all' | null): ConversationScope {
  return { kind: kind ?? 'all' };
}
