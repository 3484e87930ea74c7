import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { nextSteps } from '../domain/failures.ts';
import type { Conversation } from '../domain/model.ts';
import type { ConversationChange } from '../ports/adapter.ts';
import { type AdapterErrorCode, toAdapterError } from '../ports/adapter-error.ts';
import type { MessagingSession, OpenReadable, TimelineEntry, TimelineHandle } from '../sync/session-api.ts';
import { HandleController } from './handle-controller.ts';

/**
 * The conversation a view shows, and what can be done with it as a whole. An action that fails leaves its reason in
 * `problem` and rejects, so that a button can show it and a host's own command can know it.
 */
export class SelectedConversation implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #conversation: HandleController<OpenReadable<Conversation | null>>;
  readonly #timeline: HandleController<TimelineHandle>;
  #session: MessagingSession | null = null;
  #id: string | null = null;
  #problem: AdapterErrorCode | null = null;
  #taken: { readonly by: string | null } | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    this.#conversation = new HandleController(host);
    this.#timeline = new HandleController(host);
    host.addController(this);
  }

  /** `null` while nothing is selected, or until it has been loaded. */
  get value(): Conversation | null {
    return this.#conversation.value;
  }

  /** Why the last action failed; `null` when it did not. */
  get problem(): AdapterErrorCode | null {
    return this.#problem;
  }

  /** A colleague was quicker with the last assignment, or it was given back meanwhile (`by` is `null`). */
  get taken(): { readonly by: string | null } | null {
    return this.#taken;
  }

  /** The agent has seen the problem. */
  clearProblem(): void {
    this.#problem = this.#taken = null;
    this.#host.requestUpdate();
  }

  /** Call from `willUpdate`. */
  sync(session: MessagingSession | null, conversationId: string | null): void {
    if (conversationId !== this.#id) this.#problem = this.#taken = null;
    this.#id = conversationId;
    this.#session = session;
    this.#conversation.sync(session, [conversationId], (ready) => ready.openConversation(conversationId ?? ''));
    this.#timeline.sync(session, [conversationId], (ready) =>
      ready.openTimeline({ kind: 'conversation', conversationId: conversationId ?? '' }),
    );
  }

  /** Whether there are messages that need a person and that trying again can help. */
  get hasFailed(): boolean {
    return this.#failedKeys().length > 0;
  }

  /** Marks everything as read (C5). */
  markRead(): Promise<void> {
    return this.#act(async (session, { id }) => session.markRead(id));
  }

  /** Marks the last message of the customer as unread (C5). */
  markUnread(): Promise<void> {
    return this.#act(async (session, { id }) => session.markUnread(id));
  }

  /** Tries every failed message again that trying again can help. */
  retryFailed(): Promise<void> {
    return this.#act(async (session) => {
      for (const key of this.#failedKeys()) await session.retry(key);
    });
  }

  /**
   * Gives it a co-worker, or nobody, unless a colleague was quicker (D1); a comment becomes a note.
   *
   * @param seen - who had it when the agent began to choose; without it, as it is known now
   * @returns the conversation as it is now; `null` when nothing is selected, or when a colleague has it, as `taken` says
   */
  async assignTo(
    coWorkerId: string | null,
    comment = '',
    seen?: Pick<Conversation, 'coWorkerId'>,
  ): Promise<Conversation | null> {
    const { value } = this;
    const session = this.#session;
    if (!session || !value) return null;
    return this.#guard(async () => {
      const { outcome, conversation } = await session.assign(value.id, coWorkerId, seen);
      if (outcome === 'lost') {
        this.#taken = { by: conversation.coWorkerId };
        return null;
      }
      if (comment !== '') await session.addNote({ conversationId: value.id, text: comment, draft: null });
      return conversation;
    });
  }

  /**
   * Changes it; what others changed meanwhile stays.
   *
   * @param ifVersion - what was seen when it was decided: a conversation changed since is left as it is
   */
  change(change: ConversationChange, ifVersion?: number): Promise<void> {
    return this.#act(async (session, { id }) => {
      await session.update(id, change, ifVersion);
    });
  }

  /**
   * Archives it unless the customer wrote since it was seen (D7).
   *
   * @returns the conversation as it is now where they did; else `null`
   */
  async archive(
    seen: Conversation,
    tags: Pick<ConversationChange, 'addTags' | 'removeTags'>,
  ): Promise<Conversation | null> {
    const session = this.#session;
    if (!session) return null;
    return this.#guard(async () => {
      const { outcome, conversation } = await session.archive(seen, tags);
      return outcome === 'wrote' ? conversation : null;
    });
  }

  /** Starts a conversation with a recipient, or finds the open one. */
  start(recipientId: string): Promise<Conversation> {
    return this.#guard(async () => {
      if (!this.#session) throw new Error('there is no session');
      return this.#session.open({ recipientId });
    });
  }

  hostDisconnected(): void {
    this.#problem = this.#taken = null;
  }

  /** Failed here, or the last message failed at the provider; each at most once, as earlier ones were answered since. */
  #failedKeys(): readonly string[] {
    const entries = this.#timeline.value?.entries ?? [];
    return entries.filter((entry, index) => isRetryable(entry, index === entries.length - 1)).map(({ key }) => key);
  }

  async #act(work: (session: MessagingSession, conversation: Conversation) => Promise<void>): Promise<void> {
    const { value } = this;
    const session = this.#session;
    if (session && value) await this.#guard(() => work(session, value));
  }

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    this.#problem = this.#taken = null;
    try {
      return await work();
    } catch (reason) {
      this.#problem = toAdapterError(reason).code;
      throw reason;
    } finally {
      this.#host.requestUpdate();
    }
  }
}

function isRetryable(entry: TimelineEntry, isLast: boolean): boolean {
  const { status, failure } = entry.message;
  if (status !== 'failed' || (entry.source === 'server' && !isLast)) return false;
  return nextSteps(failure?.reason ?? 'unknown').includes('retry');
}
