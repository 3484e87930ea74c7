import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  longestTag,
  mayArchive,
  tagChoices,
  tagKey,
  tagName,
  tagProblem,
  tagSettingsFor,
  wishForTag,
} from '../../src/domain/tags.ts';

const settings = { mayCreate: true, isRequiredToArchive: false };

describe('tags', () => {
  it('[TG1] are the same whatever capitals and accents', () => {
    assert.equal(tagKey(' Réparation '), tagKey('REPARATION'));
    assert.notEqual(tagKey('garantie'), tagKey('garanties'));
  });

  it('[TG2] are kept as one line without hidden characters', () => {
    assert.equal(tagName('  a\u202eb\n c '), 'a b c');
  });

  for (const [title, text, expected] of [
    ['nothing', '  ', 'empty'],
    ['only hidden characters', '\u200b\u202e', 'empty'],
    ['as long as may be', 'x'.repeat(longestTag), null],
    ['one too long', 'x'.repeat(longestTag + 1), 'too-long'],
    ['as many emoji as may be', '🔥'.repeat(longestTag), null],
    ['one there is already', 'GARANTIE', 'exists'],
    ['a new one', 'spoed', null],
  ] as const)
    it(`[TG2] ${title} is ${expected ?? 'a tag'}`, () => {
      assert.equal(tagProblem(text, ['garantie']), expected);
    });

  for (const [title, text, mayCreate, expected] of [
    ['the tag that is there, in any spelling and also for who may make none', 'GARANTIE', false, 'known t1'],
    ['a new one, tidied', ' spoed\u202e ', true, 'new spoed'],
    ['nothing for who may make none', 'spoed', false, 'refused forbidden'],
    ['nothing for a name that is none', '  ', true, 'refused empty'],
  ] as const)
    it(`[TG1] wishing for one gives ${title}`, () => {
      const wish = wishForTag(text, [{ id: 't1', name: 'Garantie' }], { mayCreate });
      const more = wish.kind === 'known' ? wish.tag.id : wish.kind === 'new' ? wish.name : wish.reason;
      assert.equal(`${wish.kind} ${more}`, expected);
    });

  it('[TG3] may always be made by who manages them', () => {
    const closed = { mayCreate: false, isRequiredToArchive: true };
    assert.deepEqual(tagSettingsFor(closed, { permissions: [] }), closed);
    assert.deepEqual(tagSettingsFor(closed, { permissions: ['manage-tags'] }), { ...closed, mayCreate: true });
  });

  it('[TG3] offers a new tag only where co-workers may make them, and only if it is new', () => {
    const asked = { known: ['garantie'], chosen: [] };
    assert.equal(tagChoices(' Spoed ', { ...asked, settings }).create, 'Spoed');
    assert.equal(tagChoices('Spoed', { ...asked, settings: { ...settings, mayCreate: false } }).create, null);
    assert.equal(tagChoices('Garantie', { ...asked, settings }).create, null);
    assert.equal(tagChoices('', { ...asked, settings }).create, null);
  });

  it('[TG3] offers what begins with the text before what holds it', () => {
    const { matches } = tagChoices('on', { known: ['storing', 'balkon', 'onderhoud'], chosen: ['balkon'], settings });
    assert.deepEqual(matches, [
      { name: 'onderhoud', isChosen: false },
      { name: 'balkon', isChosen: true },
    ]);
  });

  for (const [title, tags, edit, required, expected] of [
    ['without a tag where none is needed', [], {}, false, true],
    ['without a tag where one is needed, not', [], {}, true, false],
    ['with a tag', ['a'], {}, true, true],
    ['with a tag that is added in the same step', [], { addTags: ['a'] }, true, true],
    ['with an empty tag, not', [], { addTags: [' '] }, true, false],
    ['when the only tag is taken off in the same step, not', ['a'], { removeTags: ['A'] }, true, false],
  ] as const)
    it(`[TG4] archives ${title}`, () => {
      assert.equal(mayArchive(tags, edit, { isRequiredToArchive: required }), expected);
    });

  it('[TG5] shows a tag of the conversation that the business no longer has', () => {
    const { matches } = tagChoices('', { known: ['spoed'], chosen: ['oud'], settings });
    assert.deepEqual(matches, [
      { name: 'oud', isChosen: true },
      { name: 'spoed', isChosen: false },
    ]);
  });
});
