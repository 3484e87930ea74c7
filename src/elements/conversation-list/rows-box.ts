import { html, noChange, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { conversationIdOf, type ConversationRows } from '../../controllers/conversation-rows.ts';
import type { RowSelection } from '../../controllers/row-selection.ts';
import { keyedRows } from '../keyed-rows.ts';
import { listRow, type RowContext, rowFacts } from './row.ts';

/** The rows on screen, and what one does with them: open, choose several, walk through them with the keys. */
export class RowsBox {
  readonly #rows: ConversationRows;
  readonly #selection: RowSelection;
  readonly #open: (conversationId: string) => void;
  #openId: string | null = null;

  /** @param open - called with the row that is pressed */
  constructor(rows: ConversationRows, selection: RowSelection, open: (conversationId: string) => void) {
    this.#rows = rows;
    this.#selection = selection;
    this.#open = open;
  }

  render(openId: string | null, context: RowContext): TemplateResult {
    this.#openId = openId;
    const { count, activeIndex, mounted } = this.#rows;
    const { isOn } = this.#selection;
    return html`<div
      class="rows ${isOn ? 'choosing' : ''}"
      role="listbox"
      aria-label=${context.localization.messages.list.label}
      aria-multiselectable=${ifDefined(isOn ? 'true' : undefined)}
      @click=${this.#onChoose}
      @keydown=${this.#onKeyDown}
      @focusin=${this.#onFocusIn}
    >
      ${keyedRows(
        mounted,
        ({ row }) => conversationIdOf(row),
        ({ row, index, isGone }, _, memo) => {
          const id = conversationIdOf(row);
          const isChosen = isOn ? this.#selection.has(id) : null;
          const place = { index, count, isOpen: id === openId, isActive: index === activeIndex, isChosen, isGone };
          return memo.holds(rowFacts(row, place, context)) ? noChange : listRow(row, place, context);
        },
      )}
    </div>`;
  }

  /** As in a mail client; while several are chosen a press chooses, and only Enter opens. */
  readonly #onChoose = (event: MouseEvent | KeyboardEvent): void => {
    const chosen = this.#rows.rowOf(event);
    if (!chosen) return;
    const id = conversationIdOf(chosen.row);
    const isOnBox = (event.target as Element).closest('.choose') !== null;
    if (event.shiftKey) this.#selection.extendTo(id, this.#loaded(), this.#openId);
    else if (event.ctrlKey || event.metaKey || isOnBox || (this.#selection.isOn && !isEnter(event)))
      this.#selection.toggle(id, this.#loaded());
    else this.#open(id);
  };

  readonly #onFocusIn = (event: Event): void => {
    const focused = this.#rows.rowOf(event);
    if (focused && focused.index !== this.#rows.activeIndex) this.#rows.activate(focused.index);
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey } = event;
    if (key === 'Enter' || key === ' ') {
      event.preventDefault();
      this.#onChoose(event);
    } else if ((ctrlKey || metaKey) && !event.altKey && key.toLowerCase() === 'a') {
      event.preventDefault();
      this.#selection.choose(this.#loaded());
    } else if (!this.#selection.leaveBy(event)) this.#move(event);
  };

  /** With Shift the rows passed on the way are chosen too. */
  #move(event: KeyboardEvent): void {
    const from = this.#rows.rowOf(event);
    const moved = this.#rows.moveByKey(event);
    if (!moved || !event.shiftKey || !from) return;
    if (!this.#selection.isOn) this.#selection.extendTo(conversationIdOf(from.row), this.#loaded());
    this.#selection.extendTo(conversationIdOf(moved.row), this.#loaded());
  }

  #loaded(): readonly string[] {
    return this.#rows.all.map(conversationIdOf);
  }
}

function isEnter(event: Event): boolean {
  return event instanceof KeyboardEvent && event.key === 'Enter';
}
