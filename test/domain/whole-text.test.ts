import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseCmIncoming, toCmIncoming } from '../../src/domain/cm-messages.ts';
import { exportConversation } from '../../src/domain/export-conversation.ts';
import { messageMatcher } from '../../src/domain/message-search.ts';
import type { Content } from '../../src/domain/model.ts';
import { wholeTextOf } from '../../src/domain/whole-text.ts';
import { aConversation, aMessage, anAttachment } from '../../src/testing/builders.ts';

const list: Content = {
  kind: 'list',
  header: 'Visit',
  body: 'When?',
  footer: null,
  button: 'Choose',
  sections: [
    {
      title: 'Monday',
      rows: [
        { title: 'Eight', description: 'With Ruben' },
        { title: 'Nine', description: null },
      ],
    },
    { title: null, rows: [{ title: 'Never', description: null }] },
  ],
};
const buttons = [{ type: 'reply', label: 'Yes', value: null }] as const;

describe('wholeTextOf', () => {
  const cases: readonly (readonly [title: string, content: Content, expected: string])[] = [
    ['a list with its choices', list, 'Visit\nWhen?\n[Choose]\nMonday\n• Eight – With Ruben\n• Nine\n• Never'],
    ['what was chosen', { kind: 'choice', title: 'Eight', description: 'With Ruben' }, 'Eight\nWith Ruben'],
    ['buttons', { kind: 'interactive', header: 'H', body: 'Ok?', footer: 'F', buttons }, 'H\nOk?\nF\n[Yes]'],
    ['buttons without a header', { kind: 'interactive', body: 'Ok?', footer: null, buttons }, 'Ok?\n[Yes]'],
    [
      'a template',
      { kind: 'template', name: 't', language: 'en', header: 'H', body: 'B', footer: 'F', buttons },
      'H\nB\nF\n[Yes]',
    ],
    ['a text', { kind: 'text', text: ' as it is\n' }, ' as it is\n'],
    ['a caption', { kind: 'image', attachment: anAttachment(), caption: 'Leak' }, 'Leak'],
  ];
  for (const [title, content, expected] of cases)
    it(`reads ${title}`, () => {
      assert.equal(wholeTextOf(content), expected);
    });

  it('is what is searched and exported', () => {
    const message = aMessage({ content: list });
    assert.ok(messageMatcher('ruben nine')(message));
    const { messages } = exportConversation(aConversation(), [message], { notes: true, events: true });
    assert.equal(messages[0]?.text, wholeTextOf(list));
  });
});

describe('parseCmIncoming', () => {
  const draft = { channel: 'whatsapp', from: '+31612345678', to: '3669', at: 1000, reference: 'r1' } as const;
  const contentsOf = (custom: unknown): readonly Content[] => {
    const parsed = parseCmIncoming({ ...toCmIncoming({ ...draft, content: list0 }), message: { text: '', custom } });
    assert.ok(parsed.ok);
    return parsed.value.contents;
  };
  const list0 = { kind: 'choice', title: 'Eight', description: 'With Ruben' } as const;

  it('[CM18] reads what a customer chose from a list, and what button was tapped', () => {
    const parsed = parseCmIncoming(toCmIncoming({ ...draft, content: list0 }));
    assert.deepEqual(parsed.ok && parsed.value.contents, [list0]);
    assert.deepEqual(contentsOf({ interactive: { list_reply: { id: 'a', title: 'Nine' } } }), [
      { kind: 'choice', title: 'Nine', description: null },
    ]);
    assert.deepEqual(contentsOf({ interactive: { button_reply: { id: 'a', title: 'Yes' } } }), [
      { kind: 'text', text: 'Yes' },
    ]);
  });

  it('[CM18] says that it cannot show what it does not know, and drops nothing', () => {
    assert.deepEqual(contentsOf({ interactive: { nfm_reply: { response_json: '{}' } } }), [
      { kind: 'unsupported', description: 'interactive' },
    ]);
  });
});
