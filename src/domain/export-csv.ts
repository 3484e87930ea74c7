/** What a cell holds. Numbers are written as they are: they cannot be formulas. */
export type Cell = string | number | null;

/** How a file of comma-separated values is written. */
export interface CsvOptions {
  /** `;` where the decimal sign is a comma, as spreadsheets there expect it. Default `,`. */
  readonly delimiter?: ',' | ';' | '\t';
}

/** Signs that make a spreadsheet calculate, also in their full-width forms (EX3). */
const formula = /^[\s\u200b-\u200f\u2060\ufeff"']*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]|^[\t\r]/u;
/** EX4: a number that a spreadsheet would cut or round: leading zero, or more digits than it keeps. */
const digitsToKeep = /^(?:0\d[\d\s]*|\d{12,})$/;

/** EX3, EX4: text that a spreadsheet shows as it is and never calculates, follows or rounds. */
export function safeCell(text: string): string {
  return formula.test(text) || digitsToKeep.test(text) ? `'${text}` : text;
}

/** EX5: rows as RFC 4180 has them, with a byte order mark so that spreadsheets read accents, and every cell safe. */
export function csvOf(rows: readonly (readonly Cell[])[], { delimiter = ',' }: CsvOptions = {}): string {
  const lines = rows.map((row) => row.map((cell) => field(cell, delimiter)).join(delimiter));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

/** The delimiter that spreadsheets of a locale expect. */
export function delimiterOf(locale: string): ',' | ';' {
  return new Intl.NumberFormat(locale).format(0.5).includes(',') ? ';' : ',';
}

function field(cell: Cell, delimiter: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  // Nothing but text: a NUL ends the cell in some programs.
  const text = safeCell(cell.replaceAll('\0', ''));
  const needsQuotes = text.includes(delimiter) || /["\r\n]/.test(text) || text !== text.trim();
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}
