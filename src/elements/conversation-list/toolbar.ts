import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../controllers/localization.ts';
import type { ConversationSort } from '../../domain/queries.ts';
import type { ListTexts } from '../../locales/list.ts';
import { clearIcon, searchIcon } from '../../styles/icons.ts';
import { setFilter } from './set-filter.ts';

const sorts: readonly ConversationSort[] = ['oldest', 'newest', 'shortest-wait', 'longest-wait'];

/** What the tool bar of a list shows and how it says what the agent wants. */
export interface Toolbar {
  readonly messages: Messages<ListTexts>;
  readonly sort: ConversationSort;
  readonly isUnreadOnly: boolean;
  /** What is searched for; `null` where the backend cannot search. */
  readonly search: string | null;
  /** Name of the co-worker whose conversations are shown, empty while nobody knows; `null` when the list is not narrowed to one. */
  readonly coWorker: string | null;
  /** Whether the branch is shown and may be narrowed to my own. */
  readonly offersMine: boolean;
  readonly onSort: (sort: ConversationSort) => void;
  readonly onUnreadOnly: (isUnreadOnly: boolean) => void;
  readonly onSearch: (text: string) => void;
  readonly onScope: (scope: 'mine' | 'branch') => void;
  /** What comes later: filters, teams, saved views, choosing several. */
  readonly more: unknown;
  /** The filters that are set. */
  readonly chips: unknown;
}

/** The tool bar above the rows: search, sort, and what narrows the list. */
export function listToolbar(toolbar: Toolbar): TemplateResult {
  const { list } = toolbar.messages;
  return html`<div class="toolbar" part="toolbar">
    <div class="find">
      ${toolbar.search === null ? nothing : searchField(toolbar, toolbar.search)}${sortField(toolbar)}
    </div>
    <div class="filters">
      ${scopeFilter(toolbar)}
      <button
        type="button"
        class="button filter"
        aria-pressed=${toolbar.isUnreadOnly ? 'true' : 'false'}
        @click=${() => toolbar.onUnreadOnly(!toolbar.isUnreadOnly)}
      >
        ${list.filterUnread}
      </button>
      ${toolbar.more}
    </div>
    ${toolbar.chips}
  </div>`;
}

function sortField({ messages: { rows }, sort: current, onSort }: Toolbar): TemplateResult {
  return html`<select
    class="field sort"
    aria-label=${rows.sort}
    @change=${(event: Event) => onSort((event.target as HTMLSelectElement).value as ConversationSort)}
  >
    ${sorts.map((sort) => html`<option value=${sort} ?selected=${sort === current}>${rows.sorts[sort]}</option>`)}
  </select>`;
}

function searchField(toolbar: Toolbar, text: string): TemplateResult {
  const { list, rows } = toolbar.messages;
  return html`<div class="search">
    ${searchIcon()}
    <input
      class="field"
      type="search"
      inputmode="search"
      enterkeyhint="search"
      autocapitalize="none"
      aria-label=${rows.search}
      placeholder=${rows.searchHint}
      autocomplete="off"
      spellcheck="false"
      .value=${text}
      @input=${(event: Event) => toolbar.onSearch((event.target as HTMLInputElement).value)}
    />
    <button
      type="button"
      class="button quiet icon-only"
      aria-label=${list.clearSearch}
      title=${list.clearSearch}
      ?hidden=${text === ''}
      @click=${() => toolbar.onSearch('')}
    >
      ${clearIcon()}
    </button>
  </div>`;
}

/** C1: one press shows the whole branch, another only my own again. */
function scopeFilter({ messages, coWorker, offersMine, onScope }: Toolbar): TemplateResult | typeof nothing {
  const { list } = messages;
  if (coWorker === '') return html`<span class="button filter awaited" aria-hidden="true"></span>`;
  if (coWorker !== null) return setFilter(coWorker, list.clearCoWorker(coWorker), () => onScope('branch'));
  if (!offersMine) return nothing;
  return html`<button type="button" class="button filter" @click=${() => onScope('mine')}>${list.showMine}</button>`;
}
