import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { hasAttention, onAttention } from '../dom/page-attention.ts';
import { wasMarkedUnread } from '../domain/marked-unread.ts';
import type { Conversation } from '../domain/model.ts';
import type { MessagingSession } from '../sync/session-api.ts';

/**
 * When reading marks messages as read: as soon as the newest is visible, after it was visible for two seconds, when the
 * agent answers, or never by itself.
 */
export type ReadPolicy = 'on-view' | 'after-delay' | 'on-reply' | 'manual';

/** What reading depends on. */
export interface ReadInputs {
  readonly session: MessagingSession | null;
  readonly conversation: Conversation | null;
  readonly policy: ReadPolicy;
  /** Whether the newest message of the customer is on screen. */
  readonly newestIsVisible: boolean;
}

const delayMs = 2000;

/** Marks a conversation as read by a policy, while the page has the focus. */
export class ReadController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #inputs: () => ReadInputs;
  #stopListening: (() => void) | null = null;
  #cancelDelay: (() => void) | null = null;
  /** The conversation as it was at the last look. */
  #known: Conversation | null = null;
  /** Somebody marked it unread (A10, C5): that stays until the agent answers or opens the conversation anew. */
  #isKept = false;
  /** The conversation's last activity when it was asked to be marked as read. */
  #askedAt: number | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, inputs: () => ReadInputs) {
    this.#host = host;
    this.#inputs = inputs;
    host.addController(this);
  }

  /** Looks whether something was read: after each render, when the agent scrolls, and when the page gets the focus. */
  look(): void {
    const inputs = this.#inputs();
    const { conversation, policy } = inputs;
    if (conversation !== this.#known) this.#notice(conversation);
    if (!this.#mayRead(inputs) || policy === 'manual' || policy === 'on-reply') this.#stopDelay();
    else if (policy === 'on-view') this.#markRead(inputs);
    else this.#cancelDelay ??= inputs.session?.clock.after(delayMs, () => this.#afterDelay()) ?? null;
  }

  /** The agent marks messages unread: that is not to be undone by looking on. */
  keepUnread(): void {
    this.#isKept = true;
    this.#stopDelay();
  }

  /** The agent has answered. */
  answered(): void {
    const inputs = this.#inputs();
    if (inputs.policy !== 'manual') this.#markRead(inputs);
  }

  hostConnected(): void {
    this.#stopListening = onAttention(this.#host.ownerDocument, () => this.look());
  }

  hostUpdated(): void {
    this.look();
  }

  hostDisconnected(): void {
    this.#stopListening?.();
    this.#stopDelay();
  }

  #notice(conversation: Conversation | null): void {
    const before = this.#known;
    this.#known = conversation;
    if (conversation === null || conversation.id !== before?.id) {
      this.#isKept = false;
      this.#askedAt = null;
      this.#stopDelay();
    } else if (conversation.unreadCount === 0) {
      this.#isKept = false;
    } else if (wasMarkedUnread(before, conversation)) {
      this.keepUnread();
    }
  }

  #mayRead({ conversation, newestIsVisible }: ReadInputs): boolean {
    if (!conversation || conversation.unreadCount === 0 || !newestIsVisible || !hasAttention(this.#host.ownerDocument))
      return false;
    return !this.#isKept && conversation.lastActivityAt !== this.#askedAt;
  }

  #afterDelay(): void {
    this.#cancelDelay = null;
    const inputs = this.#inputs();
    if (this.#mayRead(inputs)) this.#markRead(inputs);
  }

  #markRead({ session, conversation }: ReadInputs): void {
    if (!session || !conversation || conversation.unreadCount === 0) return;
    const { id, lastActivityAt } = conversation;
    this.#askedAt = lastActivityAt;
    session.markRead(id).catch(() => {
      // Tried again at the next look: the agent scrolls, comes back, or a message arrives.
      if (this.#known?.id === id && this.#askedAt === lastActivityAt) this.#askedAt = null;
    });
  }

  #stopDelay(): void {
    this.#cancelDelay?.();
    this.#cancelDelay = null;
  }
}
