import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { captionLimit, planMessages } from '../../src/domain/attachment-plan.ts';
import type { FileToSend, MessagePlan } from '../../src/domain/attachment-plan.ts';
import { judgeFile, judgeFiles, maxFiles } from '../../src/domain/attachments.ts';
import type { PickedFile } from '../../src/domain/attachments.ts';
import { channelKinds } from '../../src/domain/channel-kinds.ts';
import { fileCapabilitiesOf } from '../../src/domain/channel-media.ts';
import type { FileType } from '../../src/domain/file-type.ts';
import { imageProposal } from '../../src/domain/image-resize.ts';
import type { ChannelCapabilities, ChannelKind } from '../../src/domain/model.ts';
import { aChannel } from './samples.ts';

const MB = 1_048_576;

function aPicked(mimeType: string, sizeBytes: number, changes: Partial<PickedFile> = {}): PickedFile {
  const [family] = mimeType.split('/');
  const isMedia = family === 'image' || family === 'video' || family === 'audio';
  const kind = isMedia && !mimeType.includes('svg') ? family : 'document';
  const type: FileType = { mimeType, kind, previewable: true, executable: false };
  return { id: 'f1', name: 'file', sizeBytes, type, width: null, height: null, ...changes };
}

const abilitiesOf = (channel: ChannelKind): ChannelCapabilities => fileCapabilitiesOf(aChannel({ channel }));

/** `image`, or the reason. */
function verdict(file: PickedFile, channel: ChannelKind): string {
  const result = judgeFile(file, abilitiesOf(channel));
  return result.ok ? result.kind : result.refusal.type;
}

const pdf = 'application/pdf';

describe('what becomes of a file', () => {
  const rows: readonly [string, number, ChannelKind, string][] = [
    ['image/jpeg', 5 * MB, 'whatsapp', 'image'],
    ['image/jpeg', 5 * MB + 1, 'whatsapp', 'too-large'],
    ['image/webp', 400_000, 'whatsapp', 'sticker'],
    ['image/webp', 600_000, 'whatsapp', 'too-large'],
    ['image/gif', 1000, 'whatsapp', 'unsupported-type'],
    ['image/svg+xml', 1000, 'whatsapp', 'unsupported-type'],
    ['image/svg+xml', 1000, 'messenger', 'unsupported-type'],
    ['audio/ogg', 1000, 'whatsapp', 'unsupported-type'],
    ['audio/ogg; codecs=opus', 1000, 'whatsapp', 'audio'],
    ['video/mp4', 17 * MB, 'whatsapp', 'too-large'],
    [pdf, 100 * MB, 'whatsapp', 'document'],
    [pdf, 0, 'whatsapp', 'empty'],
    ['image/jpeg', 1000, 'sms', 'no-files'],
    ['image/gif', 14 * MB, 'x', 'image'],
    ['image/png', 14 * MB, 'x', 'too-large'],
    [pdf, 1000, 'x', 'unsupported-type'],
    ['application/zip', 1000, 'email', 'document'],
    ['text/html', 1000, 'email', 'document'],
    ['image/webp', 1000, 'telegram', 'image'],
  ];
  for (const [mimeType, size, channel, expected] of rows)
    it(`[AT5] ${mimeType} of ${size} bytes on ${channel}: ${expected}`, () => {
      assert.equal(verdict(aPicked(mimeType, size), channel), expected);
    });

  it('[AT5] names what the channel takes, and how much of it', () => {
    const wrong = judgeFile(aPicked('image/gif', 1), xPictures);
    assert.deepEqual(wrong, {
      ok: false,
      refusal: { type: 'unsupported-type', mimeTypes: ['image/png'], convert: null },
    });
    const large = judgeFile(aPicked(pdf, 200 * MB), abilitiesOf('whatsapp'));
    assert.deepEqual(large, { ok: false, refusal: { type: 'too-large', limitBytes: 100 * MB, resize: null } });
  });

  it('[AT6] a program goes nowhere, not even by e-mail', () => {
    const program = aPicked('application/octet-stream', 1000);
    for (const channel of channelKinds)
      assert.equal(verdict({ ...program, type: { ...program.type, executable: true } }, channel), 'executable');
  });

  it('[AT7] only the first ten that can be sent are', () => {
    const files = Array.from({ length: 12 }, (_, index) => aPicked(index === 0 ? 'image/gif' : pdf, 1000));
    const verdicts = judgeFiles(files, abilitiesOf('whatsapp'));
    assert.deepEqual(
      verdicts.map((each) => (each.ok ? 'ok' : each.refusal.type)),
      ['unsupported-type', ...Array.from({ length: 10 }, () => 'ok'), 'too-many'],
    );
  });
});

