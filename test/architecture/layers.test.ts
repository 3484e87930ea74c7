import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { describe, it } from 'node:test';

const source = join(import.meta.dirname, '../../src');

/** Who may import whom, besides itself. The same table stands in ARCHITECTURE.md. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  styles: [],
  locales: [],
  ports: ['domain'],
  store: ['domain', 'ports'],
  sync: ['domain', 'ports', 'store'],
  adapters: ['domain', 'ports'],
  dom: ['ports'],
  documents: ['domain'],
  controllers: ['domain', 'ports', 'store', 'sync', 'dom', 'locales'],
  elements: ['domain', 'ports', 'controllers', 'dom', 'documents', 'styles', 'locales'],
  testing: ['domain', 'ports', 'adapters'],
};

/** Composition roots: files directly in src, and the one element that makes a session for plain HTML (ADR 0002). */
const roots: Readonly<Record<string, readonly string[]>> = {
  'elements/conversation-provider/conversation-provider.ts': ['session.ts'],
};

/** Packages a layer may use; what is not listed may use none. */
const packages: Readonly<Record<string, readonly string[]>> = {
  domain: ['libphonenumber-js'],
  sync: ['uuid'],
  adapters: ['eventsource-parser', 'idb', 'uuid', 'libphonenumber-js'],
  dom: ['linkify-it', 'lit'],
  documents: ['pdfkit', 'fontkit', 'bidi-js', 'csv-stringify'],
  styles: ['lit'],
  controllers: ['lit', '@lit/context'],
  elements: ['lit', '@lit/context'],
  testing: ['uuid'],
};

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));

interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(source, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const found: Import[] = [];
  for (const match of text.matchAll(/^\s*(?:import|export)\s(type\s)?[^'"`;]*?from\s*['"]([^'"]+)['"]/gm))
    found.push({ specifier: match[2] ?? '', typeOnly: match[1] !== undefined });
  for (const match of text.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm))
    found.push({ specifier: match[1] ?? '', typeOnly: false });
  for (const match of text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g))
    found.push({ specifier: match[1] ?? '', typeOnly: true });
  return found;
}

const target = (file: string, specifier: string): string =>
  normalize(join(dirname(file), specifier))
    .split(sep)
    .join('/');

describe('architecture', () => {
  it('knows every folder of src', () => {
    const folders = new Set(files.filter((file) => file.includes(sep)).map((file) => file.split(sep)[0]));
    for (const folder of folders)
      assert.ok(folder !== undefined && folder in mayImport, `src/${String(folder)} is in no layer`);
  });

  for (const file of files.filter((path) => path.includes(sep))) {
    it(`${file} imports only from layers below it`, () => {
      const layer = file.split(sep)[0] ?? '';
      for (const { specifier } of importsOf(file)) {
        if (specifier.startsWith('.')) {
          const to = target(file, specifier);
          const allowed =
            [layer, ...(mayImport[layer] ?? [])].includes(to.split('/')[0] ?? '') || roots[file]?.includes(to);
          assert.ok(allowed, `${file} → ${to}`);
        } else {
          const name = specifier.startsWith('@')
            ? specifier.split('/').slice(0, 2).join('/')
            : (specifier.split('/')[0] ?? '');
          assert.ok(packages[layer]?.includes(name), `${file} → package ${specifier}`);
        }
      }
    });
  }

  it('has no import cycles', () => {
    const graph = new Map(
      files.map((file) => [
        file.split(sep).join('/'),
        importsOf(file)
          .filter(({ specifier, typeOnly }) => specifier.startsWith('.') && !typeOnly)
          .map(({ specifier }) => target(file, specifier)),
      ]),
    );
    const done = new Set<string>();
    const walk = (file: string, path: readonly string[]): void => {
      assert.ok(!path.includes(file), `cycle: ${[...path.slice(path.indexOf(file)), file].join(' → ')}`);
      if (done.has(file)) return;
      for (const next of graph.get(file) ?? []) walk(next, [...path, file]);
      done.add(file);
    };
    for (const file of graph.keys()) walk(file, []);
  });

  it('reads no file it forgot to list', () => {
    assert.ok(files.length > 10, relative(process.cwd(), source));
  });
});
