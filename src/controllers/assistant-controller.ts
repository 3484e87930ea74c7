import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Message } from '../domain/model.ts';
import type { AdapterErrorCode } from '../ports/adapter-error.ts';
import { toAdapterError } from '../ports/adapter-error.ts';
import type { AssistantRequest, AssistantTask, AssistantTone } from '../ports/parts/assistant.ts';
import type { MessagingSession } from '../sync/session-api.ts';

export type { AssistantTask, AssistantTone };

/** What an assistant is told of a conversation: the end of it is what is answered. */
const mostMessages = 30;
/** How long the conversation may take to load before it is asked without. */
const patienceMs = 5_000;

/** What somebody asked, and what has come so far. */
export interface Answer {
  readonly task: AssistantTask;
  readonly state: 'asking' | 'done' | 'stopped' | 'failed';
  readonly proposals: readonly string[];
  readonly error: AdapterErrorCode | null;
}

/** Asks an assistant, if the backend or the host has one (B20). It proposes; nothing here sends. */
export class AssistantController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #session: () => MessagingSession | null;
  #answer: Answer | null = null;
  #abort: AbortController | null = null;

  constructor(host: ReactiveControllerHost, session: () => MessagingSession | null) {
    this.#host = host;
    this.#session = session;
    host.addController(this);
  }

  /** What it can do; nothing where there is none. */
  get tasks(): readonly AssistantTask[] {
    const session = this.#session();
    if (!session?.status.value.backend?.capabilities.parts.includes('assistant')) return [];
    return session.part('assistant')?.tasks ?? [];
  }

  get answer(): Answer | null {
    return this.#answer;
  }

  /** Asks; what was asked before is given up. Resolves when the answer has ended, one way or another. */
  async ask(request: Omit<AssistantRequest, 'messages'>): Promise<void> {
    this.#abort?.abort();
    const session = this.#session();
    const part = session?.part('assistant');
    if (!session || !part) return;
    const abort = new AbortController();
    this.#abort = abort;
    const { signal } = abort;
    const { task } = request;
    const proposals: string[] = [];
    const show = (state: Answer['state'], error: AdapterErrorCode | null = null): void => {
      if (this.#abort === abort) this.#set({ task, state, proposals: [...proposals], error });
    };
    show('asking');
    try {
      const messages = await recentMessages(session, request.conversationId, signal);
      for await (const { proposal, text } of part.ask({ ...request, messages }, { signal })) {
        while (proposals.length <= proposal) proposals.push('');
        proposals[proposal] = `${proposals[proposal] ?? ''}${text}`;
        show('asking');
      }
      show(signal.aborted ? 'stopped' : 'done');
    } catch (reason) {
      if (signal.aborted) show('stopped');
      else show('failed', toAdapterError(reason).code);
    }
  }

  /** Ends the answer; what has come stays. */
  stop(): void {
    this.#abort?.abort();
  }

  /** Ends the answer and forgets it. */
  forget(): void {
    const abort = this.#abort;
    this.#abort = null;
    abort?.abort();
    if (this.#answer) this.#set(null);
  }

  hostDisconnected(): void {
    this.forget();
  }

  #set(answer: Answer | null): void {
    this.#answer = answer;
    this.#host.requestUpdate();
  }
}

/** The last messages that went to and fro, oldest first; notes stay among colleagues. */
async function recentMessages(
  session: MessagingSession,
  conversationId: string,
  signal: AbortSignal,
): Promise<readonly Message[]> {
  const timeline = session.openTimeline({ kind: 'conversation', conversationId });
  try {
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (timeline.value.loaded || timeline.value.state === 'error') end();
      };
      const cancel = session.clock.after(patienceMs, () => end());
      const stop = timeline.subscribe(look);
      const end = (): void => {
        cancel();
        stop();
        signal.removeEventListener('abort', end);
        resolve();
      };
      signal.addEventListener('abort', end);
      look();
    });
    return timeline.value.entries
      .map(({ message }) => message)
      .filter(
        ({ direction, deletedAt }) => (direction === 'incoming' || direction === 'outgoing') && deletedAt === null,
      )
      .slice(-mostMessages);
  } finally {
    timeline.dispose();
  }
}
