import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../controllers/localization.ts';
import type { TimelineController } from '../../controllers/timeline-controller.ts';
import type { TimelineTexts } from '../../locales/timeline.ts';
import { keyedViews } from '../keyed-views.ts';
import { recipientName } from '../recipient.ts';
import type { History } from './history.ts';
import { partViews } from './day-view.ts';
import type { More } from './row-context.ts';
import type { TimelineSoon } from './soon/soon.ts';
import { edgeOf, loadingTimeline } from './states.ts';
import type { Board } from './timeline-board.ts';

/** What a feed is shown with. */
interface FeedParts {
  readonly messages: Messages<TimelineTexts>;
  readonly history: History;
  readonly more: More | null;
  /** `null` until it has loaded. */
  readonly soon: TimelineSoon | null;
}

/** What a timeline shows: its messages, or why there are none yet. */
export function renderFeed(
  timeline: TimelineController,
  { messages, history, more, soon }: FeedParts,
  board: () => Board,
): TemplateResult {
  const { snapshot, isReady, olderFailed } = timeline;
  const retry = (): void => void timeline.reload();
  if (!snapshot?.loaded && snapshot?.error)
    return soon?.failed(snapshot.error.code, retry) ?? loadingTimeline(messages);
  if (!snapshot || !isReady) return loadingTimeline(messages);
  if (snapshot.list.length === 0) return soon?.empty() ?? loadingTimeline(messages);
  const { conversation, parts } = timeline;
  const beginning =
    history === 'conversation'
      ? messages.timeline.beginning
      : (more?.texts.beginning(history, snapshot.list.length) ?? '');
  const name = conversation ? recipientName(conversation, messages) : '';
  const edge = edgeOf(snapshot, olderFailed, messages, beginning);
  // prettier-ignore
  return html`<div class="edge"><span .textContent=${edge.text}></span>${
      edge.isFailed ? html`<button type="button" class="link" @click=${retry}>${messages.common.retry}</button>` : nothing
    }</div><div
      role="feed"
      class="feed"
      aria-label=${history === 'recent' ? messages.timeline.recentFeed : messages.timeline.feed(name)}
      aria-busy=${snapshot.loadingOlder}
      ${keyedViews(parts, board(), partViews)}
    ></div>`;
}
