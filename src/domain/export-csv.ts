/** What a cell holds. Numbers are written as they are: they cannot be formulas. */
export type Cell = string | number | null;

/** Signs that make a spreadsheet calculate, also in their full-width forms (EX3). */
const formula = /^[\s\u200b-\u200f\u2060\ufeff"']*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]|^[\t\r]/u;
/** EX4: a number that a spreadsheet would cut or round: leading zero, or more digits than it keeps. */
const digitsToKeep = /^(?:0\d[\d\s]*|\d{12,})$/;

/** EX3, EX4: text that a spreadsheet shows as it is and never calculates, follows or rounds. */
export function safeCell(text: string): string {
  return formula.test(text) || digitsToKeep.test(text) ? `'${text}` : text;
}

/** EX5: the delimiter that spreadsheets of a locale expect. */
export function delimiterOf(locale: string): ',' | ';' {
  return new Intl.NumberFormat(locale).format(0.5).includes(',') ? ';' : ',';
}
