import type { TemplateResult } from 'lit';
import type { Messages } from '../../controllers/localization.ts';
import type { DeliveryStatus, Message } from '../../domain/model.ts';
import { make, madeFrom } from '../../dom/make.ts';
import type { TimelineTexts } from '../../locales/timeline.ts';
import { cancelledIcon, deliveredIcon, failedIcon, pendingIcon, sentIcon, unknownIcon } from '../../styles/icons.ts';
import { channelIcon } from '../recipient.ts';
import { authorName } from './render-message.ts';
import type { RowContext } from './row-context.ts';

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

/** Statuses that say something is still to come, or went wrong: shown also inside a group. */
const unsettled: ReadonlySet<DeliveryStatus | null> = new Set(['queued', 'sending', 'unknown', 'failed', 'cancelled']);

/** Whether when and how far stands below a message: once below those of a group that got as far. */
export function hasLine({ status }: Message, sharesStatus: boolean): boolean {
  return !sharesStatus || unsettled.has(status);
}

/** What the line is made from. */
export function lineFacts(
  { at, channel, direction, author, status }: Message,
  context: RowContext,
): readonly unknown[] {
  const { messages, formats } = context;
  return [at, channel, direction === 'incoming' ? '' : authorName(author, messages), status, messages, formats];
}

/**
 * When, by which channel, and what else there is to say of one of our own. The dots between are text: each drawn by a style
 * sheet is a node, too. A name has none in it: where that has another direction it would change sides.
 */
export function makeLine({ at, channel, direction, author, status }: Message, context: RowContext): HTMLElement {
  const { messages, formats } = context;
  const name = direction === 'incoming' ? '' : authorName(author, messages);
  const isFollowed = name !== '' || status !== null;
  const time = withDot(formats.time(at), channel !== null || isFollowed);
  const attributes = { class: 'meta', part: 'meta', 'aria-hidden': 'true' };
  const line = make(
    'p',
    attributes,
    make('time', { datetime: new Date(at).toISOString(), title: formats.dateTime(at) }, time),
  );
  if (channel) {
    const word = withDot(messages.channels[channel], isFollowed);
    line.append(make('span', { class: 'channel' }, madeFrom(channelIcon(channel)), word));
  }
  if (name !== '') line.append(make('bdi', {}, name), ...(status ? ['·'] : []));
  if (status) line.append(makeStatus(status, messages));
  return line;
}

function withDot(text: string, isFollowed: boolean): string {
  return isFollowed ? `${text} ·` : text;
}

/** How far a message got: a sign and its word (A3). */
function makeStatus(status: DeliveryStatus, messages: Messages<TimelineTexts>): HTMLElement {
  return make(
    'span',
    { class: `status ${status}`, part: 'status' },
    madeFrom(icons[status]()),
    messages.status[status],
  );
}
