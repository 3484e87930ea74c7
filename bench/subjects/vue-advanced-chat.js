import { register } from 'vue-advanced-chat';
import { hhmm, day } from './_util.js';
register();
let el,
  msgs = [],
  roomId = 'r1',
  pending = null,
  stash = null;
const conv = (m) => ({
  _id: m.id,
  senderId: m.dir === 'out' ? 'agent0' : 'cust',
  username: m.author.name,
  content: m.text,
  date: day(m.ts),
  timestamp: hhmm(m.ts),
  saved: !!m.status,
  distributed: m.status === 'delivered' || m.status === 'read',
  seen: m.status === 'read' || m.dir === 'in',
  files: m.image ? [{ name: 'photo', type: 'png', extension: 'png', url: m.image, size: 900 }] : undefined,
});
const rooms = () => [
  {
    roomId,
    roomName: 'Room ' + roomId,
    avatar: '',
    users: [
      { _id: 'agent0', username: 'Agent', avatar: '', status: { state: 'online', lastChanged: '' } },
      { _id: 'cust', username: 'Customer', avatar: '', status: { state: 'online', lastChanged: '' } },
    ],
  },
];
const sr = () => el.shadowRoot;
const sc = () => sr().querySelector('#messages-list');
export default {
  itemSelector: '.vac-message-wrapper',
  statusMode: 'native',
  notes:
    'single-room; smooth auto-scroll 50 ms after a new message is built in; new rows fade in over 0.5 s (built in); prepend through fetch-messages (a 500 ms delay is built in before it asks, not counted)',
  mount(host, ms) {
    el = document.createElement('vue-advanced-chat');
    el.height = '700px';
    el.currentUserId = 'agent0';
    el.rooms = rooms();
    el.roomsLoaded = true;
    el.singleRoom = true;
    el.roomId = roomId;
    el.messagesLoaded = false;
    el.messages = [];
    el.autoScroll = { send: { new: true, newAfterScrollUp: true }, receive: { new: true, newAfterScrollUp: false } };
    el.showNewMessagesDivider = false;
    el.showAudio = false;
    el.textareaAutoFocus = false;
    el.loadFirstRoom = true;
    let firstFetch = true;
    el.addEventListener('fetch-messages', (e) => {
      const d = (e.detail && e.detail[0]) || {};
      if (d.options && d.options.reset) {
        if (firstFetch) {
          firstFetch = false;
          msgs = ms.map(conv);
          setTimeout(() => {
            el.messages = msgs;
          });
        }
        return;
      }
      if (stash) {
        const s = stash;
        stash = null;
        set([...s, ...msgs]);
      } else pending = true;
    });
    host.append(el);
  },
  append(m) {
    set([...msgs, conv(m)]);
  },
  prepend(ms) {
    const o = ms.map(conv);
    if (pending) {
      pending = null;
      set([...o, ...msgs]);
    } else stash = o;
  },
  update(id, p) {
    const i = msgs.findLastIndex((x) => x._id === id);
    const n = msgs.slice();
    n[i] = { ...n[i], saved: true, distributed: p.status !== 'sent', seen: p.status === 'read' };
    set(n);
  },
  shows(id, p) {
    const e = this.find(id);
    const c = e && e.querySelector('.vac-icon-check path');
    return !!c && c.id === 'vac-icon-double-checkmark' + (p.status === 'read' ? '-seen' : '');
  },
  scrollTo(w) {
    const s = sc();
    if (w === 'bottom') s.scrollTop = s.scrollHeight;
    else if (w === 'top') s.scrollTop = 0;
    else s.querySelectorAll('.vac-message-wrapper')[w].scrollIntoView();
  },
  switchConversation(ms) {
    pending = stash = null;
    roomId = 'r' + ms[0].id;
    const next = ms.map(conv);
    el.rooms = rooms();
    el.roomId = roomId;
    el.messages = [];
    msgs = next;
    setTimeout(() => {
      el.messages = next;
    });
  },
  scroller: () => sc() || el,
  find: (id) => (sr() ? sr().getElementById(id) : null),
};
function set(n) {
  msgs = n;
  el.messages = n;
}
