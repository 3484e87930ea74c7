// The built package's conversation list in a provider with a session; rows come through the adapter, page by page.
import '../../dist/esm/elements/conversation-provider/define.js';
import '../../dist/esm/elements/conversation-list/define.js';
import { createSession } from '../../dist/esm/session.js';
import { idsAt } from './_util.js';

const { fixture } = window;
let session,
  list,
  wanted = 0;

const sc = () => list.shadowRoot.querySelector('.scroll');
const idOf = (row) => list.rows[Number(row.dataset.index)]?.conversation.id;
const until = async (holds) => {
  while (!holds()) await new Promise((resolve) => requestAnimationFrame(resolve));
};

export default {
  notes: 'rows come in pages of 50 through session and adapter; all are loaded before the list is scrolled',
  /** There is no order by name: an inbox is worked through by time. */
  sorts: ['oldest', 'newest'],
  async init() {
    session = createSession({ adapter: fixture.adapter, clock: fixture.clock, locale: 'en', timeZone: 'UTC' });
    await until(() => session.status.value.link === 'live');
  },
  mount(host, conversations) {
    wanted = conversations.length;
    const provider = document.createElement('conversation-provider');
    Object.assign(provider, { session, locale: 'en', timeZone: 'UTC' });
    list = document.createElement('conversation-list');
    list.scope = 'all';
    list.sort = 'newest';
    list.style.blockSize = '100%';
    provider.append(list);
    host.append(provider);
  },
  sort(order) {
    list.sort = order;
  },
  filter(text) {
    const input = list.shadowRoot.querySelector('input');
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  },
  update(id, { last, unread, ts }) {
    const conversation = fixture.conversations.get(id);
    const at = ts ?? conversation.lastMessage.at;
    const lastMessage = { ...conversation.lastMessage, text: last, at };
    const unreadCount = unread ?? conversation.unreadCount;
    const firstUnreadMessageId = unreadCount > 0 ? lastMessage.id : null;
    fixture.adapter.change(id, { lastMessage, unreadCount, firstUnreadMessageId, lastActivityAt: at }, conversation);
  },
  async loadHistory() {
    const top = sc().scrollTop;
    for (let size = -1; list.rows.length < wanted && list.rows.length > size;) {
      size = list.rows.length;
      sc().scrollTop = sc().scrollHeight;
      const start = performance.now();
      await until(() => list.rows.length > size || performance.now() - start > 2_000);
    }
    sc().scrollTop = top;
  },
  visibleIds: () => (list.rows.length === 0 ? [] : idsAt(sc(), '.row', idOf)),
  textOf: (id) => {
    const index = list.rows.findIndex(({ conversation }) => conversation.id === id);
    return list.shadowRoot.querySelector(`[data-index="${index}"]`)?.textContent ?? '';
  },
  scroller: sc,
};
