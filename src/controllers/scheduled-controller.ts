import type { ReactiveControllerHost } from 'lit';
import type { OutgoingMessage } from '../ports/adapter.ts';
import { AdapterError, type AdapterErrorCode } from '../ports/adapter-error.ts';
import type { ScheduledMessage, SchedulePart } from '../ports/parts/schedule.ts';
import type { MessagingSession } from '../sync/session-api.ts';

/** How often what waits is read again while it is shown: others may have taken it back, and its time comes. */
const againMs = 60_000;

/** The messages of one conversation that wait for their time (B16). */
export class ScheduledController {
  readonly #host: ReactiveControllerHost;
  #session: MessagingSession | null = null;
  #conversationId: string | null = null;
  #messages: readonly ScheduledMessage[] = [];
  #revision: unknown = null;
  #cancelTimer: (() => void) | null = null;
  /** Why the last command failed. */
  #problem: AdapterErrorCode | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController({ hostDisconnected: () => this.#cancelTimer?.() });
  }

  /** Whether the backend sends later at all. */
  get isOffered(): boolean {
    return this.#part !== undefined;
  }

  get maxAheadMs(): number {
    return this.#part?.maxAheadMs ?? 0;
  }

  /** The next one first. */
  get messages(): readonly ScheduledMessage[] {
    return this.#messages;
  }

  get problem(): AdapterErrorCode | null {
    return this.#problem;
  }

  /** Call with what is on show; `revision` changes when something may have left. */
  sync(session: MessagingSession | null, conversationId: string, revision: unknown): void {
    const isSame = session === this.#session && conversationId === this.#conversationId;
    if (isSame && revision === this.#revision) return;
    if (!isSame) {
      this.#messages = [];
      this.#problem = null;
    }
    this.#session = session;
    this.#conversationId = conversationId;
    this.#revision = revision;
    void this.#load();
  }

  /** Keeps a message until its time; resolves with whether the backend did. */
  async schedule(message: OutgoingMessage, sendAt: number): Promise<boolean> {
    return this.#run((part) => part.sendAt(message, sendAt));
  }

  /** Takes a message back; resolves with whether it had not left. */
  async cancel(clientId: string): Promise<boolean> {
    return this.#run((part) => part.cancel(clientId));
  }

  get #part(): SchedulePart | undefined {
    const isListed = this.#session?.status.value.backend?.capabilities.parts.includes('schedule');
    return isListed ? this.#session?.part('schedule') : undefined;
  }

  async #run(command: (part: SchedulePart) => Promise<unknown>): Promise<boolean> {
    const part = this.#part;
    if (!part) return false;
    this.#problem = null;
    try {
      await command(part);
    } catch (error) {
      this.#problem = error instanceof AdapterError ? error.code : 'unavailable';
    }
    const isDone = this.#problem === null;
    await this.#load();
    return isDone;
  }

  async #load(): Promise<void> {
    const [part, id, session] = [this.#part, this.#conversationId, this.#session];
    this.#cancelTimer?.();
    if (!part || id === null || !session) return;
    // What was known stays while the backend cannot be asked.
    const messages = await part.list(id).catch(() => this.#messages);
    if (id !== this.#conversationId || session !== this.#session) return;
    this.#messages = messages;
    this.#cancelTimer?.();
    const next = Math.min(againMs, ...messages.map(({ sendAt }) => Math.max(1000, sendAt - session.serverNow() + 500)));
    if (messages.length > 0) this.#cancelTimer = session.clock.after(next, () => void this.#load());
    this.#host.requestUpdate();
  }
}
