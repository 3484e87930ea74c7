import { hasAttention } from '../dom/page-attention.ts';
import { lastOf } from './last-of.ts';
import type { UnreadMark } from './unread-place.ts';
import type { VisitedHistory } from './history-visits.ts';

/** Where the unread messages begin, and what is on screen. */
export interface UnreadAboveParts extends Pick<VisitedHistory, 'rows' | 'scroll'> {
  readonly document: Document;
  readonly mark: () => UnreadMark | null;
}

/**
 * Whether unread messages begin above the screen, where the agent has not been: so many came while nobody looked that the
 * end, which is kept in view, is not all of them (A10).
 */
export class UnreadAbove {
  readonly #parts: UnreadAboveParts;
  /** Where those began whose beginning the agent has seen. */
  #seenId: string | null = null;

  constructor(parts: UnreadAboveParts) {
    this.#parts = parts;
  }

  /** What there is to go back to, `null` where there is nothing; notes that the agent sees the beginning now. */
  look(): UnreadMark | null {
    const { document, rows, scroll } = this.#parts;
    const mark = this.#parts.mark();
    const { visible } = scroll;
    if (!mark || !visible || mark.messageId === this.#seenId) return null;
    const entry = lastOf(rows.list, mark.messageId);
    // It may be further back than what is loaded; or on its way, as what comes late.
    if (!entry) return null;
    if (rows.indexOf(entry.key) < rows.indexOf(visible.first)) return mark;
    if (hasAttention(document)) this.#seenId = mark.messageId;
    return null;
  }
}
