/** The part of the browser's `localStorage` that is used here; the name `Storage` does not exist outside windows. */
export interface TextStore {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** The part of `navigator.storage` that says whether the browser may evict what is stored. */
export interface StoragePersistence {
  persisted(): Promise<boolean>;
  /** May ask the person; absent in workers. */
  persist?(): Promise<boolean>;
}

/** The part of a document that tells when the page sleeps and wakes. */
export interface PageDocument extends EventTarget {
  readonly visibilityState: string;
}

/** What a browser may offer; each of them is absent somewhere. */
export interface BrowserFeatures {
  readonly indexedDB?: IDBFactory | null;
  readonly localStorage?: TextStore | null;
  readonly BroadcastChannel?: new (name: string) => BroadcastChannel;
  readonly document?: PageDocument;
  readonly navigator?: {
    readonly onLine?: boolean;
    readonly locks?: LockManager;
    readonly storage?: StoragePersistence;
  };
}

/** Makes a channel to the other tabs. */
export type OpenChannel = (name: string) => BroadcastChannel;

/**
 * Reads one feature of this browser. `null` where it is absent, and also where looking at it throws, as `localStorage`
 * does in a sandboxed frame.
 */
export function browserFeature<T>(read: (browser: BrowserFeatures) => T | null | undefined): T | null {
  try {
    return read(globalThis) ?? null;
  } catch {
    return null;
  }
}

/**
 * Opens a channel to the other tabs: with what is given, else with the browser's own `BroadcastChannel`. `null` where
 * there is none, it is not wanted or it throws.
 */
export function openTabChannel(name: string, open: OpenChannel | null | undefined): BroadcastChannel | null {
  if (open) return browserFeature(() => open(name));
  if (open === null) return null;
  return browserFeature(({ BroadcastChannel }) => BroadcastChannel && new BroadcastChannel(name));
}
