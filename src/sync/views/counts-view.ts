import { type InboxTab, inboxTabs, queryInTab } from '../../domain/inbox-tabs.ts';
import type { ConversationScope } from '../../domain/queries.ts';
import { nothing } from '../../store/nothing.ts';
import { tellAll } from '../../store/topics.ts';
import type { OpenReadable, TabTotals } from '../session-api.ts';
import type { ViewTools } from './view-tools.ts';

/** Changes come in bursts: one question answers all of them. The first one is asked at once. */
const recountMs = 1_000;

/** The counts of the tabs of one scope. The backend counts; what is said here never depends on what is loaded. */
export class CountsView implements OpenReadable<TabTotals | null> {
  readonly #tools: ViewTools;
  readonly #scope: ConversationScope;
  readonly #listeners = new Set<() => void>();
  readonly #stops: (() => void)[];
  readonly #abort = new AbortController();
  #value: TabTotals | null = null;
  #cancelWait: (() => void) | null = null;
  #isCounting = false;
  #isDoubtful = false;

  constructor(tools: ViewTools, scope: ConversationScope) {
    this.#tools = tools;
    this.#scope = scope;
    const { topics } = tools.store;
    const doubt = (): void => this.#doubt();
    this.#stops = ['conversations', 'reset', 'live'].map((topic) => topics.subscribe(topic, doubt));
    this.#doubt();
  }

  get value(): TabTotals | null {
    return this.#value;
  }

  subscribe(listener: () => void): () => void {
    if (this.#abort.signal.aborted) return nothing;
    const own = (): void => listener();
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  dispose(): void {
    this.#abort.abort();
    this.#cancelWait?.();
    this.#listeners.clear();
    for (const stop of this.#stops.splice(0)) stop();
  }

  #doubt(): void {
    this.#isDoubtful = true;
    if (this.#isCounting || this.#cancelWait) return;
    this.#isCounting = true;
    void this.#recount().finally(() => {
      this.#isCounting = false;
      if (this.#abort.signal.aborted) return;
      this.#cancelWait = this.#tools.clock.after(recountMs, () => {
        this.#cancelWait = null;
        if (this.#isDoubtful) this.#doubt();
      });
    });
  }

  async #recount(): Promise<void> {
    try {
      await this.#tools.untilSubscribed();
      this.#isDoubtful = false;
      const value = await this.#count();
      if (this.#abort.signal.aborted || JSON.stringify(value) === JSON.stringify(this.#value)) return;
      this.#value = value;
      tellAll(this.#listeners);
    } catch {
      // What was counted last stays; the next change, or the link when it is back, asks again.
    }
  }

  async #count(): Promise<TabTotals> {
    const { adapter, connection } = this.#tools;
    const { capabilities, agent } = await connection.ready;
    const { signal } = this.#abort;
    const part = capabilities.parts.includes('counts') ? adapter.part('counts') : undefined;
    if (part) {
      const counts = await connection.call((inner) => part.countTabs(this.#scope, { signal: inner }), { signal });
      return Object.fromEntries(inboxTabs.map((tab) => [tab, counts[tab].total])) as TabTotals;
    }
    const totals = inboxTabs.map(async (tab): Promise<readonly [InboxTab, number | null]> => {
      const query = queryInTab({ scope: this.#scope, sort: 'newest' }, tab, agent.id);
      const ask = (inner: AbortSignal) => adapter.listConversations(query, { limit: 1 }, { signal: inner });
      return [tab, (await connection.call(ask, { signal })).total];
    });
    return Object.fromEntries(await Promise.all(totals)) as TabTotals;
  }
}
