// Proves that the suite guards the invariants: breaks the build in one place at a time, in a copy, and passes only if the
// named test fails there. `node test/sabotage/run.mjs [I3 …]`; the last line is "N passed, N failed".
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { cases as libraryCases } from './cases.mjs';
import { gatewayCases } from './gateway-cases.mjs';

const cases = [...libraryCases, ...gatewayCases];
const parts = ['src', 'test', 'package.json', 'gateway/src', 'gateway/test', 'gateway/package.json'];

const root = join(import.meta.dirname, '../..');
const ownNode = join(root, 'node_modules/.bin/node');
const node = existsSync(ownNode) ? ownNode : process.execPath;
/** A test runner inside a test runner would only report to the outer one. */
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'NODE_TEST_CONTEXT'));
const limitMs = 120_000;

const only = process.argv.slice(2);
const wanted = cases.filter(({ invariant }) => only.length === 0 || only.includes(invariant));
const invariants = only.length > 0 ? only : ['I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I7', 'I8'];

/** A copy of the tree that can be broken. */
function copyOfTree() {
  const copy = mkdtempSync(join(tmpdir(), 'conversation-elements-sabotage-'));
  for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** Runs tests in a copy; a known seed, so that the verdict is the same every time. */
function runTests(copy, files, pattern) {
  const narrowed = pattern === undefined ? [] : [`--test-name-pattern=${pattern}`];
  const args = ['--test', '--test-reporter=tap', `--test-timeout=${limitMs / 2}`, ...narrowed, ...files];
  return new Promise((resolve) => {
    const child = spawn(node, args, {
      cwd: copy,
      env: { ...environment, SEED: '20260301', RUNS: '40', FAULTS_PATIENCE_MS: '8000' },
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), limitMs);
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', () => {
      clearTimeout(timer);
      const count = (word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
      resolve({ passed: count('pass'), failed: count('fail') + count('cancelled'), output });
    });
  });
}

/** Breaks the copy, runs the test, mends the copy. */
async function tryCase(copy, one) {
  const path = join(copy, one.file);
  const whole = readFileSync(path, 'utf8');
  const places = whole.split(one.find).length - 1;
  if (places !== 1) return `"find" stands ${places} times in ${one.file}`;
  writeFileSync(
    path,
    whole.replace(one.find, () => one.replace),
  );
  const { passed, failed, output } = await runTests(copy, [one.test], one.pattern);
  writeFileSync(path, whole);
  if (failed > 0)
    return /SyntaxError|ERR_[A-Z_]*SYNTAX|ERR_MODULE/.test(output) ? 'the broken build does not even load' : null;
  return passed > 0 ? `${one.test} does not notice it` : `no test of ${one.test} matches "${one.pattern}"`;
}

function failuresIn(output) {
  return (
    output
      .split(/^ *# Subtest: /m)
      .filter((part) => /^ *not ok/m.test(part))
      .join('')
      .slice(0, 6_000) || output.slice(-2_000)
  );
}

const totals = { passed: 0, failed: 0 };
function tell(problem, title) {
  if (problem === null) totals.passed += 1;
  else totals.failed += 1;
  console.log(problem === null ? `✓ ${title}` : `✗ ${title}: ${problem}`);
}

async function work(queue, copy) {
  for (let one = queue.shift(); one; one = queue.shift())
    tell(await tryCase(copy, one), `${one.invariant} ${one.what}`);
}

const copies = Array.from({ length: Math.max(1, Math.min(2, availableParallelism())) }, copyOfTree);
try {
  for (const invariant of invariants)
    tell(wanted.some((one) => one.invariant === invariant) ? null : 'nobody breaks it', `${invariant} is guarded`);
  // A test that fails anyway would catch everything.
  const files = [...new Set(wanted.map(({ test }) => test))];
  const sound = await runTests(copies[0], files);
  tell(sound.failed === 0 && sound.passed > 0 ? null : failuresIn(sound.output), 'the unbroken build passes');
  const queue = [...wanted];
  if (sound.failed === 0 && sound.passed > 0) await Promise.all(copies.map((copy) => work(queue, copy)));
} finally {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
}
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;
