import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  groupNameProblem,
  maxQuickReplyLength,
  quickReplyProblems,
  quickReplyText,
  reordered,
} from '../../src/domain/quick-replies.ts';
import type { QuickReply, QuickReplyGroup, QuickReplyText } from '../../src/domain/quick-replies.ts';
import { quickReplyItems, searchQuickReplies, suggestQuickReplies } from '../../src/domain/quick-reply-search.ts';
import { groupKeys, shortcut } from '../../src/domain/quick-reply-shortcuts.ts';

function aReply(texts: readonly QuickReplyText[] | string, id = 'q1'): QuickReply {
  return {
    id,
    version: 1,
    attachments: [],
    texts: typeof texts === 'string' ? [{ language: null, text: texts }] : texts,
  };
}

function aGroup(name: string, replies: readonly string[] = [], id = name): QuickReplyGroup {
  return { id, version: 1, name, replies: replies.map((text, index) => aReply(text, `${id}${index}`)) };
}

const inLanguage = (language: string | null, text = `in ${String(language)}`): QuickReplyText => ({ language, text });

describe('what a quick reply may be', () => {
  const rows: readonly [string, string, readonly QuickReplyText[], string][] = [
    ['QR1', 'line breaks and emoji', [inLanguage(null, 'Hoi!\n\nTot ziens 🙂')], ''],
    ['QR1', '2000 characters', [inLanguage(null, 'a'.repeat(maxQuickReplyLength))], ''],
    ['QR1', '2001 characters', [inLanguage(null, 'a'.repeat(2001))], '0 too-long'],
    ['QR1', 'no text', [inLanguage('nl', ' \n')], '0 empty'],
    ['QR1', 'nothing at all', [], '0 empty'],
    ['QR1', 'several languages', [inLanguage('nl'), inLanguage('nl-BE'), inLanguage(null)], ''],
    ['QR1', 'a language twice', [inLanguage('nl'), inLanguage('en'), inLanguage('NL')], '2 same-language'],
    ['QR1', 'two for every language', [inLanguage(null), inLanguage(null)], '1 same-language'],
    ['QR1', 'a language that is none', [inLanguage('Dutch!')], '0 bad-language'],
  ];
  for (const [rule, title, texts, expected] of rows)
    it(`[${rule}] ${expected === '' ? 'takes' : 'refuses'} ${title}`, () => {
      const found = quickReplyProblems(texts).map(({ index, problem }) => `${index} ${problem.type}`);
      assert.equal(found.join(), expected);
    });

  const groups = [aGroup('Thank you'), aGroup('Default')];
  const names: readonly [string, string | null, string | null][] = [
    ['Other', null, null],
    ['  ', null, 'empty'],
    ['a'.repeat(61), null, 'too-long'],
    ['thank  YOU', null, 'taken'],
    ['Thank you!', 'Thank you', null],
    ['Default', 'Thank you', 'taken'],
  ];
  for (const [name, id, expected] of names)
    it(`[QR2] ${expected === null ? 'takes' : `finds ${expected}`} the name ${JSON.stringify(name.slice(0, 12))} of ${String(id)}`, () => {
      assert.equal(groupNameProblem(name, groups, id)?.type ?? null, expected);
    });

  const variants: readonly [string | null, readonly (string | null)[], string | null][] = [
    ['nl-BE', [null, 'nl', 'nl-BE'], 'nl-BE'],
    ['nl-BE', [null, 'nl'], 'nl'],
    ['fr', ['nl', null], null],
    [null, ['nl', null], null],
    ['fr', ['nl', 'en'], 'nl'],
  ];
  for (const [language, languages, expected] of variants)
    it(`[QR3] takes ${String(expected)} for ${String(language)} among ${languages.join()}`, () => {
      const texts = languages.map((tag) => inLanguage(tag));
      assert.equal(quickReplyText(aReply(texts), language).language, expected);
    });
});

describe('the order of quick replies', () => {
  const items = ['a', 'b', 'c'].map((id) => ({ id }));

  it('[QR4] is the one that was asked for', () => {
    assert.deepEqual(
      reordered(items, ['c', 'a', 'b']).map(({ id }) => id),
      ['c', 'a', 'b'],
    );
  });

  it('[QR4] keeps what nobody named, at the end, and passes over what is gone', () => {
    assert.deepEqual(
      reordered(items, ['c', 'gone', 'c']).map(({ id }) => id),
      ['c', 'a', 'b'],
    );
  });

  it('[QR4] never loses or doubles anything', () => {
    const ids = fc.uniqueArray(fc.string());
    fc.assert(
      fc.property(ids, fc.array(fc.string()), (own, asked) => {
        const result = reordered(
          own.map((id) => ({ id })),
          asked,
        );
        assert.deepEqual(result.map(({ id }) => id).sort(), [...own].sort());
      }),
    );
  });
});

