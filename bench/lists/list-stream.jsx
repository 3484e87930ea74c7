import 'stream-chat-react/css/index.css';
import React, { useState, useCallback } from 'react';
import { createRoot } from 'react-dom/client';
import { Chat, ChannelList } from 'stream-chat-react';
import { makeClient, channelData, members, ME, CUST } from '../subjects/_stream-client.js';
import { idsAt, tokenId, SORTS } from './_util.js';
let client,
  H,
  all = [],
  byId = new Map(),
  setCh,
  setFt;
const msg = (c, text, ts) => ({
  id: c.id + '-' + ts,
  cid: 'messaging:' + c.id,
  type: 'regular',
  text,
  html: '',
  user: CUST,
  attachments: [],
  latest_reactions: [],
  own_reactions: [],
  reaction_counts: {},
  reaction_scores: {},
  mentioned_users: [],
  reply_count: 0,
  silent: false,
  pinned: false,
  shadowed: false,
  created_at: new Date(ts).toISOString(),
  updated_at: new Date(ts).toISOString(),
});
const order = (m) =>
  all
    .slice()
    .sort(SORTS[m])
    .map((c) => byId.get(c.id));
async function query({ setChannels, setHasNextPage }) {
  setCh = setChannels;
  setChannels(order('newest'));
  setHasNextPage(false);
}
function App() {
  const [ft, set] = useState('');
  setFt = set;
  const fn = useCallback((l) => (ft ? l.filter((ch) => ch.data.name.includes(ft)) : l), [ft]);
  return (
    <Chat client={client}>
      <ChannelList
        customQueryChannels={query}
        channelRenderFilterFn={fn}
        lockChannelOrder
        setActiveChannelOnMount={false}
      />
    </Chat>
  );
}
const sc = () => {
  let e = H.querySelector('.str-chat__channel-list-item-container');
  while (e && e !== H) {
    const o = getComputedStyle(e).overflowY;
    if (o === 'auto' || o === 'scroll') return e;
    e = e.parentElement;
  }
  return null;
};
export default {
  notes:
    'ChannelList with customQueryChannels returning all channels at once (the server would page 30 at a time); order set with its setChannels, filter with channelRenderFilterFn',
  init() {
    client = makeClient(async () => ({}));
  },
  mount(h, d) {
    H = h;
    all = d.slice();
    const st = document.createElement('style');
    st.textContent = '#host>.str-chat{height:100%;width:100%}.str-chat__channel-list{height:700px;width:360px}';
    document.head.append(st);
    const resp = d.map((c) => ({
      channel: channelData(c.id, { name: c.name, last_message_at: new Date(c.ts).toISOString() }),
      messages: [msg(c, c.last, c.ts)],
      members: members(),
      membership: members()[0],
      watchers: [],
      watcher_count: 0,
      pinned_messages: [],
      read: [{ user: ME, last_read: new Date(c.unread ? 0 : c.ts + 1).toISOString(), unread_messages: c.unread }],
    }));
    for (const ch of client.hydrateActiveChannels(resp, {}, {})) byId.set(ch.id, ch);
    createRoot(h).render(<App />);
  },
  sort(m) {
    setCh(order(m));
  },
  filter(t) {
    setFt(t);
  },
  update(id, p) {
    const c = all.find((x) => x.id === id);
    client.dispatchEvent({
      type: 'message.new',
      cid: 'messaging:' + id,
      channel_id: id,
      channel_type: 'messaging',
      message: msg(c, p.last, Date.UTC(2031, 0, 1) + Math.floor(performance.now())),
      user: CUST,
      received_at: new Date(),
    });
  },
  visibleIds: () => (sc() ? idsAt(sc(), '.str-chat__channel-list-item-container', tokenId) : []),
  textOf: (id) => {
    const t = '§' + id.slice(1);
    const s = sc();
    if (!s) return '';
    for (const e of s.querySelectorAll('.str-chat__channel-list-item-container')) {
      const m = /§(\d+)/.exec(e.textContent);
      if (m && '§' + m[1] === t) return e.textContent;
    }
    return '';
  },
  scroller: () => sc() || H,
};
