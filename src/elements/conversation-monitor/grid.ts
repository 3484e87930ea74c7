import { html, type TemplateResult } from 'lit';
import { conversationIdOf, type ConversationRows } from '../../controllers/conversation-rows.ts';
import { keyedRows } from '../keyed-rows.ts';
import { waitingOrder } from '../waiting-order.ts';
import type { ChosenRows } from './chosen-rows.ts';
import { monitorRow, type RowContext } from './monitor-row.ts';

/** The table of conversations and what happens in it. */
export interface MonitorGrid {
  readonly context: RowContext;
  readonly rows: ConversationRows;
  readonly chosen: ChosenRows;
  /** The conversation that is open elsewhere. */
  readonly currentId: string | null;
  readonly onClick: (event: MouseEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocusIn: (event: Event) => void;
  readonly onScroll: () => void;
}

/** Headings, and those rows of the list that are on screen. */
export function monitorGrid(grid: MonitorGrid): TemplateResult {
  const { rows, context } = grid;
  const { count } = rows;
  const { messages } = context.localization;
  return html`${waitingOrder(rows, 'start', messages)}
    <div
      class="grid"
      role="grid"
      aria-label=${context.words.label}
      aria-multiselectable="true"
      aria-rowcount=${count === -1 ? -1 : count + 1}
      @click=${grid.onClick}
      @keydown=${grid.onKeyDown}
      @focusin=${grid.onFocusIn}
    >
      ${titles(grid)}
      <div class="body scroll" role="presentation" @scroll=${grid.onScroll}>
        <div class="rows" role="rowgroup">${mounted(grid)}</div>
      </div>
    </div>
    ${waitingOrder(rows, 'end', messages)}`;
}

function titles({ context, rows, chosen }: MonitorGrid): TemplateResult {
  const { columns, selection } = context.words;
  const ids = rows.all.map(conversationIdOf);
  const isFull = chosen.isAll || ids.every((id) => chosen.has(id));
  return html`<div class="titles" role="row" aria-rowindex="1">
    <span role="columnheader"
      ><input
        type="checkbox"
        aria-label=${selection.chooseShown}
        .checked=${isFull}
        .indeterminate=${!isFull && !chosen.isEmpty}
        @change=${() => (isFull ? chosen.clear() : chosen.choose(ids))}
    /></span>
    ${[columns.recipient, columns.message, columns.coWorker, columns.branch, columns.waits, columns.at].map(
      (title) => html`<span role="columnheader">${title}</span>`,
    )}
  </div>`;
}

function mounted({ context, rows, chosen, currentId }: MonitorGrid): unknown {
  return keyedRows(
    rows.mounted,
    ({ row }) => conversationIdOf(row),
    ({ row: { conversation }, index, isGone }) => {
      const { id } = conversation;
      const isActive = index === rows.activeIndex;
      return monitorRow(
        conversation,
        { index, isChosen: chosen.has(id), isCurrent: id === currentId, isActive, isGone },
        context,
      );
    },
  );
}
