import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ConversationTemplate } from '../../src/domain/model.ts';
import { isSameKey, removeTemplate, saveTemplate, templateFieldProblems } from '../../src/domain/template-editing.ts';
import type { TemplateEdit, TemplateEditBasis } from '../../src/domain/template-editing.ts';

function aTemplate(language: string, changes: Partial<ConversationTemplate> = {}): ConversationTemplate {
  return { code: 'INVITE', language, isDefault: false, text: `in ${language}`, version: 1, ...changes };
}

const fresh: TemplateEditBasis = { replaces: null, ifVersion: null };
const list = [
  aTemplate('nl', { isDefault: true }),
  aTemplate('en'),
  aTemplate('de', { code: 'OTHER', isDefault: true }),
];

/** `INVITE nl 1 *` per template, or the reason. */
function short(edit: TemplateEdit): string[] | string {
  if (!edit.ok) return edit.reason;
  return edit.templates.map(
    ({ code, language, version, isDefault }) => `${code} ${language} ${String(version)}${isDefault ? ' *' : ''}`,
  );
}

describe('what a conversation template may be', () => {
  const rows: readonly [rule: string, title: string, template: ConversationTemplate, expected: readonly string[]][] = [
    ['CT5', 'a new language', aTemplate('fr'), []],
    ['CT5', 'no code', aTemplate('fr', { code: ' ' }), ['code empty']],
    ['CT5', 'a code of 51', aTemplate('fr', { code: 'a'.repeat(51) }), ['code too-long']],
    ['CT5', 'a code with a line break', aTemplate('fr', { code: 'A\nB' }), ['code bad-character']],
    ['CT5', 'a language that is none', aTemplate('Dutch!'), ['language bad-language']],
    ['CT5', 'no text', aTemplate('fr', { text: '\n' }), ['text empty']],
    ['CT5', 'an endless text', aTemplate('fr', { text: 'a'.repeat(10_001) }), ['text too-long']],
    ['CT6', 'a language that the code has', aTemplate('nl'), ['language taken']],
    ['CT6', 'the same in other letters', aTemplate('NL', { code: ' invite' }), ['language taken']],
    ['CT6', 'another region', aTemplate('nl-BE'), []],
    ['CT6', 'a language of another code', aTemplate('de'), []],
  ];
  for (const [rule, title, template, expected] of rows)
    it(`[${rule}] ${expected.length === 0 ? 'takes' : 'refuses'} ${title}`, () => {
      const found = templateFieldProblems(list, template, null).map(({ field, type }) => `${field} ${type}`);
      assert.deepEqual(found, expected);
    });

  it('[CT6] takes the place of the one that is changed', () => {
    assert.deepEqual(templateFieldProblems(list, aTemplate('NL'), { code: 'INVITE', language: 'nl' }), []);
    assert.equal(templateFieldProblems(list, aTemplate('en'), { code: 'INVITE', language: 'nl' }).length, 1);
  });

  it('[CT6] compares keys without case, and with _ as -', () => {
    assert.ok(isSameKey({ code: 'a', language: 'nl_BE' }, { code: 'A', language: 'nl-be' }));
    assert.ok(!isSameKey({ code: 'a_b', language: 'nl' }, { code: 'a-b', language: 'nl' }));
  });
});

