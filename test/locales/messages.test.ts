import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { en } from '../../src/locales/en.ts';
import { bulkResultMessages } from '../../src/locales/bulk-results.ts';
import { languageForms } from '../../src/locales/forms.ts';
import { fallbackMessages, loadMessages } from '../../src/locales/messages.ts';
import { myConversationsTexts } from '../../src/locales/my-conversations.ts';
import { nl } from '../../src/locales/nl.ts';
import { waitingOrderMessages } from '../../src/locales/waiting-order.ts';

/** Every text with its path; functions are called with sample values. */
function texts(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const sample =
      value.length === 1
        ? [[1], [2]]
        : [
            [1, 1, 1],
            [2, 2, 2],
          ];
    return sample.map((call) => [path, String((value as (...values: unknown[]) => unknown)(...call))] as const);
  }
  return Object.entries(value as object).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

/** Which of the values that each function is given stand in its text. */
function given(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'string') return [];
  if (typeof value === 'function') {
    const samples = [5, 6, 7].slice(0, Math.max(1, value.length));
    const text = String((value as (...values: unknown[]) => unknown)(...samples));
    return [`${path}: ${samples.filter((sample) => text.includes(String(sample))).join(' ')}`];
  }
  return Object.entries(value as object).flatMap(([key, inner]) => given(inner, `${path}.${key}`));
}

const folder = new URL('../../src/locales/', import.meta.url);

/** The texts of a part in a language. */
async function exported(part: string, language: 'en' | 'nl'): Promise<unknown> {
  const file = (await import(new URL(`${part}.${language}.ts`, folder).href)) as Record<string, unknown>;
  const name = part.replace(/-./g, (mark) => mark.slice(1).toUpperCase());
  return file[`${name}${language === 'en' ? 'En' : 'Nl'}`] ?? file[name];
}

/** Every file of texts; the names of emoji are data from elsewhere. */
const parts = readdirSync(folder)
  .filter((file) => file.endsWith('.en.ts') && file !== 'emoji-names.en.ts')
  .map((file) => file.slice(0, -'.en.ts'.length));

const all: readonly (readonly [string, unknown, unknown])[] = [
  ['shared', en, nl],
  ['bulk-results', bulkResultMessages('en'), bulkResultMessages('nl')],
  ['waiting-order', waitingOrderMessages('en'), waitingOrderMessages('nl')],
  ...(await Promise.all(
    parts.map(async (part) => [part, await exported(part, 'en'), await exported(part, 'nl')] as const),
  )),
];

/** Those that speak of places to fill in and of keys, which are such marks. */
const ofMarks: readonly string[] = ['composer-tools', 'template-dialog'];

/** Where nothing is the right thing to say. */
const silent = /\.(?:states\.assigned|availability\.unknown|consent\.unknown|qualities\.(?:green|unknown))$/;

/** What is left over where a form is not filled in. */
const marks = /#(?!\w)|undefined|NaN/;
const moreMarks = /#(?!\w)|undefined|NaN|[{!]/;

describe('texts', () => {
  for (const [part, english, dutch] of all) {
    it(`${part}: there is a text everywhere, without left-over marks`, () => {
      for (const [path, text] of [...texts(english), ...texts(dutch)]) {
        assert.ok(text.trim() !== '' || silent.test(path), `${path} is empty`);
        assert.doesNotMatch(text, ofMarks.includes(part) ? marks : moreMarks, `${path}: ${text}`);
      }
    });

    it(`${part}: Dutch has the keys of English and says what it is given`, () => {
      assert.deepEqual(
        texts(dutch).map(([path]) => path),
        texts(english).map(([path]) => path),
      );
      assert.deepEqual(given(dutch), given(english));
    });
  }

  it('Dutch says something else where it should', () => {
    const [english, dutch] = [all.flatMap(([, one]) => texts(one)), all.flatMap(([, , one]) => texts(one))];
    const same = english.filter(([, text], index) => text === dutch[index]?.[1]).map(([path]) => path);
    assert.ok(same.length < english.length / 8, `suspiciously many texts are the same: ${same.join(' ')}`);
  });

  it('uses the words of the ERP manual', async () => {
    const { myConversations } = await myConversationsTexts.load('nl');
    assert.equal(myConversations.label, 'Mijn gesprekken');
    assert.equal(myConversations.recipient, 'Naam ontvanger');
    assert.equal(myConversations.lastMessage, 'Laatste bericht');
    assert.equal(myConversations.lastMessageAt, 'Laatste bericht op');
    assert.equal(myConversations.allRead, 'Alles gelezen');
    assert.equal(nl.common.markRead, 'Markeren als gelezen');
    assert.equal(nl.common.openSource, 'Open bron');
    assert.equal(nl.channels.sms, 'Sms');
    assert.equal(nl.channels['whatsapp-invitation'], 'WhatsApp uitnodiging');
  });

  it('load by locale, and in English where a language does not ship', async () => {
    assert.equal(await loadMessages('nl-BE'), nl);
    assert.equal(await loadMessages('NL'), nl);
    assert.equal(await loadMessages('en-GB'), fallbackMessages);
    assert.equal(await loadMessages('fr'), fallbackMessages);
  });

  it('chooses plural forms by the rules of the language and writes numbers its way', () => {
    const { plural } = languageForms('nl');
    const forms = { one: '# gesprek', other: '# gesprekken' };
    assert.deepEqual(
      [0, 1, 2, 1234].map((count) => plural(count, forms)),
      ['0 gesprekken', '1 gesprek', '2 gesprekken', '1.234 gesprekken'],
    );
  });
});
