// node run.mjs [--kind timeline|list|all] [--only a,b] [--skip a,b] [--n 100,1000] [--reps 1] [--plan 1000,100,...]
//              [--subject name=path] [--list-subject name=path] [--out results/x.jsonl] [--phases mount,append,...]
import { chromium } from 'playwright-core';
import { appendFileSync, existsSync, mkdirSync, statSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { SUBJECTS, LISTS, ROOT } from './lib/subjects.mjs';
import { buildHarness, buildSubject, fixtureOf, sizes } from './lib/build.mjs';
import { serve } from './lib/server.mjs';

const args = process.argv.slice(2);
const opt = (k, d) => {
  const i = args.indexOf('--' + k);
  return i >= 0 ? args[i + 1] : d;
};
const optAll = (k) => args.flatMap((a, i) => (a === '--' + k ? [args[i + 1]] : []));
const KIND = opt('kind', 'timeline');
const TIMEOUT = +opt('timeout', 60000);
const CELL_MAX = +opt('cell', 150000);
/** Scrolls, streams and repeats less: for a first look. */
const QUICK = args.includes('--quick');
const ONLY = opt('only') && opt('only').split(',');
const SKIP = (opt('skip') || '').split(',');
const PLAN = (opt('plan') || opt('n', '1000')).split(',').map(Number);
const REPS = +opt('reps', 1);
const PHASES = opt('phases') && opt('phases').split(',');
const OUT = path.resolve(
  opt('out', path.join(ROOT, 'results', `${KIND}-${new Date().toISOString().replace(/[:.]/g, '-')}.jsonl`)),
);
const CHROME = process.env.CHROME || '/usr/bin/chromium';
mkdirSync(path.dirname(OUT), { recursive: true });

function external(spec, kind) {
  const [name, ...r] = spec.split('=');
  const p = path.resolve(r.join('='));
  const isDir = statSync(p).isDirectory();
  return { name, kind, external: true, versions: { local: p }, ...(isDir ? { dir: p } : { entry: p }) };
}
let subjects = [
  ...(KIND !== 'list' ? [...SUBJECTS, ...optAll('subject').map((s) => external(s, 'timeline'))] : []),
  ...(KIND !== 'timeline' ? [...LISTS, ...optAll('list-subject').map((s) => external(s, 'list'))] : []),
];
if (ONLY) subjects = subjects.filter((s) => ONLY.includes(s.name));
subjects = subjects.filter((s) => !SKIP.includes(s.name));
await buildHarness();
for (const s of subjects)
  if (s.external || !existsSync(path.join(ROOT, 'dist', s.name)) || args.includes('--build')) await buildSubject(s);

const srv = await serve();
const BASE = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--js-flags=--max-old-space-size=4096',
  '--disable-features=Translate,OptimizationHints,MediaRouter',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
];
const live = { b: null };
// Playwright closes its browser on a signal but keeps Node alive, and the loop would open a new one: leave for good.
for (const sig of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(sig, () => {
    const b = live.b;
    setTimeout(() => process.exit(130), 3000).unref();
    (b ? b.close().catch(() => {}) : Promise.resolve()).then(() => process.exit(130));
  });
async function browser() {
  if (!live.b || !live.b.isConnected())
    live.b = await chromium.launch({
      executablePath: CHROME,
      headless: true,
      args: BASE,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  return live.b;
}
const race = (p, ms, what) => {
  let t;
  return Promise.race([
    p,
    new Promise((_, r) => {
      t = setTimeout(() => r(new Error('TIMEOUT ' + what)), ms);
    }),
  ]).finally(() => clearTimeout(t));
};
async function shut(ctx) {
  try {
    await race(ctx.close(), 5000, 'close');
  } catch {
    try {
      await race(live.b.close(), 8000, 'browser close');
    } catch {}
    live.b = null;
  }
}
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));

async function openPage(s, n) {
  const ctx = await (await browser()).newContext({ viewport: { width: 1000, height: 800 }, deviceScaleFactor: 1 });
  const page = await ctx.newPage();
  const loaded = new Set();
  const errors = [];
  page.on('request', (r) => {
    const u = new URL(r.url());
    if (u.pathname.startsWith('/' + s.name + '/')) loaded.add(u.pathname.split('/').pop());
  });
  page.on('pageerror', (e) => {
    if (errors.length < 5) errors.push(String(e).slice(0, 160));
  });
  const cdp = await ctx.newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(srv.url + '/page');
  await page.evaluate((a) => __B.prepare(a), { n, kind: s.kind });
  const calib = await page.evaluate(() => __B.calib());
  return { ctx, page, cdp, loaded, errors, calib };
}
const metrics = async (cdp) =>
  Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map((m) => [m.name, m.value]));
