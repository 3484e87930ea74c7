import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const root = join(import.meta.dirname, '../../src/elements');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const searches = files.flatMap((file) =>
  [...readFileSync(join(root, file), 'utf8').matchAll(/<input[^>]*?type="search"[\s\S]*?\/>/g)].map(([tag]) => ({
    file,
    tag,
  })),
);

describe('keyboards on the screen', () => {
  it('are those for searching in every search field, and write no capital by themselves', () => {
    assert.ok(searches.length > 8, String(searches.length));
    for (const { file, tag } of searches)
      for (const attribute of ['inputmode="search"', 'enterkeyhint="search"', 'autocapitalize="none"'])
        assert.ok(tag.includes(attribute), `${file}: ${attribute}`);
  });
});
