// In-page driver. Bundled to dist/harness.js and loaded before any subject.
import { messages, message, conversations, conversation } from './gen.js';
const now = () => performance.now();
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
// Resolves in the first task after the next frame's style, layout and paint ran on the main thread.
function afterFrame() {
  return new Promise((res) =>
    requestAnimationFrame(() => {
      const c = new MessageChannel();
      c.port1.onmessage = () => res(now());
      c.port2.postMessage(0);
    }),
  );
}
async function until(pred, limit = 30000) {
  const t0 = now();
  for (;;) {
    const t = await afterFrame();
    if (pred()) return t;
    if (t - t0 > limit) throw new Error('DNF: condition not reached in ' + limit + ' ms');
  }
}
const q = (a, p) => {
  if (!a.length) return null;
  const s = [...a].sort((x, y) => x - y);
  return s[Math.min(s.length - 1, Math.floor(p * s.length))];
};
const round = (x, d = 2) => (x == null ? null : Math.round(x * 10 ** d) / 10 ** d);
const stat = (a) => ({
  raw: a.length <= 200 ? a.map((x) => round(x)) : undefined,
  n: a.length,
  median: round(q(a, 0.5)),
  p95: round(q(a, 0.95)),
  min: round(q(a, 0)),
  max: round(q(a, 1)),
});

const S = (window.__S = { seed: 42, long: [] });
try {
  new PerformanceObserver((l) => {
    for (const e of l.getEntries()) S.long.push([e.startTime, e.duration]);
  }).observe({ type: 'longtask', buffered: true });
} catch {}
const longSince = (t) => {
  const l = S.long.filter((e) => e[0] + e[1] > t);
  return {
    count: l.length,
    total: round(
      l.reduce((a, e) => a + e[1], 0),
      0,
    ),
    max: round(Math.max(0, ...l.map((e) => e[1])), 0),
  };
};

/** Files that were asked for up to a moment: what was needed to paint by then. */
const requestedBy = (t) =>
  performance
    .getEntriesByType('resource')
    .filter(({ startTime }) => startTime <= t)
    .map(({ name }) => new URL(name).pathname.split('/').at(-1));

let A = null; // adapter
const host = () => document.getElementById('host');
function viewport() {
  return A.scroller().getBoundingClientRect();
}
function rectOf(id) {
  const e = A.find(id);
  if (!e || !e.isConnected) return null;
  const r = e.getBoundingClientRect();
  return r.height > 0 ? r : null;
}
function visible(id) {
  const r = rectOf(id);
  if (!r) return false;
  const v = viewport();
  return r.top < v.bottom - 4 && r.bottom > v.top + 4;
}
// bottom edge of the message is inside the viewport, or (a message taller than the viewport) it covers it
function fully(id) {
  const r = rectOf(id);
  if (!r) return false;
  const v = viewport();
  return r.bottom <= v.bottom + 6 && r.bottom > v.top;
}
// Then 60 ms without any frame: the next frame starts at once, so the wait for a 60 Hz tick is not measured.
const IDLE = 60;
async function settle(ms = 120) {
  // no scroll movement and no height change for `ms`
  let last = '',
    t0 = now(),
    since = now();
  for (;;) {
    await sleep(30);
    await afterFrame();
    const s = A.scroller();
    const k = s.scrollTop.toFixed(0) + ':' + s.scrollHeight;
    const t = now();
    if (k !== last) {
      last = k;
      since = t;
    }
    if (t - since >= ms || t - t0 > 4000) return sleep(IDLE);
  }
}

