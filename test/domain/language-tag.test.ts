import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { closestLanguage, foldTag, languageTag } from '../../src/domain/language-tag.ts';

describe('language tags', () => {
  const tags: readonly [string, string | null][] = [
    ['nl', 'nl'],
    ['nl_be', 'nl-BE'],
    ['PT_BR', 'pt-BR'],
    [' en-us ', 'en-US'],
    ['zh_Hant_TW', 'zh-Hant-TW'],
    ['Dutch!', null],
    ['', null],
  ];
  for (const [text, expected] of tags)
    it(`[LT1] writes ${JSON.stringify(text)} as ${String(expected)}`, () => {
      assert.equal(languageTag(text), expected);
    });

  it('[LT1] compares without case, and with _ as -', () => {
    assert.equal(foldTag(' nl_BE '), foldTag('NL-be'));
    assert.equal(foldTag(null), '');
  });

  const rows: readonly [string | null, readonly string[], string | null][] = [
    ['nl-BE', ['nl', 'nl_BE'], 'nl_BE exact'],
    ['nl', ['nl-BE', 'nl-NL'], 'nl-BE language'],
    ['nl-BE', ['nl-NL', 'nl'], 'nl language'],
    ['nl', ['nds', 'en'], null],
    [null, ['nl'], null],
    ['', ['nl'], null],
  ];
  for (const [wanted, languages, expected] of rows)
    it(`[LT2] finds ${String(expected)} for ${String(wanted)} among ${languages.join()}`, () => {
      const found = closestLanguage(languages, (language) => language, wanted);
      assert.equal(found && `${found.item} ${found.match}`, expected);
    });
});
