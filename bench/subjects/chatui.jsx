import '@chatui/core/dist/index.css';
import React, { useState } from 'react';
import { createRoot } from 'react-dom/client';
import Chat, { Bubble } from '@chatui/core/es/index.js';
import { hhmm, day, TICK } from './_util.js';
let setS,
  msgs = [],
  H,
  conv = 0,
  resolveMore = null,
  stash = null;
let lastDay = '';
const cv = (m) => ({
  _id: m.id,
  type: m.image ? 'image' : 'text',
  content: { text: m.text, pic: m.image, time: hhmm(m.ts), status: m.status },
  position: m.dir === 'out' ? 'right' : 'left',
  user: { name: m.author.name },
  createdAt: m.ts,
  hasTime: false,
  m,
});
function withTimes(ms) {
  let d = '';
  return ms.map((m) => {
    const c = cv(m);
    const k = day(m.ts);
    c.hasTime = k !== d;
    d = k;
    return c;
  });
}
const content = ({ content: c, type }) => (
  <Bubble type={type === 'image' ? 'image' : 'text'}>
    {c.pic && <img src={c.pic} width="160" height="120" />}
    <p>{c.text}</p>
    <small className="st">
      {c.time} {c.status ? TICK[c.status] : ''}
    </small>
  </Bubble>
);
const onRefresh = () =>
  new Promise((r) => {
    if (stash) {
      const s = stash;
      stash = null;
      add(s);
      r({});
    } else resolveMore = r;
  });
function App({ initial }) {
  const [s, set] = useState({ list: initial, conv: 0 });
  setS = set;
  return (
    <Chat
      key={s.conv}
      locale="en-US"
      navbar={{ title: 'Chat' }}
      messages={s.list}
      renderMessageContent={content}
      onSend={() => {}}
      onRefresh={onRefresh}
      loadMoreText="Load more"
    />
  );
}
const push = () => setS({ list: msgs, conv });
function add(c) {
  msgs = [...c, ...msgs];
  push();
}
const sc = () => H.querySelector('.PullToRefresh');
export default {
  itemSelector: '.Message',
  statusMode: 'slot (inside Bubble)',
  notes:
    'status ticks drawn by the adapter in the bubble; animated auto-scroll is built in; prepend through its own load-more button (its re-anchoring subtracts 50 px by design)',
  mount(host, ms) {
    H = host;
    msgs = withTimes(ms);
    createRoot(host).render(<App initial={msgs} />);
  },
  append(m) {
    msgs = [...msgs, cv(m)];
    push();
  },
  prepend(ms) {
    const c = withTimes(ms);
    stash = c;
    const b = H.querySelector('.PullToRefresh-loadMore');
    if (b) b.click();
    else {
      stash = null;
      add(c);
    }
  },
  update(id, p) {
    const i = msgs.findLastIndex((x) => x._id === id);
    msgs = msgs.slice();
    const m = { ...msgs[i].m, ...p };
    msgs[i] = { ...cv(m), hasTime: msgs[i].hasTime };
    push();
  },
  shows(id, p) {
    const e = this.find(id);
    return !!e && e.querySelector('.st').textContent.endsWith(' ' + TICK[p.status]);
  },
  scrollTo(w) {
    const s = sc();
    if (w === 'bottom') s.scrollTop = s.scrollHeight;
    else if (w === 'top') s.scrollTop = 0;
    else s.querySelectorAll('.Message')[w].scrollIntoView();
  },
  switchConversation(ms) {
    msgs = withTimes(ms);
    conv++;
    push();
  },
  scroller: () => sc() || H,
  find: (id) => H.querySelector(`[data-id="${id}"]`),
};
