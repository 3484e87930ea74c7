import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../controllers/localization.ts';
import type { AdapterErrorCode } from '../../ports/adapter-error.ts';
import { conversationsIcon, failedIcon } from '../../styles/icons.ts';

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

/** Above the first message: that more is loading, could not be loaded, or that this is the beginning. */
export function historyEdge(
  state: 'loading' | 'error' | 'beginning' | 'more',
  { timeline, common }: Messages,
  retry: () => void,
): TemplateResult {
  const text = { loading: timeline.loadingOlder, error: timeline.olderFailed, beginning: timeline.beginning, more: '' };
  return html`<div class="edge">
    <span>${text[state]}</span>
    ${state === 'error' ? html`<button type="button" class="link" @click=${retry}>${common.retry}</button>` : ''}
  </div>`;
}
