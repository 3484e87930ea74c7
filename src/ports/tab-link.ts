/**
 * How the tabs of one browser profile, tenant and agent work together. Leadership only saves work: correctness rests
 * on the backend's unique key and on the fencing number in storage.
 */
export interface TabLink {
  /** Unique per tab. */
  readonly tabId: string;
  /** Whether this tab leads now. */
  readonly leads: boolean;
  /** Calls back when this tab gains or loses the lead. Returns what stops it. */
  onLeadChange(listener: () => void): () => void;
  /**
   * Ids of the tabs that certainly live, this one included: any other is gone. `null` where the browser cannot tell. A
   * frozen tab lives.
   */
  livingTabs(): Promise<ReadonlySet<string> | null>;
  /** Tells the other tabs; never this one. Values must survive `structuredClone`. */
  post(message: unknown): void;
  /** Hears the other tabs. Returns what stops it. */
  onMessage(listener: (message: unknown) => void): () => void;
  /** Gives the lead back and stops listening. */
  close(): void;
}
