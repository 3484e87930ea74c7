/** Where time comes from. Elements and sync never ask the machine themselves, so tests can move time. */
export interface Clock {
  /** Epoch ms. */
  now(): number;
  /** Calls back once, `delayMs` from now at the earliest. Returns what cancels it. */
  after(delayMs: number, callback: () => void): () => void;
}
