import type { ReactiveControllerHost } from 'lit';

/** Something the agent does with one message; `discard` is asked about first. */
export type MessageAction = 'retry' | 'check' | 'edit' | 'other-channel' | 'copy' | 'discard' | 'mark-unread';

/** How an action on a message is doing. */
export type ActionState = 'asking' | 'running' | 'failed' | 'copied' | 'not-found' | 'sent-again';

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

  /** What came of an action that worked: on the clipboard, not known there yet, or sent as a new message. */
  ended(key: string, state: 'copied' | 'not-found' | 'sent-again'): void {
    this.#set(key, state);
  }

  /**
   * Does something about a message, unless something is being done about it.
   *
   * @returns whether it worked
   */
  async run(key: string, work: () => Promise<void>): Promise<boolean> {
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
