/** What the device believes about its network. A hint that saves attempts; never proof that a call will work. */
export interface Connectivity {
  readonly online: boolean;
  /** Calls back after each change. Returns what stops it. */
  subscribe(listener: () => void): () => void;
}
