import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import type { Check } from '../../src/ports/validate.ts';
import {
  aCount,
  anArray,
  anId,
  arrayOf,
  aString,
  aTime,
  just,
  maxElements,
  oneOf,
  orAbsent,
  orNull,
  partial,
  shape,
  variant,
} from '../../src/ports/validate.ts';
import { change } from '../../src/ports/validate-changes.ts';
import { conversationTemplate, recipient } from '../../src/ports/validate-directory.ts';
import { conversation, message } from '../../src/ports/validate-model.ts';
import { aConversation, aMessage, anAttachment, aPreview, aRecipient } from '../../src/testing/builders.ts';

/** A template message; `values` fill its places, `null` says that they were not kept. */
function aTemplateMessage(values?: readonly unknown[] | null): object {
  const message = { kind: 'template', name: 'a', language: 'nl', header: null, body: 'b', footer: null, buttons: [] };
  if (values === undefined) return message;
  const places = values?.map((value, index) => ({ component: 'body', index: 0, name: String(index), value, text: '' }));
  return { ...message, filling: places ? { templateId: 't', parameterFormat: 'named', places } : null };
}

const pathOf = (check: Check, value: unknown): string | undefined => check(value)?.path;

describe('checks of single values', () => {
  const table: readonly [title: string, check: Check, value: unknown, passes: boolean][] = [
    ['a string', aString, '', true],
    ['no string', aString, 3, false],
    ['an id', anId, 'a', true],
    ['__proto__ as an id', anId, '__proto__', true],
    ['an empty id', anId, '', false],
    ['an endless count', aCount, Infinity, true],
    ['a negative count', aCount, -1, false],
    ['NaN as a count', aCount, NaN, false],
    ['a time', aTime, 1_772_355_600_000, true],
    ['a time before 1970', aTime, -1, true],
    ['a time no Date can hold', aTime, 8.64e15 + 1, false],
    ['a time as text', aTime, '2026-03-01', false],
    ['NaN as a time', aTime, NaN, false],
    ['null where it may be', orNull(aString), null, true],
    ['undefined where null may be', orNull(aString), undefined, false],
    ['an absent field that may be absent', orAbsent(aString), undefined, true],
    ['null where a field may be absent', orAbsent(aString), null, false],
    ['a known name', oneOf({ a: 1, b: 1 }), 'b', true],
    ['an inherited name', oneOf({ a: 1 }), 'constructor', false],
    ['exactly that text', just('a'), 'a', true],
    ['another text', just('a'), 'b', false],
    ['an array-like object', anArray, { length: 0 }, false],
    ['more elements than anybody shows', anArray, new Array(maxElements + 1), false],
    ['absent fields of a partial', partial({ a: aString }), {}, true],
    ['a wrong field of a partial', partial({ a: aString }), { a: 1 }, false],
    ['an inherited tag', variant('type', { a: shape({}) }), { type: 'toString' }, false],
  ];
  for (const [title, check, value, passes] of table) {
    it(`${passes ? 'passes' : 'refuses'} ${title}`, () => {
      assert.equal(check(value) === undefined, passes);
    });
  }

  it('names the path through lists and objects', () => {
    const check = shape({ items: arrayOf(shape({ at: aTime })) });
    assert.equal(pathOf(check, { items: [{ at: 1 }, { at: 'x' }] }), '.items[1].at');
  });

  it('leaves fields that a newer backend adds alone', () => {
    assert.equal(pathOf(message, { ...aMessage(), brandNew: true }), undefined);
  });
});

