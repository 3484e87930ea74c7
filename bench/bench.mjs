// npm run bench [-- --quick] [--json] [--no-build] [--plan 1000,10000] [--only a,b]
// Our elements beside the chat kits a developer would pick instead and the hand-written floors, in one Chromium, in one run.
// Prints ratios: machines are shared and noisy, so only figures of the same run say anything.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromiumPath } from '../tools/browsers.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const args = process.argv.slice(2);
const quick = args.includes('--quick');
const json = args.includes('--json');
const option = (name) => {
  const index = args.indexOf(`--${name}`);
  return index < 0 ? undefined : args[index + 1];
};

function run(command, list, cwd, env = {}) {
  const { status } = spawnSync(command, list, {
    cwd,
    stdio: ['ignore', json ? 'ignore' : 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`${command} ${list.join(' ')} ended with ${String(status)}`);
}

/** The peers are big and only needed here, so they are installed on the first run. */
function install() {
  if (existsSync(join(here, 'node_modules/.installed'))) return;
  run('npm', ['ci', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], here);
  run(
    'npm',
    ['rebuild', 'p-defer-es5', 'markdown-it-attrs-es5', 'abort-controller-es5', '--ignore-scripts=false'],
    here,
  );
  run(process.execPath, ['-e', 'require("fs").writeFileSync("node_modules/.installed", "")'], here);
}

const median = (values) => {
  const sorted = values.filter((value) => Number.isFinite(value)).sort((a, b) => a - b);
  return sorted.length === 0 ? null : sorted[sorted.length >> 1];
};
const phase = (name, read) => (record) => {
  const found = record.phases[name];
  return found && !found.dnf && !found.skipped ? read(found) : null;
};

/** Smaller is better for each. `floorOf` is left out where a floor has nothing to compare. */
const measures = {
  timeline: [
    {
      measure: 'bytes to first message',
      unit: 'kB gzip',
      read: (record) => (record.bytes ? record.bytes.gzip / 1000 : null),
    },
    { measure: 'mount', unit: 'ms', read: phase('mount', (p) => p.mountMs) },
    { measure: 'append', unit: 'ms', read: phase('append', (p) => p.painted.median) },
    { measure: 'status change', unit: 'ms', read: phase('update', (p) => p.painted.median) },
    { measure: 'prepend 50', unit: 'ms', read: phase('prependNear', (p) => p.settled.median) },
    { measure: 'prepend jump', unit: 'px', read: phase('prependNear', (p) => p.jumpMax.max) },
    { measure: 'switch conversation', unit: 'ms', read: phase('switch', (p) => p.painted.median) },
    { measure: 'scroll frame p95', unit: 'ms', read: phase('fling', (p) => p.frame.p95) },
    { measure: 'drag dropped frames', unit: '%', read: phase('drag', (p) => p.droppedPct) },
    { measure: 'drag blank', unit: '%', read: phase('blank', (p) => p.blank?.meanPct) },
    { measure: 'key press to paint p95', unit: 'ms', read: phase('stream', (p) => p.key.p95) },
    { measure: 'heap', unit: 'MB', read: phase('heap', (p) => (p.js + (p.dom ?? 0)) / 1e6) },
    { measure: 'DOM nodes', unit: 'nodes', read: phase('heap', (p) => p.nodes) },
  ],
  list: [
    {
      measure: 'list bytes to first row',
      unit: 'kB gzip',
      read: (record) => (record.bytes ? record.bytes.gzip / 1000 : null),
    },
    { measure: 'list mount', unit: 'ms', read: phase('mount', (p) => p.mountMs) },
    { measure: 'list sort', unit: 'ms', read: phase('sort', (p) => p.painted.median) },
    { measure: 'list row update', unit: 'ms', read: phase('update', (p) => p.painted.median) },
    { measure: 'list row to top', unit: 'ms', read: phase('bump', (p) => p.painted.median) },
    { measure: 'list scroll frame p95', unit: 'ms', read: phase('fling', (p) => p.frame.p95) },
    { measure: 'list drag dropped frames', unit: '%', read: phase('drag', (p) => p.droppedPct) },
    { measure: 'list heap', unit: 'MB', read: phase('heap', (p) => (p.js + (p.dom ?? 0)) / 1e6) },
    { measure: 'list DOM nodes', unit: 'nodes', read: phase('heap', (p) => p.nodes) },
  ],
};

const floors = { timeline: 'vanilla-virtual', list: 'list-virtual' };
/** Hand-written or bare: no kit that anyone would embed, so never "best peer". */
const notPeers = new Set([
  'ours',
  'vanilla-virtual',
  'bare-virtual',
  'lit-virtualizer',
  'plain-dom',
  'plain-dom-chunk',
  'plain-dom-nocv',
  'list-plain',
  'list-virtual',
]);

/**
 * What is measured, in turn. Quick: the peers that are best at something (vaadin: at bytes alone), and of those the one that
 * bears ten thousand.
 */
const plans = quick
  ? {
      timeline: [
        { plan: '1000', only: 'ours,vanilla-virtual,chatui,stream-virtual' },
        { plan: '1000', only: 'vaadin', phases: 'mount,heap' },
        { plan: '10000', only: 'ours,vanilla-virtual,stream-virtual' },
      ],
      list: [{ plan: '1000', only: 'ours,list-virtual,list-chatscope' }],
    }
  : {
      timeline: [{ plan: option('plan') ?? '100,1000,10000,1000,100000', only: option('only') }],
      list: [{ plan: option('plan') ?? '1000,10000,50000', only: option('only') }],
    };
/** Everything that a measure is read from. */
const quickPhases = {
  timeline: 'mount,heap,append,update,fling,drag,blank,stream,prependNear,switch',
  list: 'mount,heap,sort,update,bump,fling,drag',
};

async function records(kind) {
  const out = join(here, 'results', `${kind}-latest.jsonl`);
  mkdirSync(dirname(out), { recursive: true });
  rmSync(out, { force: true });
  const subject = kind === 'list' ? ['--list-subject', 'ours=lists/ours.js'] : ['--subject', 'ours=subjects/ours.js'];
  const chromium = await chromiumPath();
  for (const { plan, only, phases = quickPhases[kind] } of plans[kind]) {
    const speed = quick ? ['--quick', '--append', '4', '--cell', '30000', '--phases', phases] : [];
    const narrow = only ? ['--only', only] : [];
    const list = ['run.mjs', '--kind', kind, ...subject, '--plan', plan, '--out', out, ...speed, ...narrow];
    run(process.execPath, list, here, { CHROME: chromium });
  }
  return readFileSync(out, 'utf8')
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

function rowsOf(kind, found) {
  const sizes = [...new Set(found.map(({ n }) => n))].sort((a, b) => a - b);
  const subjects = [...new Set(found.map(({ subject }) => subject))];
  return measures[kind]
    .flatMap(({ measure, unit, read }) =>
      sizes.map((size) => {
        const value = (subject) =>
          median(
            found
              .filter((record) => record.subject === subject && record.n === size)
              .map(read)
              .map((x) => x ?? NaN),
          );
        const peers = subjects
          .filter((subject) => !notPeers.has(subject))
          .map((subject) => ({ subject, value: value(subject) }))
          .filter(({ value: v }) => v !== null);
        peers.sort((a, b) => a.value - b.value);
        return {
          measure,
          size,
          unit,
          ours: value('ours'),
          floor: value(floors[kind]),
          bestPeer: peers[0]?.value ?? null,
          bestPeerName: peers[0]?.subject ?? null,
          all: Object.fromEntries(subjects.map((subject) => [subject, value(subject)])),
        };
      }),
    )
    .filter(({ ours }) => ours !== null);
}

const figure = (value) => (value === null ? '–' : value >= 100 ? String(Math.round(value)) : value.toFixed(1));
const ratio = (ours, other) =>
  ours === null || other === null ? '–' : other === 0 ? (ours === 0 ? '1.0×' : '∞') : `${(ours / other).toFixed(2)}×`;

function print(rows) {
  for (const { measure, size, unit, ours, floor, bestPeer, bestPeerName, all } of rows) {
    console.log(
      `${measure.padEnd(24)} ${String(size).padStart(7)}  ours ${figure(ours).padStart(7)} ${unit.padEnd(8)} floor ${ratio(ours, floor).padStart(7)}  best peer ${ratio(ours, bestPeer).padStart(7)} (${bestPeerName ?? 'none finished'})`,
    );
    const others = Object.entries(all).filter(([name]) => name !== 'ours' && name !== bestPeerName);
    console.log(`${' '.repeat(34)}${others.map(([name, value]) => `${name} ${ratio(ours, value)}`).join(' · ')}`);
  }
}

install();
if (!args.includes('--no-build')) run(process.execPath, ['tools/build.mjs', '--modules'], root);
for (const kind of ['timeline', 'list']) {
  const rows = rowsOf(kind, await records(kind));
  if (json) for (const row of rows) console.log(JSON.stringify({ ...row, all: undefined }));
  else print(rows);
}
