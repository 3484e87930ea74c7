import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../../controllers/localization.ts';
import type { AdapterErrorCode } from '../../../ports/adapter-error.ts';
import type { ListTexts } from '../../../locales/list.ts';
import type { ListSoonTexts } from '../../../locales/list-soon.ts';
import { conversationsIcon, failedIcon, searchIcon } from '../../../styles/icons.ts';

type ListSoonWords = ListTexts & ListSoonTexts;

/** Why a list is empty: it says what to do next, or which filter hides everything. */
export interface Emptiness {
  readonly text: string;
  readonly isUnreadOnly: boolean;
  /** The filters that are set, in words; `null` when there are none. */
  readonly filters: string | null;
  /** Name of the tab where it is not the one of all. */
  readonly tab: string | null;
  readonly isRecipient: boolean;
  readonly onClear: () => void;
}

/** Nothing there, nothing found, or nothing unread. */
export function emptyList({ list, listSoon, noRows }: Messages<ListSoonWords>, empty: Emptiness): TemplateResult {
  const { text, isUnreadOnly, filters, tab, isRecipient, onClear } = empty;
  if (filters !== null || (text !== '' && tab !== null)) {
    const why = [text === '' ? '' : `“${text}”`, filters ?? '', tab ?? '', isUnreadOnly ? list.filterUnread : ''];
    const hint = listSoon.nothingFilteredBy(why.filter((part) => part !== '').join(' · '));
    return emptyState(searchIcon(), listSoon.nothingFound, hint, clearButton());
  }
  if (text !== '')
    return emptyState(searchIcon(), listSoon.nothingFound, listSoon.nothingFoundFor(text), clearButton());
  if (isUnreadOnly)
    return emptyState(conversationsIcon(), listSoon.nothingUnread, listSoon.nothingUnreadHint, clearButton());
  if (tab !== null) return emptyState(conversationsIcon(), listSoon.nothingIn(tab), '', nothing);
  return isRecipient
    ? emptyState(conversationsIcon(), listSoon.emptyRecipient, '', nothing)
    : emptyState(conversationsIcon(), listSoon.empty, noRows.emptyHint, nothing);

  function clearButton(): TemplateResult {
    return html`<button type="button" class="button" @click=${onClear}>${noRows.clearFilters}</button>`;
  }
}

/** The first page did not come. */
export function failedList(
  { noRows, common }: Messages<ListSoonWords>,
  code: AdapterErrorCode | null,
  onRetry: () => void,
): TemplateResult {
  return emptyState(
    failedIcon(),
    noRows.loadFailed,
    code === null ? '' : common.errors[code],
    html`<button type="button" class="button" @click=${onRetry}>${common.retry}</button>`,
  );
}

/** Rows are there, but the last request for them failed. */
export function refreshNotice(
  { noRows, common }: Messages<ListSoonWords>,
  code: AdapterErrorCode | null,
  onRetry: () => void,
): TemplateResult {
  return html`<div class="notice problem" role="status">
    <span>${noRows.refreshFailed} ${code === null ? '' : common.errors[code]}</span>
    <button type="button" class="link" @click=${onRetry}>${common.retry}</button>
  </div>`;
}

function emptyState(
  icon: TemplateResult,
  title: string,
  hint: string,
  action: TemplateResult | typeof nothing,
): TemplateResult {
  return html`<div class="empty" role="status">
    ${icon}
    <p class="title">${title}</p>
    ${hint === '' ? nothing : html`<p>${hint}</p>`}${action}
  </div>`;
}
