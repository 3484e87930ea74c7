import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { insertMention, mentionParts, mentionsIn, suggestCoWorkers } from '../../src/domain/mentions.ts';
import type { CoWorker } from '../../src/domain/model.ts';
import { triggerAt } from '../../src/domain/text-triggers.ts';
import { agent } from './samples.ts';

const team: readonly CoWorker[] = [
  ['w1', 'Saskia'],
  ['w2', 'Noor de Wit'],
  ['w3', 'Noor'],
  ['w4', 'Jan Noordman'],
  ['w5', 'Aïsha'],
  ['w6', 'Jan de Boer'],
  ['w7', 'Jan de Boer'],
].map(([id = '', name = '']) => ({ ...agent, id, name }));

describe('the colleagues to choose from', () => {
  const rows: readonly [string, readonly string[]][] = [
    ['noor', ['w3', 'w2', 'w4']],
    ['Noor d', ['w2']],
    ['aisha', ['w5']],
    ['boer', ['w6', 'w7']],
    ['oor', []],
    ['Noor ', []],
    ['Noor de Wit ', []],
    ['x', []],
  ];
  for (const [query, expected] of rows)
    it(`[ME1] after @${query}: ${expected.join(' ') || 'none'}`, () => {
      assert.deepEqual(
        suggestCoWorkers(team, query, 'w1').map(({ id }) => id),
        expected,
      );
    });

  it('[ME1] are never the agent, and at most eight', () => {
    const many = Array.from({ length: 20 }, (_, index) => ({ ...agent, id: `x${index}`, name: `Anna ${index}` }));
    assert.equal(suggestCoWorkers([...many, agent], '', agent.id).length, 8);
    assert.deepEqual(suggestCoWorkers([agent], 'sas', agent.id), []);
  });

  it('[ME1] stand in the note with a space behind, whatever follows', () => {
    const insert = (text: string, caret: number) => {
      const trigger = triggerAt(text, caret, '@');
      assert.ok(trigger);
      return insertMention(text, trigger, team[1]!);
    };
    assert.deepEqual(insert('Ask @noo', 8), { text: 'Ask @Noor de Wit ', insert: '@Noor de Wit ', caret: 17 });
    assert.deepEqual(insert('Ask @noo now', 8), { text: 'Ask @Noor de Wit now', insert: '@Noor de Wit', caret: 17 });
  });
});

describe('whom a note names', () => {
  const rows: readonly [string, string, readonly string[], readonly string[]][] = [
    ['a full name', 'Ask @Saskia today', [], ['w1 @Saskia']],
    ['the longest name that fits', '@Noor de Wit', [], ['w2 @Noor de Wit']],
    ['a shorter name before other words', '@Noor de volgende', [], ['w3 @Noor']],
    ['several', '@Saskia, @Noor!', [], ['w1 @Saskia', 'w3 @Noor']],
    ['part of a name', '@Sask', [], []],
    ['more than a name', '@Saskiaatje', [], []],
    ['an e-mail address', 'mail a@Saskia', [], []],
    ['a name without the sign', 'Saskia', [], []],
    ['one of two with the same name that was chosen', '@Jan de Boer', ['w7'], ['w7 @Jan de Boer']],
    [
      'both of them, in the order they were chosen',
      '@Jan de Boer @Jan de Boer',
      ['w7', 'w6'],
      ['w7 @Jan de Boer', 'w6 @Jan de Boer'],
    ],
    ['neither of two that nobody chose', '@Jan de Boer', [], []],
    ['nobody who was chosen and then deleted', 'Ask', ['w7'], []],
    ['a name after an emoji', '🙂 @Aïsha', [], ['w5 @Aïsha']],
  ];
  for (const [title, text, chosen, expected] of rows)
    it(`[ME2] ${expected.length === 0 ? 'not ' : ''}${title}`, () => {
      const found = mentionsIn(text, team, chosen).map(
        ({ coWorkerId, start, end }) => `${coWorkerId} ${text.slice(start, end)}`,
      );
      assert.deepEqual(found, expected);
    });

  it('[ME2] never names anybody without a name', () => {
    assert.deepEqual(mentionsIn('@ hello', [{ ...agent, name: '' }], []), []);
  });
});

describe('showing a note', () => {
  it('[ME3] takes it apart into words and names', () => {
    const text = 'Ask @Saskia and @Noor.';
    assert.deepEqual(
      mentionParts(text, mentionsIn(text, team, [])).map((part) => [part.text, part.coWorkerId]),
      [
        ['Ask ', null],
        ['@Saskia', 'w1'],
        [' and ', null],
        ['@Noor', 'w3'],
        ['.', null],
      ],
    );
  });

  it('[ME3] shows the whole text once, whatever bounds it comes with', () => {
    const bound = fc.oneof(fc.integer({ min: -5, max: 30 }), fc.constant(NaN), fc.double());
    const mention = fc.record({ coWorkerId: fc.string(), start: bound, end: bound });
    fc.assert(
      fc.property(fc.string(), fc.array(mention), (text, mentions) => {
        const parts = mentionParts(text, mentions);
        assert.equal(parts.map((part) => part.text).join(''), text);
        for (const { start, end, text: words } of parts) assert.equal(text.slice(start, end), words);
      }),
    );
  });
});