const B = (window.__B = {
  // a fixed piece of JavaScript: how fast the machine is right now
  calib() {
    const t0 = now();
    let x = 0;
    for (let i = 0; i < 3e7; i++) x = (x * 31 + i) | 0;
    S.sink = x;
    return round(now() - t0);
  },
  prepare({ n, conv = 1, kind = 'timeline' }) {
    S.n = n;
    S.kind = kind;
    if (kind === 'list') {
      S.data = conversations(S.seed, n);
      return S.data.length;
    }
    S.conv = conv;
    S.from = 1000000;
    S.data = messages(S.seed, conv, S.from, n);
    S.first = S.from;
    S.next = S.from + n;
    return S.data.length;
  },
  // What stands behind a subject and is no part of it, such as a backend filled with the same data.
  async fixture(js) {
    const { build } = await import(js);
    window.fixture = await build(S);
  },
  async load({ js, css }) {
    const t0 = now();
    S.t0 = t0;
    if (css)
      await new Promise((res, rej) => {
        const l = document.createElement('link');
        l.rel = 'stylesheet';
        l.href = css;
        l.onload = res;
        l.onerror = rej;
        document.head.append(l);
      });
    const m = await import(js);
    A = window.bench = m.default || m;
    if (A.init) await A.init();
    return { loadMs: round(now() - t0) };
  },
  async mount() {
    const last = S.data[S.data.length - 1].id;
    const t1 = now();
    const p = A.mount(host(), S.data);
    const call = now() - t1;
    const early = [];
    let t;
    const wait = until(() => visible(last), 58000).then((x) => (t = x));
    await Promise.all([p, wait]);
    await settle(250);
    const full = fully(last);
    return {
      mountMs: round(t - t1),
      inclMs: round(t - S.t0),
      callMs: round(call),
      lastFullyVisible: full,
      requested: requestedBy(t),
      long: longSince(t1),
    };
  },
  async append({ count = 50, budget = 15000, seqStatus = 'sent' }) {
    const painted = [],
      settled = [],
      call = [];
    const t00 = now();
    let missed = 0,
      notfull = 0;
    A.scrollTo('bottom');
    await settle(150);
    for (let i = 0; i < count && now() - t00 < budget; i++) {
      const m = message(S.seed, S.conv, S.next++);
      if (m.dir === 'out') m.status = seqStatus;
      const t0 = now();
      A.append(m);
      call.push(now() - t0);
      let t;
      try {
        t = await until(() => visible(m.id), 3000);
      } catch {
        missed++;
        A.scrollTo('bottom');
        await settle(150);
        continue;
      }
      painted.push(t - t0);
      try {
        const t2 = fully(m.id) ? t : await until(() => fully(m.id), 1500);
        settled.push(t2 - t0);
      } catch {
        notfull++;
      }
      await settle(60);
      if (!fully(m.id)) {
        A.scrollTo('bottom');
        await settle(60);
      }
    }
    return { painted: stat(painted), settled: stat(settled), call: stat(call), missed, notfull, long: longSince(t00) };
  },
  async update({ rounds = 10, budget = 15000 }) {
    // status of a visible outgoing message: sent -> delivered -> read
    A.scrollTo('bottom');
    await settle(100);
    const painted = [],
      call = [];
    const t00 = now();
    for (let i = 0; i < rounds && now() - t00 < budget; i++) {
      let m;
      do {
        m = message(S.seed, S.conv, S.next++);
      } while (m.dir !== 'out' || m.text.length > 400);
      m.status = 'sent';
      S.lastOut = m.id;
      A.append(m);
      await until(() => visible(m.id), 5000);
      await settle(60);
      if (!fully(m.id)) {
        A.scrollTo('bottom');
        await settle(60);
      }
      for (const status of ['delivered', 'read']) {
        const t0 = now();
        A.update(m.id, { status });
        call.push(now() - t0);
        const t = await until(() => A.shows(m.id, { status }), 5000);
        painted.push(t - t0);
        await settle(40);
      }
    }
    return { painted: stat(painted), call: stat(call), mode: A.statusMode || 'native', long: longSince(t00) };
  },
  async prepend({ pos, rounds = 5, budget = 15000, patience = 6000 }) {
    // pos 'top': scrollTop 0; 'near': 300 px below the top
    const ms = [],
      settled = [],
      jumpFinal = [],
      jumpMax = [];
    const t00 = now();
    let lost = 0;
    if (A.loadHistory) await A.loadHistory();
    for (let i = 0; i < rounds && now() - t00 < budget; i++) {
      A.scrollTo('top');
      await settle(200);
      const sc = A.scroller();
      if (A.setTop) A.setTop(pos === 'near' ? 300 : 0);
      else sc.scrollTop = pos === 'near' ? 300 : 0;
      await settle(150);
      // anchor: the first message whose top edge is in the viewport's upper half
      const v = viewport();
      let anchor = null;
      for (let k = 0; k < 60; k++) {
        const s = S.first + k;
        const r = rectOf('m' + s);
        if (r && r.bottom > v.top + 10) {
          anchor = 'm' + s;
          break;
        }
      }
      if (!anchor) {
        lost++;
        continue;
      }
      const y0 = rectOf(anchor).top,
        h0 = sc.scrollHeight;
      const older = messages(S.seed, S.conv, S.first - 50, 50);
      const t0 = now();
      S.first -= 50;
      A.prepend(older);
      let tDone = null,
        maxJ = 0,
        stable = 0,
        tLast = t0,
        prev = h0 + ':' + y0,
        last = y0;
      // 500 ms of frames after the first change; the worst painted displacement and the final one
      for (;;) {
        const t = await afterFrame();
        const r = rectOf(anchor);
        const y = r ? r.top : null;
        const h = sc.scrollHeight;
        if (y != null) {
          maxJ = Math.max(maxJ, Math.abs(y - y0));
          last = y;
        } else {
          last = null;
          maxJ = Math.max(maxJ, 9999);
        }
        const key = h + ':' + Math.round(y == null ? -1 : y);
        if (tDone == null && h !== h0) {
          tDone = t;
        }
        if (key !== prev) {
          prev = key;
          tLast = t;
          stable = 0;
        }
        if (tDone != null && t - tLast > 500) break;
        if (t - t0 > patience) break;
      }
      if (tDone == null) {
        lost++;
        continue;
      }
      ms.push(tDone - t0);
      settled.push(tLast - t0);
      jumpMax.push(maxJ);
      jumpFinal.push(last == null ? 9999 : Math.abs(last - y0));
    }
    return {
      ms: stat(ms),
      settled: stat(settled),
      jumpFinal: stat(jumpFinal),
      jumpMax: stat(jumpMax),
      lost,
      long: longSince(t00),
    };
  },
  async switchConv({ n = 1000, rounds = 3, budget = 20000 }) {
    const painted = [],
      call = [];
    const t00 = now();
    for (let i = 0; i < rounds && now() - t00 < budget; i++) {
      const conv = S.conv + 1 + (i % 3);
      const from = 2000000 + i * 100000;
      const data = messages(S.seed, conv, from, n);
      await settle(150);
      const id = data[n - 1].id;
      const t0 = now();
      A.switchConversation(data);
      call.push(now() - t0);
      const t = await until(() => visible(id), 20000);
      painted.push(t - t0);
      S.first = from;
      S.next = from + n;
    }
    return { painted: stat(painted), call: stat(call), long: longSince(t00) };
  },
  // Scripted scroll from the bottom up. mode 'fling': 100 px a frame; 'drag': whole history in `secs`.
  // A subject that pages its history loads all of it before, not measured: everybody scrolls the same.
  async scroll({ mode, secs = 4, blank = false }) {
    if (A.loadHistory) await A.loadHistory();
    A.scrollTo('bottom');
    await settle(200);
    const sc = A.scroller();
    const H = sc.scrollHeight - sc.clientHeight;
    if (H < 50) return { skipped: 'nothing to scroll' };
    const pxs = mode === 'fling' ? 6000 : H / secs; // px per second
    let cov0 = null;
    const covs = [];
    if (blank) {
      const base = [];
      for (let i = 0; i < 5; i++) {
        base.push(covered());
      }
      cov0 = q(base, 0.5);
    }
    const dts = [];
    let prev = null;
    const t00 = now();
    let y = sc.scrollTop,
      moved = 0,
      stuck = 0;
    const startY = y;
    const tEnd = t00 + secs * 1000;
    // The step runs in a task after a frame, so the scroll event of the next frame carries it (as a
    // compositor scroll does): a list can react in the same frame. Relative to where the list is,
    // because lists re-anchor when rows above are measured.
    let done = false;
    while (!done) {
      const ts = await new Promise((res) =>
        requestAnimationFrame((t) => {
          const c = new MessageChannel();
          c.port1.onmessage = () => res(t);
          c.port2.postMessage(0);
        }),
      );
      if (prev != null) dts.push(ts - prev);
      if (blank) covs.push(covered());
      const dt = prev == null ? 16.67 : Math.min(ts - prev, 100);
      prev = ts;
      const cur = sc.scrollTop;
      sc.scrollTop = cur - (pxs * dt) / 1000;
      moved += cur - sc.scrollTop;
      done = sc.scrollTop <= 0 || now() > tEnd + 4000 || (mode === 'fling' && now() > tEnd);
    }
    const wall = now() - t00;
    const vs = 1000 / 60;
    let dropped = 0;
    for (const d of dts) dropped += Math.max(0, Math.round(d / vs) - 1);
    const out = {
      mode,
      px: round(moved, 0),
      height: H,
      frames: dts.length,
      wall: round(wall, 0),
      frame: stat(dts),
      droppedPct: round((100 * dropped) / Math.max(1, dropped + dts.length), 1),
      reachedTop: sc.scrollTop <= 0,
      long: longSince(t00),
    };
    if (blank) {
      const rel = covs.map((c) => Math.max(0, 1 - c / (cov0 || 1)));
      out.blank = {
        baseline: round(cov0),
        meanPct: round((100 * rel.reduce((a, b) => a + b, 0)) / rel.length, 1),
        framesOver50Pct: round((100 * rel.filter((x) => x > 0.5).length) / rel.length, 1),
      };
    }
    return out;
  },
  // Streams `rate` messages a second for `secs`; key latencies are sampled from real (CDP) key events.
  async stream({ rate = 20, secs = 5 }) {
    A.scrollTo('bottom');
    await settle(150);
    const inp = document.getElementById('probe');
    inp.focus();
    const lat = [];
    const t00 = now();
    const ev = [];
    const onKey = (e) => {
      const ts = e.timeStamp;
      afterFrame().then((t) => lat.push(t - ts));
    };
    inp.addEventListener('keydown', onKey);
    let po;
    try {
      po = new PerformanceObserver((l) => {
        for (const e of l.getEntries()) if (e.name === 'keydown') ev.push(e.duration);
      });
      po.observe({ type: 'event', durationThreshold: 16 });
    } catch {}
    let sent = 0,
      call = 0;
    const dts = [];
    let on = true,
      prev = null;
    const loop = (ts) => {
      if (prev != null) dts.push(ts - prev);
      prev = ts;
      if (on) requestAnimationFrame(loop);
    };
    requestAnimationFrame(loop);
    window.__streaming = true;
    await new Promise((res) => {
      const timer = setInterval(
        () => {
          const due = Math.floor(((now() - t00) / 1000) * rate);
          // a late timer sends one message at a time, like a socket that delivers a message per task
          if (sent < due) {
            const m = message(S.seed, S.conv, S.next++);
            const c0 = now();
            A.append(m);
            call += now() - c0;
            sent++;
          }
          if (now() - t00 > secs * 1000) {
            clearInterval(timer);
            res();
          }
        },
        1000 / rate / 2,
      );
    });
    window.__streaming = false;
    await afterFrame();
    await afterFrame();
    on = false;
    await sleep(100);
    inp.removeEventListener('keydown', onKey);
    if (po) po.disconnect();
    const lastId = 'm' + (S.next - 1);
    let atBottom = false;
    try {
      await until(() => fully(lastId), 1500);
      atBottom = true;
    } catch {}
    const vs = 1000 / 60;
    let dropped = 0;
    for (const d of dts) dropped += Math.max(0, Math.round(d / vs) - 1);
    return {
      sent,
      wanted: rate * secs,
      key: stat(lat),
      eventTiming: { over16: ev.length, max: ev.length ? Math.max(...ev) : 0 },
      callMs: round(call),
      frame: stat(dts),
      droppedPct: round((100 * dropped) / Math.max(1, dropped + dts.length), 1),
      atBottom,
      long: longSince(t00),
    };
  },
  // Fixed work with no polling; the runner reads main-thread CPU (thread ticks) around each and takes
  // off cpuIdle, the cost of the same frames without the operation.
  async cpu({ op, k = 10 }) {
    const two = async () => {
      await afterFrame();
      await afterFrame();
      await sleep(30);
    };
    if (op === 'idle') {
      for (let i = 0; i < k; i++) await two();
      return k;
    }
    if (op === 'append') {
      for (let i = 0; i < k; i++) {
        A.append(message(S.seed, S.conv, S.next++));
        await two();
      }
      return k;
    }
    if (op === 'update') {
      for (let i = 0; i < k; i++) {
        A.update(S.lastOut, { status: i & 1 ? 'read' : 'delivered' });
        await two();
      }
      return k;
    }
    return 0;
  },
  info() {
    const sc = A.scroller();
    return {
      scrollHeight: sc.scrollHeight,
      clientHeight: sc.clientHeight,
      scrollTop: sc.scrollTop,
      elements: deepCount(host()),
      notes: A.notes,
      statusMode: A.statusMode,
    };
  },

  // ---- conversation list ----
  async listMount() {
    const t1 = now();
    const p = A.mount(host(), S.data);
    const call = now() - t1;
    let t;
    const first = () => A.visibleIds().length > 0;
    await Promise.all([p, until(first, 58000).then((x) => (t = x))]);
    await settle(250);
    return {
      mountMs: round(t - t1),
      inclMs: round(t - S.t0),
      callMs: round(call),
      visible: A.visibleIds().length,
      requested: requestedBy(t),
      long: longSince(t1),
    };
  },
  async listOp({ op, rounds = 5, budget = 15000 }) {
    const painted = [],
      call = [];
    let missed = 0;
    if (op !== 'filter') {
      A.filter('');
      await settle(300);
    }
    const t00 = now();
    for (let i = 0; i < rounds && now() - t00 < budget; i++) {
      A.scroller().scrollTop = 0;
      await settle(100);
      let pred, t0;
      if (op === 'sort') {
        // alternate newest first / oldest first / by name
        const modes = A.sorts ?? ['name', 'oldest', 'newest'];
        const mode = modes[i % modes.length];
        const exp = expectFirst(mode);
        t0 = now();
        A.sort(mode);
        call.push(now() - t0);
        pred = () => A.visibleIds()[0] === exp;
      } else if (op === 'filter') {
        const f = ['Isla', 'Chen', ''][i % 3];
        const exp = S.data.filter((c) => c.name.includes(f)).sort((a, b) => b.ts - a.ts)[0].id;
        if (i === 0) {
          A.sort('newest');
          await settle(150);
        }
        t0 = now();
        A.filter(f);
        call.push(now() - t0);
        pred = () => A.visibleIds()[0] === exp && A.visibleIds().length > 3;
      } else if (op === 'update') {
        const ids = A.visibleIds();
        const id = ids[3];
        const text = 'Updated preview ' + i;
        t0 = now();
        A.update(id, { last: text, unread: 7 });
        call.push(now() - t0);
        pred = () => A.textOf(id).includes(text);
      } else if (op === 'bump') {
        // a new message moves a far row to the top
        const id = S.data[S.data.length - 1 - i].id;
        const ts = Date.UTC(2030, 0, 1) + i * 1000;
        if (i === 0) {
          A.sort('newest');
          await settle(150);
        }
        const c = S.data.find((x) => x.id === id);
        c.ts = ts;
        c.last = 'Bumped ' + i;
        t0 = now();
        A.update(id, { last: c.last, ts });
        call.push(now() - t0);
        pred = () => A.visibleIds()[0] === id;
      }
      try {
        const t = await until(pred, 8000);
        painted.push(t - t0);
      } catch {
        missed++;
      }
    }
    return { painted: stat(painted), call: stat(call), missed, long: longSince(t00) };
  },
  async listScroll({ mode, secs = 3 }) {
    A.filter('');
    await settle(300);
    if (A.loadHistory) await A.loadHistory();
    const sc = A.scroller();
    sc.scrollTop = 0;
    await settle(100);
    return downScroll(mode, secs);
  },
});
function expectFirst(mode) {
  const d = [...S.data];
  if (mode === 'newest') d.sort((a, b) => b.ts - a.ts);
  else if (mode === 'oldest') d.sort((a, b) => a.ts - b.ts);
  else d.sort((a, b) => (a.name < b.name ? -1 : 1));
  return d[0].id;
}
async function downScroll(mode, secs) {
  const sc = A.scroller();
  const H = sc.scrollHeight - sc.clientHeight;
  const pxs = mode === 'fling' ? 6000 : H / secs;
  const dts = [];
  let prev = null;
  const t00 = now();
  let done = false;
  while (!done) {
    const ts = await new Promise((res) =>
      requestAnimationFrame((t) => {
        const c = new MessageChannel();
        c.port1.onmessage = () => res(t);
        c.port2.postMessage(0);
      }),
    );
    if (prev != null) dts.push(ts - prev);
    const dt = prev == null ? 16.67 : Math.min(ts - prev, 100);
    prev = ts;
    sc.scrollTop += (pxs * dt) / 1000;
    done =
      sc.scrollTop + sc.clientHeight >= sc.scrollHeight - 1 || now() - t00 > secs * 1000 + (mode === 'drag' ? 4000 : 0);
  }
  const vs = 1000 / 60;
  let dropped = 0;
  for (const d of dts) dropped += Math.max(0, Math.round(d / vs) - 1);
  return {
    mode,
    height: H,
    frames: dts.length,
    frame: stat(dts),
    droppedPct: round((100 * dropped) / Math.max(1, dropped + dts.length), 1),
    long: longSince(t00),
  };
}
function deepAt(x, y) {
  let e = document.elementFromPoint(x, y);
  while (e && e.shadowRoot) {
    const n = e.shadowRoot.elementFromPoint(x, y);
    if (!n || n === e) break;
    e = n;
  }
  return e;
}
function deepClosest(e, sel) {
  while (e) {
    const c = e.closest && e.closest(sel);
    if (c) return c;
    const root = e.getRootNode();
    e = root.host || null;
  }
  return null;
}
// share of 24 viewport heights where at least one of three columns hits an element inside a message
function covered() {
  const v = viewport();
  let hit = 0;
  const N = 24;
  for (let i = 0; i < N; i++) {
    const y = v.top + ((i + 0.5) * v.height) / N;
    for (const fx of [0.12, 0.5, 0.85]) {
      const e = deepAt(v.left + v.width * fx, y);
      if (e && deepClosest(e, A.itemSelector)) {
        hit++;
        break;
      }
    }
  }
  return hit / N;
}
function deepCount(root) {
  let n = 0;
  const walk = (r) => {
    const all = r.querySelectorAll('*');
    n += all.length;
    for (const e of all) if (e.shadowRoot) walk(e.shadowRoot);
  };
  walk(root);
  return n;
}
window.__B.covered = covered;
