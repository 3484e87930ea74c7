import '@chatscope/chat-ui-kit-styles/dist/default/styles.min.css';
import React, { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { ConversationList, Conversation } from '@chatscope/chat-ui-kit-react';
import { hhmm } from '../lib/gen.js';
import { idsAt, SORTS } from './_util.js';
let setS,
  all = [],
  mode = 'newest',
  ft = '',
  H;
const view = () => (ft ? all.filter((c) => c.name.includes(ft)) : all.slice()).sort(SORTS[mode]);
function App({ first }) {
  const [s, set] = useState(first);
  setS = set;
  return (
    <div style={{ height: '100%', width: 360 }}>
      <ConversationList style={{ height: '100%' }}>
        {s.map((c) => (
          <Conversation
            key={c.id}
            data-id={c.id}
            name={c.name}
            info={c.last}
            lastActivityTime={hhmm(c.ts)}
            unreadCnt={c.unread}
          />
        ))}
      </ConversationList>
    </div>
  );
}
const push = () => setS(view());
const sc = () => H.querySelector('.scrollbar-container');
export default {
  notes: 'ConversationList children mapped from state; sort and filter in the app (it has none)',
  mount(h, d) {
    H = h;
    all = d.slice();
    createRoot(h).render(<App first={view()} />);
  },
  sort(m) {
    mode = m;
    push();
  },
  filter(t) {
    ft = t;
    push();
  },
  update(id, p) {
    const i = all.findIndex((c) => c.id === id);
    all = all.slice();
    all[i] = { ...all[i], ...p };
    push();
  },
  visibleIds: () => (sc() ? idsAt(sc(), '.cs-conversation', (r) => r.dataset.id) : []),
  textOf: (id) => (H.querySelector(`[data-id="${id}"]`) || {}).textContent || '',
  scroller: () => sc() || H,
};
