import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../controllers/localization.ts';

const skeletonRows = [1, 2, 3, 4, 5, 6];

/** Rows in outline while the first page loads. */
export function loadingList({ common }: Messages): TemplateResult {
  return html`<div class="skeleton" role="status" aria-busy="true" aria-label=${common.loading}>
    ${skeletonRows.map(
      () => html`<div class="row"><span class="avatar"></span><span class="bar"></span><span class="bar"></span></div>`,
    )}
  </div>`;
}
