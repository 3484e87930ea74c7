import type { Conversation, Message } from '../../domain/model.ts';
import { compareMessages } from '../../domain/timeline.ts';
import type { Change, ChangeSink, LinkState } from '../../ports/adapter.ts';
import { toAdapterError } from '../../ports/adapter-error.ts';
import type { Clock } from '../../ports/clock.ts';

/** Of a conversation whose messages were never read before, this many of the newest are told as news. */
const firstMessages = 50;

/** What a stream needs to look for news. */
export interface PollSource {
  readonly clock: Clock;
  readonly pollMs: number;
  /** The conversations in scope. */
  readonly list: () => Promise<readonly Conversation[]>;
  readonly messages: (conversationId: string) => Promise<readonly Message[]>;
}

/** Makes a change stream out of looking again and again and telling what differs. */
export class PollStream {
  readonly #source: PollSource;
  readonly #sink: ChangeSink;
  readonly #startsAnew: boolean;
  /** Versions as last told; `null` before the first look. */
  #conversations: Map<string, number> | null = null;
  readonly #messages = new Map<string, Map<string, number>>();
  #link: LinkState = 'connecting';
  #polls = 0;
  #busy = false;
  #again = false;
  #ended = false;
  #cancel: () => void = nothing;

  constructor(source: PollSource, sink: ChangeSink, from: string | null) {
    this.#source = source;
    this.#sink = sink;
    // Nobody can say what happened since an old cursor.
    this.#startsAnew = from !== null;
  }

  /** Looks now; while it looks already, once more afterwards. */
  look(): void {
    this.#again = true;
    if (!this.#busy) void this.#run();
  }

  end(): void {
    this.#ended = true;
    this.#cancel();
  }

  async #run(): Promise<void> {
    this.#busy = true;
    this.#cancel();
    while (this.#again && !this.#ended) {
      this.#again = false;
      await this.#poll();
    }
    this.#busy = false;
    if (!this.#ended) this.#cancel = this.#source.clock.after(this.#source.pollMs, () => this.look());
  }

  async #poll(): Promise<void> {
    try {
      const found = await this.#source.list();
      if (this.#ended) return;
      if (this.#conversations) await this.#tell(found, this.#conversations);
      else this.#begin(found);
      this.#say('live');
    } catch (error) {
      this.#say('offline', error);
    }
  }

  #begin(found: readonly Conversation[]): void {
    this.#conversations = new Map(found.map(({ id, version }) => [id, version]));
    if (this.#startsAnew) this.#sink.reset(null);
  }

  /** One batch per conversation; what could not be read is told at the next look. */
  async #tell(found: readonly Conversation[], told: Map<string, number>): Promise<void> {
    const there = new Set(found.map(({ id }) => id));
    for (const id of [...told.keys()]) if (!there.has(id)) this.#remove(id, told);
    for (const conversation of found) {
      if (told.get(conversation.id) === conversation.version) continue;
      const messages = await this.#source.messages(conversation.id);
      if (this.#ended) return;
      told.set(conversation.id, conversation.version);
      this.#batch([...this.#newMessages(conversation.id, messages), { type: 'conversation', conversation }]);
    }
  }

  #remove(conversationId: string, told: Map<string, number>): void {
    told.delete(conversationId);
    this.#messages.delete(conversationId);
    this.#batch([{ type: 'conversation-removed', conversationId }]);
  }

  #newMessages(conversationId: string, messages: readonly Message[]): readonly Change[] {
    const known = this.#messages.get(conversationId);
    this.#messages.set(conversationId, new Map(messages.map(({ id, version }) => [id, version])));
    const sorted = [...messages].sort(compareMessages);
    const news = known ? sorted.filter(({ id, version }) => known.get(id) !== version) : sorted.slice(-firstMessages);
    const there = new Set(messages.map(({ id }) => id));
    const gone = [...(known?.keys() ?? [])].filter((id) => !there.has(id));
    return [
      ...gone.map((messageId): Change => ({ type: 'message-removed', conversationId, messageId })),
      ...news.map((message): Change => ({ type: 'message', message })),
    ];
  }

  #batch(changes: readonly Change[]): void {
    this.#polls += 1;
    if (!this.#ended) this.#sink.batch({ cursor: `poll-${this.#polls}`, previous: null, changes });
  }

  #say(state: 'live' | 'offline', error?: unknown): void {
    if (this.#ended || state === this.#link) return;
    this.#link = state;
    if (state === 'live') this.#sink.link(state);
    else this.#sink.link(state, toAdapterError(error));
  }
}

function nothing(): void {
  // No look is waiting.
}
