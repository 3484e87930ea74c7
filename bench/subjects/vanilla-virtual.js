// Floor (c): hand-written virtual list without any library: rows in normal flow inside one translated
// block, nodes added and removed only at the ends of the window, heights in a Fenwick tree, text patched in place.
import './_bubble.css';
import { hhmm, day, TICK, hasUrl, splitUrls } from './_util.js';
const EST = 76,
  OVER = 350;
let sc,
  sizer,
  win,
  data = [],
  h,
  tree,
  n = 0,
  lo = 0,
  hi = 0,
  pinned = true,
  selfTop = -1;
const byId = new Map();
function build(cap) {
  tree = new Float64Array(cap + 1);
  for (let i = 0; i < cap; i++) tree[i + 1] += i < n ? h[i] : 0;
  for (let i = 1; i <= cap; i++) {
    const j = i + (i & -i);
    if (j <= cap) tree[j] += tree[i];
  }
}
const add = (i, d) => {
  for (i++; i < tree.length; i += i & -i) tree[i] += d;
};
const off = (i) => {
  let s = 0;
  for (; i > 0; i -= i & -i) s += tree[i];
  return s;
};
function at(y) {
  let p = 0,
    b = 1;
  while (b * 2 < tree.length) b *= 2;
  for (; b; b >>= 1)
    if (p + b < tree.length && tree[p + b] <= y) {
      p += b;
      y -= tree[p];
    }
  return Math.min(p, n - 1);
}
const tpl = document.createElement('template');
tpl.innerHTML =
  '<div class="vi"><div class="row"><div class="bub"><div class="who"></div><div class="txt"></div><div class="meta"><time></time> <span class="st"></span></div></div></div></div>';
