import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../controllers/localization.ts';
import type { AdapterErrorCode } from '../../ports/adapter-error.ts';
import type { MyConversationsTexts } from '../../locales/my-conversations.ts';
import { conversationsIcon, failedIcon } from '../../styles/icons.ts';

const skeletonRows = [1, 2, 3, 4];

/** Rows in outline while the first page loads. */
export function loadingTable({ common }: Messages<MyConversationsTexts>): TemplateResult {
  return html`<div class="skeleton" role="status" aria-busy="true" aria-label=${common.loading}>
    ${skeletonRows.map(() => html`<div class="row"><span class="bar"></span><span class="bar"></span></div>`)}
  </div>`;
}

/** Nothing there; when only the filter hides it, says so and offers to clear it. */
export function emptyTable(
  { myConversations, noRows }: Messages<MyConversationsTexts>,
  isUnreadOnly: boolean,
  onClear: () => void,
): TemplateResult {
  return html`<div class="empty" role="status">
    ${conversationsIcon()}
    <p class="title">${isUnreadOnly ? myConversations.nothingUnread : myConversations.empty}</p>
    ${
      isUnreadOnly
        ? html`<button type="button" class="button" @click=${onClear}>${myConversations.showEverything}</button>`
        : html`<p>${noRows.emptyHint}</p>`
    }
  </div>`;
}

/** The first page did not come. */
export function failedTable(
  { noRows, common }: Messages<MyConversationsTexts>,
  code: AdapterErrorCode | null,
  onRetry: () => void,
): TemplateResult {
  return html`<div class="empty" role="status">
    ${failedIcon()}
    <p class="title">${noRows.loadFailed}</p>
    ${code === null ? nothing : html`<p>${common.errors[code]}</p>`}
    <button type="button" class="button" @click=${onRetry}>${common.retry}</button>
  </div>`;
}

/** Something failed while the rows stay: what, why, and a way on. */
export function tableNotice(
  sentence: string,
  code: AdapterErrorCode | null,
  action: { readonly label: string; readonly run: () => void },
  messages: Messages<MyConversationsTexts>,
): TemplateResult {
  return html`<div class="notice" role="alert">
    <span>${sentence} ${code === null ? '' : messages.common.errors[code]}</span>
    <button type="button" class="link" @click=${action.run}>${action.label}</button>
  </div>`;
}
