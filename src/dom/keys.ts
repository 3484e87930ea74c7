/** Modifiers in the order a shortcut is written. */
const modifiers = ['Control', 'Alt', 'Shift', 'Meta'] as const;

/**
 * Whether a key press belongs to an input method that is still composing a character. Such an Enter picks a candidate:
 * it never sends. Safari ends the composition before the key press, and tells only by the key code 229.
 */
export function isComposing(event: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Safari has no other way to tell
  return event.isComposing || event.keyCode === 229;
}

/**
 * Whether a key press is a shortcut such as `Control+Shift+S`, `Alt+1` or `Enter`: exactly its modifiers, no more.
 * Letters and digits are also found by their place on the keyboard, so shortcuts work on layouts of other scripts. What
 * AltGr types is text, never a shortcut (on Windows AltGr looks like Control+Alt).
 */
export function matchesShortcut(event: KeyboardEvent, shortcut: string): boolean {
  if (isComposing(event)) return false;
  const names = shortcut.split('+');
  const key = names.pop() ?? '';
  const hasAltGraph = event.getModifierState('AltGraph');
  if (hasAltGraph && names.some((name) => name === 'Control' || name === 'Alt')) return false;
  if (!hasAltGraph && modifiers.some((name) => isDown(event, name) !== names.includes(name))) return false;
  return isKey(event, key);
}

function isDown(event: KeyboardEvent, modifier: (typeof modifiers)[number]): boolean {
  switch (modifier) {
    case 'Control':
      return event.ctrlKey;
    case 'Alt':
      return event.altKey;
    case 'Shift':
      return event.shiftKey;
    case 'Meta':
      return event.metaKey;
  }
}

function isKey(event: KeyboardEvent, key: string): boolean {
  if (event.key.toLowerCase() === key.toLowerCase()) return true;
  if (/^[0-9]$/.test(key)) return event.code === `Digit${key}` || event.code === `Numpad${key}`;
  // A Latin letter on another key (AZERTY) must not match by place; a letter of another script may.
  return /^[A-Z]$/i.test(key) && !/^[a-z]$/i.test(event.key) && event.code === `Key${key.toUpperCase()}`;
}
