import type { ReactiveControllerHost } from 'lit';
import type { Attachment } from '../domain/model.ts';
import { AdapterError } from '../ports/adapter-error.ts';
import type { FileAddress } from '../ports/parts/attachments.ts';
import type { MessagingSession } from '../sync/session-api.ts';

/** Where a file is to be had now. */
export interface KnownAddress {
  readonly url: string | null;
  readonly thumbnailUrl: string | null;
  /** `loading`: asked for, or on its way to the backend · `gone`: nobody has it any more, or what is there cannot be shown. */
  readonly state: 'ready' | 'loading' | 'gone';
}

/** More files than this are not remembered: the oldest are asked for again. */
const mostFiles = 500;

/** Why there is no address, and what the file was said to be then: once that changes it is worth asking again. */
interface Missing {
  readonly facts: string;
  readonly state: 'loading' | 'gone';
}

/** Fresh addresses of files: signed ones run out, and some backends give none before they are asked. */
export class FileAddresses {
  readonly #host: ReactiveControllerHost;
  readonly #session: () => MessagingSession | null;
  readonly #fresh = new Map<string, FileAddress>();
  readonly #asking = new Set<string>();
  readonly #missing = new Map<string, Missing>();
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
    if (this.#missing.get(id)?.facts !== factsOf(attachment)) this.#missing.delete(id);
    const fresh = this.#fresh.get(id);
    if (this.#hasRunOut(attachment) || (!fresh && url === null)) this.#ask(attachment);
    const known = fresh ?? { url, thumbnailUrl };
    const missing = this.#missing.get(id);
    if (missing) return { ...known, state: missing.state };
    if (known.url !== null) return { url: known.url, thumbnailUrl: known.thumbnailUrl, state: 'ready' };
    return { url: null, thumbnailUrl: null, state: this.#asking.has(id) ? 'loading' : 'gone' };
  }

  /** What an address led to could not be shown: a new one is asked for, once. */
  failed(attachment: Attachment): void {
    const { id } = attachment;
    if (this.#asking.has(id) || this.#missing.has(id)) return;
    if (this.#fresh.has(id) || !this.#canAsk) this.#miss(attachment, 'gone');
    else this.#ask(attachment);
  }

  /** A link to a file is followed: where its address has run out, once it has a new one. */
  open(attachment: Attachment, event: Event): void {
    if (!this.#hasRunOut(attachment)) return;
    event.preventDefault();
    const link = event.currentTarget;
    void this.#renew(attachment).then(async (url) => {
      await this.#host.updateComplete;
      // Without a new address the next click would only ask once more.
      if (url !== null && link instanceof HTMLAnchorElement && link.isConnected) link.click();
    });
  }

  /** A new address for a file; `null` where it is not to be had. */
  async #renew(attachment: Attachment): Promise<string | null> {
    const address = await this.#session()
      ?.part('attachments')
      ?.url(attachment.id)
      .catch(() => null);
    if (address) this.#give(attachment.id, address);
    else this.#miss(attachment, 'gone');
    return address?.url ?? null;
  }

  /** Whether what is known of a file has run out. */
  #hasRunOut({ id }: Attachment): boolean {
    const expiresAt = this.#fresh.get(id)?.expiresAt;
    return expiresAt != null && expiresAt <= this.#now();
  }

  get #canAsk(): boolean {
    return this.#session()?.part('attachments') !== undefined;
  }

  #now(): number {
    return this.#session()?.serverNow() ?? 0;
  }

  #ask(attachment: Attachment): void {
    const { id, sizeBytes } = attachment;
    const part = this.#session()?.part('attachments');
    if (!part || this.#asking.has(id) || this.#missing.has(id)) return;
    this.#asking.add(id);
    part.url(id).then(
      (address) => this.#give(id, address),
      (error: unknown) => {
        // Nobody has counted its bytes yet: the message changes when it is there.
        const isOnItsWay = sizeBytes === null && error instanceof AdapterError && error.code === 'unavailable';
        this.#miss(attachment, isOnItsWay ? 'loading' : 'gone');
      },
    );
  }

  #give(id: string, address: FileAddress): void {
    this.#fresh.set(id, address);
    const [oldest] = this.#fresh.keys();
    if (this.#fresh.size > mostFiles && oldest !== undefined) this.#fresh.delete(oldest);
    this.#settle(id);
  }

  #miss(attachment: Attachment, state: Missing['state']): void {
    this.#missing.set(attachment.id, { facts: factsOf(attachment), state });
    this.#settle(attachment.id);
  }

  #settle(id: string): void {
    this.#asking.delete(id);
    this.#changes += 1;
    this.#host.requestUpdate();
  }
}

function factsOf({ mimeType, sizeBytes }: Attachment): string {
  return `${mimeType} ${sizeBytes ?? ''}`;
}
