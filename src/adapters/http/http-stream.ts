import type { ConversationScope } from '../../domain/queries.ts';
import type { ChangeBatch, ChangeSink, LinkState } from '../../ports/adapter.ts';
import type { AdapterError } from '../../ports/adapter-error.ts';
import { HttpEvents, textIn } from './http-events.ts';
import type { EventSourceParts } from './http-events.ts';

/** What a subscription is made of. */
export interface HttpStreamOptions extends EventSourceParts {
  readonly scope: ConversationScope;
  readonly from: string | null;
  /** Somebody may have come or gone. */
  readonly attended: () => void;
}

/** One subscription: goes on from where it was after every break. */
export class HttpStream {
  readonly #scope: ConversationScope;
  readonly #sink: ChangeSink;
  readonly #events: HttpEvents;
  readonly #attended: () => void;
  #cursor: string | null;
  #state: LinkState | null = null;

  constructor(options: HttpStreamOptions, sink: ChangeSink) {
    this.#scope = options.scope;
    this.#sink = sink;
    this.#cursor = options.from;
    this.#attended = options.attended;
    this.#events = new HttpEvents(options, {
      path: () => `/events?${this.#question()}`,
      tell: (event, said) => this.#tell(event, said),
      link: (state, error) => this.#link(state, error),
    });
  }

  /** Ends it; the sink hears nothing any more. */
  close(): void {
    this.#events.close();
  }

  #tell(event: string | undefined, said: unknown): boolean {
    if (event === 'batch') {
      const batch = said as ChangeBatch;
      this.#cursor = batch.cursor;
      this.#sink.batch(batch);
      return false;
    }
    if (event === 'attendance') {
      this.#attended();
      return false;
    }
    const cursor = textIn(said, 'cursor');
    if (event === 'reset') {
      this.#cursor = cursor;
      this.#sink.reset(cursor);
      return false;
    }
    if (event !== 'ready') return false;
    this.#cursor ??= cursor;
    this.#link('live');
    return true;
  }

  #link(state: LinkState, error?: AdapterError): void {
    if (this.#events.isOver || (state === this.#state && state !== 'offline')) return;
    this.#state = state;
    if (error) this.#sink.link(state, error);
    else this.#sink.link(state);
  }

  #question(): string {
    const params = new URLSearchParams({ scope: this.#scope.kind });
    if (this.#scope.kind === 'recipient') params.set('recipientId', this.#scope.recipientId);
    if (this.#cursor !== null) params.set('from', this.#cursor);
    return params.toString();
  }
}
