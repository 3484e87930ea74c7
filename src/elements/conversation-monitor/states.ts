import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../controllers/localization.ts';
import type { MonitorTexts } from '../../locales/monitor.ts';
import type { AdapterErrorCode } from '../../ports/adapter-error.ts';
import { conversationsIcon, failedIcon } from '../../styles/icons.ts';

const skeletonRows = [1, 2, 3, 4, 5, 6];

/** Rows in outline while the first page loads. */
export function loadingRows({ common }: Messages<MonitorTexts>): TemplateResult {
  return html`<div class="skeleton" role="status" aria-busy="true" aria-label=${common.loading}>
    ${skeletonRows.map(() => html`<div class="outline"><span class="bar"></span><span class="bar"></span></div>`)}
  </div>`;
}

/** Nothing there, or nothing that these filters ask for. */
export function noRows(
  words: MonitorTexts['monitor'],
  { noRows }: Messages<MonitorTexts>,
  clear: (() => void) | null,
): TemplateResult {
  return html`<div class="empty" role="status">
    ${conversationsIcon()}
    <p class="title">${clear ? words.nothingFound : words.empty}</p>
    <p>${clear ? words.nothingFoundHint : words.emptyHint}</p>
    ${clear ? html`<button type="button" class="button" @click=${clear}>${noRows.clearFilters}</button>` : nothing}
  </div>`;
}

/** The first page did not come. */
export function failedRows(
  { noRows, common }: Messages<MonitorTexts>,
  code: AdapterErrorCode | null,
  retry: () => void,
): TemplateResult {
  return html`<div class="empty" role="status">
    ${failedIcon()}
    <p class="title">${noRows.loadFailed}</p>
    ${code === null ? nothing : html`<p>${common.errors[code]}</p>`}
    <button type="button" class="button" @click=${retry}>${common.retry}</button>
  </div>`;
}

/** Rows stay while a new answer did not come. */
export function staleNotice(
  { noRows, common }: Messages<MonitorTexts>,
  code: AdapterErrorCode | null,
  retry: () => void,
): TemplateResult {
  return html`<div class="notice caution" role="alert">
    <span>${noRows.refreshFailed} ${code === null ? nothing : common.errors[code]}</span>
    <button type="button" class="link" @click=${retry}>${common.retry}</button>
  </div>`;
}
