import { hasAt, latin1, uint16 } from './bytes.ts';

const office = 'application/vnd.openxmlformats-officedocument.';
/** An Office document whose kind did not show in what was read. */
export const someOfficeType = `${office}package`;

/** Open formats say in their first entry what they are; they may say nothing else. */
const openType = /^application\/(?:vnd\.oasis\.opendocument\.[\w-]+|epub\+zip)/;

/** Folders that only one kind of archive has. */
const folders: readonly (readonly [start: string, mimeType: string])[] = [
  ['word/', `${office}wordprocessingml.document`],
  ['xl/', `${office}spreadsheetml.sheet`],
  ['ppt/', `${office}presentationml.presentation`],
  ['META-INF/MANIFEST.MF', 'application/java-archive'],
  ['AndroidManifest.xml', 'application/vnd.android.package-archive'],
];

/** What an archive holds tells what it is (AT2): an Office or OpenDocument file, a program, or just an archive. */
export function zipType(head: Uint8Array): string {
  let isOffice = false;
  for (const { name, at } of entries(head)) {
    const known = folders.find(([start]) => name.startsWith(start));
    if (known) return known[1];
    const declared = name === 'mimetype' ? openType.exec(latin1(head, at, at + 80))?.[0] : undefined;
    // Stored without a mark behind it: the next entry's signature is where it ends.
    if (declared) return declared.replace(/PK$/, '');
    if (name === '[Content_Types].xml') isOffice = true;
  }
  return isOffice ? someOfficeType : 'application/zip';
}

/** The files of an archive as far as it was read: their names, and where their bytes begin. */
function* entries(head: Uint8Array): Generator<{ readonly name: string; readonly at: number }> {
  for (let at = 0; at + 30 < head.length; at += 1) {
    if (!hasAt(head, at, 'PK\x03\x04')) continue;
    const nameLength = uint16(head, at + 26);
    const start = at + 30;
    yield {
      name: latin1(head, start, start + Math.min(nameLength, 255)),
      at: start + nameLength + uint16(head, at + 28),
    };
  }
}