describe('the shortcut of a group', () => {
  const keysOf = (...names: readonly string[]): string[] => {
    const keys = groupKeys(names.map((name, index) => aGroup(name, [], String(index))));
    return names.map((_, index) => `${keys.get(String(index))?.long} ${keys.get(String(index))?.short ?? '-'}`);
  };
  const rows: readonly [string, readonly string[], readonly string[]][] = [
    ['the letters of the name and the initials of its words', ['Thank you'], ['thankyou ty']],
    ['the letters alone of one word', ['Default'], ['default -']],
    ['without accents, signs and capitals', ['Één & twee!'], ['eentwee et']],
    ['digits too', ['Level 2'], ['level2 l2']],
    ['in other alphabets', ['Большое спасибо'], ['большоеспасибо бс']],
    ['a word of its own for a name without letters', ['🙂'], ['reply -']],
    ['a letter more for the newer of two alike', ['Thank you', 'Thankyou!'], ['thankyou ty', 'thankyoub -']],
    ['no key that a third group already has', ['Ab', 'A b', 'Abb'], ['ab -', 'abc -', 'abb -']],
    ['initials only for the older group', ['Thank you', 'Tell yes'], ['thankyou ty', 'tellyes -']],
    ['no initials that are another group’s name', ['Hello you', 'Hy'], ['helloyou -', 'hy -']],
  ];
  for (const [title, names, expected] of rows)
    it(`[QR5] has ${title}`, () => {
      assert.deepEqual(keysOf(...names), expected);
    });

  it('[QR5] stays when groups are moved, and follows when one is renamed', () => {
    const [older, newer] = [aGroup('Thank you', [], '1'), aGroup('Thankyou', [], '2')];
    assert.deepEqual(groupKeys([newer, older]), groupKeys([older, newer]));
    assert.equal(groupKeys([{ ...older, name: 'Greeting' }]).get('1')?.long, 'greeting');
  });

  it('[QR6] numbers the replies from one, with a point after a key that ends in a digit', () => {
    assert.equal(shortcut('thankyou', 3), '!thankyou3');
    assert.equal(shortcut('level2', 3), '!level2.3');
  });

  it('[QR6] is never the same for two replies, whatever the groups are called', () => {
    const name = fc.oneof(fc.constantFrom('a', 'A b', 'ab', 'a 1', 'a1', 'a 11', 'reply', 'replyb', '!'), fc.string());
    fc.assert(
      fc.property(fc.array(name, { maxLength: 8 }), (names) => {
        const replies = Array.from({ length: 12 }, (_, index) => `text ${index}`);
        const groups = names.map((each, index) => aGroup(each, replies, String(index)));
        const all = quickReplyItems(groups, null).flatMap((item) => [item.shortcut, item.shortShortcut ?? []].flat());
        assert.equal(new Set(all).size, all.length);
      }),
    );
  });
});

describe('finding quick replies', () => {
  const groups = [
    aGroup('Default', ['Hi there', 'Happy to help you', 'I will get back to you']),
    aGroup('Thank you', ['Thanks for waiting', 'You are welcome', 'Thank you {{Customer}}']),
    aGroup('Thanks', ['Bedankt']),
  ];
  const items = quickReplyItems(groups, null);
  const suggest = (query: string): string[] => suggestQuickReplies(items, query).map((item) => item.shortcut);
  const rows: readonly [string, readonly string[]][] = [
    ['', items.map((item) => item.shortcut)],
    ['ty', ['!thankyou1', '!thankyou2', '!thankyou3']],
    ['ty3', ['!thankyou3']],
    ['TY3', ['!thankyou3']],
    ['thankyou3', ['!thankyou3']],
    ['thanks', ['!thanks1', '!thankyou1']],
    ['you', ['!thankyou1', '!thankyou2', '!thankyou3', '!default2', '!default3']],
    ['welcome', ['!thankyou2']],
    ['w', []],
    ['nothing', []],
  ];
  for (const [query, expected] of rows)
    it(`[QR7] suggests ${expected.length} for !${query}`, () => {
      assert.deepEqual(suggest(query), expected);
    });

  it('[QR8] searches name, shortcut and text for every word', () => {
    const search = (words: string): string[] => searchQuickReplies(items, words).map((item) => item.shortcut);
    assert.deepEqual(search('thank WELCOME'), ['!thankyou2']);
    assert.deepEqual(search('!ty3'), ['!thankyou3']);
    assert.deepEqual(search('bedankt'), ['!thanks1']);
    assert.equal(search('').length, items.length);
  });

  it('[QR3] lists the text in the recipient’s language', () => {
    const group = { ...aGroup('A'), replies: [aReply([inLanguage('nl', 'Dank'), inLanguage('en', 'Thanks')])] };
    assert.equal(quickReplyItems([group], 'en-GB')[0]?.text.text, 'Thanks');
  });
});
