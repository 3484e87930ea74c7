import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseCmIncoming, toCmIncoming } from '../../src/domain/cm-messages.ts';
import type { CmIncoming, CmIncomingDraft } from '../../src/domain/cm-messages.ts';
import type { Content } from '../../src/domain/model.ts';

const at = Date.UTC(2026, 10, 22, 9, 30, 15);

function fixture(name: string): Record<string, unknown> {
  const file = join(import.meta.dirname, '../fixtures/cm', `${name}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
}

function parsed(body: unknown): CmIncoming {
  const result = parseCmIncoming(body);
  assert.ok(result.ok, result.ok ? '' : `${result.path}: ${result.problem}`);
  return result.value;
}

function refused(body: unknown): string {
  const result = parseCmIncoming(body);
  assert.ok(!result.ok);
  return `${result.path}: ${result.problem}`;
}

const text = fixture('incoming-text');

/** The contents of a message whose `message` is this. */
function contents(message: unknown, channel = 'WhatsApp'): readonly Content[] {
  return parsed({ ...text, channel, message }).contents;
}

function media(mediaUri: string, contentType: string, title = ''): { media: Record<string, string> } {
  return { media: { mediaUri, contentType, title } };
}

describe('parseCmIncoming', () => {
  it('[CM3] reads a text and takes empty fields as absent', () => {
    const { deduplicationKey, ...value } = parsed(text);
    assert.deepEqual(value, {
      channel: 'whatsapp',
      from: '+31612345678',
      fromName: 'Aïsha de Vries',
      to: '+31767572000',
      at,
      reference: '7c1f0a52-93d4-4f0b-8a7e-2f6a51c0d9e1',
      messageContext: null,
      contents: [{ kind: 'text', text: 'Hoe laat komt de monteur?' }],
    });
    assert.ok(deduplicationKey.length < 100);
  });

  it('[CM4] reads a text message to a short code', () => {
    const { from, to, fromName, channel } = parsed(fixture('incoming-sms'));
    assert.deepEqual([from, to, fromName, channel], ['+31687654321', '3669', null, 'sms']);
  });

  it('[CM8] keeps what the message may answer', () => {
    const { from, messageContext, channel } = parsed(fixture('incoming-apple'));
    assert.deepEqual(
      [from, messageContext, channel],
      ['urn:mbid:AQAAY3u4', '019aab3c5d7e7f0191a2b3c4d5e6f708', 'apple'],
    );
    assert.equal(parsed(fixture('incoming-sms')).reference, '019aab3c5d7e7f0191a2b3c4d5e6f708');
  });

  it('[CM6] takes text beside a picture as its caption', () => {
    const [content, ...more] = parsed(fixture('incoming-image')).contents;
    assert.deepEqual(more, []);
    assert.deepEqual(content, {
      kind: 'image',
      attachment: {
        id: 'https://media.example.com/7c1f0a52/lekkage.jpg?s=1',
        name: 'lekkage.jpg',
        mimeType: 'image/jpeg',
        sizeBytes: null,
        url: 'https://media.example.com/7c1f0a52/lekkage.jpg?s=1',
        thumbnailUrl: null,
        altText: null,
        durationMs: null,
      },
      caption: 'Zo ziet het eruit',
    });
  });

  it('[CM5] reads a document with its name', () => {
    const [content] = parsed(fixture('incoming-document')).contents;
    assert.ok(content?.kind === 'document');
    assert.deepEqual(
      [content.attachment.name, content.attachment.mimeType, content.caption],
      ['offerte.pdf', 'application/pdf', null],
    );
  });

  it('[CM6] reads a place', () => {
    assert.deepEqual(parsed(fixture('incoming-location')).contents, [
      { kind: 'location', latitude: 51.603802, longitude: 4.770821, label: 'Magazijn' },
    ]);
  });

  it('[CM6] reads a contact card', () => {
    assert.deepEqual(parsed(fixture('incoming-contact')).contents, [
      {
        kind: 'contacts',
        contacts: [{ name: 'Joris Maas', phones: ['+31 6 11122233'], emails: ['joris@example.com'] }],
      },
    ]);
  });

  it('[CM7] names the fields of what it does not know', () => {
    assert.deepEqual(parsed(fixture('incoming-unknown')).contents, [
      { kind: 'unsupported', description: 'order, nfm_reply' },
    ]);
  });

  for (const [name, kind] of [
    ['SMS', 'sms'],
    ['WhatsApp', 'whatsapp'],
    ['whatsapp', 'whatsapp'],
    [' Viber ', 'viber'],
    ['RCS', 'rcs'],
    ['Facebook Messenger', 'messenger'],
    ['Instagram', 'instagram'],
    ['Apple Messages for Business', 'apple'],
    ['Apple Business Chat', 'apple'],
    ['iMessage', 'apple'],
    ['Telegram Messenger', 'telegram'],
    ['Twitter', 'x'],
  ] as const)
    it(`[CM1] knows ${JSON.stringify(name)} as ${kind}`, () => {
      assert.equal(parsed({ ...text, channel: name }).channel, kind);
    });

  for (const [rule, title, body, expected] of [
    ['CM10', 'null', null, ': expected an object, got null'],
    ['CM10', 'a list', [text], ': expected an object, got an array'],
    ['CM10', 'a number', 7, ': expected an object, got number'],
    ['CM10', 'text', '<xml>', ': expected an object, got "<xml>"'],
    ['CM10', 'nothing', undefined, ': expected an object, got undefined'],
    ['CM10', 'an empty object', {}, 'channel: missing'],
    ['CM1', 'an unknown channel', { ...text, channel: 'Line' }, 'channel: unknown channel "Line"'],
    ['CM1', 'a channel of another type', { ...text, channel: {} }, 'channel: missing'],
    [
      'CM1',
      'a huge channel name',
      { ...text, channel: 'x'.repeat(999) },
      `channel: unknown channel "${'x'.repeat(40)}…"`,
    ],
    [
      'CM1',
      'a channel named like a property',
      { ...text, channel: '__proto__' },
      'channel: unknown channel "__proto__"',
    ],
    ['CM3', 'an empty sender', { ...text, from: { number: '', name: 'x' } }, 'from.number: missing'],
    ['CM10', 'a sender that is text', { ...text, from: '+31612345678' }, 'from.number: missing'],
    [
      'CM10',
      'a huge sender',
      { ...text, from: { number: '1'.repeat(1_000_000) } },
      'from.number: too long: 1000000 characters',
    ],
    ['CM2', 'no time', { ...text, timeUtc: undefined }, 'timeUtc: missing'],
    ['CM2', 'a time that is none', { ...text, timeUtc: 'yesterday' }, 'timeUtc: not a time: "yesterday"'],
    [
      'CM2',
      'a day that does not exist',
      { ...text, timeUtc: '2026-02-30T10:00:00' },
      'timeUtc: not a time: "2026-02-30T10:00:00"',
    ],
  ] as const)
    it(`[${rule}] refuses ${title} and says where`, () => {
      assert.equal(refused(body), expected);
    });

  for (const [time, expected] of [
    ['2026-11-22T09:30:15', at],
    ['2026-11-22 09:30:15', at],
    ['2026-11-22T09:30:15.25', at + 250],
    ['2026-11-22T09:30:15.5', at + 500],
    [' 2026-11-22T09:30:15 ', at],
    ['2026-11-22T09:30:15,1239999', at + 123],
    ['2026-11-22T09:30:15Z', at],
    ['2026-11-22T10:30:15+01:00', at],
    ['2026-11-22T04:00:15-0530', at],
    ['2024-02-29T00:00:00', Date.UTC(2024, 1, 29)],
  ] as const)
    it(`[CM2] reads ${time} as UTC unless it says otherwise`, () => {
      assert.equal(parsed({ ...text, timeUtc: time }).at, expected);
    });

  for (const [number, expected] of [
    ['+31612345678', '+31612345678'],
    ['0031612345678', '+31612345678'],
    ['31612345678', '+31612345678'],
    [31612345678, '+31612345678'],
    [' +31612345678 ', '+31612345678'],
    ['+12025550123', '+12025550123'],
    ['3669', '3669'],
    ['NL.13491208655302741918', 'NL.13491208655302741918'],
    ['CM.com', 'CM.com'],
    ['0612345678', '0612345678'],
  ] as const)
    it(`[CM4] reads the number ${number} as ${expected}`, () => {
      assert.equal(parsed({ ...text, from: { number } }).from, expected);
    });

  for (const [contentType, channel, kind, mimeType] of [
    ['image/jpeg', 'WhatsApp', 'image', 'image/jpeg'],
    ['IMAGE/PNG', 'WhatsApp', 'image', 'image/png'],
    ['image/webp', 'WhatsApp', 'sticker', 'image/webp'],
    ['image/webp', 'Viber', 'image', 'image/webp'],
    ['image/svg+xml', 'WhatsApp', 'document', 'image/svg+xml'],
    ['text/html', 'WhatsApp', 'document', 'text/html'],
    ['video/mp4', 'WhatsApp', 'video', 'video/mp4'],
    ['audio/ogg; codecs=opus', 'WhatsApp', 'audio', 'audio/ogg'],
    ['application/pdf', 'WhatsApp', 'document', 'application/pdf'],
    ['', 'WhatsApp', 'document', 'application/octet-stream'],
    ['nonsense', 'WhatsApp', 'document', 'application/octet-stream'],
    ['image/png<script>', 'WhatsApp', 'document', 'application/octet-stream'],
  ] as const)
    it(`[CM5] takes ${JSON.stringify(contentType)} of ${channel} for a ${kind}`, () => {
      const [content] = contents(media('https://media.example.com/1', contentType), channel);
      assert.ok(content && 'attachment' in content);
      assert.deepEqual([content.kind, content.attachment.mimeType], [kind, mimeType]);
    });

  for (const [uri, title, name, url] of [
    ['https://m.example.com/a/b.png?x=/y#z', '', 'b.png', 'https://m.example.com/a/b.png?x=/y#z'],
    ['https://m.example.com/a/', '', 'file', 'https://m.example.com/a/'],
    ['https://m.example.com/a', 'foto.png', 'foto.png', 'https://m.example.com/a'],
    ['HTTP://m.example.com/a', '', 'a', 'HTTP://m.example.com/a'],
    ['javascript:alert(1)', '', 'javascript:alert(1)', null],
    ['data:image/png;base64,AAAA', '', 'png;base64,AAAA', null],
    ['media-id-7', '', 'media-id-7', null],
    ['https://m.example.com/a', 'x'.repeat(9999), 'x'.repeat(255), 'https://m.example.com/a'],
  ] as const)
    it(`[CM5] names the file of ${uri}${title && ' by its title'} and takes web addresses only`, () => {
      const [content] = contents(media(uri, 'image/png', title));
      assert.ok(content && 'attachment' in content);
      assert.deepEqual([content.attachment.name, content.attachment.url], [name, url]);
    });

  const place = { location: { latitude: '51.6', longitude: 4.7, label: '', searchQuery: 'Konijnenberg 30' } };
  const location: Content = { kind: 'location', latitude: 51.6, longitude: 4.7, label: 'Konijnenberg 30' };
  for (const [rule, title, message, expected] of [
    ['CM6', 'a place beside text as two', { text: 'Hier', custom: place }, [location, { kind: 'text', text: 'Hier' }]],
    [
      'CM6',
      'a place at the end of the earth',
      { custom: { location: { latitude: -90, longitude: 180 } } },
      [{ kind: 'location', latitude: -90, longitude: 180, label: null }],
    ],
    [
      'CM6',
      'contacts with nothing but a last name',
      { custom: { contacts: [{ name: { last_name: 'Maas' }, phones: [{}, { phone: '1' }] }] } },
      [{ kind: 'contacts', contacts: [{ name: 'Maas', phones: ['1'], emails: [] }] }],
    ],
    [
      'CM6',
      'a place without label',
      { custom: { location: { latitude: 0, longitude: 0 } } },
      [{ kind: 'location', latitude: 0, longitude: 0, label: null }],
    ],
    [
      'CM7',
      'a place off the earth as unsupported',
      { custom: { location: { latitude: 91, longitude: 0 } } },
      [{ kind: 'unsupported', description: 'location' }],
    ],
    [
      'CM7',
      'half a place as unsupported',
      { custom: { location: { latitude: 1 } } },
      [{ kind: 'unsupported', description: 'location' }],
    ],
    ['CM7', 'no message as unsupported', undefined, [{ kind: 'unsupported', description: '' }]],
    ['CM7', 'a message of another type as unsupported', 'Hallo', [{ kind: 'unsupported', description: '' }]],
    ['CM7', 'blank text as unsupported', { text: ' \n' }, [{ kind: 'unsupported', description: '' }]],
    [
      'CM7',
      'text beside the unknown as text',
      { text: 'Ja', custom: { interactive: {} } },
      [{ kind: 'text', text: 'Ja' }],
    ],
    ['CM3', 'text with its spaces', { text: ' Ja\n' }, [{ kind: 'text', text: ' Ja\n' }]],
    ['CM3', 'a number as text', { text: 42 }, [{ kind: 'text', text: '42' }]],
    [
      'CM6',
      'plain contacts',
      { custom: { contacts: [{ name: 'Bo', phones: ['+31'] }, null, 7] } },
      [{ kind: 'contacts', contacts: [{ name: 'Bo', phones: ['+31'], emails: [] }] }],
    ],
    [
      'CM6',
      'contacts without formatted name',
      { custom: { contacts: [{ name: { first_name: 'Bo', last_name: 'Maas' } }] } },
      [{ kind: 'contacts', contacts: [{ name: 'Bo Maas', phones: [], emails: [] }] }],
    ],
    [
      'CM7',
      'no contacts as unsupported',
      { custom: { contacts: [] } },
      [{ kind: 'unsupported', description: 'contacts' }],
    ],
  ] as const)
    it(`[${rule}] reads ${title}`, () => {
      assert.deepEqual(contents(message), expected);
    });

  it('[CM6] keeps a place that came with a file', () => {
    const message = { ...media('https://m.example.com/a', 'image/png'), text: 'Hier', custom: place };
    assert.deepEqual(
      contents(message).map(({ kind }) => kind),
      ['image', 'location'],
    );
  });

  it('[CM15] reads fields in any capitals, and the exact one first', () => {
    const body = {
      Channel: 'SMS',
      FROM: { Number: '+31612345678' },
      TimeUTC: '2026-11-22T09:30:15',
      Message: { TEXT: 'x' },
    };
    assert.deepEqual(parsed(body).contents, [{ kind: 'text', text: 'x' }]);
    assert.equal(parsed({ ...body, channel: 'Viber' }).channel, 'viber');
  });

  it('[CM10] takes nothing from a prototype', () => {
    const body: unknown = JSON.parse('{"__proto__":{"channel":"SMS","timeUtc":"2026-11-22T09:30:15"}}');
    assert.equal(refused(body), 'channel: missing');
    assert.equal(refused(Object.create(text)), 'channel: missing');
  });

  it('[CM10] keeps a megabyte of text', () => {
    const [content] = contents({ text: 'a'.repeat(1_000_000) });
    assert.ok(content?.kind === 'text' && content.text.length === 1_000_000);
  });

  it('[CM9] has the same key for the same body and another for any other', () => {
    const key = (body: unknown): string => parsed(body).deduplicationKey;
    const others = [
      { ...text, timeUtc: '2026-11-22T09:30:16' },
      { ...text, reference: 'another' },
      { ...text, messageContext: 'another' },
      { ...text, channel: 'SMS' },
      { ...text, from: { number: '+31612345679' } },
      { ...text, to: { number: '1234' } },
      { ...text, message: { text: 'Iets anders' } },
    ];
    assert.equal(key(structuredClone(text)), key(text));
    assert.equal(new Set([text, ...others].map(key)).size, others.length + 1);
    assert.ok(key({ ...text, message: { text: 'a'.repeat(99_999) } }).length < 100);
  });

  it('[CM10] gives a result for any JSON', () => {
    const part = fc.oneof(fc.jsonValue(), fc.constantFrom('WhatsApp', '+31612345678', '2026-11-22T09:30:15', ''));
    const body = fc.record(
      {
        channel: fc.oneof(part, fc.constant('SMS')),
        from: fc.oneof(part, fc.record({ number: part, name: part })),
        to: part,
        message: fc.oneof(
          part,
          fc.record(
            {
              text: part,
              media: part,
              custom: fc.oneof(part, fc.dictionary(fc.constantFrom('location', 'contacts', 'x'), part)),
            },
            { requiredKeys: [] },
          ),
        ),
        timeUtc: fc.oneof(part, fc.constant('2026-11-22T09:30:15')),
        reference: part,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), body), (any) => {
        const result = parseCmIncoming(any);
        if (result.ok) assert.ok(result.value.contents.length > 0 && Number.isFinite(result.value.at));
        else assert.ok(result.problem.length < 100);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('toCmIncoming', () => {
  const draft: CmIncomingDraft = {
    channel: 'whatsapp',
    from: '+31612345678',
    fromName: 'Aïsha de Vries',
    to: '+31767572000',
    at,
    reference: '7c1f0a52-93d4-4f0b-8a7e-2f6a51c0d9e1',
    content: { kind: 'text', text: 'Hoe laat komt de monteur?' },
  };

  it('[CM3] writes the documented body', () => {
    assert.deepEqual(toCmIncoming(draft), { ...text, groupings: ['', '', ''] });
  });

  for (const name of ['incoming-image', 'incoming-document', 'incoming-location', 'incoming-contact'])
    it(`[CM6] writes what it reads of ${name}`, () => {
      const value = parsed(fixture(name));
      const [content] = value.contents as readonly CmIncomingDraft['content'][];
      assert.ok(content);
      assert.deepEqual(parsed(toCmIncoming({ ...draft, content })), value);
    });

  it('[CM2] keeps the time to the millisecond', () => {
    assert.equal(toCmIncoming({ ...draft, at: at + 7 }).timeUtc, '2026-11-22T09:30:15.007');
    assert.equal(parsed(toCmIncoming({ ...draft, at: at + 7 })).at, at + 7);
  });

  it('[CM1] is read back on every channel', () => {
    for (const channel of [
      'sms',
      'whatsapp',
      'viber',
      'rcs',
      'messenger',
      'instagram',
      'apple',
      'telegram',
      'x',
    ] as const)
      assert.equal(parsed(toCmIncoming({ ...draft, channel })).channel, channel);
  });

  it('[CM10] is read back whatever was typed', () => {
    const typed = fc.string({ unit: 'grapheme' }).filter((words) => words.trim() !== '');
    fc.assert(
      fc.property(typed, fc.integer({ min: 0, max: 4e12 }), (words, time) => {
        const body: unknown = JSON.parse(
          JSON.stringify(toCmIncoming({ ...draft, at: time, content: { kind: 'text', text: words } })),
        );
        const value = parsed(body);
        assert.deepEqual(value.contents, [{ kind: 'text', text: words }]);
        assert.deepEqual([value.from, value.to, value.at], [draft.from, draft.to, time]);
      }),
    );
  });
});
