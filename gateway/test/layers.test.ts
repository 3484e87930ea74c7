import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, it } from 'node:test';

const source = join(import.meta.dirname, '../src');
const library = join(import.meta.dirname, '../../src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(source, file), 'utf8');
  return [...text.matchAll(/^(?:import|export)\s[^'";]*?from\s*'([^']+)'/gm)].map(([, specifier]) => specifier ?? '');
}

/** Who may use each package: a driver or a framework that is everywhere cannot be replaced. */
const packages: Readonly<Record<string, RegExp>> = {
  '@electric-sql/pglite': /^db\//,
  pg: /^db\//,
  '@nats-io/transport-node': /^bus\//,
  jose: /^auth\//,
  hono: /^(?:http|simulator)\/|^(?:run|gateway)\.ts$/,
  '@hono/node-server': /^serve\.ts$/,
};

describe('the gateway', () => {
  for (const file of files) {
    it(`${file} imports only what it may`, () => {
      for (const specifier of importsOf(file)) {
        if (specifier.startsWith('node:')) continue;
        if (specifier.startsWith('.')) {
          const target = join(source, dirname(file), specifier);
          const inside = relative(source, target);
          const layer = relative(library, target).split('/')[0] ?? '';
          assert.ok(!inside.startsWith('..') || ['domain', 'ports'].includes(layer), `${file} → ${specifier}`);
          continue;
        }
        const name = specifier.startsWith('@') ? specifier.split('/').slice(0, 2).join('/') : specifier.split('/')[0];
        assert.ok(packages[name ?? '']?.test(file), `${file} → package ${specifier}`);
      }
    });
  }

  it('names a tenant in every statement that reads or writes one’s data', () => {
    const tables =
      /\b(?:from|into|update|join)\s+(?:feed|feed_event|co_worker|branch|conversation\w*|setting|recipient\w*|message|accepted|taken|early_status|dead_letter|file|file_\w+|bulk_\w+|phone_field|presence|approved_template|out_of_office_sent|bot_event|scheduled)\b/;
    for (const file of files.filter((path) => path.startsWith('store/') || path.startsWith('commands/'))) {
      const text = readFileSync(join(source, file), 'utf8');
      for (const [statement] of text.matchAll(/`[^`]*`|'(?:[^'\\\n]|\\.)*'/g)) {
        if (!tables.test(statement)) continue;
        const isCarried = /tenant|\$\{(?:where|visible|visibleTo|recipientVisibleTo|conditions|from)\b/.test(statement);
        assert.ok(isCarried, `${file}: ${statement}`);
      }
    }
  });
});
