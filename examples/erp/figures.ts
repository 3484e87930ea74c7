import type { ListHandle, MessagingSession } from '../../src/sync/session-api.ts';
import type { ConversationQuery } from '../../src/domain/queries.ts';

/** Counts for the tiles; `null` while they are being counted. */
export interface FigureValues {
  readonly unreadMine: number | null;
  readonly unreadBranch: number | null;
  readonly mine: number | null;
  readonly branch: number | null;
}

const queries: Readonly<Record<keyof FigureValues, ConversationQuery>> = {
  unreadMine: { scope: { kind: 'mine' }, sort: 'newest', unreadOnly: true },
  unreadBranch: { scope: { kind: 'branch' }, sort: 'newest', unreadOnly: true },
  mine: { scope: { kind: 'mine' }, sort: 'newest' },
  branch: { scope: { kind: 'branch' }, sort: 'newest' },
};

const names = Object.keys(queries) as (keyof FigureValues)[];

/** Counts that stay true while somebody looks at them: the totals of four lists. */
export class Figures {
  readonly #session: MessagingSession;
  readonly #changed: () => void;
  #lists: ReadonlyMap<keyof FigureValues, ListHandle> = new Map();
  #stops: readonly (() => void)[] = [];

  constructor(session: MessagingSession, changed: () => void) {
    this.#session = session;
    this.#changed = changed;
  }

  get values(): FigureValues {
    const total = (name: keyof FigureValues): number | null => {
      const snapshot = this.#lists.get(name)?.value;
      return snapshot?.loaded ? snapshot.total : null;
    };
    return Object.fromEntries(names.map((name) => [name, total(name)])) as unknown as FigureValues;
  }

  /** Begins or ends counting. */
  watch(wanted: boolean): void {
    if (wanted === this.#lists.size > 0) return;
    for (const stop of this.#stops) stop();
    for (const list of this.#lists.values()) list.dispose();
    this.#lists = new Map(wanted ? names.map((name) => [name, this.#session.openList(queries[name])]) : []);
    this.#stops = [...this.#lists.values()].map((list) => list.subscribe(this.#changed));
  }
}
