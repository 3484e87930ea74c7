/**
 * Says to other processes that a feed has grown. It carries no data and may lose some: whoever listens looks again by
 * itself once in a while.
 */
export interface Bus {
  notify(feed: string): Promise<void>;
  /** Returns what ends it. */
  listen(heard: (feed: string) => void): Promise<() => Promise<void>>;
}
