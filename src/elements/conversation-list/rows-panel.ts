import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { ConversationRows } from '../../controllers/conversation-rows.ts';
import type { Messages } from '../../controllers/localization.ts';
import type { ListTexts } from '../../locales/list.ts';
import { waitingOrder } from '../waiting-order.ts';
import type { ListLook } from './list-view.ts';
import type { ListSoon } from './soon/soon.ts';
import { loadingList } from './states.ts';

/** What scrolls below the bars of a list. */
export interface RowsPanel {
  readonly rows: ConversationRows;
  readonly messages: Messages<ListTexts>;
  /** How the list is looked at; its text is what was searched for. */
  readonly look: Pick<ListLook, 'scope' | 'tab' | 'unreadOnly' | 'text'>;
  /** The filters that are set, in words; `null` when there are none. */
  readonly filters: string | null;
  /** What says so where there are none; `null` until it has loaded. */
  readonly soon: ListSoon | null;
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

function content(panel: RowsPanel): TemplateResult {
  const { rows, box } = panel;
  return html`${state(panel)}${rows.all.length > 0 ? box() : nothing}`;
}

/** Why there are no rows, or what is the matter with them; nothing when there is nothing to say. */
function state(panel: RowsPanel): TemplateResult | typeof nothing {
  const { rows, messages, soon } = panel;
  const hasRows = rows.all.length > 0;
  const isSaid = rows.snapshot?.state === 'error' || (rows.snapshot?.loaded === true && !hasRows);
  return (isSaid ? soon?.state(panel) : null) ?? (hasRows ? nothing : loadingList(messages));
}
