import { html, type TemplateResult } from 'lit';
import type { ConversationRows } from '../controllers/conversation-rows.ts';
import type { WaitingOrder } from '../controllers/row-hold.ts';
import { addStyles } from '../dom/add-styles.ts';
import { waitingOrderTexts } from '../locales/waiting-order.ts';
import { waitingOrderStyles } from '../styles/waiting-order.ts';

export { waitingOrderTexts };

/** Says what waits for the hand to leave the rows, and shows it at once; nothing until its texts are there. */
export function waitingOrderButton(
  rows: ConversationRows,
  { fresh, side }: WaitingOrder,
  language: string,
): TemplateResult | null {
  const words = waitingOrderTexts.get(language);
  if (!words) return null;
  addStyles(rows.root, [waitingOrderStyles]);
  const show = (): void => {
    rows.takeOrder();
    rows.focusNext();
  };
  return html`<div class="waiting-order ${side}" role="status">
    <button type="button" class="button" @click=${show}>
      <bdi>${fresh > 0 ? words.fresh(fresh) : words.otherOrder}</bdi>
    </button>
  </div>`;
}
