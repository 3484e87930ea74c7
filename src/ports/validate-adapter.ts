import type { Conversation, Message } from '../domain/model.ts';
import type { ConversationQuery, MessageQuery } from '../domain/queries.ts';
import type {
  AdapterParts,
  BackendSession,
  CallOptions,
  HostContext,
  MessagePage,
  MessagePageRequest,
  MessagingAdapter,
  Page,
  PageRequest,
  ReadingCalls,
} from './adapter.ts';
import { AdapterError, toAdapterError } from './adapter-error.ts';
import { aboutMistake } from './adapter-mistake.ts';
import type { Check } from './validate.ts';
import { just, shape } from './validate.ts';
import type { GuardedCall, PartGuard } from './guard-calls.ts';
import { pageReader } from './validate-page.ts';
import { backendSession, messagePage } from './validate-answer.ts';
import { channelAccount, channelKind, conversation, message } from './validate-model.ts';
import type { Reader, Refuse } from './validate-reading.ts';
import type { LateGuards, PartGuarding } from './late-part.ts';
import { latePart } from './late-part.ts';
import { about, both, distinct, goodOnes, onward, read, reader, sift } from './validate-reading.ts';

/** Options of {@link ValidatedReading}. */
export interface ValidationOptions {
  /**
   * Hears of what was left out so that the rest could go on: `invalid` with the path, once per answer or batch; of
   * answers that were refused as a whole, and of rejections that are no `AdapterError`, each once. For developers: the
   * message names the call and the field, or the kind of error and its place in the program, never a value.
   */
  readonly onRefused?: (error: AdapterError) => void;
  /** What guards the parts. A page needs it later than its first messages: then it is brought by a promise. */
  readonly guards: PartGuarding | LateGuards;
}

/**
 * Stands between an adapter and everything of ours, so that nothing behind it has to doubt what it gets:
 *
 * - every rejection and every synchronous throw is an `AdapterError`; a malformed answer is `invalid` with the path to
 *   the field (`items[3].at`) and an unknown outcome (`refused: false`)
 * - a page or batch with malformed elements keeps the good ones and tells `onRefused`; a page with nothing good is refused
 * - of an id that comes twice in a page the higher version stays; a cursor that leads back to itself ends the listing
 * - an answer about another conversation, message or client id than asked for is refused
 * - aborting answers at once, even if the adapter never does; after `close` nothing comes through any more
 * These are the calls that read; `guardedWriting` has the others, which are needed later.
 */
export class ValidatedReading implements ReadingCalls {
  /** What the calls of parts, and those that write, are guarded with. */
  readonly guard: PartGuard;
  readonly #adapter: MessagingAdapter;
  readonly #refuse: Refuse;
  /** What ends each open call and stream. */
  readonly #open = new Set<() => void>();
  /** Mistakes of the adapter that its developer heard of. */
  readonly #told = new Set<string>();
  readonly #parts = new Map<keyof AdapterParts, AdapterParts[keyof AdapterParts]>();
  readonly #guards: ValidationOptions['guards'];
  #closed = false;

