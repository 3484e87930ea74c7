import { html, nothing, type TemplateResult } from 'lit';
import type { TimelineSnapshot } from '../../controllers/timeline-controller.ts';
import type { Messages } from '../../controllers/localization.ts';

/** Grey bubbles while the first messages load; only after 200 ms. */
export function loadingTimeline({ common }: Messages): TemplateResult {
  return html`<div class="skeleton" role="status" aria-busy="true">
    <span class="visually-hidden">${common.loading}</span>
    ${['in', 'in short', 'out', 'out short', 'in'].map((kind) => html`<span class="bar ${kind}"></span>`)}
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
