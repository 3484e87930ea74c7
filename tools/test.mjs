// Everything that guards the tree, in the order in which it fails fastest. Each step counts as one check; the test runners
// add their own numbers. The last line is "N passed, N failed".
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const scratch = mkdtempSync(join(tmpdir(), 'conversation-elements-test-'));
const countFile = join(scratch, 'count.json');

/** Steps of one group run side by side; groups follow each other. */
const groups = [
  [
    { name: 'formatting', script: 'format:check' },
    { name: 'types', script: 'types' },
  ],
  [{ name: 'lint', script: 'lint' }],
  [{ name: 'templates', script: 'templates' }],
  [{ name: 'unit', script: 'test:unit', count: 'node' }],
  [{ name: 'gateway', script: 'test:gateway', count: 'node' }],
  [{ name: 'browser', script: 'test:browser', count: 'file' }],
  [{ name: 'sabotage', script: 'test:sabotage', count: 'line' }],
  [{ name: 'build', script: 'build' }],
  [
    { name: 'size', script: 'size' },
    { name: 'package', script: 'package:check' },
    { name: 'dead code', script: 'dead' },
  ],
  [{ name: 'storybook', script: 'storybook:build' }],
  [{ name: 'end to end', script: 'test:e2e', count: 'node' }],
];

const only = process.argv.slice(2);
const totals = { passed: 0, failed: 0 };
const failures = [];

function npmRun(script) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script], {
      env: { ...process.env, TEST_COUNT_FILE: countFile, FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    const keep = (chunk) => (output += chunk);
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** How many tests a step ran; `null` when its output does not say, which is a failure. */
function counted(kind, output) {
  if (kind === 'file') return JSON.parse(readFileSync(countFile, 'utf8'));
  if (kind === 'line') {
    const match = /^(\d+) passed, (\d+) failed$/m.exec(output);
    return match ? { passed: Number(match[1]), failed: Number(match[2]) } : null;
  }
  const passed = /^# pass (\d+)$|^ℹ pass (\d+)$/m.exec(output);
  const failed = /^# fail (\d+)$|^ℹ fail (\d+)$/m.exec(output);
  if (!passed || !failed) return null;
  return { passed: Number(passed[1] ?? passed[2]), failed: Number(failed[1] ?? failed[2]) };
}

async function step({ name, script, count }) {
  const started = Date.now();
  const { code, output } = await npmRun(script);
  let numbers = count ? null : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  try {
    if (count) numbers = counted(count, output);
  } catch {
    numbers = null; // no count file: the runner never came to its end
  }
  const ok = code === 0 && numbers !== null && numbers.failed === 0 && numbers.passed > 0;
  numbers ??= { passed: 0, failed: 1 };
  if (!ok && numbers.failed === 0) numbers = { ...numbers, failed: 1 };
  totals.passed += numbers.passed;
  totals.failed += numbers.failed;
  if (!ok) failures.push({ name, output });
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(
    `${ok ? '✓' : '✗'} ${name.padEnd(12)} ${String(numbers.passed).padStart(5)} passed ${String(numbers.failed).padStart(3)} failed ${seconds.padStart(7)} s`,
  );
  if (!ok) console.log(output.split('\n').slice(-200).join('\n'));
}

for (const group of groups) {
  const chosen = group.filter(({ name }) => only.length === 0 || only.includes(name));
  await Promise.all(chosen.map(step));
}
rmSync(scratch, { recursive: true, force: true });
if (failures.length > 0)
  console.log(
    `\nFailed: ${failures.map(({ name }) => name).join(', ')}. One step alone: npm test -- "${failures[0].name}"`,
  );
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;
