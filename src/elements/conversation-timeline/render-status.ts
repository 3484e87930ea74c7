import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../controllers/localization.ts';
import type { DeliveryStatus } from '../../domain/model.ts';
import { cancelledIcon, deliveredIcon, failedIcon, pendingIcon, sentIcon, unknownIcon } from '../../styles/icons.ts';

const icons: Readonly<Record<DeliveryStatus, () => TemplateResult>> = {
  draft: pendingIcon,
  queued: pendingIcon,
  sending: pendingIcon,
  unknown: unknownIcon,
  accepted: sentIcon,
  sent: sentIcon,
  delivered: deliveredIcon,
  read: deliveredIcon,
  failed: failedIcon,
  cancelled: cancelledIcon,
};

/** How far a message got: a sign and its word (A3). */
export function renderStatus(status: DeliveryStatus, messages: Messages): TemplateResult {
  return html`<span class="status ${status}" part="status">${icons[status]()}${messages.status[status]}</span>`;
}
