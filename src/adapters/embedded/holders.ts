/** Knows which instances of the backend (tabs) are alive, so that the claims of a dead one are not waited for. */
export interface Holders {
  /** Name of this instance, unlike any other. */
  readonly me: string;
  /** Resolves when other instances can see that this one lives; nothing is claimed before. */
  ready(): Promise<void>;
  /** Whether an instance still runs. `leaseLeftMs`: how long it may be believed; it has given up itself by then. */
  isAlive(holder: string, leaseLeftMs: number): Promise<boolean>;
}
