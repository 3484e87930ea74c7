// Floor (b): lit + @tanstack/virtual-core, minimal bubbles, the library's own chat options
// (anchorTo 'end', followOnAppend).
import { html, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import {
  Virtualizer,
  observeElementRect,
  observeElementOffset,
  elementScroll,
  measureElement,
} from '@tanstack/virtual-core';
import { TICK } from './_util.js';
import { bubble } from './_lit-bubble.js';
let sc,
  box,
  v,
  data = [],
  queued = false;
const opts = () => ({
  count: data.length,
  getScrollElement: () => sc,
  estimateSize: () => 76,
  overscan: 6,
  getItemKey: (i) => data[i].id,
  scrollToFn: elementScroll,
  observeElementRect,
  observeElementOffset,
  measureElement,
  anchorTo: 'end',
  followOnAppend: true,
  initialOffset: () => data.length * 76,
  onChange: () => schedule(),
});
function schedule() {
  draw();
}
function draw() {
  v._willUpdate(); // applies the pending anchor or follow after an option change
  const items = v.getVirtualItems();
  render(
    html`<div style="height:${v.getTotalSize()}px;position:relative">
      ${repeat(
        items,
        (i) => i.key,
        (i) =>
          html`<div
            class="vi"
            data-index=${i.index}
            style="position:absolute;left:0;right:0;top:0;transform:translateY(${i.start}px)"
          >
            ${bubble(data[i.index], data[i.index - 1])}
          </div>`,
      )}
    </div>`,
    sc,
  );
  for (const el of sc.querySelectorAll('.vi')) v.measureElement(el);
}
function set() {
  v.setOptions(opts());
  draw();
  v._willUpdate();
}
export default {
  itemSelector: '.vi',
  statusMode: 'native',
  notes: 'overscan 6, estimate 76 px, ResizeObserver measurement',
  mount(host, ms) {
    data = ms;
    sc = document.createElement('div');
    sc.className = 'tl';
    host.append(sc);
    v = new Virtualizer(opts());
    v._didMount();
    v._willUpdate();
    draw();
    v.scrollToEnd();
  },
  append(m) {
    data = [...data, m];
    set();
  },
  prepend(ms) {
    data = [...ms, ...data];
    set();
  },
  update(id, p) {
    for (let i = data.length - 1; i >= 0; i--)
      if (data[i].id === id) {
        data = data.slice();
        data[i] = { ...data[i], ...p };
        break;
      }
    draw();
  },
  shows(id, p) {
    const e = document.getElementById(id);
    return !!e && e.querySelector('.st').textContent === TICK[p.status];
  },
  scrollTo(w) {
    if (w === 'bottom') v.scrollToEnd();
    else if (w === 'top') v.scrollToOffset(0);
    else v.scrollToIndex(w, { align: 'start' });
  },
  switchConversation(ms) {
    data = ms;
    v.setOptions(opts());
    v.measure();
    draw();
    v.scrollToEnd();
  },
  scroller: () => sc,
  find: (id) => document.getElementById(id),
};
