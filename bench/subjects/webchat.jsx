import React from 'react';
import { createRoot } from 'react-dom/client';
import ReactWebChat, { createStore } from 'botframework-webchat';
import { tokenFinder } from './_find.js';
import { TICK } from './_util.js';
let H,
  root,
  obs = null,
  store,
  seq = 0,
  convN = 0,
  first = [];
const conv = (m) => ({
  type: 'message',
  id: m.id,
  timestamp: new Date(m.ts).toISOString(),
  from:
    m.dir === 'out'
      ? { id: 'agent0', role: 'user', name: m.author.name }
      : { id: 'cust', role: 'bot', name: m.author.name },
  text: m.text,
  textFormat: 'plain',
  locale: 'en-US',
  attachments: m.image ? [{ contentType: 'image/png', contentUrl: m.image, name: 'photo' }] : undefined,
  channelData: {},
});
function line(ms) {
  let st;
  const l = {
    activity$: {
      subscribe(o) {
        obs = o.next ? o : { next: o };
        for (const m of ms) obs.next(conv(m));
        return { unsubscribe() {} };
      },
    },
    connectionStatus$: {
      subscribe(o) {
        const n = o.next ? o.next.bind(o) : o;
        st = n;
        setTimeout(() => {
          n(1);
          n(2);
        });
        return { unsubscribe() {} };
      },
    },
    postActivity: () => ({
      subscribe(o) {
        return { unsubscribe() {} };
      },
    }),
    end() {},
    getSessionId: () => ({
      subscribe() {
        return { unsubscribe() {} };
      },
    }),
  };
  return l;
}
function show(ms) {
  first = ms;
  convN++;
  store = createStore();
  const dl = line(ms);
  root.render(
    <div style={{ height: '100%' }}>
      <ReactWebChat
        key={convN}
        directLine={dl}
        store={store}
        userID="agent0"
        locale="en-US"
        styleOptions={{ timestampFormat: 'absolute', groupTimestamp: false }}
      />
    </div>,
  );
}
const sc = () => H.querySelector('.webchat__basic-transcript__scrollable');
const items = () => H.querySelectorAll('.webchat__basic-transcript__transcript > *');
const find = tokenFinder(items);
const by = new Map();
export default {
  itemSelector: '.webchat__basic-transcript__activity,.webchat__basic-transcript__transcript > *',
  statusMode: 'text edit (activity re-sent with the same id)',
  notes:
    'full bundle with a fake DirectLine; history is delivered activity by activity (its only path), prepend = 50 older activities; no read receipts: status measured as a text edit; animated stick-to-bottom is built in',
  mount(host, ms) {
    H = host;
    root = createRoot(host);
    for (const m of ms.slice(-200)) by.set(m.id, m);
    show(ms);
  },
  append(m) {
    by.set(m.id, m);
    obs.next(conv(m));
  },
  prepend(ms) {
    for (const m of ms) obs.next(conv(m));
  },
  update(id, p) {
    const m = { ...by.get(id), ...p };
    by.set(id, m);
    obs.next(conv({ ...m, text: m.text + ' ' + TICK[m.status] }));
  },
  shows(id, p) {
    const e = find(id);
    return (
      !!e &&
      e.textContent.includes('§' + id.slice(1) + ' ' + TICK[p.status]) &&
      (p.status === 'read' || !e.textContent.includes('✓✓ read'))
    );
  },
  scrollTo(w) {
    const s = sc();
    if (w === 'bottom') s.scrollTop = s.scrollHeight;
    else if (w === 'top') s.scrollTop = 0;
    else items()[w].scrollIntoView();
  },
  switchConversation(ms) {
    show(ms);
  },
  scroller: () => sc() || H,
  find: (id) => (sc() ? find(id) : null),
};
