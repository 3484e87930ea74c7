import { expect } from '@open-wc/testing';
import { isComposing, matchesShortcut } from '../../src/dom/keys.ts';

const press = (key: string, options: KeyboardEventInit = {}): KeyboardEvent =>
  new KeyboardEvent('keydown', { key, ...options });

describe('key handling', () => {
  const cases: readonly (readonly [string, KeyboardEvent, string, boolean])[] = [
    ['the send shortcut', press('S', { ctrlKey: true, shiftKey: true, code: 'KeyS' }), 'Control+Shift+S', true],
    ['it without Shift', press('s', { ctrlKey: true, code: 'KeyS' }), 'Control+Shift+S', false],
    ['it with one more key', press('S', { ctrlKey: true, shiftKey: true, altKey: true }), 'Control+Shift+S', false],
    ['it in Cyrillic', press('Ы', { ctrlKey: true, shiftKey: true, code: 'KeyS' }), 'Control+Shift+S', true],
    [
      'another letter in its place',
      press('O', { ctrlKey: true, shiftKey: true, code: 'KeyS' }),
      'Control+Shift+S',
      false,
    ],
    ['Enter alone', press('Enter'), 'Enter', true],
    ['Enter with Shift', press('Enter', { shiftKey: true }), 'Enter', false],
    ['a digit', press('3', { altKey: true, code: 'Digit3' }), 'Alt+3', true],
    ['a digit as macOS types it', press('£', { altKey: true, code: 'Digit3' }), 'Alt+3', true],
    ['a digit that is a letter elsewhere', press('"', { altKey: true, code: 'Digit3' }), 'Alt+3', true],
    [
      'what AltGr types',
      press('³', { altKey: true, ctrlKey: true, modifierAltGraph: true, code: 'Digit3' }),
      'Alt+3',
      false,
    ],
    [
      'AltGr as Control+Alt',
      press('ś', { altKey: true, ctrlKey: true, modifierAltGraph: true }),
      'Control+Alt+S',
      false,
    ],
    ['Enter that ends a composition', press('Enter', { isComposing: true }), 'Enter', false],
    ['Enter of an input method in Safari', press('Enter', { keyCode: 229 }), 'Enter', false],
  ];
  for (const [title, event, shortcut, expected] of cases)
    it(`${expected ? 'takes' : 'does not take'} ${title} for ${shortcut}`, () =>
      expect(matchesShortcut(event, shortcut)).to.equal(expected));

  it('knows a composition by its flag or by key code 229', () => {
    expect(isComposing(press('a', { isComposing: true }))).to.equal(true);
    expect(isComposing(press('a', { keyCode: 229 }))).to.equal(true);
    expect(isComposing(press('a'))).to.equal(false);
  });
});