function make(i) {
  const m = data[i],
    p = data[i - 1];
  const v = tpl.content.firstChild.cloneNode(true);
  const r = v.firstChild;
  r.className = 'row ' + m.dir;
  const b = r.firstChild;
  const [who, txt, meta] = b.children;
  if (!p || day(p.ts) !== day(m.ts)) {
    const s = document.createElement('div');
    s.className = 'day';
    s.textContent = day(m.ts);
    v.prepend(s);
  }
  who.textContent = m.author.name;
  if (hasUrl(m.text)) {
    txt.textContent = '';
    for (const x of splitUrls(m.text)) {
      if (x.startsWith('http')) {
        const a = document.createElement('a');
        a.href = x;
        a.textContent = x;
        txt.append(a);
      } else txt.append(x);
    }
  } else txt.textContent = m.text;
  if (m.image) {
    const g = document.createElement('img');
    g.src = m.image;
    g.width = 160;
    g.height = 120;
    b.insertBefore(g, txt);
  }
  meta.firstChild.textContent = hhmm(m.ts);
  if (m.status) meta.lastChild.textContent = TICK[m.status];
  v.i = m.id;
  byId.set(m.id, v);
  return v;
}
const drop = (e) => {
  byId.delete(e.i);
  e.remove();
};
function measure(els, from, anchor) {
  let d = 0;
  for (let k = 0; k < els.length; k++) {
    const x = els[k].getBoundingClientRect().height,
      i = from + k,
      o = h[i];
    if (Math.abs(x - o) > 0.01) {
      h[i] = x;
      add(i, x - o);
      if (i < anchor) d += x - o;
    }
  }
  return d;
}
// draws the window for the scroll position; returns how far heights above the viewport changed
function draw() {
  if (!n) {
    win.replaceChildren();
    lo = hi = 0;
    sizer.style.height = '0px';
    return;
  }
  for (let pass = 0; pass < 3; pass++) {
    const y = sc.scrollTop,
      first = at(y);
    // keep in place the first row already drawn, if one is in view; else the first row in view
    const anchor = first < lo && lo < hi && off(lo) < y + sc.clientHeight ? lo : first,
      a = at(Math.max(0, y - OVER)),
      z = Math.min(n, at(y + sc.clientHeight + OVER) + 1);
    let fresh = 0;
    if (a >= hi || z <= lo) {
      for (const e of [...win.children]) drop(e);
      const f = document.createDocumentFragment();
      for (let i = a; i < z; i++) f.append(make(i));
      win.append(f);
      lo = a;
      hi = z;
      fresh = [[0, z - a]];
    } else {
      fresh = [];
      while (lo < a) {
        drop(win.firstChild);
        lo++;
      }
      while (hi > z) {
        drop(win.lastChild);
        hi--;
      }
      if (a < lo) {
        const f = document.createDocumentFragment();
        for (let i = a; i < lo; i++) f.append(make(i));
        fresh.push([0, lo - a]);
        win.prepend(f);
        lo = a;
      }
      if (z > hi) {
        const f = document.createDocumentFragment(),
          k = win.childElementCount;
        for (let i = hi; i < z; i++) f.append(make(i));
        fresh.push([k, k + z - hi]);
        win.append(f);
        hi = z;
      }
    }
    let d = 0;
    const kids = win.children;
    for (const [s, e] of fresh) {
      const l = [];
      for (let k = s; k < e; k++) l.push(kids[k]);
      d += measure(l, lo + s, anchor);
    }
    sizer.style.height = off(n) + 'px';
    win.style.transform = 'translateY(' + off(lo) + 'px)';
    if (pinned) {
      sc.scrollTop = 1e9;
    } else if (d) sc.scrollTop = y + d;
    selfTop = sc.scrollTop;
    if (!fresh.length) return;
  }
}
function reset(ms) {
  data = ms;
  n = ms.length;
  h = new Float64Array(n + 4096).fill(EST, 0, n);
  build(h.length);
  for (const e of [...win.children]) drop(e);
  lo = hi = 0;
  pinned = true;
  sizer.style.height = off(n) + 'px';
  sc.scrollTop = 1e9;
  draw();
}
export default {
  itemSelector: '.vi',
  statusMode: 'native',
  notes: 'no library; overscan 350 px; not recycled; heights measured on insert',
  mount(host, ms) {
    sc = document.createElement('div');
    sc.className = 'tl';
    sc.style.overflowAnchor = 'none';
    sizer = document.createElement('div');
    sizer.style.cssText = 'position:relative;contain:layout style';
    win = document.createElement('div');
    win.style.cssText = 'position:absolute;left:0;right:0;top:0';
    sizer.append(win);
    sc.append(sizer);
    host.append(sc);
    sc.addEventListener(
      'scroll',
      () => {
        if (sc.scrollTop === selfTop) return;
        pinned = sc.scrollHeight - sc.scrollTop - sc.clientHeight < 4;
        draw();
      },
      { passive: true },
    );
    reset(ms);
  },
  append(m) {
    data.push(m);
    if (n + 1 >= h.length) {
      const g = new Float64Array(h.length * 2);
      g.set(h);
      h = g;
      n++;
      h[n - 1] = EST;
      build(h.length);
    } else {
      h[n] = EST;
      add(n, EST);
      n++;
    }
    if (pinned || hi === n - 1) draw();
    else sizer.style.height = off(n) + 'px';
  },
  prepend(ms) {
    const k = ms.length,
      y = sc.scrollTop;
    data = ms.concat(data);
    const g = new Float64Array(h.length + k).fill(EST, 0, k);
    g.set(h.subarray(0, n), k);
    h = g;
    n += k;
    build(h.length);
    lo += k;
    hi += k;
    // the old first row may lose its day header
    const f = win.firstElementChild;
    let d = 0;
    if (lo === k && f && f.firstChild.className === 'day' && day(data[k].ts) === day(data[k - 1].ts)) {
      const o = h[k];
      f.firstChild.remove();
      const x = f.getBoundingClientRect().height;
      h[k] = x;
      add(k, x - o);
      d = x - o;
    }
    sizer.style.height = off(n) + 'px';
    win.style.transform = 'translateY(' + off(lo) + 'px)';
    pinned = false;
    sc.scrollTop = y + k * EST + d;
    draw();
  },
  update(id, p) {
    const e = byId.get(id);
    for (let i = n - 1; i >= 0; i--)
      if (data[i].id === id) {
        data[i] = { ...data[i], ...p };
        break;
      }
    if (e && p.status) e.querySelector('.st').textContent = TICK[p.status];
  },
  shows(id, p) {
    const e = byId.get(id);
    return !!e && e.querySelector('.st').textContent === TICK[p.status];
  },
  scrollTo(w) {
    if (w === 'bottom') {
      pinned = true;
      sc.scrollTop = 1e9;
      draw();
    } else {
      pinned = false;
      sc.scrollTop = w === 'top' ? 0 : off(w);
      draw();
    }
  },
  switchConversation(ms) {
    reset(ms);
  },
  scroller: () => sc,
  find: (id) => {
    const e = byId.get(id);
    return e ? e.querySelector('.row') : null;
  },
};
