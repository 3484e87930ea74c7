// The size budget per entry (package.json "sizeBudget", bytes of gzip): what a page must load before first paint, that is the
// entry and everything it imports statically. Lazy chunks are listed and not counted.
import { readFileSync, statSync } from 'node:fs';
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

let failed = 0;
for (const [entry, budget] of Object.entries(sizeBudget)) {
  statSync(entry);
  const files = [...firstPaint(entry)];
  const size = files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
  const ok = size <= budget;
  if (!ok) failed++;
  console.log(`${ok ? '✓' : '✗'} ${entry} ${kilobytes(size)} of ${kilobytes(budget)} (${files.length} files)`);
}
process.exitCode = failed === 0 ? 0 : 1;