async function heap(cdp) {
  for (let i = 0; i < 2; i++) await cdp.send('HeapProfiler.collectGarbage');
  const h = await cdp.send('Runtime.getHeapUsage');
  const d = await cdp.send('Memory.getDOMCounters');
  return {
    js: h.usedSize,
    dom: h.embedderHeapUsedSize ?? null,
    backing: h.backingStorageSize ?? null,
    nodes: d.nodes,
    listeners: d.jsEventListeners,
  };
}

async function cell(s, n, rep) {
  const rec = {
    kind: s.kind,
    subject: s.name,
    n,
    rep,
    t: new Date().toISOString(),
    versions: s.versions,
    phases: {},
    load1: os.loadavg()[0],
  };
  const files = sizes(s.name);
  const js = `/${s.name}/app.js`,
    css = files['app.css'] ? `/${s.name}/app.css` : null;
  const t0 = Date.now();
  const want = (k) => !PHASES || PHASES.includes(k);
  let P;
  try {
    P = await race(openPage(s, n), TIMEOUT, 'open');
  } catch (e) {
    rec.phases.mount = { dnf: 'page: ' + String(e.message).slice(0, 120) };
    rec.broken = true;
    try {
      await race(live.b.close(), 5000, 'close');
    } catch {}
    live.b = null;
    rec.ms = Date.now() - t0;
    return rec;
  }
  const { ctx, page, cdp } = P;
  let dead = false;
  rec.calib = P.calib;
  const phase = async (k, f, always) => {
    if (!always && !want(k)) return null;
    if (dead) {
      rec.phases[k] = { dnf: 'after an earlier DNF' };
      return null;
    }
    if (!always && Date.now() - t0 > CELL_MAX) {
      rec.phases[k] = { skipped: 'cell budget' };
      return null;
    }
    const w0 = Date.now();
    const m0 = await race(metrics(cdp), 10000, 'metrics').catch(() => null);
    try {
      const r = await race(f(), TIMEOUT, k);
      const m1 = m0 && (await race(metrics(cdp), 30000, 'metrics').catch(() => null));
      rec.phases[k] = {
        ...r,
        wall: Date.now() - w0,
        cpu: m1
          ? {
              task: m1.TaskDuration - m0.TaskDuration,
              script: m1.ScriptDuration - m0.ScriptDuration,
              layout: m1.LayoutDuration - m0.LayoutDuration,
              style: m1.RecalcStyleDuration - m0.RecalcStyleDuration,
            }
          : null,
      };
      return r;
    } catch (e) {
      const m = String(e.message).split('\n')[0].slice(0, 140);
      rec.phases[k] = { dnf: m };
      if (/TIMEOUT|crash|closed/i.test(m)) dead = true;
      return null;
    }
  };
  const ev = (fn, a) => page.evaluate(fn, a);
  try {
    const fixture = fixtureOf(s);
    if (fixture)
      await race(
        ev((a) => __B.fixture(a), fixture),
        TIMEOUT,
        'fixture',
      );
    const h0 = await heap(cdp);
    await phase('load', () => ev((a) => __B.load(a), { js, css }), true);
    const mt = await phase('mount', () => ev((k) => __B[k](), s.kind === 'list' ? 'listMount' : 'mount'), true);
    if (!mt) {
      rec.dead = true;
      dead = true;
    } else {
      rec.files = [...P.loaded].filter((f) => files[f] && mt.requested.includes(f));
      rec.bytes = rec.files.reduce(
        (a, f) => ({ raw: a.raw + files[f].raw, gzip: a.gzip + files[f].gzip, brotli: a.brotli + files[f].brotli }),
        { raw: 0, gzip: 0, brotli: 0 },
      );
      await phase('heap', async () => {
        const h1 = await heap(cdp);
        const info = s.kind === 'list' ? {} : await ev(() => __B.info());
        return {
          before: h0,
          after: h1,
          js: h1.js - h0.js,
          dom: h1.dom == null ? null : h1.dom - h0.dom,
          nodes: h1.nodes - h0.nodes,
          listeners: h1.listeners - h0.listeners,
          ...info,
        };
      });
      if (s.kind === 'timeline') {
        await phase('append', () => ev((a) => __B.append(a), { count: +opt('append', 17), budget: 12000 }));
        await phase('update', () => ev((a) => __B.update(a), { rounds: QUICK ? 2 : 3, budget: 10000 }));
        if (want('cpu')) {
          await phase('cpuIdle', () => ev((a) => __B.cpu(a).then((k) => ({ k })), { op: 'idle' }), true);
          for (const op of ['append', 'update'])
            await phase(
              'cpu_' + op,
              () =>
                ev((a) => __B.cpu(a).then((k) => ({ k })), { op, k: rec.phases[op]?.painted?.median > 400 ? 3 : 10 }),
              true,
            );
        }
        await phase('fling', () => ev((a) => __B.scroll(a), { mode: 'fling', secs: QUICK ? 0.8 : 2.5 }));
        await phase('drag', () => ev((a) => __B.scroll(a), { mode: 'drag', secs: QUICK ? 1 : 3 }));
        await phase('blank', () => ev((a) => __B.scroll(a), { mode: 'drag', secs: QUICK ? 1 : 2.5, blank: true }));
        await phase('stream', async () => {
          const secs = QUICK ? 1.5 : 4;
          let on = true;
          const t1 = Date.now();
          const keys = (async () => {
            await sleep(400);
            let k = 0;
            while (on) {
              const ch = 'abcdefghij'[k++ % 10];
              cdp
                .send('Input.dispatchKeyEvent', {
                  type: 'keyDown',
                  key: ch,
                  code: 'Key' + ch.toUpperCase(),
                  text: ch,
                  windowsVirtualKeyCode: 65,
                })
                .catch(() => {});
              cdp
                .send('Input.dispatchKeyEvent', { type: 'keyUp', key: ch, code: 'Key' + ch.toUpperCase() })
                .catch(() => {});
              await sleep(110 + ((k * 37) % 60));
            }
          })();
          const r = await ev((a) => __B.stream(a), { rate: 20, secs }).finally(() => {
            on = false;
          });
          await keys;
          return { ...r, cpuWall: (Date.now() - t1) / 1000 };
        });
        await phase('prependNear', () =>
          ev((a) => __B.prepend(a), {
            pos: 'near',
            rounds: QUICK ? 1 : 2,
            budget: 12000,
            patience: QUICK ? 3000 : 6000,
          }),
        );
        await phase('prependTop', () => ev((a) => __B.prepend(a), { pos: 'top', rounds: 2, budget: 12000 }));
        await phase('switch', () => ev((a) => __B.switchConv(a), { n, rounds: QUICK ? 2 : 3, budget: 20000 }));
      } else {
        for (const op of ['sort', 'filter', 'update', 'bump'])
          if (!(op === 'bump' && s.name === 'list-stream'))
            await phase(op, () =>
              ev((a) => __B.listOp(a), { op, rounds: QUICK ? 3 : op === 'update' ? 8 : 6, budget: 15000 }),
            );
        await phase('fling', () => ev((a) => __B.listScroll(a), { mode: 'fling', secs: QUICK ? 0.8 : 2.5 }));
        await phase('drag', () => ev((a) => __B.listScroll(a), { mode: 'drag', secs: QUICK ? 1 : 3 }));
      }
    }
    if (P.errors.length) rec.errors = P.errors;
  } catch (e) {
    rec.fail = String(e.message).slice(0, 200);
  }
  await shut(ctx);
  rec.ms = Date.now() - t0;
  return rec;
}
const dead = new Map();
let k = 0;
for (const [i, n] of PLAN.flatMap((n) => Array(REPS).fill(n)).entries()) {
  const rep = PLAN.flatMap((n) => Array(REPS).fill(n))
    .slice(0, i)
    .filter((x) => x === n).length;
  const order = subjects.map((_, j) => subjects[(j + i * 5) % subjects.length]); // rotate: no subject is always first
  for (const s of order) {
    if (dead.has(s.name) && n >= dead.get(s.name)) {
      if (!rep)
        appendFileSync(
          OUT,
          JSON.stringify({
            kind: s.kind,
            subject: s.name,
            n,
            rep,
            dead: true,
            inherited: dead.get(s.name),
            phases: { mount: { dnf: 'DNF at ' + dead.get(s.name) } },
          }) + '\n',
        );
      continue;
    }
    const r = await cell(s, n, rep);
    r.browser = live.b?.version();
    r.node = process.version;
    appendFileSync(OUT, JSON.stringify(r) + '\n');
    if (r.dead) dead.set(s.name, Math.min(n, dead.get(s.name) ?? Infinity));
    const p = r.phases;
    console.log(
      new Date().toISOString().slice(11, 19),
      s.name.padEnd(18),
      String(n).padStart(6),
      'rep' + rep,
      'mount',
      p.mount?.mountMs ?? p.mount?.dnf,
      'app',
      p.append?.painted?.median ?? p.append?.dnf,
      'key',
      p.stream?.key?.p95 ?? p.stream?.dnf,
      'drag',
      p.drag?.droppedPct ?? p.drag?.dnf,
      'sort',
      p.sort?.painted?.median ?? '',
      'cal',
      r.calib,
      (r.ms / 1000).toFixed(0) + 's',
    );
    k++;
  }
}
await live.b?.close().catch(() => {});
srv.close();
console.log('wrote', OUT);
process.exit(0);
