import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chooseTemplate } from '../../src/domain/conversation-templates.ts';
import type { ConversationTemplate } from '../../src/domain/model.ts';

function template(language: string, isDefault = false, code = 'VISIT'): ConversationTemplate {
  return { code, language, isDefault, text: `${code} in ${language}` };
}

const templates = [
  template('nl-BE'),
  template('nl'),
  template('en-GB', true),
  template('de'),
  template('fr', true, 'OTHER'),
  template('pt-BR', false, 'LOOSE'),
];

describe('the language of a conversation template', () => {
  for (const [rule, code, language, expected, reason] of [
    ['CT1', 'VISIT', 'nl', 'nl', 'exact'],
    ['CT1', 'VISIT', 'nl-BE', 'nl-BE', 'exact'],
    ['CT1', 'visit', 'NL_be', 'nl-BE', 'exact'],
    ['CT2', 'VISIT', 'nl-NL', 'nl', 'language'],
    ['CT2', 'VISIT', 'de-AT', 'de', 'language'],
    ['CT2', 'VISIT', 'en', 'en-GB', 'language'],
    ['CT3', 'VISIT', 'fr', 'en-GB', 'default'],
    ['CT3', 'VISIT', null, 'en-GB', 'default'],
    ['CT3', 'VISIT', '', 'en-GB', 'default'],
    ['CT3', 'OTHER', 'nl', 'fr', 'default'],
  ] as const)
    it(`[${rule}] gives ${expected} (${reason}) for ${code} in ${String(language)}`, () => {
      const choice = chooseTemplate(templates, code, language);
      assert.equal(choice?.template.language, expected);
      assert.equal(choice.reason, reason);
    });

  it('[CT4] gives nothing for a code that does not exist', () => {
    assert.equal(chooseTemplate(templates, 'NONE', 'nl'), null);
  });

  it('[CT4] gives nothing when no language matches and the code has no default', () => {
    assert.equal(chooseTemplate(templates, 'LOOSE', 'nl'), null);
  });

  it('[CT2] does not take a language for another that begins alike', () => {
    assert.equal(chooseTemplate([template('fil'), template('en', true)], 'VISIT', 'fi')?.template.language, 'en');
  });

  it('[CT2] chooses the same one whatever the order of the list', () => {
    const list = [template('en-US'), template('en-GB')];
    assert.equal(chooseTemplate(list, 'VISIT', 'en')?.template.language, 'en-GB');
    assert.equal(chooseTemplate([...list].reverse(), 'VISIT', 'en')?.template.language, 'en-GB');
  });
});
