// Writes src/domain/phone-metadata.ts: libphonenumber-js' strict mobile metadata, cut down to the countries named here.
// Run it after each update of libphonenumber-js:  node tools/phone-metadata.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The European Union, the United Kingdom, Norway, Iceland, Liechtenstein and Switzerland; and the United States. */
const wanted = (
  'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK ' + 'US'
).split(' ');

const all = JSON.parse(readFileSync(require.resolve('libphonenumber-js/metadata.mobile.json'), 'utf8'));
const { version } = JSON.parse(readFileSync(require.resolve('libphonenumber-js/package.json'), 'utf8'));

const missing = wanted.filter((country) => !all.countries[country]);
if (missing.length) throw new Error(`libphonenumber-js ${version} has no metadata for ${missing.join(', ')}`);

// Territories that share a European calling code (Guernsey with the United Kingdom, …) come along: without them their
// numbers would be taken for invalid ones. The 24 others of calling code 1 do not.
const callingCodes = Object.fromEntries(
  Object.entries(all.country_calling_codes)
    .filter(([, countries]) => countries.some((country) => wanted.includes(country)))
    .map(([code, countries]) => [code, code === '1' ? ['US'] : countries]),
);
const countries = Object.fromEntries(
  Object.values(callingCodes)
    .flat()
    .sort()
    .map((country) => [country, all.countries[country]]),
);

const json = JSON.stringify({ version: all.version, country_calling_codes: callingCodes, countries });
const literal = `'${json.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

writeFileSync(
  new URL('../src/domain/phone-metadata.ts', import.meta.url),
  `// Written by tools/phone-metadata.mjs from libphonenumber-js ${version} (strict mobile patterns). Do not edit.
import type { MetadataJson } from 'libphonenumber-js/core/es6';

/** Numbering plans of ${wanted.length - 1} European countries and the United States; hand it to the functions of \`phone.ts\`. */
export const phoneMetadata = JSON.parse(
  // prettier-ignore
  ${literal},
) as MetadataJson;
`,
);
console.log(`phone-metadata.ts: ${Object.keys(countries).length} countries and territories, ${json.length} bytes`);
