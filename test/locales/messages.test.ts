import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { en } from '../../src/locales/en.ts';
import { loadAssistantTexts } from '../../src/locales/composer-assistant.ts';
import { loadEmojiWords } from '../../src/locales/composer-emoji.ts';
import { loadFileTexts } from '../../src/locales/composer-files.ts';
import { loadToolTexts } from '../../src/locales/composer-tools.ts';
import { loadVoiceTexts } from '../../src/locales/composer-voice.ts';
import { inboxEn } from '../../src/locales/inbox.en.ts';
import { inboxNl } from '../../src/locales/inbox.nl.ts';
import { languageForms } from '../../src/locales/forms.ts';
import { fallbackMessages, languages, loadMessages } from '../../src/locales/messages.ts';
import { nl } from '../../src/locales/nl.ts';
import { loadTemplateDialogTexts } from '../../src/locales/template-dialog.ts';

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

describe('messages', () => {
  for (const [language, messages] of Object.entries({ en, nl, inboxEn, inboxNl })) {
    it(`${language} has a text everywhere, without left-over marks`, () => {
      for (const [path, text] of texts(messages)) {
        assert.ok(
          text.trim() !== '' || /\.(?:states\.assigned|availability\.unknown|consent\.unknown)$/.test(path),
          `${path} is empty`,
        );
        assert.doesNotMatch(text, /#(?!\w)|\{|undefined|NaN|!/, `${path}: ${text}`);
      }
    });
  }

  it('Dutch has the keys of English and says something else where it should', () => {
    const [english, dutch] = [texts({ en, inbox: inboxEn }), texts({ en: nl, inbox: inboxNl })];
    assert.deepEqual(
      dutch.map(([path]) => path),
      english.map(([path]) => path),
    );
    const same = english.filter(([, text], index) => text === dutch[index]?.[1]).map(([path]) => path);
    assert.ok(same.length < english.length / 8, `suspiciously many texts are the same: ${same.join(' ')}`);
  });

  const chunks: Readonly<Record<string, (language: string) => Promise<unknown>>> = {
    ...{ loadToolTexts, loadTemplateDialogTexts, loadAssistantTexts, loadFileTexts, loadVoiceTexts },
    loadEmojiTexts: async (language) => ({ ...(await loadEmojiWords(language)), names: [] }),
    loadMessages,
    inbox: (language) => Promise.resolve(language === 'nl' ? inboxNl : inboxEn),
  };
  for (const [name, load] of Object.entries(chunks)) {
    it(`${name} says in Dutch what it is given, as in English`, async () => {
      assert.deepEqual(given(await load('nl')), given(await load('en')));
    });
    it(`${name} has in Dutch what it has in English`, async () => {
      const [english, dutch] = [texts(await load('en')), texts(await load('nl'))];
      assert.deepEqual(
        dutch.map(([path]) => path),
        english.map(([path]) => path),
      );
      for (const [path, text] of [...english, ...dutch]) assert.doesNotMatch(text, /#(?!\w)|undefined|NaN/, path);
    });
  }

  it('uses the words of the ERP manual', () => {
    assert.equal(nl.myConversations.label, 'Mijn gesprekken');
    assert.equal(nl.myConversations.recipient, 'Naam ontvanger');
    assert.equal(nl.myConversations.lastMessage, 'Laatste bericht');
    assert.equal(nl.myConversations.lastMessageAt, 'Laatste bericht op');
    assert.equal(nl.myConversations.allRead, 'Alles gelezen');
    assert.equal(nl.common.markRead, 'Markeren als gelezen');
    assert.equal(nl.common.openSource, 'Open bron');
    assert.equal(nl.channels.sms, 'Sms');
    assert.equal(nl.channels['whatsapp-invitation'], 'WhatsApp uitnodiging');
  });

  it('loads a language by locale, and English for what does not ship', async () => {
    assert.equal(await loadMessages('nl-BE'), nl);
    assert.equal(await loadMessages('NL'), nl);
    assert.equal(await loadMessages('en-GB'), fallbackMessages);
    assert.equal(await loadMessages('fr'), fallbackMessages);
    assert.deepEqual(languages, ['en', 'nl']);
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
