import type { ReactiveControllerHost } from 'lit';
import type { Attachment } from '../domain/model.ts';
import { AdapterError } from '../ports/adapter-error.ts';
import type { FileAddress } from '../ports/parts/attachments.ts';
import type { MessagingSession } from '../sync/session-api.ts';

/** Where a file is to be had now. */
export interface KnownAddress {
  readonly url: string | null;
  readonly thumbnailUrl: string | null;
  /**
   * `loading`: asked for, or on its way to the backend · `away`: not to be had now, or not to be shown, and asked for again
   * when there is a connection or somebody wants it · `gone`: nobody has it any more.
   */
  readonly state: 'ready' | 'loading' | 'away' | 'gone';
}

/** More files than this are not remembered: the oldest are asked for again. */
const mostFiles = 500;

/** Why there is no address, and what the file was said to be then: once that changes it is worth asking again. */
interface Missing {
  readonly facts: string;
  /** `old`: there is no new address now; what the one that has run out led to may still be there. */
  readonly state: 'loading' | 'old' | 'away' | 'gone';
}

/** Fresh addresses of files: signed ones run out, and some backends give none before they are asked. */
export class FileAddresses {
  readonly #host: ReactiveControllerHost;
  readonly #session: () => MessagingSession | null;
  readonly #fresh = new Map<string, FileAddress>();
  readonly #asking = new Map<string, Promise<void>>();
  readonly #missing = new Map<string, Missing>();
  #changes = 0;
  #wasLive = true;

  /** @param session - `null` while there is none */
  constructor(host: ReactiveControllerHost, session: () => MessagingSession | null) {
    this.#host = host;
    this.#session = session;
  }

  /** Grows with each address that came or went: what was rendered before is rendered anew. */
  get changes(): number {
    this.#look();
    return this.#changes;
  }

  /** Where a file is; asks the backend where nothing is known, or what is known has run out. */
  of(attachment: Attachment): KnownAddress {
    const { id, url, thumbnailUrl } = attachment;
    this.#look();
    if (this.#missing.get(id)?.facts !== factsOf(attachment)) this.#missing.delete(id);
    const fresh = this.#fresh.get(id);
    if (this.#hasRunOut(attachment)) void this.#ask(attachment, 'old');
    else if (!fresh && url === null) void this.#ask(attachment, 'away');
    const known = fresh ?? { url, thumbnailUrl };
    const state = this.#missing.get(id)?.state;
    if (state && state !== 'old') return { ...known, state };
    if (known.url !== null) return { url: known.url, thumbnailUrl: known.thumbnailUrl, state: 'ready' };
    return { url: null, thumbnailUrl: null, state: this.#asking.has(id) ? 'loading' : 'gone' };
  }

  /** What an address led to could not be shown: a new one is asked for, once. */
  failed(attachment: Attachment): void {
    const { id } = attachment;
    const state = this.#missing.get(id)?.state;
    if (this.#asking.has(id) || (state && state !== 'old')) return;
    const isFresh = this.#fresh.has(id) && !this.#hasRunOut(attachment);
    if (!isFresh && !state && this.#canAsk) void this.#ask(attachment, 'away');
    // That it does not come says nothing of the file: only its backend knows that there is none any more.
    else this.#miss(attachment, 'away');
  }

  /** Somebody wants to have a file that was away. */
  retry({ id }: Attachment): void {
    this.#missing.delete(id);
    this.#fresh.delete(id);
    this.#settle(id);
  }

  /** What could not be had is asked for again when it is shown next. */
  again(): void {
    for (const [id, { state }] of this.#missing) {
      if (state === 'gone') continue;
      this.#missing.delete(id);
      this.#changes += 1;
    }
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
    this.#missing.delete(attachment.id);
    await this.#ask(attachment, 'away');
    return this.#missing.has(attachment.id) ? null : (this.#fresh.get(attachment.id)?.url ?? null);
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

  get #isLive(): boolean {
    return this.#session()?.status.value.link === 'live';
  }

  /** What could not be had without a connection is asked for again when there is one. */
  #look(): void {
    const wasLive = this.#wasLive;
    this.#wasLive = this.#isLive;
    if (!wasLive && this.#wasLive) this.again();
  }

  /** @param otherwise - what is said where nobody answers */
  #ask(attachment: Attachment, otherwise: 'old' | 'away'): Promise<void> {
    const { id, sizeBytes } = attachment;
    const part = this.#session()?.part('attachments');
    const running = this.#asking.get(id);
    if (!part || running || this.#missing.has(id)) return running ?? Promise.resolve();
    const asking = part.url(id).then(
      (address) => this.#give(id, address),
      (error: unknown) => {
        const mayComeBack = !(error instanceof AdapterError) || error.retry;
        // Nobody has counted its bytes yet: the message changes when it is there.
        const isOnItsWay = sizeBytes === null && error instanceof AdapterError && error.code === 'unavailable';
        this.#miss(attachment, isOnItsWay ? 'loading' : mayComeBack ? otherwise : 'gone');
      },
    );
    this.#asking.set(id, asking);
    return asking;
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
