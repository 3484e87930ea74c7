import type { TabLink } from '../ports/tab-link.ts';

/** Several tabs of one browser profile in one test. */
export interface FakeTabLinks {
  /** One link per tab; the first leads. Tabs opened later are added at the end. */
  readonly links: readonly TabLink[];
  /** Opens another tab. */
  open(): TabLink;
  /** The browser froze a tab: it hears nothing, and keeps the lead, as a frozen tab keeps its lock. */
  freeze(index: number): void;
  /** The tab runs again and hears what it missed. */
  thaw(index: number): void;
  /** Gives the lead to one tab; the browser's locks would do so when the old leader closed. */
  lead(index: number): void;
  /** Lets a tab believe that it leads beside another one: leadership must only save work. */
  believe(index: number, leads: boolean): void;
  /** The tab was killed: it says nothing any more, its lead passes on. */
  kill(index: number): void;
}

/** Makes `count` tabs that hear each other. Messages arrive in order, in a later microtask, as structured clones. */
export function fakeTabLinks(count = 1): FakeTabLinks {
  const tabs: FakeTab[] = [];
  const open = (): FakeTab => {
    const tab = new FakeTab(`tab-${tabs.length + 1}`, tabs);
    tabs.push(tab);
    if (!tabs.some((other) => other.leads)) tab.setLeads(true);
    return tab;
  };
  for (let made = 0; made < count; made += 1) open();
  const at = (index: number): FakeTab => {
    const tab = tabs[index];
    if (!tab) throw new RangeError(`there is no tab ${index}`);
    return tab;
  };
  return {
    links: tabs,
    open,
    freeze: (index) => at(index).freeze(),
    thaw: (index) => at(index).thaw(),
    lead: (index) => {
      const next = at(index);
      for (const tab of tabs) if (tab !== next) tab.setLeads(false);
      next.setLeads(true);
    },
    believe: (index, leads) => at(index).setLeads(leads),
    kill: (index) => at(index).close(),
  };
}

class FakeTab implements TabLink {
  readonly tabId: string;
  readonly #tabs: readonly FakeTab[];
  readonly #leadListeners = new Set<() => void>();
  readonly #messageListeners = new Set<(message: unknown) => void>();
  #leads = false;
  #closed = false;
  #frozen = false;
  #missed: (() => void)[] = [];

  constructor(tabId: string, tabs: readonly FakeTab[]) {
    this.tabId = tabId;
    this.#tabs = tabs;
  }

  get leads(): boolean {
    return this.#leads;
  }

  get closed(): boolean {
    return this.#closed;
  }

  onLeadChange(listener: () => void): () => void {
    const own = () => listener();
    this.#leadListeners.add(own);
    return () => this.#leadListeners.delete(own);
  }

  livingTabs(): Promise<ReadonlySet<string> | null> {
    return Promise.resolve(new Set(this.#tabs.filter((tab) => !tab.closed).map(({ tabId }) => tabId)));
  }

  post(message: unknown): void {
    if (this.#closed) return;
    const others = this.#tabs.filter((tab) => tab !== this && !tab.closed);
    for (const tab of others) {
      const copy: unknown = structuredClone(message);
      queueMicrotask(() => tab.hear(copy));
    }
  }

  onMessage(listener: (message: unknown) => void): () => void {
    const own = (message: unknown) => listener(message);
    this.#messageListeners.add(own);
    return () => this.#messageListeners.delete(own);
  }

  close(): void {
    if (this.#closed) return;
    const led = this.#leads;
    this.#closed = true;
    this.#leads = false;
    this.#leadListeners.clear();
    this.#messageListeners.clear();
    if (led && !this.#tabs.some((tab) => tab.leads)) this.#tabs.find((tab) => !tab.closed)?.setLeads(true);
  }

  setLeads(leads: boolean): void {
    if (this.#closed || leads === this.#leads) return;
    this.#leads = leads;
    this.#whenAwake(() => {
      for (const listener of [...this.#leadListeners]) listener();
    });
  }

  hear(message: unknown): void {
    this.#whenAwake(() => {
      for (const listener of [...this.#messageListeners]) listener(message);
    });
  }

  freeze(): void {
    this.#frozen = true;
  }

  thaw(): void {
    this.#frozen = false;
    for (const act of this.#missed.splice(0)) act();
  }

  #whenAwake(act: () => void): void {
    if (this.#frozen) this.#missed.push(act);
    else if (!this.#closed) act();
  }
}
