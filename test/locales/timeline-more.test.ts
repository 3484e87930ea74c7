import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { timelineMoreEn as en } from '../../src/locales/timeline-more.en.ts';
import { timelineMoreNl as nl } from '../../src/locales/timeline-more.nl.ts';
import { timelineMoreTexts } from '../../src/locales/timeline-more.ts';

/** Every text with its path; functions are called with sample values. */
function texts(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function')
    return [1, 2].map((count) => [path, String((value as (...values: unknown[]) => unknown)(count, 'Joris'))] as const);
  return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

describe('texts of the timeline beyond texts', () => {
  for (const [language, messages] of Object.entries({ en, nl }))
    it(`${language} has a text everywhere, without left-over marks`, () => {
      for (const [path, text] of texts(messages)) {
        assert.ok(text.trim() !== '', `${path} is empty`);
        assert.doesNotMatch(text, /#(?!\w)|[{%]|undefined|NaN|!/, `${path}: ${text}`);
      }
    });

  it('Dutch has the keys of English', () => {
    assert.deepEqual(
      texts(nl).map(([path]) => path),
      texts(en).map(([path]) => path),
    );
  });

  it('come in the language of the page, and in English where that does not ship', async () => {
    assert.equal(await timelineMoreTexts.load('nl'), nl);
    assert.equal(await timelineMoreTexts.load('pt'), en);
  });
});
