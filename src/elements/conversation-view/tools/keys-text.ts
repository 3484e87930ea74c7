const signs: ReadonlyMap<string, string> = new Map([
  ['Control', 'Ctrl'],
  ['ArrowUp', '↑'],
  ['ArrowDown', '↓'],
  ['ArrowLeft', '←'],
  ['ArrowRight', '→'],
]);

/** Keys as they stand on a keyboard: `Alt+Shift+ArrowDown` → `Alt+Shift+↓`. */
export function keysText(shortcut: string | null): string {
  return (shortcut ?? '')
    .split('+')
    .map((key) => signs.get(key) ?? key)
    .join('+');
}
