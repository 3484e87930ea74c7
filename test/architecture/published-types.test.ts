import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';

const source = join(import.meta.dirname, '../../src');
const elements = readdirSync(join(source, 'elements')).filter((name) =>
  existsSync(join(source, 'elements', name, 'define.ts')),
);
const tagsOf = new Map<string, readonly string[]>();

/** What a compiler reads of a module once it is published: its declarations, without what only its code needed. */
const declarationsOf = (file: string): string =>
  ts.transpileDeclaration(readFileSync(file, 'utf8'), {
    fileName: file,
    compilerOptions: { experimentalDecorators: true },
  }).outputText;

/** The tags and, as `events`, the events that a compiler knows of when nothing but this module is imported. */
function knownBy(file: string, seen = new Set<string>()): Set<string> {
  const known = new Set<string>();
  if (seen.has(file)) return known;
  seen.add(file);
  const text = declarationsOf(file);
  if (!tagsOf.has(file))
    tagsOf.set(
      file,
      [...text.matchAll(/^ +'([a-z-]+)': [A-Z]\w+;$/gm)].map(([, tag = '']) => tag),
    );
  for (const tag of tagsOf.get(file) ?? []) known.add(tag);
  if (text.includes('interface HTMLElementEventMap extends')) known.add('events');
  for (const [, path = ''] of text.matchAll(/(?:from|import) '(\.[^']+)'/g))
    for (const one of knownBy(join(dirname(file), path), seen)) known.add(one);
  return known;
}

describe('the published types', () => {
  it('say with the import that registers all elements which tags and events there are', () => {
    const known = knownBy(join(source, 'define.ts'));
    assert.deepEqual(
      [...elements, 'events'].filter((name) => !known.has(name)),
      [],
    );
  });

  for (const element of elements)
    it(`say with the import that registers it what ${element} is and what events there are`, () => {
      const known = knownBy(join(source, 'elements', element, 'define.ts'));
      assert.deepEqual(
        [element, 'events'].filter((name) => !known.has(name)),
        [],
      );
    });
});
