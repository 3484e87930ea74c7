import type {
  Draft,
  DraftFile,
  DraftKey,
  KeptFile,
  Lease,
  LocalStorage,
  OutboxEntry,
  StorageMode,
  StorageProblem,
} from '../ports/storage.ts';
import { StorageError } from '../ports/storage.ts';
import { deferred } from './deferred.ts';

/** The transactions of {@link LocalStorage}, as fault points name them. */
export type StorageOperation =
  | 'loadDrafts'
  | 'putDraft'
  | 'deleteDraft'
  | 'loadDraftFiles'
  | 'putDraftFile'
  | 'deleteDraftFile'
  | 'loadOutbox'
  | 'enqueue'
  | 'updateEntry'
  | 'removeEntry'
  | 'acquireLease'
  | 'releaseLease';

/** A transaction that a test holds. */
export interface StoragePause {
  /** Resolves when the transaction has arrived at the pause. */
  readonly reached: Promise<void>;
  /** Lets it go on. */
  resume(): void;
}

/** What can go wrong with {@link MemoryStorage}. */
export interface StorageFaults {
  /** Every transaction so far, in order, refused ones too. */
  readonly log: readonly StorageOperation[];
  /** The next transaction (of this kind) rejects with this problem and changes nothing. */
  failNext(problem: StorageProblem, operation?: StorageOperation): void;
  /** Every transaction from now on rejects with this problem; `null` heals it. */
  failAll(problem: StorageProblem | null): void;
  /** Holds the `nth` transaction from now (1 = the next) before or after it commits. */
  pauseAt(nth: number, when?: 'before-commit' | 'after-commit'): StoragePause;
  /** This tab dies at the `nth` transaction from now: it and all later ones never resolve; what was committed stays. */
  crashAt(nth: number, when?: 'before-commit' | 'after-commit'): void;
  /** Storage becomes worse (or better) while running, as after an eviction; listeners are told. */
  setMode(mode: StorageMode, problem: StorageProblem | null): void;
}

/** Outbox and drafts in memory, with fault points. */
export interface MemoryStorage extends LocalStorage {
  readonly faults: StorageFaults;
  /** Another tab, or the same one after a restart, over the same data. It has fault points of its own. */
  peer(): MemoryStorage;
}

/** Makes a {@link LocalStorage} for tests that keeps its promises as strictly as the durable one. */
export function memoryStorage(mode: StorageMode = 'durable', problem: StorageProblem | null = null): MemoryStorage {
  return new FakeStorage(new Disk(), mode, problem);
}

/** What survives a tab. */
class Disk {
  readonly drafts = new Map<string, Draft>();
  readonly journal = new Map<string, Draft>();
  readonly files = new Map<string, KeptFile>();
  readonly outbox = new Map<string, OutboxEntry>();
  readonly tabs = new Set<FakeStorage>();
  lease: Lease | null = null;
  leaseTakenAt = 0;
  fence = 0;
  order = 0;
}

interface FaultPoint {
  readonly at: number;
  readonly when: 'before-commit' | 'after-commit';
  readonly hold: () => Promise<void>;
}

class FakeStorage implements MemoryStorage {
  readonly #disk: Disk;
  readonly #listeners = new Set<() => void>();
  readonly #log: StorageOperation[] = [];
  readonly #failures: { problem: StorageProblem; operation: StorageOperation | undefined }[] = [];
  readonly #points: FaultPoint[] = [];
  #failAll: StorageProblem | null = null;
  #crashed = false;
  #closed = false;
  #mode: StorageMode;
  #problem: StorageProblem | null;
  readonly faults: StorageFaults;

  constructor(disk: Disk, mode: StorageMode, problem: StorageProblem | null) {
    this.#disk = disk;
    this.#mode = mode;
    this.#problem = problem;
    this.faults = this.#faultPoints();
    disk.tabs.add(this);
  }

  get mode(): StorageMode {
    return this.#mode;
  }

