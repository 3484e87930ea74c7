import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { channelKinds } from '../../src/domain/channel-kinds.ts';
import { channelMedia } from '../../src/domain/channel-media.ts';
import { capabilitiesOf, defaultCapabilities } from '../../src/domain/channels.ts';
import { usesPhoneNumber } from '../../src/domain/phone-based.ts';
import type { ChannelCapabilities, ChannelKind, MediaRule } from '../../src/domain/model.ts';
import { aChannel, day } from './samples.ts';

const MB = 1_048_576;

/** `image 5 jpeg png` … the largest file of a type in megabytes, `0` where the channel does not carry it. */
function largest(kind: ChannelKind, mimeType: string): number {
  const fits = (pattern: string): boolean =>
    pattern.endsWith('/*') ? mimeType.startsWith(pattern.slice(0, -1)) : pattern === mimeType;
  const rules = channelMedia[kind].filter((rule) => rule.mimeTypes.some(fits));
  return Math.max(0, ...rules.map(({ maxBytes }) => maxBytes)) / MB;
}

type Row = readonly [
  rule: string,
  kind: ChannelKind,
  limit: readonly [number | null, ChannelCapabilities['textUnit']],
  start: ChannelCapabilities['mayStart'],
  windowMs: number | null,
  receipts: string,
  attachments: number,
];

const rows: readonly Row[] = [
  ['CH1', 'sms', [8, 'sms-parts'], 'free-text', null, 'delivered', 0],
  ['CH2', 'whatsapp', [4096, 'characters'], 'template', day, 'delivered read', 1],
  ['CH3', 'viber', [1000, 'characters'], 'free-text', day, 'delivered read', 1],
  ['CH4', 'rcs', [3072, 'characters'], 'free-text', null, 'delivered read', 1],
  ['CH5', 'messenger', [2000, 'characters'], 'no', day, 'delivered read', 1],
  ['CH6', 'instagram', [1000, 'bytes'], 'no', day, 'read', 1],
  ['CH7', 'apple', [4096, 'characters'], 'no', null, 'delivered', 1],
  ['CH8', 'telegram', [4096, 'characters'], 'no', null, '', 1],
  ['CH9', 'x', [10_000, 'characters'], 'free-text', null, '', 1],
  ['CH10', 'email', [null, 'characters'], 'free-text', null, '', 10],
];

const files: readonly (readonly [string, ChannelKind, string, number])[] = [
  ['CH1', 'sms', 'image/jpeg', 0],
  ['CH2', 'whatsapp', 'image/png', 5],
  ['CH2', 'whatsapp', 'image/gif', 0],
  ['CH2', 'whatsapp', 'video/mp4', 16],
  ['CH2', 'whatsapp', 'audio/ogg; codecs=opus', 16],
  ['CH2', 'whatsapp', 'application/pdf', 100],
  ['CH2', 'whatsapp', 'image/webp', 500 / 1024],
  ['CH3', 'viber', 'video/mp4', 200],
  ['CH4', 'rcs', 'application/pdf', 100],
  ['CH5', 'messenger', 'image/jpeg', 8],
  ['CH5', 'messenger', 'application/zip', 25],
  ['CH6', 'instagram', 'image/gif', 8],
  ['CH6', 'instagram', 'application/pdf', 25],
  ['CH6', 'instagram', 'application/zip', 0],
  ['CH7', 'apple', 'application/zip', 100],
  ['CH8', 'telegram', 'image/png', 5],
  ['CH8', 'telegram', 'text/plain', 20],
  ['CH9', 'x', 'image/gif', 15],
  ['CH9', 'x', 'image/png', 5],
  ['CH9', 'x', 'application/pdf', 0],
  ['CH10', 'email', 'application/pdf', 10],
];

describe('channels', () => {
  it('has defaults for each of the ten kinds', () => {
    assert.equal(channelKinds.length, 10);
    assert.deepEqual([...channelKinds].sort(), Object.keys(defaultCapabilities).sort());
  });

  for (const [rule, kind, [maxTextLength, textUnit], mayStart, windowMs, receipts, attachments] of rows)
    it(`[${rule}] knows text, start, window, reports and files of ${kind}`, () => {
      const can = defaultCapabilities[kind];
      const reports = Object.entries(can.receipts).filter(([, has]) => has);
      assert.deepEqual([can.maxTextLength, can.textUnit], [maxTextLength, textUnit]);
      assert.equal(can.mayStart, mayStart);
      assert.equal(can.replyWindow.freeTextMs, windowMs);
      assert.equal(reports.map(([name]) => name).join(' '), receipts);
      assert.equal(can.attachmentsPerMessage, attachments);
      assert.equal(channelMedia[kind].length > 0, attachments > 0);
    });

  for (const [rule, kind, mimeType, megabytes] of files)
    it(`[${rule}] takes ${mimeType} on ${kind} up to ${megabytes} MB`, () => {
      assert.equal(largest(kind, mimeType), megabytes);
    });

  it('[CH2] leaves approved templates when the WhatsApp window closed, nothing elsewhere', () => {
    for (const kind of channelKinds) {
      const { approvedTemplates, replyWindow } = defaultCapabilities[kind];
      assert.equal(approvedTemplates, kind === 'whatsapp');
      assert.equal(replyWindow.afterwards, kind === 'whatsapp' ? 'template' : 'nothing');
    }
  });

  it('[RW4] gives a person seven days on Messenger and Instagram only', () => {
    const longer = channelKinds.filter((kind) => defaultCapabilities[kind].replyWindow.humanAgentMs !== null);
    assert.deepEqual(longer, ['messenger', 'instagram']);
    for (const kind of longer) assert.equal(defaultCapabilities[kind].replyWindow.humanAgentMs, 7 * day);
  });

  it('[CH11] lets the backend replace single defaults', () => {
    const media: readonly MediaRule[] = [{ kind: 'image', mimeTypes: ['image/png'], maxBytes: 1 }];
    const can = capabilitiesOf(aChannel({ channel: 'viber', overrides: { media, maxTextLength: 500 } }));
    assert.deepEqual(can, { ...defaultCapabilities.viber, media, maxTextLength: 500 });
  });

  it('[CH11] keeps the defaults without overrides', () => {
    assert.equal(capabilitiesOf(aChannel({ channel: 'rcs' })), defaultCapabilities.rcs);
  });

  it('[CH12] addresses by phone number on SMS, WhatsApp, Viber and RCS', () => {
    assert.deepEqual(channelKinds.filter(usesPhoneNumber), ['sms', 'whatsapp', 'viber', 'rcs']);
  });
});
