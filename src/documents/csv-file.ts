import { stringify } from 'csv-stringify/browser/esm/sync';
import { type Cell, safeCell } from '../domain/export-csv.ts';

/** How a file of comma-separated values is written. */
export interface CsvOptions {
  /** `;` where the decimal sign is a comma, as spreadsheets there expect it. Default `,`. */
  readonly delimiter?: ',' | ';' | '\t';
}

/** EX5: rows as RFC 4180 has them, with a byte order mark so that spreadsheets read accents, and every cell safe. */
export function csvOf(rows: readonly (readonly Cell[])[], { delimiter = ',' }: CsvOptions = {}): string {
  return stringify(
    rows.map((row) => row.map(written)),
    // Quotes also around what has a single line break, or spaces that a reader might trim.
    { bom: true, delimiter, record_delimiter: 'windows', quoted_match: /[\r\n]|^\s|\s$/ },
  );
}

/** Nothing but text: a NUL ends the cell in some programs. */
function written(cell: Cell): string {
  return typeof cell === 'string' ? safeCell(cell.replaceAll('\0', '')) : String(cell ?? '');
}
