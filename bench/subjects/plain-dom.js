// Floor (a): hand-written list. CV=1: rows have content-visibility:auto (the default build);
// subject plain-dom-nocv is the same file built with CV=0, plain-dom-chunk with CV=2: content-visibility
// on chunks of 32 rows instead of on every row.
import './_bubble.css';
import { hhmm, day, TICK, hasUrl, splitUrls } from './_util.js';
const CV = typeof __CV__ === 'undefined' ? 1 : __CV__;
let sc,
  inner,
  first,
  lastDay = '',
  firstDay = '';
const tpl = document.createElement('template');
tpl.innerHTML =
  '<div class="row"><div class="bub"><div class="who"></div><div class="txt"></div><div class="meta"><time></time> <span class="st"></span></div></div></div>';
const byId = new Map();
function row(m) {
  const el = tpl.content.firstChild.cloneNode(true);
  el.className = 'row ' + m.dir;
  el.id = m.id;
  const b = el.firstChild;
  const [who, txt, meta] = b.children;
  who.textContent = m.author.name;
  if (hasUrl(m.text))
    for (const p of splitUrls(m.text)) {
      if (p.startsWith('http')) {
        const a = document.createElement('a');
        a.href = p;
        a.textContent = p;
        txt.append(a);
      } else txt.append(p);
    }
  else txt.textContent = m.text;
  if (m.image) {
    const i = document.createElement('img');
    i.src = m.image;
    i.width = 160;
    i.height = 120;
    b.insertBefore(i, txt);
  }
  meta.firstChild.textContent = hhmm(m.ts);
  if (m.status) meta.lastChild.textContent = TICK[m.status];
  byId.set(m.id, el);
  return el;
}
function sep(d) {
  const e = document.createElement('div');
  e.className = 'day';
  e.textContent = d;
  return e;
}
const CH = 32;
function chunk() {
  const c = document.createElement('div');
  c.className = 'ck';
  return c;
}
function fill(ms) {
  const f = document.createDocumentFragment();
  let d = '',
    c = f,
    i = 0;
  for (const m of ms) {
    if (CV === 2 && i++ % CH === 0) {
      c = chunk();
      f.append(c);
    }
    const k = day(m.ts);
    if (k !== d) {
      c.append(sep(k));
      d = k;
    }
    c.append(row(m));
  }
  return [f, d];
}
export default {
  itemSelector: '.row,.day',
  statusMode: 'native',
  notes:
    CV === 2
      ? 'content-visibility:auto on chunks of 32 rows'
      : CV
        ? 'content-visibility:auto on every row, contain-intrinsic-size:auto 70px'
        : 'no content-visibility',
  mount(host, ms) {
    const st = document.createElement('style');
    st.textContent =
      CV === 2
        ? '.ck{content-visibility:auto;contain-intrinsic-size:auto 2500px}'
        : CV
          ? '.row{content-visibility:auto;contain-intrinsic-size:auto 70px}'
          : '';
    document.head.append(st);
    sc = document.createElement('div');
    sc.className = 'tl';
    this.set(ms);
    host.append(sc);
    sc.scrollTop = 1e9;
    // a row drawn for the first time changes height: stay at the bottom while pinned
    new ResizeObserver(() => {
      if (pinned) sc.scrollTop = 1e9;
    }).observe(inner);
    sc.addEventListener(
      'scroll',
      () => {
        pinned = sc.scrollHeight - sc.scrollTop - sc.clientHeight < 40;
      },
      { passive: true },
    );
  },
  set(ms) {
    byId.clear();
    const [f, d] = fill(ms);
    lastDay = d;
    firstDay = ms.length ? day(ms[0].ts) : '';
    if (!inner) {
      inner = document.createElement('div');
      sc.append(inner);
    }
    inner.replaceChildren(f);
  },
  append(m) {
    const k = day(m.ts);
    const f = document.createDocumentFragment();
    if (k !== lastDay) {
      f.append(sep(k));
      lastDay = k;
    }
    f.append(row(m));
    const p = pinned;
    let to = inner;
    if (CV === 2) {
      to = inner.lastElementChild;
      if (!to || to.childElementCount >= CH) {
        to = chunk();
        inner.append(to);
      }
    }
    to.append(f);
    if (p) sc.scrollTop = 1e9;
  },
  prepend(ms) {
    const a = inner.querySelector('.row');
    const anchor = anchorRow();
    const y = anchor.getBoundingClientRect().top;
    const [f, d] = fill(ms);
    if (d === firstDay) {
      const s = CV === 2 ? inner.firstChild.firstChild : inner.firstChild;
      if (s && s.className === 'day') s.remove();
    }
    firstDay = day(ms[0].ts);
    sc.style.overflowAnchor = 'none';
    inner.prepend(f);
    sc.scrollTop += anchor.getBoundingClientRect().top - y;
    sc.style.overflowAnchor = '';
  },
  update(id, p) {
    const el = byId.get(id);
    if (p.status) el.querySelector('.st').textContent = TICK[p.status];
    if (p.text) el.querySelector('.txt').textContent = p.text;
  },
  shows(id, p) {
    return byId.get(id).querySelector('.st').textContent === TICK[p.status];
  },
  scrollTo(w) {
    if (w === 'bottom') {
      sc.scrollTop = 1e9;
      pinned = true;
    } else if (w === 'top') {
      pinned = false;
      sc.scrollTop = 0;
    } else {
      pinned = false;
      inner.querySelectorAll('.row')[w].scrollIntoView();
    }
  },
  switchConversation(ms) {
    this.set(ms);
    pinned = true;
    sc.scrollTop = 1e9;
  },
  scroller: () => sc,
  find: (id) => byId.get(id),
};
let pinned = true;
function anchorRow() {
  const r = sc.getBoundingClientRect();
  let e = document.elementFromPoint(r.left + r.width / 2, r.top + 20);
  e = e && e.closest('.row');
  if (e) return e;
  for (const c of inner.querySelectorAll('.row')) if (c.getBoundingClientRect().bottom > r.top) return c;
}
