import './_row.css';
import { hhmm } from '../lib/gen.js';
import { idsAt, SORTS } from './_util.js';
let sc,
  all = [],
  mode = 'newest',
  ft = '';
const els = new Map();
function row(c) {
  let e = els.get(c.id);
  if (e) return e;
  e = document.createElement('div');
  e.className = 'cr';
  e.id = c.id;
  e.innerHTML =
    '<div class="av"></div><div class="ct"><div class="l1"><span class="nm"></span><span class="tm"></span></div><div class="l2"><span class="ls"></span><span class="un"></span></div></div>';
  els.set(c.id, e);
  paint(c);
  return e;
}
function paint(c) {
  const e = els.get(c.id);
  e.querySelector('.nm').textContent = c.name;
  e.querySelector('.tm').textContent = hhmm(c.ts);
  e.querySelector('.ls').textContent = c.last;
  const u = e.querySelector('.un');
  u.textContent = c.unread || '';
  u.hidden = !c.unread;
}
function refresh() {
  const v = (ft ? all.filter((c) => c.name.includes(ft)) : all.slice()).sort(SORTS[mode]);
  const f = document.createDocumentFragment();
  for (const c of v) f.append(row(c));
  sc.replaceChildren(f);
}
export default {
  notes: 'plain DOM rows, content-visibility:auto, rows are moved, not rebuilt',
  mount(h, d) {
    all = d.slice();
    const st = document.createElement('style');
    st.textContent = '.cr{content-visibility:auto;contain-intrinsic-size:auto 64px}';
    document.head.append(st);
    sc = document.createElement('div');
    sc.className = 'cl';
    refresh();
    h.append(sc);
  },
  sort(m) {
    mode = m;
    refresh();
  },
  filter(t) {
    ft = t;
    refresh();
  },
  update(id, p) {
    const i = all.findIndex((c) => c.id === id);
    all[i] = { ...all[i], ...p };
    if (p.ts) refresh();
    paint(all[i]);
  },
  visibleIds: () => idsAt(sc, '.cr', (r) => r.id),
  textOf: (id) => (document.getElementById(id) || {}).textContent || '',
  scroller: () => sc,
};
