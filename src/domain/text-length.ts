import type { ChannelCapabilities } from './model.ts';
import { smsSegments } from './sms-segments.ts';

/** The length of a text in a channel's own unit. */
export function textLength(text: string, unit: ChannelCapabilities['textUnit']): number {
  switch (unit) {
    case 'characters':
      return text.length;
    case 'bytes':
      return utf8Length(text);
    case 'sms-parts':
      return smsSegments(text).parts;
  }
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
