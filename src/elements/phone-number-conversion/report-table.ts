import { html, nothing, type TemplateResult } from 'lit';
import type { Formats } from '../../controllers/formats.ts';
import type { ConversionRow, ConversionVerdict } from '../../controllers/phone-conversion-controller.ts';
import type { PhoneConversionTexts } from '../../locales/phone-conversion.ts';
import { keyedRows } from '../keyed-rows.ts';

/** Which rows of the report are shown. */
export type ShownVerdict = ConversionVerdict | 'all';

/** So many rows are in the page at once, whatever the length of the report. */
export const rowsPerPage = 100;

/** What the table shows and how it says what the agent wants. */
export interface ReportTable {
  readonly words: PhoneConversionTexts['phoneConversion'];
  readonly formats: Formats;
  readonly rows: readonly ConversionRow[];
  /** Index of the first row shown. */
  readonly from: number;
  readonly approved: ReadonlySet<string>;
  readonly isFixed: boolean;
  /** Whether rows are shown that may be taken along. */
  readonly hasChoice: boolean;
  readonly approve: (recipientIds: readonly string[], isTaken: boolean) => void;
  readonly turn: (from: number) => void;
}

/** The records of the report, a page of them at a time. */
export function reportTable(table: ReportTable): TemplateResult {
  const { words, rows, from } = table;
  const { columns } = words;
  return html`<div class="table scroll" tabindex="0" role="region" aria-label=${words.rows}>
      <table>
        <caption>
          ${words.rows}
        </caption>
        <thead>
          <tr>
            <th scope="col">${columns.name}</th>
            ${table.hasChoice ? html`<th scope="col">${columns.take}</th>` : nothing}
            <th scope="col">${columns.kind}</th>
            <th scope="col">${columns.from}</th>
            <th scope="col">${columns.to}</th>
            <th scope="col">${columns.reason}</th>
          </tr>
        </thead>
        <tbody>
          ${keyedRows(
            rows.slice(from, from + rowsPerPage),
            ({ record }) => record.recipientId,
            (row) => reportRow(row, table),
          )}
        </tbody>
      </table>
    </div>
    ${rows.length > rowsPerPage ? pager(table) : nothing}`;
}

function reportRow(row: ConversionRow, table: ReportTable): TemplateResult {
  const { record, verdict, to, reasons } = row;
  const { words, hasChoice } = table;
  const { name, kind, value } = record;
  return html`<tr class=${verdict}>
    <td><bdi>${name}</bdi></td>
    ${hasChoice ? takeCell(row, table) : nothing}
    <td class="kind">${words.kindOf[kind]}</td>
    <td class="number"><bdi dir="ltr">${value === '' ? words.nothing : value}</bdi></td>
    <td class="number to">${to === null ? nothing : html`<bdi dir="ltr">${to}</bdi>`}</td>
    <td class="remark">${reasons.map((reason) => words.reasons[reason]).join(', ')}</td>
  </tr>`;
}

function takeCell({ record, verdict }: ConversionRow, table: ReportTable): TemplateResult {
  const { words, approved, isFixed, approve } = table;
  const { recipientId, name } = record;
  return html`<td class="take">
    ${
      verdict === 'doubtful'
        ? html`<input
            type="checkbox"
            aria-label=${words.take(name)}
            ?disabled=${isFixed}
            .checked=${approved.has(recipientId)}
            @change=${(event: Event) => approve([recipientId], (event.target as HTMLInputElement).checked)}
          />`
        : nothing
    }
  </td>`;
}

function pager({ words, formats, rows, from, turn }: ReportTable): TemplateResult {
  const last = Math.min(from + rowsPerPage, rows.length);
  return html`<nav class="pages" aria-label=${words.show}>
    <bdi>${words.page(formats.number(from + 1), formats.number(last), formats.number(rows.length))}</bdi>
    <button
      type="button"
      class="button"
      aria-disabled=${from === 0 ? 'true' : 'false'}
      @click=${() => from > 0 && turn(from - rowsPerPage)}
    >
      ${words.previous}
    </button>
    <button
      type="button"
      class="button"
      aria-disabled=${last === rows.length ? 'true' : 'false'}
      @click=${() => last < rows.length && turn(from + rowsPerPage)}
    >
      ${words.next}
    </button>
  </nav>`;
}
