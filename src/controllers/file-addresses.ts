import type { ReactiveControllerHost } from 'lit';
import type { Attachment } from '../domain/model.ts';
import type { FileAddress } from '../ports/parts/attachments.ts';
import type { MessagingSession } from '../sync/session-api.ts';

/** Where a file is to be had now. */
export interface KnownAddress {
  readonly url: string | null;
  readonly thumbnailUrl: string | null;
  /** `loading`: asked for · `gone`: nobody has it any more, or what is there cannot be shown. */
  readonly state: 'ready' | 'loading' | 'gone';
}

/** More files than this are not remembered: the oldest are asked for again. */
const mostFiles = 500;

/** Fresh addresses of files: signed ones run out, and some backends give none before they are asked. */
export class FileAddresses {
  readonly #host: ReactiveControllerHost;
  readonly #session: () => MessagingSession | null;
  readonly #fresh = new Map<string, FileAddress>();
  readonly #asking = new Set<string>();
  readonly #broken = new Set<string>();
  #changes = 0;

  /** @param session - `null` while there is none */
  constructor(host: ReactiveControllerHost, session: () => MessagingSession | null) {
    this.#host = host;
    this.#session = session;
  }

  /** Grows with each address that came or went: what was rendered before is rendered anew. */
  get changes(): number {
    return this.#changes;
  }

  /** Where a file is; asks the backend where nothing is known, or what is known has run out. */
  of(attachment: Attachment): KnownAddress {
    const { id, url, thumbnailUrl } = attachment;
    const fresh = this.#fresh.get(id);
    if (this.hasRunOut(attachment) || (!fresh && url === null)) this.#ask(id);
    const known = fresh ?? { url, thumbnailUrl };
    if (this.#broken.has(id)) return { ...known, state: 'gone' };
    if (known.url !== null) return { url: known.url, thumbnailUrl: known.thumbnailUrl, state: 'ready' };
    return { url: null, thumbnailUrl: null, state: this.#asking.has(id) ? 'loading' : 'gone' };
  }

  /** What an address led to could not be shown: a new one is asked for, once. */
  failed({ id }: Attachment): void {
    if (this.#asking.has(id) || this.#broken.has(id)) return;
    if (this.#fresh.has(id) || !this.#canAsk) this.#give(id, null);
    else this.#ask(id);
  }

  /** A new address for a file; `null` where it is not to be had. */
  async renew({ id }: Attachment): Promise<string | null> {
    const address = await this.#session()
      ?.part('attachments')
      ?.url(id)
      .catch(() => null);
    this.#give(id, address ?? null);
    return address?.url ?? null;
  }

  /** Whether what is known of a file has run out. */
  hasRunOut({ id }: Attachment): boolean {
    const expiresAt = this.#fresh.get(id)?.expiresAt;
    return expiresAt != null && expiresAt <= this.#now();
  }

  get #canAsk(): boolean {
    return this.#session()?.part('attachments') !== undefined;
  }

  #now(): number {
    return this.#session()?.serverNow() ?? 0;
  }

  #ask(id: string): void {
    const part = this.#session()?.part('attachments');
    if (!part || this.#asking.has(id) || this.#broken.has(id)) return;
    this.#asking.add(id);
    part.url(id).then(
      (address) => this.#give(id, address),
      () => this.#give(id, null),
    );
  }

  #give(id: string, address: FileAddress | null): void {
    this.#asking.delete(id);
    if (address) this.#fresh.set(id, address);
    else this.#broken.add(id);
    const [oldest] = this.#fresh.keys();
    if (this.#fresh.size > mostFiles && oldest !== undefined) this.#fresh.delete(oldest);
    this.#changes += 1;
    this.#host.requestUpdate();
  }
}
