/** What a key can be given to (C14). */
export type ShortcutCommand =
  | 'command-palette'
  | 'search'
  | 'next-conversation'
  | 'previous-conversation'
  | 'assign-to-me'
  | 'assign'
  | 'tag'
  | 'archive'
  | 'snooze'
  | 'mark-unread'
  | 'show-shortcuts';

/** Which keys carry out which command; `null` = none. */
export type ShortcutMap = ReadonlyMap<ShortcutCommand, string | null>;

/** What the agent changed, by command; `null` switches one off. */
export type ShortcutChanges = Readonly<Partial<Record<ShortcutCommand, string | null>>>;

/** None of these is a single key, or taken by browsers or screen readers on their own (KB1). */
export const defaultShortcuts: Readonly<Record<ShortcutCommand, string>> = {
  'command-palette': 'Control+K',
  search: 'Alt+Shift+F',
  'next-conversation': 'Alt+Shift+ArrowDown',
  'previous-conversation': 'Alt+Shift+ArrowUp',
  'assign-to-me': 'Alt+Shift+A',
  assign: 'Alt+Shift+G',
  tag: 'Alt+Shift+T',
  archive: 'Alt+Shift+E',
  snooze: 'Alt+Shift+Z',
  'mark-unread': 'Alt+Shift+U',
  'show-shortcuts': 'Alt+Shift+K',
};

const modifiers = ['Control', 'Alt', 'Shift', 'Meta'] as const;
const spellings = new Map<string, (typeof modifiers)[number]>([
  ['control', 'Control'],
  ['ctrl', 'Control'],
  ['alt', 'Alt'],
  ['option', 'Alt'],
  ['shift', 'Shift'],
  ['meta', 'Meta'],
  ['cmd', 'Meta'],
  ['command', 'Meta'],
]);
const namedKeys = [
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Insert',
  'Delete',
];
const functionKey = /^F(?:[1-9]|1[0-2])$/i;

/** The one spelling of a shortcut: `ctrl+shift+s` → `Control+Shift+S`; `null` when it is none (KB2). */
export function normalizeShortcut(text: string): string | null {
  const parts = text.split('+').map((part) => part.trim());
  const key = keyOf(parts.pop() ?? '');
  const found = parts.map((part) => spellings.get(part.toLowerCase()));
  if (key === null || found.includes(undefined) || new Set(found).size < found.length) return null;
  return [...modifiers.filter((modifier) => found.includes(modifier)), key].join('+');
}

/**
 * KB3: whether a shortcut is a single character, with or without Shift: those are off unless the agent wants them, as they
 * fire when somebody dictates or misses the text field.
 */
export function isSingleKey(shortcut: string): boolean {
  return /^(?:Shift\+)?.$/su.test(shortcut);
}

/** The defaults with the agent's changes; what is no shortcut counts as not changed (KB2, KB3, KB4). */
export function shortcutMap(
  changes: ShortcutChanges,
  {
    areEnabled = true,
    allowsSingleKeys = false,
  }: { readonly areEnabled?: boolean; readonly allowsSingleKeys?: boolean } = {},
): ShortcutMap {
  const map = new Map<ShortcutCommand, string | null>();
  const taken = new Set<string>();
  for (const command of Object.keys(defaultShortcuts) as ShortcutCommand[]) {
    const wanted = changes[command];
    const chosen = typeof wanted === 'string' ? normalizeShortcut(wanted) : null;
    const usable = chosen !== null && (allowsSingleKeys || !isSingleKey(chosen)) ? chosen : null;
    if (usable !== null) taken.add(usable);
    map.set(command, areEnabled ? usable : null);
  }
  for (const [command, shortcut] of map) {
    const standard = defaultShortcuts[command];
    // KB4: a key that the agent gave to something else is no longer the default's.
    if (areEnabled && shortcut === null && changes[command] !== null && !taken.has(standard))
      map.set(command, standard);
  }
  return map;
}

/** What becomes of the agent's changes when a command is given keys, and which command had them before. */
export interface GivenShortcut {
  readonly changes: ShortcutChanges;
  readonly lost: ShortcutCommand | null;
}

/** Gives a command keys, `null` = none. Another command that had them has none then (KB6). */
export function giveShortcut(
  changes: ShortcutChanges,
  command: ShortcutCommand,
  shortcut: string | null,
): GivenShortcut {
  const [lost = null] = [...shortcutMap(changes)]
    .filter(([other, keys]) => other !== command && keys !== null && keys === shortcut)
    .map(([other]) => other);
  return { changes: { ...changes, ...(lost && { [lost]: null }), [command]: shortcut }, lost };
}

/** KB5: commands that share a key, to be told while keys are chosen; the first of them gets it. */
export function shortcutConflicts(map: ShortcutMap): ReadonlyMap<string, readonly ShortcutCommand[]> {
  const byKey = new Map<string, ShortcutCommand[]>();
  for (const [command, shortcut] of map) {
    if (shortcut === null) continue;
    const sharing = byKey.get(shortcut);
    if (sharing) sharing.push(command);
    else byKey.set(shortcut, [command]);
  }
  return new Map([...byKey].filter(([, commands]) => commands.length > 1));
}

/** The command of a key press, which `isPressed` compares with a shortcut (`dom/keys` does, safe for AltGr and input methods). */
export function commandFor(map: ShortcutMap, isPressed: (shortcut: string) => boolean): ShortcutCommand | null {
  for (const [command, shortcut] of map) if (shortcut !== null && isPressed(shortcut)) return command;
  return null;
}

function keyOf(text: string): string | null {
  if (/^\S$/u.test(text)) return text.toUpperCase();
  if (functionKey.test(text)) return text.toUpperCase();
  return namedKeys.find((name) => name.toLowerCase() === text.toLowerCase()) ?? null;
}
