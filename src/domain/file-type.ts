import { signatureType } from './file-signatures.ts';
import { bareMimeType } from './mime-types.ts';
import type { MediaRule } from './model.ts';
import { textType } from './text-type.ts';
import { splitFileName } from './visible-text.ts';
import { someOfficeType } from './zip-type.ts';

/** What a file is, by what it holds. */
export interface FileType {
  /** With the codec where a channel cares: `audio/ogg; codecs=opus`. */
  readonly mimeType: string;
  readonly kind: Exclude<MediaRule['kind'], 'sticker'>;
  /** Whether a page may show it: pictures of dots, sound, video and PDF; never SVG or HTML (AT4). */
  readonly previewable: boolean;
  /** Programs and scripts: never sent (AT6). */
  readonly executable: boolean;
}

/** What is known of a file besides its bytes; it only decides between types that the bytes allow (AT2). */
export interface FileHint {
  readonly name: string;
  /** What the browser or recorder says it is. */
  readonly declaredType: string;
}

/** How much of a file must be read to know it. */
export const signatureBytes = 65_536;

const officeType = 'application/vnd.openxmlformats-officedocument.';
/** AT2: one signature stands for a family; the name says which of it. */
const families: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'application/x-ole-storage': {
    '.doc': 'application/msword',
    '.dot': 'application/msword',
    '.xls': 'application/vnd.ms-excel',
    '.ppt': 'application/vnd.ms-powerpoint',
    '.pps': 'application/vnd.ms-powerpoint',
    '.msg': 'application/vnd.ms-outlook',
    '.msi': 'application/x-msdownload',
  },
  [someOfficeType]: {
    '.docx': `${officeType}wordprocessingml.document`,
    '.xlsx': `${officeType}spreadsheetml.sheet`,
    '.pptx': `${officeType}presentationml.presentation`,
  },
};
const shownImages = /^image\/(?:jpeg|png|gif|webp|avif|bmp)$/;
const programTypes =
  /^application\/(?:x-msdownload|x-executable|x-ms-shortcut|java-archive|vnd\.android\.package-archive)$/;
const programNames =
  /^\.(?:exe|dll|com|scr|pif|msi|msp|bat|cmd|ps1|psm1|vbs|vbe|jse?|mjs|wsf|wsh|hta|cpl|jar|apk|app|command|sh|lnk|url|reg|xll)$/;

/**
 * Tells what a file is from its first bytes (AT1), never from its name alone.
 * @param head - the first {@link signatureBytes} bytes, or all of a shorter file
 */
export function fileType(head: Uint8Array, hint: FileHint): FileType {
  // Windows opens `a.exe.` as `a.exe`.
  const extension = splitFileName(hint.name.replace(/[. ]+$/, '')).extension.toLowerCase();
  const found = signatureType(head) ?? textType(head, extension) ?? 'application/octet-stream';
  const mimeType = declared(inFamily(found, extension), hint.declaredType);
  const kind = kindOfType(mimeType);
  return {
    mimeType,
    kind,
    previewable: kind === 'image' ? shownImages.test(mimeType) : kind !== 'document' || mimeType === 'application/pdf',
    executable: programTypes.test(mimeType) || programNames.test(extension),
  };
}

function inFamily(mimeType: string, extension: string): string {
  const family = Object.hasOwn(families, mimeType) ? families[mimeType] : undefined;
  return (family && Object.hasOwn(family, extension) ? family[extension] : undefined) ?? mimeType;
}

/** The same container holds sound alone or with a picture: there, and only there, what a recorder says counts (AT2). */
function declared(mimeType: string, declaredType: string): string {
  const said = bareMimeType(declaredType);
  const isSound = said.startsWith('audio/') && said.slice(6) === mimeType.slice(6);
  return isSound && /^video\/(?:mp4|webm|3gpp|ogg)$/.test(mimeType) ? said : mimeType;
}

/** As what a file of this type is sent. Drawings are documents: a page that showed one would run what is in it (AT4). */
export function kindOfType(mimeType: string): FileType['kind'] {
  const [family] = mimeType.split('/', 1);
  if (mimeType === 'image/svg+xml') return 'document';
  return family === 'image' || family === 'video' || family === 'audio' ? family : 'document';
}
