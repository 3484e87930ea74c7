/**
 * Which row a key leads to in a list with one row per line, after the ARIA listbox pattern.
 *
 * @param index - the row that has the focus
 * @returns the row to focus; `null` when the key means nothing here
 */
export function rowForKey(
  key: string,
  index: number,
  { count, pageSize }: { readonly count: number; readonly pageSize: number },
): number | null {
  const clamp = (target: number): number => Math.min(count - 1, Math.max(0, target));
  switch (key) {
    case 'ArrowDown':
      return clamp(index + 1);
    case 'ArrowUp':
      return clamp(index - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'PageDown':
      return clamp(index + pageSize);
    case 'PageUp':
      return clamp(index - pageSize);
    default:
      return null;
  }
}
