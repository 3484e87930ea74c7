import 'deep-chat';
import { hhmm, TICK } from './_util.js';
import { tokenFinder } from './_find.js';
let el,
  data = [],
  pending = null,
  stash = null;
const conv = (m) => ({
  role: m.dir === 'out' ? 'user' : 'ai',
  text: m.text,
  ...(m.image ? { files: [{ src: m.image, type: 'image' }] } : {}),
});
const box = () => el.shadowRoot && el.shadowRoot.querySelector('#messages');
const items = () => box().querySelectorAll('.outer-message-container');
const find = tokenFinder(items);
function make(ms) {
  el = document.createElement('deep-chat');
  el.style.cssText = 'display:block;width:800px;height:700px;border:0';
  el.connect = { handler: () => {} };
  el.maxVisibleMessages = 1e6;
  el.names = true;
  el.textInput = { disabled: false };
  // its own history API: called at render with index 0, then each time the user scrolls to the top
  el.loadHistory = (i) => {
    if (i === 0) return [false, ...ms.map(conv)]; // false = there is more
    if (stash) {
      const s = stash;
      stash = null;
      return s;
    }
    return new Promise((r) => {
      pending = r;
    });
  };
  data = ms.slice();
  return el;
}
let H;
export default {
  itemSelector: '.outer-message-container,.message-bubble',
  statusMode: 'text edit (no status in the component)',
  notes:
    'maxVisibleMessages raised from its default 4000 to 1e6; every text goes through its markdown renderer; no timestamps, no status, no date separators; prepend through loadHistory',
  mount(host, ms) {
    H = host;
    host.append(make(ms));
  },
  append(m) {
    data.push(m);
    el.addMessage(conv(m));
  },
  prepend(ms) {
    data = [...ms, ...data];
    const h = [false, ...ms.map(conv)];
    if (pending) {
      const p = pending;
      pending = null;
      p(h);
    } else stash = h;
  },
  update(id, p) {
    let idx = -1;
    const ml = el.getMessages();
    const tok = '§' + id.slice(1);
    for (let i = ml.length - 1; i >= 0; i--)
      if (ml[i].text && ml[i].text.includes(tok)) {
        idx = i;
        break;
      }
    const m = data.findLast((x) => x.id === id);
    Object.assign(m, p);
    el.updateMessage({ text: m.text + ' ' + TICK[m.status] }, idx);
  },
  shows(id, p) {
    const e = find(id);
    const b = e && e.querySelector('.message-bubble');
    return !!b && b.textContent.trim().endsWith(' ' + TICK[p.status]);
  },
  scrollTo(w) {
    const s = box();
    if (w === 'bottom') s.scrollTop = s.scrollHeight;
    else if (w === 'top') s.scrollTop = 0;
    else items()[w].scrollIntoView();
  },
  switchConversation(ms) {
    const old = el;
    pending = stash = null;
    make(ms);
    old.replaceWith(el);
  },
  scroller: () => box() || el,
  find: (id) => (box() ? find(id) : null),
};
