import { conversationIdOf, type ConversationRows } from '../../controllers/conversation-rows.ts';
import type { ConversationRow } from '../../controllers/session-controller.ts';
import type { ChosenRows } from './chosen-rows.ts';

/** What a hand works with. */
interface HandParts {
  readonly rows: ConversationRows;
  readonly chosen: ChosenRows;
  readonly open: (row: ConversationRow) => void;
}

/** What a hand on the rows means: opening one, choosing some, moving on. */
export class RowHand {
  readonly #parts: HandParts;

  constructor(parts: HandParts) {
    this.#parts = parts;
  }

  readonly scroll = (): void => this.#parts.rows.scrolled();

  readonly click = (event: MouseEvent): void => {
    const clicked = this.#parts.rows.rowOf(event);
    if (!clicked) return;
    const isChoice = (event.target as Element).closest('.choose') !== null;
    if (isChoice || event.shiftKey || event.ctrlKey || event.metaKey) this.#choose(clicked.row, event.shiftKey);
    else this.#parts.open(clicked.row);
  };

  readonly focusIn = (event: Event): void => {
    const { rows } = this.#parts;
    const focused = rows.rowOf(event);
    if (focused && focused.index !== rows.activeIndex) rows.activate(focused.index);
  };

  readonly keyDown = (event: KeyboardEvent): void => {
    const { rows, chosen, open } = this.#parts;
    const at = event.target instanceof Element && event.target.matches('.row') ? rows.rowOf(event) : null;
    if (at && event.key === ' ') this.#choose(at.row, event.shiftKey);
    else if (at && event.key === 'Enter') open(at.row);
    else if (event.key === 'Escape' && !chosen.isEmpty) chosen.clear();
    else {
      rows.moveByKey(event);
      return;
    }
    event.preventDefault();
  };

  #choose(row: ConversationRow, isRange: boolean): void {
    const { rows, chosen } = this.#parts;
    const ids = rows.all.map(conversationIdOf);
    if (isRange) chosen.extendTo(conversationIdOf(row), ids);
    else chosen.toggle(conversationIdOf(row), ids);
  }
}
