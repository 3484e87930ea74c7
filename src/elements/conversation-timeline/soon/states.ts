import { html, nothing, type TemplateResult } from 'lit';
import type { Localization, Messages } from '../../../controllers/localization.ts';
import type { AdapterErrorCode } from '../../../ports/adapter-error.ts';
import { conversationsIcon, failedIcon, toEndIcon } from '../../../styles/icons.ts';

/** Nobody has written yet. */
export function emptyTimeline({ timeline }: Messages): TemplateResult {
  return html`<div class="empty">
    ${conversationsIcon()}
    <p class="title">${timeline.empty}</p>
    <p>${timeline.emptyHint}</p>
  </div>`;
}

/** The messages could not be loaded: why, and a way to try again. */
export function failedTimeline(
  code: AdapterErrorCode,
  { timeline, common }: Messages,
  retry: () => void,
): TemplateResult {
  return html`<div class="empty" role="alert">
    ${failedIcon()}
    <p class="title">${timeline.loadFailed}</p>
    <p>${common.errors[code]}</p>
    <button type="button" class="button" @click=${retry}>${common.retry}</button>
  </div>`;
}

/** The way to the latest message, with how many of the customer are new below. */
export function jumpButton(
  newBelow: number,
  { messages: { timeline }, formats }: Localization,
  jump: () => void,
): TemplateResult {
  return html`<button
    type="button"
    class="button jump"
    part="jump"
    aria-label=${newBelow === 0 ? timeline.jump : timeline.jumpCount(newBelow)}
    title=${timeline.jump}
    @click=${jump}
  >
    ${toEndIcon()}${newBelow === 0 ? nothing : html`<span class="count">${formats.number(newBelow)}</span>`}
  </button>`;
}
