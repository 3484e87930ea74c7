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
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if ((text.codePointAt(index) ?? 0) <= 0xffff) bytes += 3;
    else {
      bytes += 4;
      index += 1;
    }
  }
  return bytes;
}