const xPictures = {
  ...abilitiesOf('x'),
  media: [{ kind: 'image' as const, mimeTypes: ['image/png'], maxBytes: MB }],
};

describe('pictures that do not fit', () => {
  const proposalFor = (mimeType: string, size: number, width: number | null, height: number | null) => {
    const result = judgeFile(aPicked(mimeType, size, { width, height }), abilitiesOf('whatsapp'));
    if (result.ok) return 'ok';
    if (result.refusal.type === 'too-large') return result.refusal.resize;
    return result.refusal.type === 'unsupported-type' ? result.refusal.convert : null;
  };

  it('[AT8] are proposed smaller, in the same proportions', () => {
    assert.deepEqual(proposalFor('image/jpeg', 9 * MB, 8000, 4000), {
      mimeType: 'image/jpeg',
      width: 4096,
      height: 2048,
      quality: 0.85,
      estimatedBytes: 4_194_304,
    });
  });

  const rows: readonly [string, string, number, number | null, boolean][] = [
    ['a large PNG', 'image/png', 9 * MB, 3000, true],
    ['a HEIC of a phone', 'image/heic', MB, 3000, true],
    ['a GIF, which would stop moving', 'image/gif', MB, 300, false],
    ['a picture whose size nobody knows', 'image/jpeg', 9 * MB, null, false],
    ['a drawing', 'image/svg+xml', MB, 300, false],
    ['a video', 'video/mp4', 20 * MB, 300, false],
  ];
  for (const [title, mimeType, size, side, expected] of rows)
    it(`[AT8] are ${expected ? '' : 'not '}proposed as JPEG: ${title}`, () => {
      assert.equal(proposalFor(mimeType, size, side, side) !== null, expected);
    });

  it('[AT8] keep within the limits and proportions, whatever they are', () => {
    const side = fc.integer({ min: 1, max: 60_000 });
    const maxBytes = fc.integer({ min: 1, max: 10_000_000 });
    const maxSide = fc.integer({ min: 1, max: 10_000 });
    fc.assert(
      fc.property(side, side, maxBytes, maxSide, (width, height, bytes, longest) => {
        const proposal = imageProposal({ width, height }, { maxBytes: bytes, maxSide: longest });
        if (proposal === null) return;
        assert.ok(proposal.estimatedBytes <= bytes);
        assert.ok(Math.max(proposal.width, proposal.height) <= Math.min(longest, 4096));
        assert.ok(proposal.width <= width && proposal.height <= height && proposal.width >= 1 && proposal.height >= 1);
        assert.ok(Math.abs(proposal.width - (proposal.height * width) / height) <= width / height + 1);
      }),
    );
  });

  const sizes: readonly [number | null, number | null][] = [
    [null, 10],
    [0, 10],
    [NaN, 10],
    [60_000, 1],
  ];
  for (const [width, height] of sizes)
    it(`[AT8] have no proposal at ${String(width)} by ${String(height)}`, () => {
      assert.equal(imageProposal({ width, height }, { maxBytes: 1000, maxSide: 100 }), null);
    });
});

