import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { ConversationRows } from '../../controllers/conversation-rows.ts';
import type { Messages } from '../../controllers/localization.ts';
import type { InboxTab } from '../../domain/inbox-tabs.ts';
import { waitingOrder } from '../waiting-order.ts';

/** What scrolls below the bars of a list. */
export interface RowsPanel {
  readonly rows: ConversationRows;
  readonly messages: Messages;
  /** The tab it belongs to; `null` where there are none. */
  readonly tab: InboxTab | null;
  /** The rows, or what is said in their place. */
  readonly content: unknown;
}

/** The part of a list that scrolls, and over it what waits for the hand to leave the rows. */
export function rowsPanel({ rows, messages, tab, content }: RowsPanel): TemplateResult {
  return html`${waitingOrder(rows, 'start', messages)}
    <div
      id="rows-panel"
      class="body scroll"
      role=${ifDefined(tab === null ? undefined : 'tabpanel')}
      aria-labelledby=${ifDefined(tab === null ? undefined : `tab-${tab}`)}
      @scroll=${() => rows.scrolled()}
    >
      ${content}
    </div>
    ${waitingOrder(rows, 'end', messages)}`;
}
