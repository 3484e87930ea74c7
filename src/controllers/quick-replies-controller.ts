import type { ReactiveControllerHost } from 'lit';
import type { QuickReplyGroup } from '../domain/quick-replies.ts';
import type { MessagingSession } from '../sync/session-api.ts';

/** What all composers of a session know of the quick replies. */
interface Shelf {
  groups: readonly QuickReplyGroup[] | null;
  asking: Promise<void> | null;
  askedAt: number;
  failed: boolean;
}

const shelves = new WeakMap<MessagingSession, Shelf>();
/** Somebody may have changed the settings: asked again when they are needed and this old. */
const freshMs = 60_000;

/** The quick replies of a backend (B8): loaded when first needed, shared by all composers of a session. */
export class QuickRepliesController {
  readonly #host: ReactiveControllerHost;
  readonly #session: () => MessagingSession | null;

  constructor(host: ReactiveControllerHost, session: () => MessagingSession | null) {
    this.#host = host;
    this.#session = session;
  }

  /** Whether the backend has quick replies at all. */
  get isOffered(): boolean {
    return this.#session()?.status.value.backend?.capabilities.parts.includes('quickReplies') ?? false;
  }

  /** `null` while they were never loaded. */
  get groups(): readonly QuickReplyGroup[] | null {
    return this.#shelf?.groups ?? null;
  }

  /** Whether they are being loaded for the first time. */
  get isLoading(): boolean {
    return this.groups === null && this.#shelf?.asking != null;
  }

  /** Whether the last attempt failed; what was loaded before is still there. */
  get hasFailed(): boolean {
    return this.#shelf?.failed ?? false;
  }

  /** Loads them unless they are there and fresh. Resolves when that is done, also if it failed. */
  async load(): Promise<void> {
    const session = this.#session();
    const part = session?.part('quickReplies');
    if (!session || !part) return;
    const shelf = shelves.get(session) ?? { groups: null, asking: null, askedAt: 0, failed: false };
    shelves.set(session, shelf);
    const now = session.clock.now();
    if (shelf.groups && !shelf.failed && Math.abs(now - shelf.askedAt) < freshMs) return;
    shelf.asking ??= part.list().then(
      (groups) => void Object.assign(shelf, { groups, failed: false, asking: null, askedAt: now }),
      () => void Object.assign(shelf, { failed: true, asking: null }),
    );
    this.#host.requestUpdate();
    await shelf.asking;
    this.#host.requestUpdate();
  }

  get #shelf(): Shelf | undefined {
    const session = this.#session();
    return session ? shelves.get(session) : undefined;
  }
}
