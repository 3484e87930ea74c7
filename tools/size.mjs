// The size budget (package.json "sizeBudget", bytes of gzip): what a page must load before it shows something, that is an
// entry and everything it imports statically. Other lazy chunks are not counted. A key may name chunks that its entry asks
// for by itself: `entry + session` is what a page loads until the first message is on screen, `entry + session + composer`
// until somebody can write. Chunks are told by what is in them.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const { sizeBudget } = JSON.parse(readFileSync('package.json', 'utf8'));
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** The entry and its static imports; `import(…)` has a bracket and is left out. */
function firstPaint(entry, seen = new Set()) {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  for (const [, specifier] of readFileSync(entry, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g))
    firstPaint(join(dirname(entry), specifier), seen);
  return seen;
}

/** What only this chunk has in it, and survives minifying. */
const marks = {
  session: 'the session cannot start',
  composer: 'message-send-request',
  'composer texts': 'Prepare invitation by SMS',
};

/** The entry `path` or one of its chunks by name. */
function chunkOf(entry, name) {
  const folder = join(dirname(entry), 'chunks');
  const found = readdirSync(folder).filter(
    (file) => file.endsWith('.js') && readFileSync(join(folder, file), 'utf8').includes(marks[name]),
  );
  if (found.length !== 1) throw new Error(`${entry}: ${found.length} chunks look like "${name}": ${found.join(', ')}`);
  return join(folder, found[0]);
}

let failed = 0;
for (const [key, budget] of Object.entries(sizeBudget)) {
  const [entry, ...chunks] = key.split(' + ');
  const files = new Set(
    [entry, ...chunks.map((name) => chunkOf(entry, name))].flatMap((file) => [...firstPaint(file)]),
  );
  const size = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
  const ok = size <= budget;
  if (!ok) failed++;
  console.log(`${ok ? '✓' : '✗'} ${key} ${kilobytes(size)} of ${kilobytes(budget)} (${files.size} files)`);
}
process.exitCode = failed === 0 ? 0 : 1;