describe('shapes of the model', () => {
  const samples: readonly [name: string, check: Check, value: object][] = [
    ['message', message, aMessage()],
    ['outgoing message', message, aMessage({ direction: 'outgoing' })],
    ['event', message, aMessage({ direction: 'event' })],
    ['conversation', conversation, aConversation({ lastMessage: aPreview(aMessage()) })],
    ['recipient', recipient, aRecipient()],
  ];
  for (const [name, check, value] of samples) {
    it(`passes a ${name}`, () => {
      assert.equal(check(value), undefined);
    });
    for (const field of Object.keys(value)) {
      it(`refuses a ${name} without ${field}, by path`, () => {
        assert.equal(pathOf(check, { ...value, [field]: undefined }), `.${field}`);
      });
    }
  }

  const aList = { kind: 'list', header: null, body: 'A', footer: null, button: 'B' };
  const contents: readonly [title: string, content: unknown, path: string | undefined][] = [
    ['an image', { kind: 'image', attachment: anAttachment(), caption: null }, undefined],
    [
      'a file without a name',
      { kind: 'document', attachment: { ...anAttachment(), name: 1 }, caption: null },
      '.content.attachment.name',
    ],
    ['a location at NaN', { kind: 'location', latitude: NaN, longitude: 0, label: null }, '.content.latitude'],
    ['contacts', { kind: 'contacts', contacts: [{ name: 'A', phones: ['1'], emails: [] }] }, undefined],
    [
      'contacts with a phone that is no text',
      { kind: 'contacts', contacts: [{ name: 'A', phones: [1], emails: [] }] },
      '.content.contacts[0].phones[0]',
    ],
    ['a kind nobody knows', { kind: 'hologram' }, '.content.kind'],
    [
      'a button without label',
      { kind: 'interactive', body: '', footer: null, buttons: [{ type: 'reply', value: null }] },
      '.content.buttons[0].label',
    ],
    ['buttons below a header', { kind: 'interactive', header: 'A', body: '', footer: null, buttons: [] }, undefined],
    [
      'a list of choices',
      { ...aList, sections: [{ title: null, rows: [{ title: 'A', description: null }] }] },
      undefined,
    ],
    ['a list without sections', { ...aList, sections: null }, '.content.sections'],
    [
      'a row without a title',
      { ...aList, sections: [{ title: 'A', rows: [{ description: 'B' }] }] },
      '.content.sections[0].rows[0].title',
    ],
    ['what was chosen', { kind: 'choice', title: 'A', description: null }, undefined],
    ['an event nobody knows', { kind: 'event', event: { type: 'exploded' } }, '.content.event.type'],
    ['a tag event without tag', { kind: 'event', event: { type: 'tagged', by: null } }, '.content.event.tag'],
    ['a text that names nobody', { kind: 'text', text: '', mentions: [] }, undefined],
    [
      'a mention without a place in the text',
      { kind: 'text', text: '@A', mentions: [{ coWorkerId: 'a', start: 0, end: null }] },
      '.content.mentions[0].end',
    ],
    ['a template without its filling', aTemplateMessage(), undefined],
    ['a template whose filling is not kept', aTemplateMessage(null), undefined],
    [
      'a filled template',
      aTemplateMessage([
        { type: 'text', text: 'a' },
        { type: 'number', decimal: '1' },
        { type: 'currency', decimal: '1', currency: 'EUR' },
        { type: 'date', date: '2026-11-22' },
        { type: 'date-time', date: '2026-11-22', time: '10:00' },
        { type: 'media', attachment: anAttachment() },
        { type: 'location', latitude: 1, longitude: 2, name: 'a', address: 'b' },
      ]),
      undefined,
    ],
    [
      'a value nobody knows',
      aTemplateMessage([{ type: 'text', text: 'a' }, { type: 'colour' }]),
      '.content.filling.places[1].value.type',
    ],
    [
      'a place at NaN',
      aTemplateMessage([{ type: 'location', latitude: NaN, longitude: 2, name: 'a', address: 'b' }]),
      '.content.filling.places[0].value.latitude',
    ],
    ['a customer who is an object', { kind: 'text', text: { toString: () => 'x' } }, '.content.text'],
  ];
  for (const [title, content, path] of contents) {
    it(`${path ? 'refuses' : 'passes'} ${title}`, () => {
      assert.equal(pathOf(message, { ...aMessage(), content }), path);
    });
  }

  it('refuses a reaction of nobody', () => {
    assert.equal(
      pathOf(message, aMessage({ reactions: [{ emoji: '👍', by: null as never, at: 1 }] })),
      '.reactions[0].by',
    );
  });

  it('refuses a status time that is no time', () => {
    assert.equal(pathOf(message, { ...aMessage(), statusTimes: { read: 'yesterday' } }), '.statusTimes.read');
    assert.equal(pathOf(message, { ...aMessage(), earlier: [{ text: 'a', at: 1 }] }), undefined);
    assert.equal(pathOf(message, { ...aMessage(), earlier: [{ text: 'a', at: 1 }, { at: 2 }] }), '.earlier[1].text');
  });

  it('refuses a channel override of a wrong type', () => {
    const [channel] = aConversation().channels;
    const broken = { ...aConversation(), channels: [{ ...channel, overrides: { captions: 'yes' } }] };
    assert.equal(pathOf(conversation, broken), '.channels[0].overrides.captions');
  });

  it('passes a template with and without a version, and refuses one that is no number', () => {
    const template = { code: 'A', language: 'nl', isDefault: true, text: 'a' };
    assert.equal(pathOf(conversationTemplate, template), undefined);
    assert.equal(pathOf(conversationTemplate, { ...template, version: 2 }), undefined);
    assert.equal(pathOf(conversationTemplate, { ...template, version: 'two' }), '.version');
  });

  it('refuses a change that nobody knows', () => {
    assert.equal(pathOf(change, { type: 'explosion' }), '.type');
  });

  it('looks at twice as many fields for twice as many messages, no more', () => {
    const cost = (count: number): number => {
      const items = Array.from({ length: count }, () => aMessage());
      let looked = 0;
      const counting = items.map(
        (item) =>
          new Proxy(item, { get: (target, name, self) => ((looked += 1), Reflect.get(target, name, self) as unknown) }),
      );
      for (const item of counting) message(item);
      return looked;
    };
    assert.equal(cost(2000), 2 * cost(1000));
  });
});
