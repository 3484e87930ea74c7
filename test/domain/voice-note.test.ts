import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { channelMedia } from '../../src/domain/channel-media.ts';
import { fileType } from '../../src/domain/file-type.ts';
import { oggOfWebm } from '../../src/domain/ogg-opus.ts';
import { voiceFormat } from '../../src/domain/voice-note.ts';

const firefox = (type: string): boolean => type === 'audio/ogg;codecs=opus';
const chromium = (type: string): boolean => type === 'audio/webm;codecs=opus';
const safari = (type: string): boolean => type === 'audio/mp4;codecs=mp4a.40.2';

describe('voice notes', () => {
  it('[AT11] go as Ogg with Opus where the channel takes it, repacked where the browser records WebM', () => {
    assert.deepEqual(voiceFormat(channelMedia.whatsapp, firefox)?.mimeType, 'audio/ogg; codecs=opus');
    assert.equal(voiceFormat(channelMedia.whatsapp, firefox)?.repacked, false);
    const repacked = voiceFormat(channelMedia.whatsapp, chromium);
    assert.deepEqual([repacked?.mimeType, repacked?.repacked], ['audio/ogg; codecs=opus', true]);
  });

  it('[AT11] go as AAC where there is no Opus, and are not offered where nothing fits', () => {
    assert.equal(voiceFormat(channelMedia.whatsapp, safari)?.extension, '.m4a');
    assert.equal(voiceFormat(channelMedia.sms, firefox), null);
    assert.equal(voiceFormat(channelMedia.viber, chromium), null);
    assert.equal(
      voiceFormat(channelMedia.whatsapp, () => false),
      null,
    );
    const mp4Only = [{ kind: 'audio', mimeTypes: ['audio/mp4'], maxBytes: 1 }] as const;
    assert.equal(voiceFormat(mp4Only, chromium), null);
  });
});

const element = (id: readonly number[], data: Uint8Array | readonly number[]): number[] => [
  ...id,
  // Eight bytes of size, as muxers write what they cannot know.
  ...[0x01, 0, 0, 0, data.length >>> 24, (data.length >>> 16) & 0xff, (data.length >>> 8) & 0xff, data.length & 0xff],
  ...data,
];
const unknownSize = [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
const head = [...Buffer.from('OpusHead'), 1, 1, 0x38, 1, 0x80, 0xbb, 0, 0, 0, 0, 0];
/** 20 ms in one frame. */
const packet = (length: number): number[] => [0x78, ...new Array<number>(length - 1).fill(7)];
const block = (data: readonly number[]): number[] => element([0xa3], [0x81, 0, 0, 0x80, ...data]);
const webm = (packets: readonly (readonly number[])[]): Uint8Array =>
  new Uint8Array([
    ...element([0x1a, 0x45, 0xdf, 0xa3], [...Buffer.from('webm')]),
    ...[0x18, 0x53, 0x80, 0x67, ...unknownSize],
    ...element([0x16, 0x54, 0xae, 0x6b], element([0xae], element([0x63, 0xa2], head))),
    ...[0x1f, 0x43, 0xb6, 0x75, ...unknownSize],
    ...packets.flatMap(block),
  ]);

interface Page {
  readonly type: number;
  readonly samples: bigint;
  readonly sequence: number;
  readonly packets: readonly number[];
}

/** Reads pages as RFC 3533 has them. */
function pagesOf(ogg: Uint8Array): Page[] {
  const pages: Page[] = [];
  const view = new DataView(ogg.buffer);
  for (let at = 0; at < ogg.length;) {
    assert.equal(Buffer.from(ogg.subarray(at, at + 4)).toString(), 'OggS');
    const lacing = [...ogg.subarray(at + 27, at + 27 + (ogg[at + 26] ?? 0))];
    const packets: number[] = [];
    let length = 0;
    for (const piece of lacing) {
      length += piece;
      if (piece < 255) {
        packets.push(length);
        length = 0;
      }
    }
    pages.push({
      type: ogg[at + 5] ?? -1,
      samples: view.getBigUint64(at + 6, true),
      sequence: view.getUint32(at + 18, true),
      packets,
    });
    at += 27 + lacing.length + lacing.reduce((sum, piece) => sum + piece, 0);
  }
  return pages;
}

describe('repacking a recording', () => {
  it('[AT11] keeps every packet, counts the samples, and is known as Ogg with Opus', () => {
    const lengths = [40, 255, 600, 254];
    const ogg = oggOfWebm(webm(lengths.map(packet)));
    assert.ok(ogg);
    const pages = pagesOf(ogg);
    assert.deepEqual(
      pages.map(({ type, sequence }) => [type, sequence]),
      [
        [2, 0],
        [0, 1],
        [4, 2],
      ],
    );
    assert.deepEqual(pages[2]?.packets, lengths);
    assert.equal(pages[2].samples, BigInt(4 * 960));
    assert.equal(fileType(ogg, { name: 'x', declaredType: '' }).mimeType, 'audio/ogg; codecs=opus');
  });

  it('[AT11] begins a new page before one is full, and marks the last', () => {
    const ogg = oggOfWebm(webm(Array.from({ length: 600 }, () => packet(80))));
    assert.ok(ogg);
    const pages = pagesOf(ogg);
    assert.equal(pages.length, 5);
    assert.deepEqual(
      pages.map(({ type }) => type),
      [2, 0, 0, 0, 4],
    );
    assert.equal(pages.slice(2).flatMap(({ packets }) => packets).length, 600);
    assert.equal(pages[4]?.samples, BigInt(600 * 960));
  });

  it('takes nothing for a recording that is none', () => {
    assert.equal(oggOfWebm(new Uint8Array()), null);
    assert.equal(oggOfWebm(new Uint8Array(Buffer.from('%PDF-1.7 nothing of the kind'))), null);
    assert.equal(oggOfWebm(webm([])), null);
    assert.equal(oggOfWebm(webm([packet(40)]).subarray(0, 30)), null);
  });
});
