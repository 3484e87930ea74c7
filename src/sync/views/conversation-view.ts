import type { Conversation } from '../../domain/model.ts';
import { AdapterError } from '../../ports/adapter-error.ts';
import { tellAll } from '../../store/topics.ts';
import type { OpenReadable } from '../session-api.ts';
import type { ViewTools } from './view-tools.ts';
import { nothing } from '../../store/nothing.ts';

/** One conversation being watched. */
export class ConversationView implements OpenReadable<Conversation | null> {
  readonly #tools: ViewTools;
  readonly #id: string;
  readonly #listeners = new Set<() => void>();
  readonly #stops: (() => void)[];
  readonly #abort = new AbortController();
  #isMissing = false;
  #isDisposed = false;

  constructor(tools: ViewTools, id: string) {
    this.#tools = tools;
    this.#id = id;
    const { store } = tools;
    const tell = (): void => tellAll(this.#listeners);
    this.#stops = [
      store.topics.subscribe(`conversation/${id}`, tell),
      store.topics.subscribe('reset', () => void this.#load()),
      store.topics.subscribe('live', () => void (this.#isMissing && this.#load())),
    ];
    if (!this.value) void this.#load();
  }

  get value(): Conversation | null {
    return this.#tools.store.conversation(this.#id) ?? null;
  }

  subscribe(listener: () => void): () => void {
    if (this.#isDisposed) return nothing;
    const own = () => listener();
    this.#listeners.add(own);
    return () => this.#listeners.delete(own);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#abort.abort();
    this.#listeners.clear();
    for (const stop of this.#stops.splice(0)) stop();
  }

  async #load(): Promise<void> {
    try {
      await this.#tools.untilSubscribed();
      await loadConversation(this.#tools, this.#id, this.#abort.signal);
      this.#isMissing = false;
    } catch (error) {
      // Not there, or not to be had now: asked for again when the link is back.
      this.#isMissing = true;
      const isGone = error instanceof AdapterError && error.code === 'not-found' && this.value !== null;
      if (isGone) this.#tools.desk()?.changes.apply([{ type: 'conversation-removed', conversationId: this.#id }]);
    }
  }
}

/** Reads a conversation from the backend into the store. */
export async function loadConversation(tools: ViewTools, id: string, signal?: AbortSignal): Promise<Conversation> {
  const { adapter, connection, store } = tools;
  const limits = signal ? { signal } : {};
  return store.putConversation(
    await connection.call((inner) => adapter.getConversation(id, { signal: inner }), limits),
  );
}
