import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  commandFor,
  defaultShortcuts,
  giveShortcut,
  isSingleKey,
  normalizeShortcut,
  shortcutConflicts,
  type ShortcutCommand,
  type ShortcutMap,
  shortcutMap,
} from '../../src/domain/shortcuts.ts';

const pick = (map: ShortcutMap, ...commands: readonly ShortcutCommand[]): readonly unknown[] =>
  commands.map((command) => map.get(command));

describe('shortcuts', () => {
  it('[KB1] need a modifier, share no key, and leave Control+Alt to what AltGr types', () => {
    const all = Object.values(defaultShortcuts);
    assert.equal(new Set(all).size, all.length);
    for (const shortcut of all) {
      assert.equal(normalizeShortcut(shortcut), shortcut);
      assert.match(shortcut, /^(?:Control|Alt)\+/);
      assert.doesNotMatch(shortcut, /Control\+Alt/);
    }
  });

  for (const [text, expected] of [
    ['ctrl+shift+s', 'Control+Shift+S'],
    ['Shift + Command + arrowup', 'Shift+Meta+ArrowUp'],
    ['option+f2', 'Alt+F2'],
    ['j', 'J'],
    ['ctrl+ctrl+s', null],
    ['hyper+s', null],
    ['Control+', null],
    ['', null],
    ['F13', null],
    ['Tab', null],
    ['Enter', null],
  ] as const)
    it(`[KB2] reads ${text || 'nothing'} as ${expected ?? 'no shortcut'}`, () => {
      assert.equal(normalizeShortcut(text), expected);
    });

  it('[KB2] takes what is no shortcut as no change', () => {
    assert.equal(shortcutMap({ archive: 'hyper+x' }).get('archive'), defaultShortcuts.archive);
  });

  it('[KB3] leaves single keys off unless they are wanted', () => {
    assert.deepEqual(['J', 'Shift+J', 'Alt+J', 'F2'].map(isSingleKey), [true, true, false, false]);
    assert.equal(shortcutMap({ search: '/' }).get('search'), defaultShortcuts.search);
    assert.equal(shortcutMap({ search: '/' }, { allowsSingleKeys: true }).get('search'), '/');
  });

  it('[KB3] can all be switched off, or one by one', () => {
    assert.ok([...shortcutMap({}, { areEnabled: false }).values()].every((shortcut) => shortcut === null));
    const map = shortcutMap({ archive: null });
    assert.equal(map.get('archive'), null);
    assert.equal(map.get('tag'), defaultShortcuts.tag);
  });

  it('[KB4] takes a key from the default that had it', () => {
    const map = shortcutMap({ tag: defaultShortcuts.archive });
    assert.equal(map.get('tag'), defaultShortcuts.archive);
    assert.equal(map.get('archive'), null);
    assert.deepEqual([...shortcutConflicts(map)], []);
  });

  it('[KB6] gives keys to a command and takes them from the one that had them, by default or by choice', () => {
    const first = giveShortcut({}, 'archive', 'Alt+Shift+T');
    assert.equal(first.lost, 'tag');
    assert.deepEqual(pick(shortcutMap(first.changes), 'archive', 'tag'), ['Alt+Shift+T', null]);
    const second = giveShortcut(first.changes, 'snooze', 'Alt+Shift+T');
    assert.equal(second.lost, 'archive');
    assert.deepEqual(pick(shortcutMap(second.changes), 'archive', 'tag', 'snooze'), [null, null, 'Alt+Shift+T']);
    assert.equal(shortcutConflicts(shortcutMap(second.changes)).size, 0);
  });

  it('[KB6] takes nothing when keys are free, taken away, or those the command has', () => {
    for (const [command, keys] of [
      ['archive', 'Alt+Shift+Q'],
      ['archive', null],
      ['archive', 'Alt+Shift+E'],
    ] as const)
      assert.equal(giveShortcut({ tag: null }, command, keys).lost, null);
  });

  it('[KB5] names commands that share a key, and gives it to the first', () => {
    const map = shortcutMap({ tag: 'Alt+1', archive: 'alt+1' });
    assert.deepEqual([...shortcutConflicts(map)], [['Alt+1', ['tag', 'archive']]]);
    assert.equal(
      commandFor(map, (shortcut) => shortcut === 'Alt+1'),
      'tag',
    );
    assert.equal(
      commandFor(map, () => false),
      null,
    );
  });
});
