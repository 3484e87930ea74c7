import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fileType } from '../../src/domain/file-type.ts';
import { matchesMimeType } from '../../src/domain/mime-types.ts';
import { assertLinear } from '../linear.ts';

/** Bytes written as text, one character each; other letters as UTF-8. */
function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** The head of a ZIP archive with these files, each with some bytes. */
function zip(...entries: readonly (readonly [name: string, content: string])[]): string {
  const two = (value: number): string => String.fromCharCode(value & 0xff, value >> 8);
  return entries
    .map(([name, content]) => `PK\x03\x04${'\0'.repeat(22)}${two(name.length)}${two(0)}${name}${content}`)
    .join('');
}

const typeOf = (text: string, name = 'file', declaredType = ''): string =>
  fileType(bytes(text), { name, declaredType }).mimeType;
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const pptx = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';
const ole = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

describe('the type of a file', () => {
  const rows: readonly [rule: string, title: string, head: string, expected: string][] = [
    ['AT1', 'JPEG', '\xff\xd8\xff\xe0\0\x10JFIF', 'image/jpeg'],
    ['AT1', 'PNG', '\x89PNG\r\n\x1a\n\0\0', 'image/png'],
    ['AT1', 'GIF of 1987', 'GIF87a..', 'image/gif'],
    ['AT1', 'GIF', 'GIF89a..', 'image/gif'],
    ['AT1', 'WebP', 'RIFF\x10\0\0\0WEBPVP8 ', 'image/webp'],
    ['AT1', 'BMP', 'BM\x10\0', 'image/bmp'],
    ['AT1', 'TIFF', 'II*\0', 'image/tiff'],
    ['AT1', 'HEIC', '\0\0\0\x18ftypheic', 'image/heic'],
    ['AT1', 'HEIF', '\0\0\0\x18ftypmif1', 'image/heic'],
    ['AT1', 'AVIF', '\0\0\0\x18ftypavif', 'image/avif'],
    ['AT1', 'MP4', '\0\0\0\x18ftypisom', 'video/mp4'],
    ['AT1', 'MP4 of phones', '\0\0\0\x18ftypmp42', 'video/mp4'],
    ['AT1', '3GP', '\0\0\0\x18ftyp3gp4', 'video/3gpp'],
    ['AT1', '3G2', '\0\0\0\x18ftyp3g2a', 'video/3gpp2'],
    ['AT1', 'QuickTime', '\0\0\0\x14ftypqt  ', 'video/quicktime'],
    ['AT1', 'M4A', '\0\0\0\x18ftypM4A ', 'audio/mp4'],
    ['AT1', 'Ogg Opus', `OggS${'\0'.repeat(24)}OpusHead`, 'audio/ogg; codecs=opus'],
    ['AT1', 'Ogg Vorbis', `OggS${'\0'.repeat(24)}\x01vorbis`, 'audio/ogg'],
    ['AT1', 'Ogg Theora', `OggS${'\0'.repeat(24)}\x80theora`, 'video/ogg'],
    ['AT1', 'WebM', '\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\x82\x84webm', 'video/webm'],
    ['AT1', 'Matroska', '\x1a\x45\xdf\xa3\x9fB\x82\x88matroska', 'video/x-matroska'],
    ['AT1', 'MP3 with tags', 'ID3\x03\0', 'audio/mpeg'],
    ['AT1', 'MP3', '\xff\xfb\x90\x44', 'audio/mpeg'],
    ['AT1', 'MP3 of low rate', '\xff\xf3\x84\xc4', 'audio/mpeg'],
    ['AT1', 'AAC', '\xff\xf1\x50\x80', 'audio/aac'],
    ['AT1', 'AAC of MPEG-2', '\xff\xf9\x50\x80', 'audio/aac'],
    ['AT1', 'AMR', '#!AMR\n\x0c', 'audio/amr'],
    ['AT1', 'WAV', 'RIFF\x10\0\0\0WAVEfmt ', 'audio/wav'],
    ['AT1', 'a RIFF nobody knows', 'RIFF\x10\0\0\0ABCD', 'application/octet-stream'],
    ['AT1', 'PDF', '%PDF-1.7\n', 'application/pdf'],
    ['AT1', 'PDF after a space', '\xef\xbb\xbf\r\n%PDF-1.4', 'application/pdf'],
    ['AT1', 'a page that speaks of PDF', '<html>%PDF-1.4', 'text/html'],
    ['AT1', 'RTF', '{\\rtf1', 'application/rtf'],
    ['AT1', 'gzip', '\x1f\x8b\x08', 'application/gzip'],
    ['AT1', 'a program', 'MZ\x90\0', 'application/x-msdownload'],
    ['AT1', 'bytes nobody knows', '\0\x01\x02\x03', 'application/octet-stream'],
    ['AT2', 'a ZIP', zip(['a.txt', 'hello']), 'application/zip'],
    ['AT2', 'Word', zip(['[Content_Types].xml', '<x/>'], ['_rels/.rels', 'x'], ['word/document.xml', 'x']), docx],
    ['AT2', 'Excel', zip(['[Content_Types].xml', '<x/>'], ['xl/workbook.xml', 'x']), xlsx],
    ['AT2', 'PowerPoint', zip(['[Content_Types].xml', '<x/>'], ['ppt/presentation.xml', 'x']), pptx],
    [
      'AT2',
      'OpenDocument',
      zip(['mimetype', 'application/vnd.oasis.opendocument.text'], ['content.xml', 'x']),
      'application/vnd.oasis.opendocument.text',
    ],
    ['AT2', 'an archive that calls itself PDF', zip(['mimetype', 'application/pdf'], ['a', 'x']), 'application/zip'],
    ['AT2', 'a Java program', zip(['META-INF/MANIFEST.MF', 'x']), 'application/java-archive'],
    ['AT3', 'text', 'Hello\r\n\tworld', 'text/plain'],
    ['AT3', 'text with accents', '\xef\xbb\xbfGe\xc3\xafnteresseerd', 'text/plain'],
    ['AT3', 'text of two bytes', '\xff\xfeH\0i\0', 'text/plain'],
    ['AT3', 'nothing', '', 'text/plain'],
    ['AT3', 'a page', '<!DOCTYPE html><title>x</title>', 'text/html'],
    ['AT3', 'a page without its beginning', '  <script>alert(1)</script>', 'text/html'],
    ['AT3', 'a page of two bytes', '\xff\xfe<\0h\0t\0m\0l\0>\0', 'text/html'],
    ['AT3', 'a page as XML', '<?xml version="1.0"?><html xmlns="x">', 'text/html'],
    ['AT3', 'XML', '<?xml version="1.0"?><xliff>', 'application/xml'],
    ['AT3', 'a drawing', '<svg xmlns="http://www.w3.org/2000/svg">', 'image/svg+xml'],
    ['AT3', 'a drawing after a comment', '<?xml version="1.0"?>\n<!-- x -->\n<svg:svg>', 'image/svg+xml'],
    ['AT3', 'a page with a drawing', '<!doctype html><svg></svg>', 'text/html'],
    ['AT3', 'a drawing after its kind', '<!DOCTYPE svg><svg width="1">', 'image/svg+xml'],
  ];
  for (const [rule, title, head, expected] of rows)
    it(`[${rule}] of ${title} is ${expected}`, () => {
      assert.equal(typeOf(head), expected);
    });

  const names: readonly [rule: string, head: string, name: string, expected: string][] = [
    ['AT1', '%PDF-1.7', 'photo.jpg', 'application/pdf'],
    ['AT1', 'MZ\x90\0', 'invoice.pdf', 'application/x-msdownload'],
    ['AT2', ole, 'letter.doc', 'application/msword'],
    ['AT2', ole, 'SHEET.XLS', 'application/vnd.ms-excel'],
    ['AT2', ole, 'slides.ppt', 'application/vnd.ms-powerpoint'],
    ['AT2', ole, 'letter.pdf', 'application/x-ole-storage'],
    ['AT2', zip(['[Content_Types].xml', 'x']), 'letter.docx', docx],
    ['AT2', zip(['a', 'x']), 'letter.docx', 'application/zip'],
    ['AT3', 'hello', 'drawing.svg', 'image/svg+xml'],
    ['AT3', 'hello', 'page.html', 'text/html'],
    ['AT3', 'BEGIN:VCARD', 'anna.vcf', 'text/vcard'],
    ['AT3', 'a,b', 'list.csv', 'text/plain'],
  ];
  for (const [rule, head, name, expected] of names)
    it(`[${rule}] of ${name} that begins with ${JSON.stringify(head.slice(0, 8))} is ${expected}`, () => {
      assert.equal(typeOf(head, name), expected);
    });

  const said: readonly [string, string, string][] = [
    ['\0\0\0\x18ftypisom', 'audio/mp4', 'audio/mp4'],
    ['\x1a\x45\xdf\xa3webm', 'audio/webm;codecs=opus', 'audio/webm'],
    ['\0\0\0\x18ftyp3gp4', 'audio/3gpp', 'audio/3gpp'],
    ['\0\0\0\x18ftypisom', 'audio/webm', 'video/mp4'],
    ['\x89PNG\r\n\x1a\n', 'audio/mp4', 'image/png'],
    ['hello', 'image/png', 'text/plain'],
  ];
  for (const [head, declaredType, expected] of said)
    it(`[AT2] of ${JSON.stringify(head.slice(0, 12))} that is called ${declaredType} is ${expected}`, () => {
      assert.equal(typeOf(head, 'x', declaredType), expected);
    });

  it('[AT1] is found in any bytes without a throw, and in linear time', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.string(), (head, name) => {
        assert.match(fileType(head, { name, declaredType: name }).mimeType, /^[a-z]+\/[\w.+-]+(?:; codecs=opus)?$/);
      }),
    );
    assertLinear((length) => {
      const head = bytes('PK\x03\x04'.repeat(length));
      return () => fileType(head, { name: 'x', declaredType: '' });
    }, 8000);
  });
});