  get problem(): StorageProblem | null {
    return this.#problem;
  }

  peer(): MemoryStorage {
    return new FakeStorage(this.#disk, this.#mode, this.#problem);
  }

  subscribe(listener: () => void): () => void {
    const own = () => listener();
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  loadDrafts(): Promise<readonly Draft[]> {
    return this.#transaction('loadDrafts', (disk) => {
      for (const [key, draft] of disk.journal) foldJournal(disk, key, draft);
      disk.journal.clear();
      return [...disk.drafts.values()];
    });
  }

  putDraft(draft: Draft): Promise<void> {
    return this.#transaction('putDraft', (disk) => {
      disk.drafts.set(draftId(draft.key), structuredClone(draft));
      this.#tellOthers();
    });
  }

  deleteDraft(key: DraftKey): Promise<void> {
    return this.#transaction('deleteDraft', (disk) => {
      disk.journal.delete(draftId(key));
      if (disk.drafts.delete(draftId(key))) this.#tellOthers();
    });
  }

  journalDraft(draft: Draft): void {
    if (this.#crashed || this.#closed) return;
    this.#disk.journal.set(draftId(draft.key), structuredClone(draft));
  }

  loadDraftFiles(): Promise<readonly KeptFile[]> {
    return this.#transaction('loadDraftFiles', (disk) => [...disk.files.values()]);
  }

  putDraftFile(file: DraftFile, bytes?: Blob): Promise<void> {
    return this.#transaction('putDraftFile', (disk) => {
      const kept = bytes ?? disk.files.get(file.id)?.bytes;
      if (kept) disk.files.set(file.id, { file: structuredClone(file), bytes: kept });
      this.#tellOthers();
    });
  }

  deleteDraftFile(id: string): Promise<void> {
    return this.#transaction('deleteDraftFile', (disk) => {
      if (disk.files.delete(id)) this.#tellOthers();
    });
  }

  loadOutbox(): Promise<readonly OutboxEntry[]> {
    return this.#transaction('loadOutbox', (disk) => [...disk.outbox.values()].sort((a, b) => a.order - b.order));
  }

  enqueue(entry: Omit<OutboxEntry, 'order'>, draft: DraftKey | null, fileId?: string): Promise<OutboxEntry> {
    return this.#transaction('enqueue', (disk) => {
      const known = disk.outbox.get(entry.clientId);
      if (known) return known;
      disk.order += 1;
      const stored: OutboxEntry = { ...structuredClone(entry), order: disk.order };
      disk.outbox.set(entry.clientId, stored);
      if (fileId !== undefined) disk.files.delete(fileId);
      // A draft with another client id is another text, typed in another tab meanwhile.
      for (const kept of draft ? [disk.drafts, disk.journal] : [])
        if (draft && kept.get(draftId(draft))?.clientId === entry.clientId) kept.delete(draftId(draft));
      this.#tellOthers();
      return stored;
    });
  }

  updateEntry(
    clientId: string,
    change: Partial<Pick<OutboxEntry, 'state' | 'attempts' | 'notBefore' | 'failure'>>,
    fence: number | null,
  ): Promise<OutboxEntry | null> {
    return this.#transaction('updateEntry', (disk) => {
      const stored = disk.outbox.get(clientId);
      if (!stored || (fence !== null && fence < disk.fence)) return null;
      const next = { ...stored, ...structuredClone(change) };
      disk.outbox.set(clientId, next);
      this.#tellOthers();
      return next;
    });
  }

  removeEntry(clientId: string): Promise<void> {
    return this.#transaction('removeEntry', (disk) => {
      if (disk.outbox.delete(clientId)) this.#tellOthers();
    });
  }

  acquireLease(
    holder: string,
    now: number,
    durationMs: number,
    living?: ReadonlySet<string> | null,
  ): Promise<Lease | null> {
    return this.#transaction('acquireLease', (disk) => {
      const isGone = disk.lease !== null && living?.has(disk.lease.holder) === false;
      const held = disk.lease && !isGone && isHeld(disk.lease, disk.leaseTakenAt, now) ? disk.lease : null;
      if (held && held.holder !== holder) return null;
      // A holder that let its lease run out may have slept for hours: only an unbroken renewal keeps the fence.
      if (!held) disk.fence += 1;
      disk.lease = { holder, fence: disk.fence, expiresAt: now + durationMs };
      disk.leaseTakenAt = now;
      return disk.lease;
    });
  }

  releaseLease(lease: Lease): Promise<void> {
    return this.#transaction('releaseLease', (disk) => {
      if (disk.lease?.holder === lease.holder && disk.lease.fence === lease.fence) disk.lease = null;
    });
  }

  close(): void {
    this.#closed = true;
    this.#listeners.clear();
    this.#disk.tabs.delete(this);
  }

  async #transaction<T>(operation: StorageOperation, commit: (disk: Disk) => T): Promise<T> {
    if (this.#crashed) return never();
    this.#log.push(operation);
    const at = this.#log.length;
    const closed = this.#closed; // what was asked before a close is still carried out
    await Promise.resolve();
    await this.#hold(at, 'before-commit');
    const problem = closed ? 'absent' : this.#nextProblem(operation);
    if (problem) throw new StorageError(problem, `${operation} refused by the test`);
    const result = structuredClone(commit(this.#disk));
    await this.#hold(at, 'after-commit');
    return result;
  }

  async #hold(at: number, when: FaultPoint['when']): Promise<void> {
    for (const point of this.#points) if (point.at === at && point.when === when) await point.hold();
    if (this.#crashed) await never();
  }

  #nextProblem(operation: StorageOperation): StorageProblem | null {
    const index = this.#failures.findIndex((failure) => (failure.operation ?? operation) === operation);
    const [failure] = index < 0 ? [] : this.#failures.splice(index, 1);
    return failure?.problem ?? this.#failAll;
  }

  #tellOthers(): void {
    for (const tab of this.#disk.tabs) if (tab !== this) queueMicrotask(() => tab.#notify());
  }

  #notify(): void {
    if (!this.#crashed) for (const listener of [...this.#listeners]) listener();
  }

  #faultPoints(): StorageFaults {
    return {
      log: this.#log,
      failNext: (problem, operation) => void this.#failures.push({ problem, operation }),
      failAll: (problem) => {
        this.#failAll = problem;
      },
      pauseAt: (nth, when = 'before-commit') => {
        const reached = deferred();
        const resumed = deferred();
        const hold = (): Promise<void> => {
          reached.resolve();
          return resumed.promise;
        };
        this.#points.push({ at: this.#log.length + nth, when, hold });
        return { reached: reached.promise, resume: () => resumed.resolve() };
      },
      crashAt: (nth, when = 'before-commit') => {
        const hold = (): Promise<void> => {
          this.#crashed = true;
          return never();
        };
        this.#points.push({ at: this.#log.length + nth, when, hold });
      },
      setMode: (mode, problem) => {
        this.#mode = mode;
        this.#problem = problem;
        this.#notify();
      },
    };
  }
}

function foldJournal(disk: Disk, key: string, draft: Draft): void {
  const sent = disk.outbox.get(draft.clientId);
  if (sent && draft.updatedAt <= sent.queuedAt) return;
  const stored = disk.drafts.get(key);
  if (stored && stored.updatedAt > draft.updatedAt) return;
  if (draft.text === '') disk.drafts.delete(key);
  else disk.drafts.set(key, draft);
}

/** A lease taken long after `now` is from before somebody set the clock back; it holds nobody up. */
function isHeld({ expiresAt }: Lease, takenAt: number, now: number): boolean {
  return now < expiresAt && now >= takenAt - (expiresAt - takenAt);
}

function draftId({ conversationId, mode, channel }: DraftKey): string {
  return JSON.stringify([conversationId, mode, channel]);
}

function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}
