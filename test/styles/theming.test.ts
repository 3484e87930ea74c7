import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';

const root = join(import.meta.dirname, '../..');
const tokensIn = (text: string): Set<string> => new Set(text.match(/--ce-[a-z]+(?:-[a-z0-9]+)*/g) ?? []);

it('docs/theming.md lists exactly the tokens that elements read', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join(root, 'src', path), 'utf8'));
  const read = new Set([...sources.join('\n').matchAll(/var\((--ce-[a-z0-9-]+)/g)].map(([, name]) => name ?? ''));
  const documented = tokensIn(readFileSync(join(root, 'docs/theming.md'), 'utf8'));
  for (const space of ['--ce-space-2', '--ce-space-3', '--ce-space-4', '--ce-space-5']) documented.add(space); // written as a range
  assert.deepEqual([...documented].sort(), [...read].sort());
});
