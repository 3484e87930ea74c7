/** Text as search compares it: without case, accents, invisible characters and repeated spaces. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Whether every word of the query occurs in the text, in any order. */
export function includesWords(text: string, query: string): boolean {
  const folded = foldText(text);
  return foldText(query)
    .split(' ')
    .every((word) => folded.includes(word));
}

/**
 * The digits to look for in E.164 numbers when somebody types a number in any spelling: `+31-6 1234`, `0031612…`,
 * `06 12…`, `+31 (0)6…`. `null` when the text is not a number.
 */
export function numberNeedle(text: string): string | null {
  const trimmed = text.trim();
  if (!/^[+\d\s().\-/\u2010-\u2015\u00a0]+$/u.test(trimmed)) return null;
  const digits = trimmed.replace(/\(0\)/gu, '').replace(/\D/gu, '');
  const needle = trimmed.startsWith('+') ? digits : digits.replace(/^0+/u, '');
  return needle === '' ? null : needle;
}

/** Whether an address holds these digits. */
export function includesNumber(address: string, needle: string): boolean {
  return address.replace(/\D/gu, '').includes(needle);
}
