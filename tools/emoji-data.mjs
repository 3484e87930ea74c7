// Writes src/domain/emoji-list.ts and src/locales/emoji-names.*.ts from emoji-picker-element-data (CLDR): in our own modules
// they are loaded as scripts of the package, so that a strict content security policy needs no exception and no request
// leaves for data. Run it after each update of emoji-picker-element-data:  node tools/emoji-data.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const read = (path) => JSON.parse(readFileSync(require.resolve(`emoji-picker-element-data/${path}`), 'utf8'));
const { version } = read('package.json');

/** Newer ones are empty boxes on the phones and computers of many. */
const newest = 15.1;
const components = 2;
const modifiers = ['🏻', '🏼', '🏽', '🏾', '🏿'];
const languages = { en: 'en/cldr', nl: 'nl/cldr', de: 'de/cldr', fr: 'fr/cldr' };

/** As `withTone` of src/domain/emoji.ts does it. */
function withTone(emoji, tone) {
  return emoji.replace(/(\p{Emoji_Modifier_Base})\ufe0f?/gu, `$1${modifiers[tone - 1]}`);
}

/** What is drawn in colours anyway needs no mark that says so; in a text message it would cost room. */
const plain = (emoji) => emoji.replace(/^(\p{Emoji_Presentation})\ufe0f$/u, '$1');

const hasTones = ({ emoji, skins = [] }) =>
  [1, 2, 3, 4, 5].every((tone) =>
    skins.some((skin) => [skin.tone].flat().every((each) => each === tone) && skin.emoji === withTone(emoji, tone)),
  );

const english = read(`${languages.en}/data.json`)
  .filter(({ version: since, group }) => since <= newest && group !== undefined && group !== components)
  .sort((a, b) => a.order - b.order);
const groups = [...new Set(english.map(({ group }) => group))].sort((a, b) => a - b);
const inGroups = groups.map((group) => english.filter((each) => each.group === group));

const quoted = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
const list = (lines) => `[\n${lines.map((line) => `  // prettier-ignore\n  ${quoted(line)},`).join('\n')}\n]`;
const header = `// Written by tools/emoji-data.mjs from emoji-picker-element-data ${version} (Unicode CLDR, emojibase). Do not edit.`;

writeFileSync(
  new URL('../src/domain/emoji-list.ts', import.meta.url),
  `${header}

/** Emoji by group, in the order of Unicode, separated by spaces; \`+\` behind those that come in skin tones. */
export const emojiList: readonly string[] = ${list(
    inGroups.map((group) => group.map((each) => plain(each.emoji) + (hasTones(each) ? '+' : '')).join(' ')),
  )};
`,
);

for (const [language, path] of Object.entries(languages)) {
  const names = new Map(read(`${path}/data.json`).map((each) => [each.emoji, each]));
  const entry = ({ emoji, annotation: fallback }) => {
    const { annotation = fallback, tags = [] } = names.get(emoji) ?? {};
    const words = annotation.toLowerCase().split(/\s+/);
    const more = [...new Set(tags)].filter((tag) => !words.includes(tag.toLowerCase()));
    const text = [annotation, ...more].join(';');
    if ([annotation, ...more].some((part) => /[|;]/.test(part))) throw new Error(text);
    return text;
  };
  writeFileSync(
    new URL(`../src/locales/emoji-names.${language}.ts`, import.meta.url),
    `${header}

/** Names and further words of the emoji of \`emoji-list.ts\`, by group: \`|\` between emoji, \`;\` between name and words. */
export const emojiNames: readonly string[] = ${list(inGroups.map((group) => group.map(entry).join('|')))};
`,
  );
}
console.log(`${english.length} emoji, ${english.filter(hasTones).length} of them in skin tones`);
