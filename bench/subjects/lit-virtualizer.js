// lit + @lit-labs/virtualizer, same bubbles. The library has no prepend anchoring: the adapter
// keeps the first visible row in place by hand, as an app must.
import { html, render } from 'lit';
import '@lit-labs/virtualizer';
import { bubble } from './_lit-bubble.js';
import { TICK } from './_util.js';
let sc,
  data = [];
const tpl = () =>
  html`<lit-virtualizer
    scroller
    class="tl"
    style="height:100%"
    .items=${data}
    .keyFunction=${(m, i) => (m ? m.id : i)}
    .renderItem=${item}
  ></lit-virtualizer>`;
const item = (m, i) =>
  !m ? html`` : html`<div class="vi" style="width:calc(100% - 24px)">${bubble(m, data[i - 1])}</div>`;
let host,
  stick = true;
const draw = () => render(tpl(), host);
const toEnd = () => {
  const e = sc.element(data.length - 1);
  if (e) e.scrollIntoView({ block: 'end' });
};
const toEndSoon = async () => {
  await sc.updateComplete;
  await sc.layoutComplete;
  toEnd();
};
export default {
  itemSelector: '.vi',
  statusMode: 'native',
  notes:
    'flow layout; append sticks with element(last).scrollIntoView; prepend re-anchored by the adapter in layoutComplete',
  async mount(h, ms) {
    host = h;
    data = ms;
    draw();
    sc = host.querySelector('lit-virtualizer');
    await sc.updateComplete;
    await sc.layoutComplete;
    toEnd();
  },
  append(m) {
    const near = sc.scrollHeight - sc.scrollTop - sc.clientHeight < 80;
    data = [...data, m];
    draw();
    if (near) toEndSoon();
  },
  async prepend(ms) {
    const v = sc.getBoundingClientRect();
    let a = null;
    for (const e of sc.querySelectorAll('.row')) {
      const r = e.getBoundingClientRect();
      if (r.bottom > v.top) {
        if (!a || r.top < a.y) a = { id: e.id, y: r.top };
      }
    }
    data = [...ms, ...data];
    draw();
    await sc.updateComplete;
    const i = data.findIndex((m) => m.id === a.id);
    sc.element(i).scrollIntoView({ block: 'start' });
    await sc.layoutComplete;
    const e = document.getElementById(a.id);
    if (e) sc.scrollTop += e.getBoundingClientRect().top - a.y;
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
    if (w === 'bottom') toEnd();
    else if (w === 'top') sc.scrollTop = 0;
    else sc.element(w).scrollIntoView({ block: 'start' });
  },
  switchConversation(ms) {
    data = ms;
    draw();
    toEndSoon();
  },
  scroller: () => sc,
  find: (id) => document.getElementById(id),
};
