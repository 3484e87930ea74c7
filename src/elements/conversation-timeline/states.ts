import { html, type TemplateResult } from 'lit';
import type { TimelineSnapshot } from '../../controllers/timeline-controller.ts';
import type { Messages } from '../../controllers/localization.ts';
import type { TimelineTexts } from '../../locales/timeline.ts';

/** Grey bubbles while the first messages load; only after 200 ms. */
export function loadingTimeline({ common }: Messages<TimelineTexts>): TemplateResult {
  // prettier-ignore
  return html`<div class="skeleton" role="status" aria-busy="true"><span
      class="visually-hidden" .textContent=${common.loading}></span
    ><span class="bar"></span><span class="bar short"></span><span class="bar out"></span
    ><span class="bar out short"></span><span class="bar"></span></div>`;
}

/** What stands above the first message: that more is loading, could not be loaded, or what begins here. */
export function edgeOf(
  { loadingOlder, hasOlder }: Pick<TimelineSnapshot, 'loadingOlder' | 'hasOlder'>,
  hasFailed: boolean,
  { timeline }: Messages<TimelineTexts>,
  beginning: string,
): { readonly text: string; readonly isFailed: boolean } {
  const isFailed = hasFailed && !loadingOlder;
  const quiet = hasOlder ? '' : beginning;
  return { text: loadingOlder ? timeline.loadingOlder : isFailed ? timeline.olderFailed : quiet, isFailed };
}
