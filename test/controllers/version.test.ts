import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { version } from '../../src/controllers/version.ts';

it('the version that elements carry is that of the package', () => {
  const text = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8');
  assert.equal(version, (JSON.parse(text) as { readonly version: string }).version);
});
