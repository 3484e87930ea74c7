import '@chatscope/chat-ui-kit-styles/dist/default/styles.min.css';
import React, { useState } from 'react';
import { createRoot } from 'react-dom/client';
import {
  MainContainer,
  ChatContainer,
  MessageList,
  Message,
  MessageInput,
  MessageSeparator,
} from '@chatscope/chat-ui-kit-react';
import { hhmm, day, TICK, patchIn } from './_util.js';
let setMsgs,
  msgs = [],
  H,
  key = 'k0',
  listRef;
function Row(m) {
  return (
    <Message
      key={m.id}
      data-id={m.id}
      model={{
        type: 'text',
        message: m.image ? undefined : m.text,
        direction: m.dir === 'out' ? 'outgoing' : 'incoming',
        position: 'single',
        sender: m.author.name,
        sentTime: hhmm(m.ts),
      }}
    >
      <Message.Header sender={m.author.name} />
      {m.image && (
        <Message.CustomContent>
          <img src={m.image} width="160" height="120" />
          <div>{m.text}</div>
        </Message.CustomContent>
      )}
      <Message.Footer sentTime={hhmm(m.ts) + (m.status ? ' ' + TICK[m.status] : '')} />
    </Message>
  );
}
function App({ initial }) {
  const [s, set] = useState({ list: initial, conv: 0 });
  setMsgs = set;
  const out = [];
  let d = '';
  for (const m of s.list) {
    const k = day(m.ts);
    if (k !== d) {
      out.push(<MessageSeparator key={'d' + k} content={k} />);
      d = k;
    }
    out.push(Row(m));
  }
  return (
    <div style={{ height: '100%' }}>
      <MainContainer>
        <ChatContainer>
          <MessageList key={s.conv} autoScrollToBottom autoScrollToBottomOnMount scrollBehavior="auto">
            {out}
          </MessageList>
          <MessageInput placeholder="Type" attachButton={false} autoFocus={false} />
        </ChatContainer>
      </MainContainer>
    </div>
  );
}
let conv = 0;
const push = () => setMsgs({ list: msgs, conv });
const sc = () => H.querySelector('[data-cs-message-list]');
export default {
  itemSelector: '.cs-message,.cs-message-separator',
  statusMode: 'slot (Message.Footer)',
  notes: 'children mapped from state as in its docs; scrollBehavior="auto"; text type (default is html)',
  mount(host, ms) {
    H = host;
    msgs = ms;
    createRoot(host).render(<App initial={ms} />);
  },
  append(m) {
    msgs = [...msgs, m];
    push();
  },
  prepend(ms) {
    msgs = [...ms, ...msgs];
    push();
  },
  update(id, p) {
    msgs = patchIn(msgs, id, p)[0];
    push();
  },
  shows(id, p) {
    const e = this.find(id);
    const f = e && e.querySelector('.cs-message__footer');
    return !!f && f.textContent.endsWith(' ' + TICK[p.status]);
  },
  scrollTo(w) {
    const s = sc();
    if (w === 'bottom') s.scrollTop = s.scrollHeight;
    else if (w === 'top') s.scrollTop = 0;
    else s.querySelectorAll('.cs-message')[w].scrollIntoView();
  },
  switchConversation(ms) {
    msgs = ms;
    conv++;
    push();
  },
  scroller: () => sc() || H,
  find: (id) => H.querySelector(`[data-id="${id}"]`),
};
