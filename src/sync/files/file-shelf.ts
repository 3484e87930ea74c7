import type { DraftFile, KeptFile, LocalStorage } from '../../ports/storage.ts';
import type { Log } from '../context.ts';

/** How it stands with one file on the device. */
interface Place {
  readonly isKept: boolean;
  /** Writes that are not done. */
  readonly pending: number;
  readonly isGone: boolean;
}

/**
 * Files of drafts on the device. Writes of all files happen one after the other, as they were asked for. What there is no
 * room for lives as long as the page, and is known as such.
 */
export class FileShelf {
  readonly #storage: LocalStorage;
  readonly #log: Log;
  readonly #changed: () => void;
  readonly #places = new Map<string, Place>();
  #writing: Promise<void> = Promise.resolve();

  constructor(storage: LocalStorage, log: Log, changed: () => void) {
    this.#storage = storage;
    this.#log = log;
    this.#changed = changed;
  }

  /** Whether the file would still be there after the page was closed; believed until the write has failed. */
  isKept(id: string): boolean {
    return this.#storage.mode !== 'none' && (this.#places.get(id)?.isKept ?? true);
  }

  /** Resolves when all that was asked for so far is written, or could not be. */
  get settled(): Promise<void> {
    return this.#writing;
  }

  /** Whether something about the file is not written yet. */
  isBusy(id: string): boolean {
    return (this.#places.get(id)?.pending ?? 0) > 0;
  }

  /** Whether this tab removed or sent it: what another tab still had does not bring it back. */
  isGone(id: string): boolean {
    return this.#places.get(id)?.isGone ?? false;
  }

  async load(): Promise<readonly KeptFile[]> {
    await this.#writing;
    return this.#storage.loadDraftFiles();
  }

  put(file: DraftFile, bytes?: Blob): void {
    // Of a file that has no place here there is nothing to write but all of it.
    if (!bytes && !(this.#places.get(file.id)?.isKept ?? true)) return;
    this.#write(file.id, () => this.#storage.putDraftFile(file, bytes));
  }

  delete(id: string): void {
    this.#places.set(id, { isKept: false, pending: 0, isGone: true });
    this.#writing = this.#writing
      .then(() => this.#storage.deleteDraftFile(id))
      .catch((error: unknown) => {
        this.#log('warn', `a file of a draft could not be removed: ${String(error)}`);
      });
  }

  #write(id: string, work: () => Promise<void>): void {
    this.#change(id, (place) => ({ ...place, pending: place.pending + 1 }));
    const done = (isKept: boolean): void => {
      this.#change(id, (place) => ({ ...place, isKept, pending: Math.max(0, place.pending - 1) }));
      if (!isKept) this.#changed();
    };
    this.#writing = this.#writing.then(work).then(
      () => done(true),
      (error: unknown) => {
        this.#log('warn', `a file of a draft could not be stored: ${String(error)}`);
        done(false);
      },
    );
  }

  #change(id: string, change: (place: Place) => Place): void {
    const place = this.#places.get(id) ?? { isKept: true, pending: 0, isGone: false };
    if (!place.isGone) this.#places.set(id, change(place));
  }
}
