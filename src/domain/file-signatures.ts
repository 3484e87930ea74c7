import { hasAt, latin1 } from './bytes.ts';
import { zipType } from './zip-type.ts';

/** Bytes at a place that only files of one type have. */
const signatures: readonly (readonly [at: number, bytes: string, mimeType: string])[] = [
  [0, '\xff\xd8\xff', 'image/jpeg'],
  [0, '\x89PNG\r\n\x1a\n', 'image/png'],
  [0, 'GIF87a', 'image/gif'],
  [0, 'GIF89a', 'image/gif'],
  [0, 'BM', 'image/bmp'],
  [0, 'II*\0', 'image/tiff'],
  [0, 'MM\0*', 'image/tiff'],
  [0, 'ID3', 'audio/mpeg'],
  [0, '#!AMR', 'audio/amr'],
  [0, 'fLaC', 'audio/flac'],
  [0, '\x1f\x8b', 'application/gzip'],
  [0, '7z\xbc\xaf\x27\x1c', 'application/x-7z-compressed'],
  [0, 'Rar!\x1a\x07', 'application/vnd.rar'],
  [0, '{\\rtf', 'application/rtf'],
  [0, 'MZ', 'application/x-msdownload'],
  [0, '\x7fELF', 'application/x-executable'],
  [0, '\xca\xfe\xba\xbe', 'application/x-executable'],
  [0, '\xcf\xfa\xed\xfe', 'application/x-executable'],
  [0, '\xce\xfa\xed\xfe', 'application/x-executable'],
  [0, '\x4c\0\0\0\x01\x14\x02\0', 'application/x-ms-shortcut'],
];

/** The old binary format of Word, Excel and PowerPoint, and of installers: one signature for all (AT2). */
const ole = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

/** What the first bytes say a file is (AT1); `null` when they say nothing. Containers are looked into. */
export function signatureType(head: Uint8Array): string | null {
  const plain = signatures.find(([at, bytes]) => hasAt(head, at, bytes));
  if (plain) return plain[2];
  if (/^(?:\xef\xbb\xbf)?\s{0,16}%PDF-/.test(latin1(head, 0, 32))) return 'application/pdf';
  if (hasAt(head, 0, 'PK\x03\x04')) return zipType(head);
  if (hasAt(head, 0, ole)) return 'application/x-ole-storage';
  if (hasAt(head, 0, 'RIFF')) return riffType(latin1(head, 8, 12));
  if (hasAt(head, 4, 'ftyp')) return brandType(latin1(head, 8, 12));
  if (hasAt(head, 0, 'OggS')) return oggType(latin1(head, 0, 128));
  if (hasAt(head, 0, '\x1a\x45\xdf\xa3')) return ebmlType(latin1(head, 0, 64));
  return frameType(head);
}

function riffType(form: string): string | null {
  const types: Readonly<Record<string, string>> = { WEBP: 'image/webp', WAVE: 'audio/wav', 'AVI ': 'video/x-msvideo' };
  return Object.hasOwn(types, form) ? (types[form] ?? null) : null;
}

/** One container for video, sound and pictures of phones: its brand tells them apart. */
function brandType(brand: string): string {
  if (/^M4[ABP]/.test(brand)) return 'audio/mp4';
  if (brand.startsWith('3gp')) return 'video/3gpp';
  if (brand.startsWith('3g2')) return 'video/3gpp2';
  if (brand === 'qt  ') return 'video/quicktime';
  if (/^avi[fs]/.test(brand)) return 'image/avif';
  return /^(?:he(?:ic|ix|vc|vx|im|is)|mif1|msf1)/.test(brand) ? 'image/heic' : 'video/mp4';
}

function oggType(page: string): string {
  if (page.includes('OpusHead')) return 'audio/ogg; codecs=opus';
  return page.includes('\x80theora') ? 'video/ogg' : 'audio/ogg';
}

function ebmlType(header: string): string {
  return header.includes('webm') ? 'video/webm' : 'video/x-matroska';
}

/** Sound without a header: each frame begins with eleven bits set and says which layer it is. */
function frameType(head: Uint8Array): string | null {
  const [first = 0, second = 0] = head;
  if (first !== 0xff || (second & 0xe0) !== 0xe0) return null;
  if ((second & 0xf6) === 0xf0) return 'audio/aac';
  return (second & 0x06) === 0x02 ? 'audio/mpeg' : null;
}
