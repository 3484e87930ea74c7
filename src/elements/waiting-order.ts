import { html, nothing, type TemplateResult } from 'lit';
import type { ConversationRows } from '../controllers/conversation-rows.ts';
import type { Messages } from '../controllers/localization.ts';
import type { WaitingOrder } from '../controllers/row-hold.ts';

/**
 * A button over one end of the rows while the hand keeps them from their true order (C12): says what waits, and shows it
 * at once. It takes no room of its own: nothing moves when it comes.
 */
export function waitingOrder(
  rows: ConversationRows,
  side: WaitingOrder['side'],
  { list }: Messages,
): TemplateResult | typeof nothing {
  const { waiting } = rows;
  if (waiting?.side !== side) return nothing;
  const words = waiting.fresh > 0 ? list.freshRows(waiting.fresh) : list.otherOrder;
  const show = (): void => {
    rows.takeOrder();
    rows.focusNext();
  };
  return html`<div class="waiting-order ${side}" role="status">
    <button type="button" class="button" @click=${show}><bdi>${words}</bdi></button>
  </div>`;
}
