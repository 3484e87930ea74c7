import { html, nothing, type TemplateResult } from 'lit';
import type { Localization, Messages } from '../../../controllers/localization.ts';
import type { AdapterErrorCode } from '../../../ports/adapter-error.ts';
import type { TimelineTexts } from '../../../locales/timeline.ts';
import type { TimelineSoonTexts } from '../../../locales/timeline-soon.ts';
import { conversationsIcon, failedIcon, toEndIcon } from '../../../styles/icons.ts';

/** Nobody has written yet. */
export function emptyTimeline({ timelineSoon }: Messages<TimelineTexts & TimelineSoonTexts>): TemplateResult {
  return html`<div class="empty">
    ${conversationsIcon()}
    <p class="title">${timelineSoon.empty}</p>
    <p>${timelineSoon.emptyHint}</p>
  </div>`;
}

/** The messages could not be loaded: why, and a way to try again. */
export function failedTimeline(
  code: AdapterErrorCode,
  { timelineSoon, common }: Messages<TimelineTexts & TimelineSoonTexts>,
  retry: () => void,
): TemplateResult {
  return html`<div class="empty" role="alert">
    ${failedIcon()}
    <p class="title">${timelineSoon.loadFailed}</p>
    <p>${common.errors[code]}</p>
    <button type="button" class="button" @click=${retry}>${common.retry}</button>
  </div>`;
}

/** The way to the latest message, with how many of the customer are new below. */
export function jumpButton(
  newBelow: number,
  { messages: { timelineSoon }, formats }: Localization<TimelineTexts & TimelineSoonTexts>,
  jump: () => void,
): TemplateResult {
  return html`<button
    type="button"
    class="button jump"
    part="jump"
    aria-label=${newBelow === 0 ? timelineSoon.jump : timelineSoon.jumpCount(newBelow)}
    title=${timelineSoon.jump}
    @click=${jump}
  >
    ${toEndIcon()}${newBelow === 0 ? nothing : html`<span class="count">${formats.number(newBelow)}</span>`}
  </button>`;
}

/** The way to unread messages that begin above the screen, with how many they are. */
export function unreadButton(
  count: number,
  { messages: { timelineSoon }, formats }: Localization<TimelineTexts & TimelineSoonTexts>,
  go: () => void,
): TemplateResult {
  const name = timelineSoon.toUnread(count);
  return html`<button type="button" class="button jump up" part="jump" aria-label=${name} title=${name} @click=${go}>
    ${toEndIcon()}<span class="count">${formats.number(count)}</span>
  </button>`;
}
