import { expect } from '@open-wc/testing';
import { createLocalAdapter } from '../src/adapters/local/index.ts';
import { createSession } from '../src/session.ts';
import type { MessagingSession, Readable } from '../src/sync/session-api.ts';
import { aConversation, aCoWorker, aRecipient, aRecipientSummary, fakeConnectivity } from '../src/testing/index.ts';

const agent = aCoWorker({ id: 'agent-1' });
const recipient = aRecipient({ id: 'r1', coWorkerId: agent.id });
const conversation = aConversation({ id: 'c1', recipient: aRecipientSummary(recipient), coWorkerId: agent.id });
const key = { conversationId: 'c1', mode: 'reply', channel: 'sms' } as const;

let places = 0;

/** A browser profile of its own: sessions opened in it are its tabs. Everything but the network is the browser's. */
function profile() {
  const databaseName = `session-test-${(places += 1)}-${crypto.randomUUID()}`;
  const open: MessagingSession[] = [];
  return {
    openTab(online = true) {
      const seed = { coWorkers: [agent], recipients: [recipient], conversations: [conversation] };
      const adapter = createLocalAdapter({ databaseName, seed });
      const connectivity = fakeConnectivity(online);
      const session = createSession({ adapter, connectivity });
      open.push(session);
      return { session, connectivity };
    },
    async clear() {
      for (const session of open) await session.close();
      indexedDB.deleteDatabase(databaseName);
    },
  };
}

/** Resolves once a value is as wanted. */
function until<T>(readable: Readable<T>, isWanted: (value: T) => boolean): Promise<T> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!isWanted(readable.value)) return;
      stop();
      resolve(readable.value);
    };
    const stop = readable.subscribe(look);
    look();
  });
}

function send(session: MessagingSession, text: string) {
  const content = { kind: 'text', text } as const;
  return session.send({ conversationId: 'c1', channel: 'sms', accountId: null, content, replyToId: null, draft: key });
}

function timelineOf(session: MessagingSession) {
  return session.openTimeline({ kind: 'conversation', conversationId: 'c1' });
}

function statusOf(text: string, timeline: ReturnType<typeof timelineOf>['value']): string | null | undefined {
  const row = timeline.entries.find(({ message }) => message.content.kind === 'text' && message.content.text === text);
  return row?.message.status;
}

describe('a session with what the browser has', () => {
  let place: ReturnType<typeof profile>;
  beforeEach(() => (place = profile()));
  afterEach(() => place.clear());

  it('[I4] keeps a message in the browser’s database, sends it and shows what became of it', async () => {
    const { session } = place.openTab();
    await until(session.status, ({ phase }) => phase === 'ready');
    session.openDraft(key).setText('hello');
    const { state } = await send(session, 'hello');
    expect(state).to.equal('queued');
    const timeline = timelineOf(session);
    await until(timeline, (value) => statusOf('hello', value) === 'sent');
    await until(session.status, ({ outbox }) => outbox.pending === 0);
    expect(session.status.value.storage.mode).to.not.equal('none');
  });

  it('[I1] [I7] sends after a reload what was queued offline, and finds the draft', async () => {
    const first = place.openTab(false);
    await until(first.session.status, ({ phase }) => phase === 'ready');
    first.session.openDraft(key).setText('queued');
    await send(first.session, 'queued');
    first.session.openDraft(key).setText('half a sen');
    await first.session.close();
    const { session } = place.openTab();
    const draft = session.openDraft(key);
    await until(draft, (value) => value?.text === 'half a sen');
    await until(timelineOf(session), (value) => statusOf('queued', value) === 'sent');
  });

  it('[I6] shows in one tab what the other one sends, with one outbox for both', async () => {
    const [one, two] = [place.openTab(), place.openTab()];
    await Promise.all([one, two].map(({ session }) => until(session.status, ({ link }) => link === 'live')));
    const timelines = [timelineOf(one.session), timelineOf(two.session)];
    await Promise.all(timelines.map((timeline) => until(timeline, ({ loaded }) => loaded)));
    await send(two.session, 'from two');
    await send(one.session, 'from one');
    for (const timeline of timelines)
      for (const text of ['from one', 'from two']) await until(timeline, (value) => statusOf(text, value) === 'sent');
    expect(timelines.map(({ value }) => value.entries.length)).to.deep.equal([2, 2]);
  });

  it('[I8] takes over what another tab typed, unless something is being typed here', async () => {
    const [one, two] = [place.openTab(), place.openTab()];
    await Promise.all([one, two].map(({ session }) => until(session.status, ({ phase }) => phase === 'ready')));
    const [left, right] = [one.session.openDraft(key), two.session.openDraft(key)];
    left.setText('from the left');
    await until(right, (value) => value?.text === 'from the left');
    right.setText('and the right');
    left.setText('left again');
    expect(right.value?.text).to.equal('and the right');
  });
});
