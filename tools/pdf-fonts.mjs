// Writes src/documents/fonts/ from @fontsource/* (Noto Sans, IBM Plex Sans Arabic; SIL Open Font License 1.1): in our own modules fonts are loaded
// as scripts of the package, script by script, so that a strict content security policy needs no exception and nothing is
// fetched from elsewhere. Run it after each update of those packages:  node tools/pdf-fonts.mjs
import { create } from 'fontkit';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);
const folder = new URL('../src/documents/fonts/', import.meta.url);

/**
 * In order of preference. Bold, of names, only where it is worth its weight; of extended Latin what languages are written in,
 * not what linguists write sounds in.
 */
const slices = [
  { family: 'noto-sans', slice: 'latin', bold: true },
  {
    family: 'noto-sans',
    slice: 'latin-ext',
    bold: true,
    only: /[\u0100-\u024f\u02b0-\u036f\u1e00-\u1eff\u2000-\u20cf]/u,
  },
  { family: 'noto-sans', slice: 'greek', bold: true },
  { family: 'noto-sans', slice: 'greek-ext', bold: false },
  { family: 'noto-sans', slice: 'cyrillic', bold: true },
  { family: 'noto-sans', slice: 'cyrillic-ext', bold: false },
  { family: 'noto-sans', slice: 'vietnamese', bold: true },
  { family: 'ibm-plex-sans-arabic', slice: 'arabic', bold: true },
  { family: 'noto-sans-hebrew', slice: 'hebrew', bold: true },
];

/** WOFF, not WOFF2: fontkit 2.0.4 cannot make a subset of the latter. */
async function read({ family, slice, only }, weight) {
  const file = readFileSync(require.resolve(`@fontsource/${family}/files/${family}-${slice}-${weight}-normal.woff`));
  if (!only) return file;
  const characters = create(file).characterSet.map((point) => String.fromCodePoint(point));
  return subsetFont(file, characters.filter((each) => only.test(each) || /\s/u.test(each)).join(''), {
    targetFormat: 'woff',
  });
}

/** Every character of a font as `first-last` in hexadecimal. */
function rangesOf(font) {
  const ranges = [];
  for (const point of font.characterSet
    .filter((each) => each >= 0x20 && font.glyphForCodePoint(each).id > 0)
    .sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && point <= last[1] + 1) last[1] = point;
    else ranges.push([point, point]);
  }
  return ranges.map(([from, to]) => (from === to ? from.toString(16) : `${from.toString(16)}-${to.toString(16)}`));
}

const versions = [...new Set(slices.map(({ family }) => family))].map(
  (family) => `@fontsource/${family} ${require(`@fontsource/${family}/package.json`).version}`,
);
const header = `// Written by tools/pdf-fonts.mjs from ${versions.join(', ')}. Do not edit.
// SIL Open Font License 1.1: docs/licenses/OFL-1.1.txt.`;
const member = (name, font) =>
  font
    ? `export const ${name}: string =\n  '${font.toString('base64')}';`
    : `export const ${name}: string | null = null;`;

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const each of slices)
  writeFileSync(
    new URL(`${each.slice}.ts`, folder),
    `${header}

/** WOFF in base64. */
${member('regular', await read(each, 400))}
${member('bold', each.bold ? await read(each, 700) : null)}
`,
  );

const listed = [];
for (const each of slices)
  listed.push(`  {
    name: '${each.slice}',
    has: '${rangesOf(create(await read(each, 400))).join(' ')}',
    load: () => import('./${each.slice}.ts'),
  },`);
writeFileSync(
  new URL('slices.ts', folder),
  `${header}

/** A part of a font: what it has, and how it is loaded. */
export interface FontSlice {
  readonly name: string;
  /** Characters, as \`first-last\` in hexadecimal, separated by spaces. */
  readonly has: string;
  /** WOFF in base64; \`bold\` is \`null\` where regular serves. */
  readonly load: () => Promise<{ readonly regular: string; readonly bold: string | null }>;
}

/** In order of preference. */
export const fontSlices: readonly FontSlice[] = [
${listed.join('\n')}
];
`,
);
console.log(slices.map((each) => each.slice).join(', '));
