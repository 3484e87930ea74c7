import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { ConversationRows } from '../../controllers/conversation-rows.ts';
import type { Messages } from '../../controllers/localization.ts';
import { waitingOrder } from '../waiting-order.ts';
import type { ListLook } from './list-view.ts';
import { listState } from './states.ts';

/** What scrolls below the bars of a list. */
export interface RowsPanel {
  readonly rows: ConversationRows;
  readonly messages: Messages;
  /** How the list is looked at; its text is what was searched for. */
  readonly look: Pick<ListLook, 'scope' | 'tab' | 'unreadOnly' | 'text'>;
  /** The filters that are set, in words; `null` when there are none. */
  readonly filters: string | null;
  /** The rows themselves. */
  readonly box: () => TemplateResult;
  readonly onRetry: () => void;
  readonly onClear: () => void;
}

/** The part of a list that scrolls: its rows, or why there are none; over it what waits for the hand to leave them. */
export function rowsPanel(panel: RowsPanel): TemplateResult {
  const { rows, messages, look } = panel;
  const hasTabs = look.scope !== 'recipient';
  return html`${waitingOrder(rows, 'start', messages)}
    <div
      id="rows-panel"
      class="body scroll"
      role=${ifDefined(hasTabs ? 'tabpanel' : undefined)}
      aria-labelledby=${ifDefined(hasTabs ? `tab-${look.tab}` : undefined)}
      @scroll=${() => rows.scrolled()}
    >
      ${content(panel)}
    </div>
    ${waitingOrder(rows, 'end', messages)}`;
}

function content({ rows, messages, look, filters, box, onRetry, onClear }: RowsPanel): TemplateResult {
  const { text, scope, tab, unreadOnly } = look;
  const isRecipient = scope === 'recipient';
  const hasRows = rows.all.length > 0;
  const state = listState(messages, { snapshot: rows.snapshot, hasRows }, onRetry, () => ({
    text,
    isUnreadOnly: unreadOnly,
    filters,
    tab: tab === 'all' || isRecipient ? null : messages.list.tabs[tab],
    isRecipient,
    onClear,
  }));
  return html`${state}${hasRows ? box() : nothing}`;
}
