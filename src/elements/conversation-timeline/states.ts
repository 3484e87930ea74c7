import { html, nothing, type TemplateResult } from 'lit';
import type { TimelineSnapshot } from '../../controllers/timeline-controller.ts';
import type { Localization, Messages } from '../../controllers/localization.ts';
import type { AdapterErrorCode } from '../../ports/adapter-error.ts';
import { conversationsIcon, failedIcon, toEndIcon } from '../../styles/icons.ts';

/** Grey bubbles while the first messages load; only after 200 ms. */
export function loadingTimeline({ common }: Messages): TemplateResult {
  return html`<div class="skeleton" role="status" aria-busy="true">
    <span class="visually-hidden">${common.loading}</span>
    ${['in', 'in short', 'out', 'out short', 'in'].map((kind) => html`<span class="bar ${kind}"></span>`)}
  </div>`;
}

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

/** Above the first message: that more is loading, could not be loaded, or what begins here. */
export function historyEdge(
  { loadingOlder, hasOlder }: Pick<TimelineSnapshot, 'loadingOlder' | 'hasOlder'>,
  hasFailed: boolean,
  {
    messages: { timeline, common },
    beginning,
    retry,
  }: { readonly messages: Messages; readonly beginning: string; readonly retry: () => void },
): TemplateResult {
  const isFailed = hasFailed && !loadingOlder;
  const quiet = hasOlder ? '' : beginning;
  const text = loadingOlder ? timeline.loadingOlder : isFailed ? timeline.olderFailed : quiet;
  // prettier-ignore
  return html`<div class="edge"><span .textContent=${text}></span>${
    isFailed ? html`<button type="button" class="link" @click=${retry}>${common.retry}</button>` : nothing
  }</div>`;
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
