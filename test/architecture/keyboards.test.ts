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
    assert.ok(searches.length > 4, String(searches.length));
    for (const { file, tag } of searches)
      for (const attribute of ['inputmode="search"', 'enterkeyhint="search"', 'autocapitalize="none"'])
        assert.ok(tag.includes(attribute), `${file}: ${attribute}`);
  });

  it('say in every editable text field of a line what Enter does', () => {
    const lines = files.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/<input\b[\s\S]*?\n?\s*\/>/g)].map(([tag]) => ({
        file,
        tag,
      })),
    );
    const noText = /\breadonly\n|\sreadonly\s|type="?(?:radio|checkbox|file|range|color|date|time|datetime-local)/;
    const texts = lines.filter(({ tag }) => !noText.test(tag) && !tag.includes('type=${'));
    assert.ok(texts.length > 15, String(texts.length));
    for (const { file, tag } of texts) assert.ok(tag.includes('enterkeyhint='), `${file}: ${tag}`);
  });
});
