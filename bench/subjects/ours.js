// The built package as a page uses it: a provider with a session, and the timeline inside it. The session signs in in
// `init`, as an application's does once for all conversations; messages come through the adapter, page by page. What the
// session loads after the first messages (to store, send and listen) it loads here, too, while the harness settles.
import '../../dist/esm/elements/conversation-provider/define.js';
import '../../dist/esm/elements/conversation-timeline/define.js';
import { createSession } from '../../dist/esm/session.js';

const { fixture } = window;
let session,
  timeline,
  history,
  id = `c${window.__S.conv}`,
  wanted = 0;

const sc = () => timeline.shadowRoot.querySelector('.scroll');
const find = (key) => timeline.shadowRoot.querySelector(`article[data-key="${key}"]`);

function open(conversationId) {
  history?.dispose();
  id = conversationId;
  // The same history that the timeline shows: one source, however many look at it.
  history = session.openTimeline({ kind: 'conversation', conversationId });
}

export default {
  /** A day is as high as its mounted messages and the space between them. */
  itemSelector: '.day',
  statusMode: 'native',
  notes: 'messages come in pages of 50 through session and adapter; the whole history is loaded before scrolling it',
  async init() {
    session = createSession({ adapter: fixture.adapter, clock: fixture.clock, locale: 'en', timeZone: 'UTC' });
    await new Promise((resolve) => {
      const look = () => session.status.value.phase === 'ready' && resolve();
      session.status.subscribe(look);
      look();
    });
  },
  mount(host, ms) {
    wanted = ms.length;
    const provider = document.createElement('conversation-provider');
    Object.assign(provider, { session, locale: 'en', timeZone: 'UTC' });
    timeline = document.createElement('conversation-timeline');
    timeline.conversationId = id;
    provider.append(timeline);
    host.append(provider);
    open(id);
  },
  append(m) {
    wanted += 1;
    fixture.adapter.put(fixture.messageOf(m, id), fixture.conversations.get(id));
  },
  prepend(ms) {
    wanted += ms.length;
    // The timeline has asked for the page and waits; if it gave up meanwhile, it is asked again.
    if (!fixture.adapter.release()) void history.loadOlder();
  },
  update(messageId, { status }) {
    const before = fixture.adapter.message(messageId);
    const statusTimes = { ...before.statusTimes, [status]: before.at };
    const message = { ...before, status, statusTimes, version: before.version + 1 };
    fixture.adapter.put(message, fixture.conversations.get(id));
  },
  shows: (messageId, { status }) => !!find(messageId)?.querySelector(`.status.${status}`),
  async loadHistory() {
    for (let size = -1; size < history.value.entries.length && history.value.entries.length < wanted;) {
      size = history.value.entries.length;
      await history.loadOlder();
    }
  },
  scrollTo(where) {
    sc().scrollTop = where === 'bottom' ? sc().scrollHeight : 0;
  },
  switchConversation(ms) {
    const next = fixture.historyOf(ms);
    timeline.conversationId = next;
    open(next);
  },
  scroller: sc,
  find,
};
