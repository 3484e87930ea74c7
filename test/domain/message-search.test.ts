import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { messageMatcher, snippetOf } from '../../src/domain/message-search.ts';
import { aMessage, anAttachment } from '../../src/testing/builders.ts';
import { assertLinear } from '../linear.ts';

const saying = (text: string) => aMessage({ content: { kind: 'text', text } });

describe('search in a conversation [A14]', () => {
  const cases: readonly (readonly [text: string, query: string, isFound: boolean])[] = [
    ['De ketel slaat af', 'KETEL', true],
    ['De ketel slaat af', 'af ketel', true],
    ['De ketel slaat af', 'ketel rood', false],
    ['Café Müller', 'cafe muller', true],
    ['Werkbon 148213', '148213', true],
    ['Anything', '', true],
  ];
  for (const [text, query, isFound] of cases)
    it(`${isFound ? 'finds' : 'does not find'} ${JSON.stringify(query)} in ${JSON.stringify(text)}`, () =>
      assert.equal(messageMatcher(query)(saying(text)), isFound));

  it('finds files by name, and all of them when only files are wanted', () => {
    const attachment = anAttachment({ name: 'planning-maart.pdf' });
    const file = aMessage({ content: { kind: 'document', attachment, caption: 'Zie bijlage' } });
    assert.equal(messageMatcher('maart')(file), true);
    assert.equal(messageMatcher('', true)(file), true);
    assert.equal(messageMatcher('', true)(saying('maart')), false);
  });

  it('finds neither deleted messages nor events', () => {
    assert.equal(messageMatcher('weg')({ ...saying('weg'), deletedAt: 1 }), false);
  });

  it('shows where it stands, with accents and letters that fold to two', () => {
    assert.deepEqual(snippetOf(saying('Groeten uit Café Ø, tot later'), 'cafe'), {
      before: 'Groeten uit ',
      match: 'Café',
      after: ' Ø, tot later',
    });
    assert.equal(snippetOf(saying(`${'woord '.repeat(60)}ﬁjn dat het lukt`), 'fijn').match, 'ﬁjn');
  });

  it('takes linear time', () =>
    assertLinear((size) => {
      const message = saying('é'.repeat(size));
      return () => snippetOf(message, 'z');
    }, 5_000));
});
