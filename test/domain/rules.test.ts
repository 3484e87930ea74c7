import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const root = join(import.meta.dirname, '../..');
const rules = readFileSync(join(root, 'docs/rules.md'), 'utf8');
const families = [...rules.matchAll(/^## ([A-Z]{2}) · /gm)].map(([, family = '']) => family);
const rows = [...rules.matchAll(/^\| *([A-Z]{2}\d+) *\|(.*)\|(.*)\|(.*)\|$/gm)];
const documented = rows.map(([, id = '']) => id);

/** Fonts in base64 cite nothing. */
function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('rules.test.ts') && !/documents[\\/]fonts/.test(file))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'));
}

/** Ids of the known families that a pattern finds; `RW2` and the like, never `A4` or `T0`. */
function idsIn(texts: readonly string[], pattern: RegExp): Set<string> {
  const found = texts.flatMap((text) => [...text.matchAll(pattern)].map(([, id = '']) => id));
  return new Set(found.filter((id) => families.includes(id.slice(0, 2))));
}

const cited = idsIn(filesIn('src/domain'), /\b([A-Z]{2}\d+)\b/g);
/** In titles and in the tables that make them: `[RW2] …` and `['RW2', …]`. */
const tested = idsIn(filesIn('test/domain'), /(?:\[|')([A-Z]{2}\d+)(?:\]|')/g);

describe('docs/rules.md', () => {
  it('has families and rows to compare', () => {
    assert.ok(families.length >= 14, families.join());
    assert.ok(documented.length > 80, String(documented.length));
  });

  it('names each rule once, in the table of its family', () => {
    assert.deepEqual(documented, [...new Set(documented)]);
    for (const family of families) {
      const section = rules.split(`## ${family} · `)[1]?.split('\n## ')[0] ?? '';
      const own = [...section.matchAll(/^\| *([A-Z]{2})(\d+) *\|/gm)].map(([, name, number]) => `${name}${number}`);
      assert.deepEqual(
        own,
        own.map((_, index) => `${family}${index + 1}`),
      );
    }
  });

  it('gives each rule a source and says how sure it is', () => {
    for (const [, id, , source = '', sure = ''] of rows) {
      assert.match(source, /\S/, `${id} has no source`);
      assert.match(sure.trim(), /^(?:yes|M|L|own)$/, `${id} is ${sure}`);
    }
  });

  it('resolves every source key', () => {
    const listed = [...(rules.split('## Sources')[1] ?? '').matchAll(/^\| ([A-Z][A-Z0-9, -]+?) *\|/gm)];
    const sources = new Set(listed.flatMap(([, keys = '']) => keys.split(', ')));
    for (const [, id, , source = ''] of rows)
      for (const key of source.trim().split(', '))
        assert.ok(/^(?:[A-H]\d+|own)$/.test(key) || sources.has(key), `${id}: ${key}`);
  });

  it('has a test for every rule', () => {
    assert.deepEqual(
      documented.filter((id) => !tested.has(id)),
      [],
    );
  });

  it('has a row for every rule that a test names', () => {
    assert.deepEqual(
      [...tested].filter((id) => !documented.includes(id)),
      [],
    );
  });

  it('is cited in the code for every rule', () => {
    assert.deepEqual(
      documented.filter((id) => !cited.has(id)),
      [],
    );
  });

  it('has a row for every rule that code or any other test cites', () => {
    const all = idsIn([...filesIn('src'), ...filesIn('test')], /\b([A-Z]{2}\d+)\b/g);
    assert.deepEqual(
      [...all].filter((id) => !documented.includes(id)),
      [],
    );
  });
});
