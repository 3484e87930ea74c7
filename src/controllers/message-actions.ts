import type { ReactiveControllerHost } from 'lit';
import type { MessagingSession, TimelineEntry } from '../sync/session-api.ts';

/** Something the agent does with one message; `discard` is asked about first. */
export type MessageAction = 'retry' | 'check' | 'edit' | 'other-channel' | 'copy' | 'discard' | 'mark-unread';

/** How an action on a message is doing. */
export type ActionState = 'asking' | 'running' | 'failed' | 'copied';

/** Carries out what the agent does with single messages, one action per message at a time. */
export class MessageActions {
  readonly #host: ReactiveControllerHost;
  readonly #states = new Map<string, ActionState>();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** `null` when nothing is going on. */
  stateOf(key: string): ActionState | null {
    return this.#states.get(key) ?? null;
  }

  /** Asks before something that cannot be undone, or takes the question back. */
  ask(key: string, isAsking: boolean): void {
    this.#set(key, isAsking ? 'asking' : null);
  }

  /** Sends again, with the same client id where the outcome is not known to be a failure. */
  retry(session: MessagingSession, { key }: TimelineEntry): Promise<boolean> {
    return this.#run(key, () => session.retry(key));
  }

  /** Asks the backend what became of a message. */
  check(session: MessagingSession, { key }: TimelineEntry): Promise<boolean> {
    return this.#run(key, () => session.checkOutcome(key));
  }

  /** Takes a message that did not leave out of the outbox; with `keep-text` its text goes back to its draft. */
  discard(session: MessagingSession, { key }: TimelineEntry, keepText?: 'keep-text'): Promise<boolean> {
    return this.#run(key, () => session.discard(key, keepText));
  }

  /** Makes everything from a message of the customer on unread again. */
  markUnread({ key }: TimelineEntry, mark: () => Promise<void>): Promise<boolean> {
    return this.#run(key, mark);
  }

  /** Puts a text on the clipboard. */
  async copy(clipboard: Clipboard, key: string, text: string): Promise<void> {
    if (await this.#run(key, () => clipboard.writeText(text))) this.#set(key, 'copied');
  }

  /** @returns whether it worked */
  async #run(key: string, work: () => Promise<void>): Promise<boolean> {
    if (this.stateOf(key) === 'running') return false;
    this.#set(key, 'running');
    try {
      await work();
      this.#set(key, null);
      return true;
    } catch {
      this.#set(key, 'failed');
      return false;
    }
  }

  #set(key: string, state: ActionState | null): void {
    if (state) this.#states.set(key, state);
    else this.#states.delete(key);
    this.#host.requestUpdate();
  }
}
