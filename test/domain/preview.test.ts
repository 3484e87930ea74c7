import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Attachment, Content } from '../../src/domain/model.ts';
import { previewOf } from '../../src/domain/preview.ts';
import { aMessage, T0, text } from './samples.ts';

const attachment: Attachment = {
  id: 'a1',
  name: 'offerte.pdf',
  mimeType: 'application/pdf',
  sizeBytes: null,
  url: null,
  thumbnailUrl: null,
  altText: null,
  durationMs: null,
};
const buttons = { footer: null, buttons: [] };

describe('previewOf', () => {
  it('carries what a list needs', () => {
    const message = aMessage({ direction: 'outgoing', channel: 'whatsapp', status: 'sent', content: text('Tot zo') });
    assert.deepEqual(previewOf(message), {
      id: 'm1',
      direction: 'outgoing',
      channel: 'whatsapp',
      text: 'Tot zo',
      kind: 'text',
      at: T0,
      status: 'sent',
    });
  });

  for (const [title, content, expected] of [
    ['text on one line', text('  Hallo,\n\n wereld\t! '), 'Hallo, wereld !'],
    ['a caption', { kind: 'image', attachment, caption: 'Lekkage' }, 'Lekkage'],
    ['a file name', { kind: 'document', attachment, caption: null }, 'offerte.pdf'],
    ['a file name beside a blank caption', { kind: 'video', attachment, caption: ' ' }, 'offerte.pdf'],
    ['the label of a place', { kind: 'location', latitude: 1, longitude: 2, label: 'Magazijn' }, 'Magazijn'],
    ['a place without label', { kind: 'location', latitude: 1, longitude: 2, label: null }, ''],
    [
      'names of contacts',
      {
        kind: 'contacts',
        contacts: [
          { name: 'Bo', phones: [], emails: [] },
          { name: 'Jo', phones: [], emails: [] },
        ],
      },
      'Bo, Jo',
    ],
    [
      'the body of a template',
      { kind: 'template', name: 't', language: 'nl', header: 'Kop', body: 'Uw afspraak', ...buttons },
      'Uw afspraak',
    ],
    ['the body of buttons', { kind: 'interactive', body: 'Kies', ...buttons }, 'Kies'],
    [
      'the body of a list',
      { kind: 'list', header: 'Kop', body: 'Wanneer?', button: 'Kies', sections: [], footer: null },
      'Wanneer?',
    ],
    ['what was chosen', { kind: 'choice', title: 'Maandag', description: 'Om acht uur' }, 'Maandag'],
    ['nothing of the unsupported', { kind: 'unsupported', description: 'order' }, ''],
    ['nothing of an event', { kind: 'event', event: { type: 'started' } }, ''],
  ] as const satisfies readonly (readonly [string, Content, string])[])
    it(`shows ${title}`, () => {
      assert.equal(previewOf(aMessage({ content })).text, expected);
    });

  it('shows nothing of a deleted message', () => {
    assert.equal(previewOf(aMessage({ deletedAt: T0 })).text, '');
  });

  it('cuts a megabyte to a line', () => {
    const { text: shown } = previewOf(aMessage({ content: text('a'.repeat(1_000_000)) }));
    assert.equal(shown.length, 280);
    assert.ok(shown.endsWith('a…'));
  });

  for (const padding of ['', 'a'])
    it(`never cuts an emoji in two after ${padding.length} letters`, () => {
      const { text: shown } = previewOf(aMessage({ content: text(padding + '😀'.repeat(300)) }));
      assert.ok(!/\p{Cs}/u.test(shown), shown.slice(-4));
      assert.ok(shown.length <= 280);
    });

  it('keeps a text of just the length', () => {
    assert.equal(previewOf(aMessage({ content: text('a'.repeat(280)) })).text, 'a'.repeat(280));
  });
});
