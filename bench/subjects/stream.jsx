import 'stream-chat-react/css/index.css';
import React, { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { render as legacyRender } from 'react-dom';
import { Chat, Channel, Window, MessageList, VirtualizedMessageList } from 'stream-chat-react';
import { makeClient, wire, channelData, members, ME, CUST } from './_stream-client.js';
const VIRT = typeof __VIRTUAL__ === 'undefined' ? 1 : __VIRTUAL__;
let client,
  channel,
  setCh,
  H,
  initial = [],
  pending = null,
  stash = null,
  n = 0,
  virt = null;
function respond(msgs, id) {
  return {
    channel: channelData(id),
    messages: msgs,
    members: members(),
    membership: members()[0],
    watchers: [],
    watcher_count: 1,
    pinned_messages: [],
    read: [
      { user: ME, last_read: new Date().toISOString(), unread_messages: 0 },
      {
        user: CUST,
        last_read: msgs.length ? msgs[msgs.length - 1].created_at : new Date(0).toISOString(),
        unread_messages: 0,
        last_delivered_at: msgs.length ? msgs[msgs.length - 1].created_at : undefined,
      },
    ],
    duration: '1ms',
  };
}
function onQuery(url, data) {
  const id = decodeURIComponent(url.split('/').at(-2));
  if (data.messages && data.messages.id_lt) {
    // older page
    if (stash) {
      const s = stash;
      stash = null;
      return respond(s, id);
    }
    return new Promise((r) => {
      pending = (w) => r(respond(w, id));
    });
  }
  return respond(initial, id);
}
function open(ms) {
  n++;
  const id = 'room' + n;
  channel = client.channel('messaging', id);
  initial = ms.map((m) => wire(m, channel.cid));
  pending = stash = null;
  return channel;
}
function App({ first }) {
  const [ch, set] = useState(first);
  setCh = set;
  return (
    <Chat client={client}>
      <Channel channel={ch}>
        <Window>
          {VIRT ? (
            <VirtualizedMessageList
              stickToBottomScrollBehavior="auto"
              shouldGroupByUser
              messageLimit={50}
              disableDateSeparator={false}
            />
          ) : (
            <MessageList messageLimit={50} />
          )}
        </Window>
      </Channel>
    </Chat>
  );
}
const sc = () => H.querySelector(VIRT ? '[data-virtuoso-scroller]' : '.str-chat__message-list');
window.__stream = () => ({ client, channel });
export default {
  itemSelector: '.str-chat__message,.str-chat__li,.str-chat__virtual-list-message-wrapper,.str-chat__date-separator',
  statusMode: 'native (read/delivered events; the last own message only)',
  notes:
    (VIRT
      ? 'VirtualizedMessageList (react-virtuoso), stickToBottomScrollBehavior="auto", legacy React root: under createRoot its react-virtuoso 2.19.1 did not follow new messages here'
      : 'MessageList (not virtual)') +
    '; server stubbed, SDK state and events real; UI state copies are throttled to one per 500 ms by the library',
  init() {
    client = makeClient(onQuery);
  },
  mount(host, ms) {
    H = host;
    host.style.cssText += ';display:flex';
    const st = document.createElement('style');
    st.textContent = '#host>.str-chat{height:100%;width:100%}';
    document.head.append(st);
    const app = <App first={open(ms)} />;
    if (VIRT) legacyRender(app, host);
    else createRoot(host).render(app);
  },
  append(m) {
    const w = wire(m, channel.cid);
    client.dispatchEvent({
      type: 'message.new',
      cid: channel.cid,
      channel_id: channel.id,
      channel_type: 'messaging',
      message: w,
      user: w.user,
      created_at: w.created_at,
      received_at: new Date(),
      unread_count: 0,
      total_unread_count: 0,
    });
  },
  prepend(ms) {
    const w = ms.map((m) => wire(m, channel.cid));
    if (pending) {
      const p = pending;
      pending = null;
      p(w);
    } else stash = w;
  },
  update(id, p) {
    const m = channel.state.messages.findLast((x) => x.id === id);
    const at = new Date(m.created_at.getTime() + 200);
    const base = {
      cid: channel.cid,
      channel_id: channel.id,
      channel_type: 'messaging',
      user: CUST,
      received_at: new Date(),
    };
    if (p.status === 'delivered')
      client.dispatchEvent({
        ...base,
        type: 'message.delivered',
        created_at: at.toISOString(),
        last_delivered_at: at.toISOString(),
        last_delivered_message_id: id,
      });
    else if (p.status === 'read')
      client.dispatchEvent({ ...base, type: 'message.read', created_at: at.toISOString(), last_read_message_id: id });
  },
  shows(id, p) {
    const e = this.find(id);
    return (
      !!e &&
      !!e.querySelector(
        p.status === 'read' ? '.str-chat__message-status-read-by' : '.str-chat__message-status-delivered',
      )
    );
  },
  scrollTo(w) {
    const s = sc();
    if (w === 'bottom') s.scrollTop = s.scrollHeight;
    else if (w === 'top') s.scrollTop = 0;
  },
  switchConversation(ms) {
    setCh(open(ms));
  },
  scroller: () => sc() || H,
  find: (id) => (VIRT ? virtFind(id) : H.querySelector(`li[data-message-id="${id}"]`)),
};
const cache = new Map();
function virtFind(id) {
  const tok = '§' + id.slice(1);
  const c = cache.get(id);
  if (c && c.isConnected && c.textContent.includes(tok)) return c;
  const s = H.querySelector('[data-test-id="virtuoso-item-list"]');
  if (!s) return null;
  for (const e of s.children)
    if (e.textContent.includes(tok)) {
      cache.set(id, e);
      return e;
    }
  return null;
}