describe('saving a conversation template', () => {
  const nl = { code: 'INVITE', language: 'nl' };
  const rows: readonly [rule: string, string, ConversationTemplate, TemplateEditBasis, readonly string[] | string][] = [
    [
      'CT6',
      'a new language',
      aTemplate('fr_BE'),
      fresh,
      ['INVITE nl 1 *', 'INVITE en 1', 'OTHER de 1 *', 'INVITE fr-BE 1'],
    ],
    ['CT6', 'a language twice', aTemplate('nl'), fresh, 'invalid'],
    [
      'CT7',
      'the first of a code',
      aTemplate('nl', { code: 'NEW' }),
      fresh,
      ['INVITE nl 1 *', 'INVITE en 1', 'OTHER de 1 *', 'NEW nl 1 *'],
    ],
    [
      'CT7',
      'another default',
      aTemplate('en', { isDefault: true }),
      { replaces: { code: 'INVITE', language: 'en' }, ifVersion: 1 },
      ['INVITE nl 2', 'INVITE en 2 *', 'OTHER de 1 *'],
    ],
    [
      'CT7',
      'no default any more',
      aTemplate('nl', { isDefault: false }),
      { replaces: nl, ifVersion: 1 },
      ['INVITE nl 2 *', 'INVITE en 1', 'OTHER de 1 *'],
    ],
    [
      'CT7',
      'the default under another code',
      aTemplate('nl', { code: 'NEW' }),
      { replaces: nl, ifVersion: 1 },
      ['NEW nl 2 *', 'INVITE en 2 *', 'OTHER de 1 *'],
    ],
    [
      'CT8',
      'a change to what is there',
      aTemplate('nl', { text: 'x', isDefault: true }),
      { replaces: nl, ifVersion: 1 },
      ['INVITE nl 2 *', 'INVITE en 1', 'OTHER de 1 *'],
    ],
    ['CT8', 'a change to what somebody else changed', aTemplate('nl'), { replaces: nl, ifVersion: 0 }, 'conflict'],
    [
      'CT8',
      'a change over whatever is there',
      aTemplate('nl'),
      { replaces: nl, ifVersion: null },
      ['INVITE nl 2 *', 'INVITE en 1', 'OTHER de 1 *'],
    ],
    [
      'CT8',
      'a change to what somebody else removed',
      aTemplate('fr'),
      { replaces: { ...nl, language: 'fr' }, ifVersion: 1 },
      'conflict',
    ],
  ];
  for (const [rule, title, template, basis, expected] of rows)
    it(`[${rule}] ${title}: ${typeof expected === 'string' ? expected : 'saved'}`, () => {
      assert.deepEqual(short(saveTemplate(list, template, basis)), expected);
    });

  it('[CT8] shows what is there now', () => {
    const edit = saveTemplate(list, aTemplate('nl'), { replaces: nl, ifVersion: 7 });
    assert.deepEqual(edit, { ok: false, reason: 'conflict', current: list[0] });
  });

  it('[CT6] keeps code and language as they are written properly', () => {
    const edit = saveTemplate([], aTemplate('PT_br', { code: ' A ' }), fresh);
    assert.deepEqual(short(edit), ['A pt-BR 1 *']);
  });
});

describe('removing a conversation template', () => {
  it('[CT7] makes the first language that is left the default', () => {
    const edit = removeTemplate([...list, aTemplate('da')], { code: 'INVITE', language: 'nl' }, 1);
    assert.deepEqual(short(edit), ['INVITE en 1', 'OTHER de 1 *', 'INVITE da 2 *']);
  });

  it('[CT8] is a conflict when somebody else changed it, and none when somebody else removed it', () => {
    assert.equal(short(removeTemplate(list, { code: 'INVITE', language: 'nl' }, 0)), 'conflict');
    assert.equal(removeTemplate(list, { code: 'INVITE', language: 'fr' }, 1).ok, true);
  });
});

it('[CT7] each code has exactly one default after any edits, and no key is there twice', () => {
  const code = fc.constantFrom('A', 'a', 'B');
  const language = fc.constantFrom('nl', 'NL', 'nl_BE', 'en', 'de');
  const edit = fc.record({ code, language, isDefault: fc.boolean(), remove: fc.boolean(), from: fc.option(language) });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      let templates: readonly ConversationTemplate[] = [];
      for (const { remove, from, ...rest } of edits) {
        const replaces = from === null ? null : { code: rest.code, language: from };
        const done = remove
          ? removeTemplate(templates, rest, null)
          : saveTemplate(templates, { ...rest, text: 'x' }, { replaces, ifVersion: null });
        if (done.ok) templates = done.templates;
      }
      for (const each of templates) {
        const ofCode = templates.filter((other) => other.code.toLowerCase() === each.code.toLowerCase());
        assert.equal(ofCode.filter(({ isDefault }) => isDefault).length, 1);
        assert.equal(templates.filter((other) => isSameKey(other, each)).length, 1);
      }
    }),
  );
});
