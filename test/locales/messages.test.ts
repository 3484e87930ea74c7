import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ar } from '../../src/locales/ar.ts';
import { de } from '../../src/locales/de.ts';
import { en } from '../../src/locales/en.ts';
import { languageForms } from '../../src/locales/forms.ts';
import { fr } from '../../src/locales/fr.ts';
import { fallbackMessages, loadMessages } from '../../src/locales/messages.ts';
import { nl } from '../../src/locales/nl.ts';
import { given, loaders, partsOf, texts } from './all-texts.ts';
import { sameAsEnglish } from './same-as-english.ts';

const english = await partsOf('en');
const others = { nl: await partsOf('nl'), de: await partsOf('de'), fr: await partsOf('fr'), ar: await partsOf('ar') };

/** Those that speak of places to fill in and of keys, which are such marks. */
const ofMarks: readonly string[] = ['composer-tools', 'template-dialog'];

/** Where nothing is the right thing to say. */
const silent = /\.(?:states\.assigned|availability\.unknown|consent\.unknown|qualities\.(?:green|unknown))$/;

/** What is left over where a form is not filled in. */
const marks = /#(?!\w)|undefined|NaN/;
const moreMarks = /#(?!\w)|undefined|NaN|[{!]/;

/** Every text of a language with its part and path. */
const everyText = (parts: ReadonlyMap<string, unknown>) =>
  [...parts].flatMap(([part, value]) => texts(value).map(([path, text]) => [`${part}${path}`, text] as const));

function assertFilled(part: string, value: unknown): void {
  for (const [path, text] of texts(value)) {
    assert.ok(text.trim() !== '' || silent.test(path), `${part}${path} is empty`);
    assert.doesNotMatch(text, ofMarks.includes(part) ? marks : moreMarks, `${part}${path}: ${text}`);
  }
}

describe('texts', () => {
  it('en: there is a text everywhere, without left-over marks', () => {
    for (const [part, value] of english) assertFilled(part, value);
  });

  for (const [language, parts] of Object.entries(others)) {
    it(`${language}: there is a text everywhere, without left-over marks`, () => {
      for (const [part, value] of parts) assertFilled(part, value);
    });

    it(`${language} has the keys of English and says what it is given`, () => {
      assert.deepEqual([...parts.keys()], [...english.keys()]);
      for (const [part, value] of parts) {
        assert.deepEqual(
          texts(value).map(([path]) => path),
          texts(english.get(part)).map(([path]) => path),
        );
        assert.deepEqual(given(value), given(english.get(part)), part);
      }
    });

    it(`${language} says nothing in English but names and words that both have`, () => {
      const inEnglish = new Map(everyText(english));
      const same = everyText(parts).filter(
        ([path, text]) => path !== 'shared.direction' && /\p{L}/u.test(text) && text === inEnglish.get(path),
      );
      const known: readonly string[] = [...sameAsEnglish.all, ...sameAsEnglish[language as keyof typeof others]];
      const words = new Set(same.map(([, text]) => text.replaceAll(/\d+/g, '#')));
      assert.deepEqual(
        [...words].filter((text) => !known.includes(text)),
        [],
      );
      assert.deepEqual(
        known.filter((text) => !words.has(text)),
        [],
        'these are said otherwise by now',
      );
    });
  }

  it('come in every language by each of their loaders', async () => {
    for (const [name, load] of Object.entries(loaders)) {
      const fallback = texts(await load('en'));
      for (const language of Object.keys(others)) {
        const one = texts(await load(language));
        assert.equal(one.length, fallback.length, `${name} in ${language}`);
        assert.notDeepEqual(one, fallback, `${name} in ${language}`);
      }
    }
  });

  it('uses the words of the ERP manual in Dutch', () => {
    const { myConversations } = others.nl.get('my-conversations') as { myConversations: Record<string, string> };
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
    assert.equal(await loadMessages('de-AT'), de);
    assert.equal(await loadMessages('fr-CA'), fr);
    assert.equal(await loadMessages('ar-EG'), ar);
    assert.equal(await loadMessages('en-GB'), fallbackMessages);
    assert.equal(await loadMessages('pt'), fallbackMessages);
    assert.equal(await loadMessages('constructor'), fallbackMessages);
  });

  it('run from right to left in Arabic alone', () => {
    assert.deepEqual(
      [en, nl, de, fr, ar].map(({ direction }) => direction),
      ['ltr', 'ltr', 'ltr', 'ltr', 'rtl'],
    );
  });
});

describe('typography', () => {
  it('French sets a narrow no-break space before high signs and inside quotation marks', () => {
    for (const [path, text] of everyText(others.fr)) {
      assert.doesNotMatch(
        text,
        /(?<![\u202f\d])[:;?](?=\s|$)|(?<!\u202f)»|«(?!\u202f)|(?<!\u202f)%/u,
        `${path}: ${text}`,
      );
      assert.doesNotMatch(text, /["“”']/u, `${path}: ${text}`);
    }
  });

  it('German and Arabic have their own quotation marks and no straight ones', () => {
    for (const [path, text] of everyText(others.de))
      assert.doesNotMatch(text, /["”']|“(?=[\p{L}\d])|(?<=\p{L})„/u, `${path}: ${text}`);
    for (const [path, text] of everyText(others.ar))
      assert.doesNotMatch(text, /["“”']|(?<=\p{Script=Arabic})[?;,]/u, `${path}: ${text}`);
  });

  it('German says Sie and French says vous to the reader', () => {
    for (const [path, text] of everyText(others.de))
      assert.doesNotMatch(text, /(?<!\p{L})(?:du|dein\p{L}*|dir|dich)(?!\p{L})/iu, `${path}: ${text}`);
    for (const [path, text] of everyText(others.fr))
      assert.doesNotMatch(text, /(?<!\p{L})(?:tu|ton(?! [sn])|tes|toi)(?!\p{L})/u, `${path}: ${text}`);
  });
});

describe('plural forms', () => {
  const shown = (locale: string, counts: readonly number[], forms: Record<string, string> & { other: string }) =>
    counts.map((count) => languageForms(locale).plural(count, forms));

  it('follow the rules of the language, with numbers written its way', () => {
    assert.deepEqual(shown('nl', [0, 1, 2, 1234], { one: '# gesprek', other: '# gesprekken' }), [
      '0 gesprekken',
      '1 gesprek',
      '2 gesprekken',
      '1.234 gesprekken',
    ]);
    assert.deepEqual(shown('de', [0, 1, 1234], { one: '# Kunde', other: '# Kunden' }), [
      '0 Kunden',
      '1 Kunde',
      '1.234 Kunden',
    ]);
  });

  it('French has one for none and for one', () => {
    assert.deepEqual(shown('fr', [0, 1, 2, 1234], { one: '# message', other: '# messages' }), [
      '0 message',
      '1 message',
      '2 messages',
      '1\u202f234 messages',
    ]);
  });

  it('Arabic has six, and its texts use them', () => {
    const { list } = others.ar.get('list') as { list: { conversationCount: (count: number) => string } };
    assert.deepEqual([0, 1, 2, 3, 11, 100].map(list.conversationCount), [
      'لا محادثات',
      'محادثة واحدة',
      'محادثتان',
      '3 محادثات',
      '11 محادثة',
      '100 محادثة',
    ]);
  });
});
