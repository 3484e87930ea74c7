import type { ReactiveControllerHost } from 'lit';
import type { QuickReplyGroup } from '../domain/quick-replies.ts';
import type { MessagingSession } from '../sync/session-api.ts';
import { FreshAnswer } from './fresh-answer.ts';

/** What all composers of a session know of the quick replies. */
const answers = new WeakMap<MessagingSession, FreshAnswer<readonly QuickReplyGroup[]>>();

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
    return this.#answer?.value ?? null;
  }

  /** Whether they are being loaded for the first time. */
  get isLoading(): boolean {
    return this.groups === null && (this.#answer?.isAsking ?? false);
  }

  /** Whether the last attempt failed; what was loaded before is still there. */
  get hasFailed(): boolean {
    return this.#answer?.hasFailed ?? false;
  }

  /** Loads them unless they are there and fresh. Resolves when that is done, also if it failed. */
  async load(): Promise<void> {
    const session = this.#session();
    const part = session?.part('quickReplies');
    if (!session || !part) return;
    const { clock } = session;
    const answer = this.#answer ?? new FreshAnswer();
    answers.set(session, answer);
    if (answer.isFresh(clock)) return;
    const asking = answer.ask(() => part.list(), clock);
    this.#host.requestUpdate();
    await asking;
    this.#host.requestUpdate();
  }

  get #answer(): FreshAnswer<readonly QuickReplyGroup[]> | undefined {
    const session = this.#session();
    return session ? answers.get(session) : undefined;
  }
}
