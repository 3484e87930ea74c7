/** Digits, at most one point, no grouping: how a number is kept and compared. */
const canonical = /^-?\d+(?:\.\d+)?$/;
/** More digits than this a number cannot hold exactly. */
const longest = 15;

/** Whether a text is a number as these rules keep it: `1234.50`, `-3`; at most 15 digits, so that none is lost (TP11). */
export function isDecimal(text: string): boolean {
  return canonical.test(text) && text.replace(/\D/g, '').length <= longest;
}

/** How many digits stand after the point. */
export function decimalPlaces(decimal: string): number {
  return decimal.split('.')[1]?.length ?? 0;
}

/**
 * Reads a number as somebody types it in a language: `1.234,50` in Dutch and `1,234.50` in English are both `1234.50`
 * (TP11). One separator that cannot group digits is taken for the decimal sign, in any language; `null` for anything else.
 */
export function readDecimal(text: string, locale: string): string | null {
  const { group, decimal } = separators(locale);
  const typed = asciiDigits(text)
    .trim()
    .replace(/[\s'’]/g, '')
    .replace(/^\u2212/, '-');
  if (group !== null && groupedBy(group, decimal).test(typed))
    return finished(typed.replaceAll(group, '').replace(decimal, '.'));
  return /^-?\d+(?:[.,\u066b]\d+)?$/.test(typed) ? finished(typed.replace(/[.,\u066b]/, '.')) : null;
}

/** Groups of three, or of two as in India; the last one always of three. */
function groupedBy(group: string, decimal: string): RegExp {
  const [by, sign] = [`[${group}]`, `[${decimal}]`];
  return new RegExp(`^-?\\d{1,3}(?:${by}\\d{2,3})*${by}\\d{3}(?:${sign}\\d+)?$`);
}

function finished(text: string): string | null {
  const decimal = text.replace(/^(-?)0+(?=\d)/, '$1');
  return isDecimal(decimal) ? decimal : null;
}

/** `group` is `null` in languages that group by a space or an apostrophe: those are gone already. */
function separators(locale: string): { readonly group: string | null; readonly decimal: string } {
  const parts = new Intl.NumberFormat(locale).formatToParts(1234567.5);
  const sign = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  const group = sign('group');
  return { group: /^[.,\u066c]$/.test(group) ? group : null, decimal: sign('decimal') || '.' };
}

function asciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}
