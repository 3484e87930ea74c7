import '@vaadin/message-list';
import { hhmm, day, TICK } from './_util.js';
import { tokenFinder } from './_find.js';
let el,
  items = [],
  map = new Map();
const conv = (m) => ({
  id: m.id,
  text: m.text,
  time: day(m.ts) + ' ' + hhmm(m.ts) + (m.status ? ' ' + TICK[m.status] : ''),
  userName: m.author.name,
  theme: m.dir === 'out' ? 'self' : undefined,
  attachments: m.image ? [{ name: 'photo', url: m.image, type: 'image/png' }] : undefined,
  m,
});
const kids = () => el.children;
const find = tokenFinder(kids);
export default {
  itemSelector: 'vaadin-message',
  statusMode: 'text in the time slot',
  notes:
    'theme="bubble"; no status, no date separators, no prepend API (items reassigned); plain text (markdown off), so links are not links',
  mount(host, ms) {
    el = document.createElement('vaadin-message-list');
    el.setAttribute('theme', 'bubble');
    el.style.height = '100%';
    items = ms.map(conv);
    el.items = items;
    host.append(el);
    requestAnimationFrame(() => {
      el.scrollTop = el.scrollHeight;
    });
  },
  append(m) {
    items = [...items, conv(m)];
    el.items = items;
  },
  prepend(ms) {
    items = [...ms.map(conv), ...items];
    el.items = items;
  },
  update(id, p) {
    const i = items.findLastIndex((x) => x.id === id);
    items = items.slice();
    items[i] = conv({ ...items[i].m, ...p });
    el.items = items;
  },
  shows(id, p) {
    const e = find(id);
    return !!e && e.time.endsWith(' ' + TICK[p.status]) && e.shadowRoot.textContent.includes(e.time);
  },
  scrollTo(w) {
    if (w === 'bottom') el.scrollTop = el.scrollHeight;
    else if (w === 'top') el.scrollTop = 0;
    else el.children[w].scrollIntoView();
  },
  switchConversation(ms) {
    items = ms.map(conv);
    el.items = items;
    requestAnimationFrame(() => {
      el.scrollTop = el.scrollHeight;
    });
  },
  scroller: () => el,
  find,
};
