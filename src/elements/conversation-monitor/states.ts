import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../controllers/localization.ts';
import type { MonitorMessages } from '../../locales/monitor.ts';
import type { AdapterErrorCode } from '../../ports/adapter-error.ts';
import { conversationsIcon, failedIcon } from '../../styles/icons.ts';

const skeletonRows = [1, 2, 3, 4, 5, 6];

/** Rows in outline while the first page loads. */
export function loadingRows({ common }: Messages): TemplateResult {
  return html`<div class="skeleton" role="status" aria-busy="true" aria-label=${common.loading}>
    ${skeletonRows.map(() => html`<div class="outline"><span class="bar"></span><span class="bar"></span></div>`)}
  </div>`;
}

/** Nothing there, or nothing that these filters ask for. */
export function noRows(words: MonitorMessages, { list }: Messages, clear: (() => void) | null): TemplateResult {
  return html`<div class="empty" role="status">
    ${conversationsIcon()}
    <p class="title">${clear ? words.nothingFound : words.empty}</p>
    <p>${clear ? words.nothingFoundHint : words.emptyHint}</p>
    ${clear ? html`<button type="button" class="button" @click=${clear}>${list.clearFilters}</button>` : nothing}
  </div>`;
}

/** The first page did not come. */
export function failedRows(
  { list, common }: Messages,
  code: AdapterErrorCode | null,
  retry: () => void,
): TemplateResult {
  return html`<div class="empty" role="status">
    ${failedIcon()}
    <p class="title">${list.loadFailed}</p>
    ${code === null ? nothing : html`<p>${common.errors[code]}</p>`}
    <button type="button" class="button" @click=${retry}>${common.retry}</button>
  </div>`;
}

/** Rows stay while a new answer did not come. */
export function staleNotice(
  { list, common }: Messages,
  code: AdapterErrorCode | null,
  retry: () => void,
): TemplateResult {
  return html`<div class="notice caution" role="alert">
    <span>${list.refreshFailed} ${code === null ? nothing : common.errors[code]}</span>
    <button type="button" class="link" @click=${retry}>${common.retry}</button>
  </div>`;
}
