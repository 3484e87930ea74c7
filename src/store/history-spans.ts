import type { Message } from '../domain/model.ts';
import { compareMessages } from '../domain/timeline.ts';

/** A stretch of history that is loaded without holes. */
export interface Span {
  /** Its first message; `null` where the history begins. */
  readonly from: Message | null;
  /** Its last message; `null` where the history goes on as it happens. */
  readonly to: Message | null;
  /** Where the page before it starts; `null` at the beginning of the history. */
  readonly olderCursor: string | null;
  /** Where the page after it starts; `null` at its end. */
  readonly newerCursor: string | null;
}

/** A page of history as it was read. */
export interface ReadPage {
  readonly messages: readonly Message[];
  readonly olderCursor: string | null;
  readonly newerCursor: string | null;
}

/** Which parts of a history are loaded, oldest first. Between two of them is a gap; those that meet become one. */
export class HistorySpans {
  #spans: readonly Span[] = [];

  get all(): readonly Span[] {
    return this.#spans;
  }

  /** Forgets everything but the newest stretch. */
  replaceAll(page: ReadPage): void {
    this.#spans = [{ ...spanOf(page), to: null, newerCursor: null }];
  }

  /** Takes a page from anywhere. */
  add(page: ReadPage): void {
    this.#spans = joined([...this.#spans, spanOf(page)]);
  }

  /** Takes the page that lies directly before or after a span; does nothing when the span has changed meanwhile. */
  extend(span: Span, side: 'older' | 'newer', page: ReadPage): void {
    const { from, to, olderCursor, newerCursor } = spanOf(page);
    const longer =
      side === 'older'
        ? { ...span, from: page.messages.length > 0 || olderCursor === null ? from : span.from, olderCursor }
        : { ...span, to: page.messages.length > 0 || newerCursor === null ? to : span.to, newerCursor };
    this.#spans = joined(this.#spans.map((other) => (other === span ? longer : other)));
  }

  /** Whether nothing is missing around a message, so that it may stand there. */
  covers(message: Message): boolean {
    const isIn = ({ from, to }: Span): boolean => !isBefore(message, from) && !isBefore(to, message);
    return this.#spans.length === 0 || this.#spans.some(isIn);
  }
}

function spanOf({ messages, olderCursor, newerCursor }: ReadPage): Span {
  return {
    from: olderCursor === null ? null : (messages[0] ?? null),
    to: newerCursor === null ? null : (messages.at(-1) ?? null),
    olderCursor,
    newerCursor,
  };
}

/** The same spans in order, with those that touch as one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const sorted = [...spans].sort(byBeginning);
  const found: Span[] = [];
  for (const span of sorted) {
    const last = found.at(-1);
    if (!last || isBefore(last.to, span.from)) found.push(span);
    else if (last.to !== null && !isBefore(span.to, last.to))
      found[found.length - 1] = { ...last, to: span.to, newerCursor: span.newerCursor };
  }
  return found;
}

function byBeginning(a: Span, b: Span): number {
  if (a.from === null || b.from === null) return Number(a.from !== null) - Number(b.from !== null);
  return compareMessages(a.from, b.from);
}

/** Neither what has no beginning nor what has no end lies before anything. */
function isBefore(a: Message | null, b: Message | null): boolean {
  return a !== null && b !== null && compareMessages(a, b) < 0;
}
