import './_row.css';
import { html, render, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Virtualizer, observeElementRect, observeElementOffset, elementScroll } from '@tanstack/virtual-core';
import { hhmm } from '../lib/gen.js';
import { idsAt, tokenId, SORTS } from './_util.js';
let sc,
  v,
  all = [],
  view = [],
  mode = 'newest',
  ft = '';
const opts = () => ({
  count: view.length,
  getScrollElement: () => sc,
  estimateSize: () => 64,
  overscan: 5,
  getItemKey: (i) => view[i].id,
  scrollToFn: elementScroll,
  observeElementRect,
  observeElementOffset,
  onChange: () => draw(),
});
const row = (c) =>
  html`<div class="cr" id=${c.id}>
    <div class="av"></div>
    <div class="ct">
      <div class="l1"><span class="nm">${c.name}</span><span class="tm">${hhmm(c.ts)}</span></div>
      <div class="l2">
        <span class="ls">${c.last}</span>${c.unread ? html`<span class="un">${c.unread}</span>` : nothing}
      </div>
    </div>
  </div>`;
function draw() {
  v._willUpdate();
  render(
    html`<div style="height:${v.getTotalSize()}px;position:relative">
      ${repeat(
        v.getVirtualItems(),
        (i) => i.key,
        (i) =>
          html`<div style="position:absolute;left:0;right:0;top:0;transform:translateY(${i.start}px)">
            ${row(view[i.index])}
          </div>`,
      )}
    </div>`,
    sc,
  );
}
function refresh() {
  view = (ft ? all.filter((c) => c.name.includes(ft)) : all.slice()).sort(SORTS[mode]);
  v.setOptions(opts());
  draw();
}
export default {
  notes: 'fixed 64 px rows, overscan 5',
  mount(h, d) {
    all = d.slice();
    sc = document.createElement('div');
    sc.className = 'cl';
    h.append(sc);
    view = all.slice().sort(SORTS.newest);
    v = new Virtualizer(opts());
    v._didMount();
    v._willUpdate();
    draw();
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
    refresh();
  },
  visibleIds: () => idsAt(sc, '.cr', (r) => r.id),
  textOf: (id) => (document.getElementById(id) || {}).textContent || '',
  scroller: () => sc,
};