  constructor(adapter: MessagingAdapter, { onRefused: refuse = nothing, guards }: ValidationOptions) {
    this.#adapter = adapter;
    this.#refuse = refuse;
    this.#guards = guards;
    const call: GuardedCall = (ask, understand, options) => this.#call(ask, understand, options);
    this.guard = { call, refuse, open: this.#open, isClosed: () => this.#closed };
  }

  get name(): string {
    return this.#adapter.name;
  }

  connect(host: HostContext, options?: CallOptions): Promise<BackendSession> {
    const call = 'connect';
    const known = { call, field: 'channels', check: channelKind, refuse: this.#refuse };
    return this.#call(
      () => this.#adapter.connect(host, options),
      (value) => {
        const session = read(call, backendSession, value);
        const channels = goodOnes(session.channels, known);
        if (!session.accounts) return { ...session, channels };
        const named = { call, field: 'accounts', check: channelAccount, refuse: this.#refuse };
        const { good: accounts, error } = sift(session.accounts, named);
        if (error) this.#refuse(error);
        return { ...session, channels, accounts };
      },
      options,
    );
  }

  listConversations(
    query: ConversationQuery,
    request?: PageRequest,
    options?: CallOptions,
  ): Promise<Page<Conversation>> {
    const ask = () => this.#adapter.listConversations(query, request, options);
    return this.#call(ask, pageReader('listConversations', conversation, this.#refuse, request), options);
  }

  getConversation(id: string, options?: CallOptions): Promise<Conversation> {
    const ask = () => this.#adapter.getConversation(id, options);
    return this.#call(ask, reader('getConversation', about(conversation, id)), options);
  }

  listMessages(query: MessageQuery, request?: MessagePageRequest, options?: CallOptions): Promise<MessagePage> {
    const check =
      query.kind === 'conversation' ? both(message, shape({ conversationId: just(query.conversationId) })) : message;
    const ask = () => this.#adapter.listMessages(query, request, options);
    return this.#call(ask, this.#messagePage(check, request), options);
  }

  part<K extends keyof AdapterParts>(name: K): AdapterParts[K] | undefined {
    if (this.#parts.has(name)) return this.#parts.get(name) as AdapterParts[K];
    const raw = this.#rawPart(name);
    if (!raw) return undefined;
    const part =
      typeof this.#guards === 'function'
        ? this.#guards(name, raw, this.guard)
        : latePart(name, raw, { guard: this.guard, load: this.#guards.load });
    this.#parts.set(name, part);
    return part;
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const end of [...this.#open]) end();
    try {
      await this.#adapter.close();
    } catch (error) {
      throw toAdapterError(error);
    }
  }

  #rawPart<K extends keyof AdapterParts>(name: K): AdapterParts[K] | undefined {
    try {
      return this.#adapter.part(name);
    } catch (error) {
      this.#refuse(toAdapterError(error));
      return undefined;
    }
  }

  #call<T>(ask: () => Promise<unknown>, understand: Reader<T>, options: CallOptions | undefined): Promise<T> {
    const signal = options?.signal;
    if (this.#closed || signal?.aborted)
      return Promise.reject(new AdapterError('aborted', 'not wanted any more', { refused: true }));
    return new Promise<T>((resolve, reject) => {
      const settle = (act: () => void): void => {
        if (!this.#open.delete(end)) return;
        signal?.removeEventListener('abort', end);
        act();
      };
      const end = (): void => settle(() => reject(new AdapterError('aborted', 'not wanted any more')));
      this.#open.add(end);
      signal?.addEventListener('abort', end);
      const answer = async (): Promise<unknown> => ask();
      answer()
        .then((value) => settle(() => resolve(understand(value))))
        .catch((error: unknown) => {
          settle(nothing);
          reject(this.#typed(error));
        });
    });
  }

  #typed(reason: unknown): AdapterError {
    const error = toAdapterError(reason);
    const about = aboutMistake(reason, error);
    if (about !== null && !this.#told.has(about)) {
      this.#told.add(about);
      this.#refuse(new AdapterError(error.code, about, { cause: error }));
    }
    return error;
  }

  #messagePage(check: Check<Message>, request: MessagePageRequest = {}): Reader<MessagePage> {
    const call = 'listMessages';
    const elements = { call, field: 'items', check, refuse: this.#refuse };
    const [older, newer] = request.direction === 'newer' ? [undefined, request.cursor] : [request.cursor, undefined];
    return (value) => {
      const { items, olderCursor, newerCursor } = read(call, messagePage, value);
      return {
        items: distinct(goodOnes(items, elements), elements),
        olderCursor: onward(elements, 'olderCursor', olderCursor, older),
        newerCursor: onward(elements, 'newerCursor', newerCursor, newer),
      };
    };
  }
}

function nothing(): void {
  // Nobody listens.
}
