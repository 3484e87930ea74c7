import type { Message } from '../../domain/model.ts';
import type { MessageQuery } from '../../domain/queries.ts';
import { timelineKey } from '../../store/message-window.ts';
import type { TimelineHandle } from '../session-api.ts';
import { TimelineSource } from './timeline-source.ts';
import type { ViewTools } from './view-tools.ts';
import { nothing } from '../../store/nothing.ts';

/** How many histories nobody looks at are kept for switching back, and how long one may be [I9]. */
const keptTimelines = 8;
const keptRows = 500;

/** All histories of a session: one per question, however many elements show it. */
export class Timelines {
  readonly #tools: ViewTools;
  /** In order of last use. */
  readonly #sources = new Map<string, TimelineSource>();

  constructor(tools: ViewTools) {
    this.#tools = tools;
  }

  open(query: MessageQuery): TimelineHandle {
    const key = timelineKey(query);
    const source = this.#sources.get(key) ?? new TimelineSource(this.#tools, query);
    this.#sources.delete(key);
    this.#sources.set(key, source);
    source.show();
    return new SharedTimeline(source, () => this.#forget());
  }

  /** Histories that nobody looks at are not worth reading again. */
  dropHidden(): void {
    for (const [key, source] of this.#sources) if (!source.isShown) this.#drop(key);
  }

  #forget(): void {
    const hidden = [...this.#sources].filter(([, source]) => !source.isShown);
    const tooLong = hidden.filter(([, { window }]) => window.size > keptRows);
    const tooMany = hidden.slice(0, Math.max(0, hidden.length - keptTimelines));
    for (const [key] of [...tooLong, ...tooMany]) this.#drop(key);
  }

  #drop(key: string): void {
    this.#sources.delete(key);
    this.#tools.store.dropTimeline(key);
  }
}

class SharedTimeline implements TimelineHandle {
  readonly #source: TimelineSource;
  readonly #onDispose: () => void;
  readonly #stops = new Set<() => void>();
  #isDisposed = false;

  constructor(source: TimelineSource, onDispose: () => void) {
    this.#source = source;
    this.#onDispose = onDispose;
  }

  get value(): TimelineHandle['value'] {
    return this.#source.view.value;
  }

  subscribe(listener: () => void): () => void {
    if (this.#isDisposed) return nothing;
    const unsubscribe = this.#source.view.subscribe(listener);
    const stop = (): void => {
      this.#stops.delete(stop);
      unsubscribe();
    };
    this.#stops.add(stop);
    return stop;
  }

  loadOlder(): Promise<void> {
    return this.#isDisposed ? Promise.resolve() : this.#source.readOlder();
  }

  find(messageId: string): Message | null {
    return this.#source.window.get(messageId) ?? null;
  }

  loadAround(messageId: string | null): Promise<boolean> {
    return this.#isDisposed ? Promise.resolve(false) : this.#source.readAround(messageId);
  }

  fillGap(beforeKey: string, side: 'older' | 'newer'): Promise<void> {
    return this.#isDisposed ? Promise.resolve() : this.#source.fill(beforeKey, side);
  }

  hold(messageId: string | null): void {
    if (!this.#isDisposed) this.#source.hold(this, messageId);
  }

  reload(): Promise<void> {
    return this.#isDisposed ? Promise.resolve() : this.#source.read();
  }

  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    for (const stop of this.#stops) stop();
    this.#source.hold(this, null);
    this.#source.hide();
    this.#onDispose();
  }
}
