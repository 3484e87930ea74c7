import { nothing } from '../../store/nothing.ts';
import type { DraftBook } from '../drafts/draft-book.ts';
import type { FileDesk, FileDeskOptions } from './file-desk.ts';

/** What it works with. */
export interface LateFilesOptions extends FileDeskOptions {
  readonly drafts: DraftBook;
}

/** The files of drafts, whose code comes when somebody adds or looks for one. */
export class LateFiles {
  readonly #options: LateFilesOptions;
  #files: Promise<FileDesk> | null = null;
  #isClosed = false;

  constructor(options: LateFilesOptions) {
    this.#options = options;
  }

  open(): Promise<FileDesk> {
    this.#files ??= this.#open();
    this.#files.catch(() => (this.#files = null)); // asked for again, it is tried again
    return this.#files;
  }

  /** A message carries the file now. */
  async sent(fileId: string): Promise<void> {
    (await this.#files)?.sent(fileId);
  }

  /** Resolves when everything that was added is on the device. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#files?.then((files) => files.close()).catch(nothing);
  }

  async #open(): Promise<FileDesk> {
    const { FileDesk: Desk } = await import('./file-desk.ts');
    const files = await Desk.open(this.#options);
    if (this.#isClosed) await files.close();
    this.#options.drafts.nameOfFile = (conversationId) => files.newestName(conversationId);
    return files;
  }
}
