import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AppContext } from '../app.ts';
import { icon } from '../icons.ts';
import { columnText, type ErpRecord, type RecordColumn, type RecordOrder } from '../records.ts';
import { hashOf, listRoute, type Route } from '../router.ts';
import type { View } from '../view.ts';

type ListRoute = Extract<Route, { page: 'contacts' | 'resources' }>;

const columns: readonly RecordColumn[] = [
  'number',
  'name',
  'organisation',
  'town',
  'mobile',
  'language',
  'coWorker',
  'branch',
];

let order: RecordOrder = { column: 'number', descending: false };

/** The list of contacts or resources. */
export function recordListView(app: AppContext, route: ListRoute): View {
  const { texts, records } = app;
  const kind = route.page === 'contacts' ? 'contact' : 'resource';
  const found = records.find({ ...route, kind }, order, texts.locale);
  return {
    title: texts.nav[route.page],
    subtitle: texts.list.count(found.length, records.count(kind)),
    groups: [
      {
        label: texts.actions.label,
        actions: [
          {
            id: 'convert-numbers',
            label: texts.conversion.link,
            icon: 'phone',
            enabled: true,
            run: () => app.go({ page: 'conversion' }),
          },
        ],
      },
    ],
    content: html`<div class="list-page">
      <div class="list-tools">
        <label class="search">
          ${icon('search')}
          <input
            type="search"
            aria-label=${texts.list.search}
            placeholder=${texts.list.searchHint}
            .value=${route.search}
            @input=${(event: Event) => app.replace({ ...route, search: (event.target as HTMLInputElement).value })}
          />
        </label>
        ${filterChip(app, route)}
      </div>
      ${found.length > 0 ? table(app, found) : nothingFound(app, route)}
    </div>`,
    fills: true,
  };
}

function filterChip(app: AppContext, route: ListRoute): TemplateResult | typeof nothing {
  const { texts } = app;
  const label = route.noMobile
    ? texts.list.filterMobile
    : route.serviceMonth === null
      ? null
      : texts.list.filterService(app.monthName(route.serviceMonth));
  if (label === null) return nothing;
  return html`<button
    type="button"
    class="chip"
    title=${texts.list.clear}
    @click=${() => app.replace({ ...route, serviceMonth: null, noMobile: false })}
  >
    ${label} ${icon('close')}<span class="visually-hidden">${texts.list.clear}</span>
  </button>`;
}

function nothingFound(app: AppContext, route: ListRoute): TemplateResult {
  const { texts } = app;
  return html`<div class="empty">
    <p class="empty-title">${texts.list.nothing}</p>
    <p>${texts.list.nothingHint}</p>
    <button type="button" class="button" @click=${() => app.replace(listRoute(route.page))}>${texts.list.clear}</button>
  </div>`;
}

function table(app: AppContext, found: readonly ErpRecord[]): TemplateResult {
  return html`<div class="table-box" tabindex="-1">
    <table>
      <thead>
        <tr>
          ${columns.map((column) => heading(app, column))}
        </tr>
      </thead>
      <tbody>
        ${repeat(
          found,
          ({ id }) => id,
          (record) => row(record),
        )}
      </tbody>
    </table>
  </div>`;
}

function heading(app: AppContext, column: RecordColumn): TemplateResult {
  const isSorted = order.column === column;
  const sort = isSorted ? (order.descending ? 'descending' : 'ascending') : 'none';
  return html`<th scope="col" class="col-${column}" aria-sort=${sort}>
    <button
      type="button"
      @click=${() => {
        order = { column, descending: isSorted && !order.descending };
        app.update();
      }}
    >
      ${app.texts.fields[column]}<span class="sort" aria-hidden="true"
        >${{ ascending: '↑', descending: '↓', none: '' }[sort]}</span
      >
    </button>
  </th>`;
}

function row(record: ErpRecord): TemplateResult {
  const address = hashOf({ page: 'card', id: record.id });
  return html`<tr
    @click=${(event: Event) => {
      // The whole row leads to the card, unless somebody is selecting text in it.
      if (getSelection()?.isCollapsed !== false && !(event.target as Element).closest('a')) location.hash = address;
    }}
  >
    ${columns.map((column) =>
      column === 'name'
        ? html`<th scope="row" class="col-name">
            <a href=${address}><bdi>${record.name}</bdi></a>
          </th>`
        : html`<td class="col-${column}">
            ${column === 'mobile' ? html`<bdi dir="ltr">${record.mobile}</bdi>` : html`<bdi>${columnText(record, column)}</bdi>`}
          </td>`,
    )}
  </tr>`;
}
