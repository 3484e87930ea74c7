import { register } from 'vue-advanced-chat';
import { hhmm } from '../lib/gen.js';
import { idsAt, SORTS } from './_util.js';
register();
let el,
  all = [],
  mode = 'newest';
const U = [
  { _id: 'agent0', username: 'Agent', avatar: '', status: { state: 'online', lastChanged: '' } },
  { _id: 'x', username: 'Customer', avatar: '', status: { state: 'online', lastChanged: '' } },
];
const conv = (c, rank) => ({
  roomId: c.id,
  roomName: c.name,
  avatar: '',
  users: U,
  unreadCount: c.unread,
  index: rank,
  lastMessage: { content: c.last, senderId: 'x', timestamp: hhmm(c.ts) },
});
const set = () => {
  const s = all.slice().sort(SORTS[mode]);
  const n = s.length;
  el.rooms = s.map((c, i) => conv(c, n - i));
};
const sc = () => el.shadowRoot.querySelector('#rooms-list');
export default {
  notes: 'rooms list of vue-advanced-chat (not virtual); sort by the index field; filter through its own search box',
  mount(h, d) {
    all = d.slice();
    el = document.createElement('vue-advanced-chat');
    el.height = '700px';
    el.currentUserId = 'agent0';
    el.roomsLoaded = true;
    el.loadingRooms = false;
    el.messages = [];
    el.messagesLoaded = true;
    el.loadFirstRoom = false;
    el.responsiveBreakpoint = 300;
    set();
    h.append(el);
  },
  sort(m) {
    mode = m;
    set();
  },
  filter(t) {
    const i = el.shadowRoot.querySelector('input[type=search]');
    i.value = t;
    i.dispatchEvent(new Event('input', { bubbles: true }));
  },
  update(id, p) {
    const i = all.findIndex((c) => c.id === id);
    all[i] = { ...all[i], ...p };
    set();
  },
  visibleIds: () => (sc() ? idsAt(sc(), '.vac-room-item', (r) => r.id) : []),
  textOf: (id) => (el.shadowRoot.getElementById(id) || {}).textContent || '',
  scroller: () => sc() || el,
};
