import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { emojiCatalogue, searchEmoji, type SkinTone, usedLately, withTone } from '../../src/domain/emoji.ts';
import { emojiList } from '../../src/domain/emoji-list.ts';
import { loadEmojiWords } from '../../src/locales/composer-emoji.ts';

interface Entry {
  readonly emoji: string;
  readonly annotation: string;
  readonly skins?: readonly { readonly emoji: string; readonly tone: number | readonly number[] }[];
}
const require = createRequire(import.meta.url);
const data = require('emoji-picker-element-data/nl/cldr/data.json') as readonly Entry[];
const { names } = await loadEmojiWords('nl');
const dutch = emojiCatalogue(emojiList, names);
const english = emojiCatalogue(emojiList, (await loadEmojiWords('en')).names);
const found = (query: string, catalogue = dutch): string[] => searchEmoji(catalogue, query).map(({ base }) => base);

describe('emoji', () => {
  it('[B4] have the names of CLDR in Dutch, each its own', () => {
    const byEmoji = new Map(data.map((entry) => [entry.emoji, entry]));
    assert.ok(dutch.length > 1800);
    for (const { base, name } of dutch)
      assert.equal(name, (byEmoji.get(base) ?? byEmoji.get(`${base}\ufe0f`))?.annotation);
    assert.equal(new Set(dutch.map(({ base }) => base)).size, dutch.length);
  });

  it('[B4] come in the five tones of Unicode', () => {
    const byEmoji = new Map(data.map((entry) => [entry.emoji, entry]));
    const toned = dutch.filter(({ hasTones }) => hasTones);
    assert.ok(toned.length > 250);
    for (const emoji of toned)
      for (const tone of [1, 2, 3, 4, 5] as const) {
        const skins = (byEmoji.get(emoji.base) ?? byEmoji.get(`${emoji.base}\ufe0f`))?.skins ?? [];
        const all = skins.filter((skin) => [skin.tone].flat().every((each) => each === tone));
        assert.ok(
          all.some((skin) => skin.emoji === withTone(emoji, tone)),
          `${emoji.base} ${tone}`,
        );
      }
  });

  it('leaves alone what has no tone, and the tone that the platform draws', () => {
    const smile = { base: '😀', hasTones: false };
    for (const tone of [0, 1, 5] satisfies SkinTone[]) assert.equal(withTone(smile, tone), '😀');
    assert.equal(withTone({ base: '✌️', hasTones: true }, 0), '✌️');
    assert.equal(withTone({ base: '✌️', hasTones: true }, 3), '✌🏽');
  });

  it('[B4] are found by the beginnings of words, without accents, names first', () => {
    assert.ok(found('fiets').includes('🚲'));
    assert.equal(found('duim omhoog')[0], '👍');
    assert.ok(found('thumbs', english).includes('👍'));
    assert.deepEqual(found('belgie'), ['🇧🇪']);
    assert.deepEqual(found('zzzz'), []);
    assert.equal(found('  ').length, dutch.length);
  });

  it('remembers what was used, the latest first, not for ever', () => {
    assert.deepEqual(usedLately(['a', 'b'], 'b'), ['b', 'a']);
    assert.deepEqual(usedLately(['a', 'b'], 'c', 2), ['c', 'a']);
  });
});