describe('what may be shown', () => {
  const rows: readonly [string, string, FileFacts][] = [
    ['\xff\xd8\xff', 'image', 'shown'],
    ['\0\0\0\x18ftypavif', 'image', 'shown'],
    ['\0\0\0\x18ftypheic', 'image', 'kept'],
    ['II*\0', 'image', 'kept'],
    ['\0\0\0\x18ftypisom', 'video', 'shown'],
    ['ID3', 'audio', 'shown'],
    ['%PDF-1.7', 'document', 'shown'],
    ['<svg >', 'document', 'kept'],
    ['<html>', 'document', 'kept'],
    ['hello', 'document', 'kept'],
    [zip(['a', 'x']), 'document', 'kept'],
  ];
  type FileFacts = 'shown' | 'kept';
  for (const [head, kind, facts] of rows)
    it(`[AT4] ${JSON.stringify(head.slice(0, 12))} is a ${kind} and ${facts === 'shown' ? 'is shown' : 'a download'}`, () => {
      const type = fileType(bytes(head), { name: 'x', declaredType: '' });
      assert.deepEqual([type.kind, type.previewable], [kind, facts === 'shown']);
    });

  const programs: readonly [string, string, boolean][] = [
    ['MZ\x90\0', 'photo.jpg', true],
    ['hello', 'run.bat', true],
    ['hello', 'run.EXE', true],
    ['hello', 'run.exe. ', true],
    ['hello', 'photo.jpg\u202e\u202egpj.exe', true],
    [zip(['META-INF/MANIFEST.MF', 'x']), 'a.zip', true],
    [ole, 'setup.msi', true],
    ['hello', 'notes.txt', false],
    ['%PDF-1.7', 'exe.pdf', false],
    ['hello', 'exe', false],
  ];
  for (const [head, name, expected] of programs)
    it(`[AT6] ${JSON.stringify(name)} is ${expected ? '' : 'not '}a program`, () => {
      assert.equal(fileType(bytes(head), { name, declaredType: '' }).executable, expected);
    });
});

describe('media types of a rule', () => {
  const rows: readonly [string, readonly string[], boolean][] = [
    ['image/png', ['image/*'], true],
    ['IMAGE/PNG; x=1', ['image/png'], true],
    ['imagex/png', ['image/*'], false],
    ['audio/ogg; codecs=opus', ['audio/ogg; codecs=opus'], true],
    ['audio/ogg;codecs="opus"', ['audio/ogg; codecs=opus'], true],
    ['audio/ogg', ['audio/ogg; codecs=opus'], false],
    ['audio/ogg; codecs=opus', ['audio/ogg'], true],
    ['audio/mp4', [], false],
  ];
  for (const [mimeType, allowed, expected] of rows)
    it(`[AT5] ${expected ? 'have' : 'do not have'} ${mimeType} among ${allowed.join() || 'none'}`, () => {
      assert.equal(matchesMimeType(mimeType, allowed), expected);
    });
});
