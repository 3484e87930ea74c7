import { nothing, type TemplateResult } from 'lit';
import type { ConversationRows } from '../controllers/conversation-rows.ts';
import type { Messages } from '../controllers/localization.ts';
import type { WaitingOrder } from '../controllers/row-hold.ts';

let button: typeof import('./waiting-order-button.ts') | null = null;

/**
 * A button over one end of the rows while the hand keeps them from their true order (C12), a chunk of its own. It takes no
 * room: nothing moves when it comes.
 */
export function waitingOrder(
  rows: ConversationRows,
  side: WaitingOrder['side'],
  { language }: Messages,
): TemplateResult | typeof nothing {
  const { waiting } = rows;
  if (waiting?.side !== side) return nothing;
  const shown = button?.waitingOrderButton(rows, waiting, language);
  if (!shown) void load(rows, language);
  return shown ?? nothing;
}

/** After a failure the next render asks again. */
async function load(rows: ConversationRows, language: string): Promise<void> {
  try {
    button = await import('./waiting-order-button.ts');
    await button.waitingOrderTexts.load(language);
    rows.refresh();
  } catch {
    // The rows stand still all the same, and take their order when the hand leaves.
  }
}