describe('what text and files become', () => {
  const [whatsapp, viber, email] = [abilitiesOf('whatsapp'), abilitiesOf('viber'), abilitiesOf('email')];
  const file = (id: string, caption = '', kind: FileToSend['kind'] = 'image'): FileToSend => ({ id, kind, caption });
  /** `text Hello | a "Hello" | b`. */
  const short = (plan: MessagePlan): string =>
    plan.ok
      ? plan.messages
          .map((each) =>
            each.type === 'text'
              ? `text ${each.text}`
              : each.caption === null
                ? each.fileId
                : `${each.fileId} "${each.caption}"`,
          )
          .join(' | ')
      : plan.problem.type;

  const rows: readonly [string, string, readonly FileToSend[], string, Parameters<typeof planMessages>[2], string][] = [
    ['AT9', 'a text alone', [], 'Hello', whatsapp, 'text Hello'],
    ['AT9', 'nothing at all', [], ' \n', whatsapp, 'nothing'],
    ['AT9', 'files without words', [file('a'), file('b')], '', whatsapp, 'a | b'],
    ['AT9', 'a text with one file', [file('a')], 'Hello', whatsapp, 'a "Hello"'],
    ['AT9', 'a text with several files', [file('a'), file('b')], 'Hello', whatsapp, 'a "Hello" | b'],
    ['AT9', 'a text beside a caption', [file('a', 'One'), file('b')], 'Hello', whatsapp, 'text Hello | a "One" | b'],
    ['AT9', 'captions of their own', [file('a', 'One'), file('b', 'Two')], '', whatsapp, 'a "One" | b "Two"'],
    ['AT9', 'a text with one file where there are no captions', [file('a')], 'Hello', viber, 'text Hello | a'],
    ['AT10', 'a text with a voice note', [file('a', '', 'audio'), file('b')], 'Hello', whatsapp, 'text Hello | a | b'],
    ['AT10', 'a text with a sticker', [file('a', '', 'sticker')], 'Hello', whatsapp, 'text Hello | a'],
    ['AT10', 'a caption of a voice note', [file('a', 'One', 'audio'), file('b')], '', whatsapp, 'a | text One | b'],
    [
      'AT10',
      'captions where there are none',
      [file('a', 'One'), file('b', 'Two')],
      '',
      email,
      'a | text One | b | text Two',
    ],
    ['AT10', 'a text too long for a caption', [file('a')], 'x'.repeat(1025), whatsapp, `text ${'x'.repeat(1025)} | a`],
    ['AT10', 'a caption that is too long', [file('a', 'x'.repeat(1025))], '', whatsapp, 'caption-too-long'],
    [
      'AT10',
      'a long caption sent as text',
      [file('a', 'x'.repeat(1025), 'audio')],
      '',
      whatsapp,
      `a | text ${'x'.repeat(1025)}`,
    ],
  ];
  for (const [rule, title, files, text, capabilities, expected] of rows)
    it(`[${rule}] ${title}`, () => {
      assert.equal(short(planMessages(files, text, capabilities)), expected);
    });

  it('[AT9] makes ten messages of ten files, in their order', () => {
    const files = Array.from({ length: maxFiles }, (_, index) => file(String(index)));
    const plan = planMessages(files, 'Hello', whatsapp);
    assert.deepEqual(
      plan.ok && plan.messages.map((each) => each.type === 'file' && [each.fileId, each.caption]),
      files.map(({ id }, index) => [id, index === 0 ? 'Hello' : null]),
    );
  });

  it('[AT7] refuses an eleventh file', () => {
    const files = Array.from({ length: 11 }, (_, index) => file(String(index)));
    assert.deepEqual(planMessages(files, '', whatsapp), { ok: false, problem: { type: 'too-many', limit: 10 } });
  });

  it('[AT10] counts captions by their own limit, else as a text', () => {
    assert.deepEqual([captionLimit(whatsapp), captionLimit(viber), captionLimit(email)], [1024, 1000, null]);
    assert.equal(captionLimit(abilitiesOf('telegram')), 1024);
  });

  it('[AT9] loses and doubles nothing, on any channel', () => {
    const kind = fc.constantFrom<FileToSend['kind']>('image', 'video', 'audio', 'document', 'sticker');
    const entry = fc.record({ kind, caption: fc.constantFrom('', ' ', 'One', 'Two') });
    const files = fc.array(entry, { maxLength: maxFiles });
    fc.assert(
      fc.property(files, fc.constantFrom('', 'Hello'), fc.constantFrom(...channelKinds), (entries, text, channel) => {
        const given = entries.map((each, index) => ({ ...each, id: String(index) }));
        const plan = planMessages(given, text, abilitiesOf(channel));
        const messages = plan.ok ? plan.messages : [];
        const sent = messages.flatMap((each) => (each.type === 'file' ? [each.fileId] : []));
        assert.deepEqual(
          sent,
          given.map(({ id }) => id),
        );
        const words = messages.flatMap((each) => (each.type === 'text' ? [each.text] : (each.caption ?? [])));
        const wanted = [text, ...given.map(({ caption }) => caption.trim())].filter((each) => each !== '');
        assert.deepEqual([...words].sort(), wanted.sort());
      }),
    );
  });
});
