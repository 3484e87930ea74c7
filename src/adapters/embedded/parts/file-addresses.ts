import type { FileAddress } from '../../../ports/parts/attachments.ts';
import type { Clock } from '../../../ports/clock.ts';

/** How long an address works after it was last asked for. */
const addressLivesMs = 60 * 60 * 1000;

interface Given {
  readonly url: string;
  readonly cancel: () => void;
}

/**
 * Addresses of files for this page. Each keeps its file in the browser's memory or on its disk until it is taken back:
 * after an hour, when the file is removed, or when the backend is closed.
 */
export class FileAddresses {
  readonly #clock: Clock;
  readonly #given = new Map<string, Given>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The address of a file; the same one again while it works, and from then on an hour longer. */
  address(id: string, bytes: Blob): FileAddress {
    const before = this.#given.get(id);
    before?.cancel();
    const url = before?.url ?? URL.createObjectURL(bytes);
    const cancel = this.#clock.after(addressLivesMs, () => this.forget(id));
    this.#given.set(id, { url, cancel });
    return { url, thumbnailUrl: null, expiresAt: this.#clock.now() + addressLivesMs };
  }

  /** Takes the address of a file back. */
  forget(id: string): void {
    const given = this.#given.get(id);
    if (!given) return;
    this.#given.delete(id);
    given.cancel();
    URL.revokeObjectURL(given.url);
  }

  /** Takes all addresses back. */
  close(): void {
    for (const id of [...this.#given.keys()]) this.forget(id);
  }
}
