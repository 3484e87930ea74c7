// What stands behind our elements in the benchmark: the kit's memory adapter, filled with the harness's messages or
// conversations. It is fixture, not kit: loaded before the first heap reading and outside the bytes that are counted.
import { createMemoryBackend } from '../../dist/esm/adapters/memory/index.js';
import { messages } from '../lib/gen.js';

const me = { id: 'agent0', name: 'Ana Pérez', branchId: null, teamIds: [], permissions: [] };
/** Older than what the other subjects get at mount: `prepend` lets one page of these through at a time. */
const olderCount = 600;
/** What the harness switches to: conversations 2 to 4, each as long as the first. */
const switches = [0, 1, 2].map((index) => ({ conv: 2 + index, from: 2_000_000 + index * 100_000 }));

export const clock = {
  now: () => Math.round(performance.timeOrigin + performance.now()),
  after(delayMs, callback) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};

const phoneOf = (number) => `+316${String(10_000_000 + number)}`;

function contentOf(m) {
  if (!m.image) return { kind: 'text', text: m.text };
  const attachment = {
    id: m.id,
    name: 'photo.png',
    mimeType: 'image/png',
    sizeBytes: 2_000,
    url: location.origin + m.imageUrl,
    thumbnailUrl: null,
    altText: null,
    durationMs: null,
  };
  return { kind: 'image', attachment, caption: m.text };
}

export function messageOf(m, conversationId) {
  const isOutgoing = m.dir === 'out';
  return {
    id: m.id,
    clientId: null,
    conversationId,
    recipientId: `r-${conversationId}`,
    position: m.seq,
    version: 1,
    direction: isOutgoing ? 'outgoing' : 'incoming',
    channel: 'whatsapp',
    accountId: null,
    author: { kind: isOutgoing ? 'co-worker' : 'customer', ...m.author },
    at: m.ts,
    content: contentOf(m),
    status: isOutgoing ? m.status : null,
    statusTimes: isOutgoing ? { [m.status]: m.ts } : {},
    failure: null,
    replyToId: null,
    reactions: [],
    editedAt: null,
    deletedAt: null,
  };
}

export function previewOf({ id, direction, channel, content, at, status }) {
  const text = content.kind === 'text' ? content.text : content.caption;
  return { id, direction, channel, text, kind: content.kind, at, status };
}

function recipientOf(id, name, number) {
  return {
    id: `r-${id}`,
    kind: 'contact',
    name,
    firstName: null,
    organisation: null,
    language: null,
    addresses: [{ channel: 'phone', value: phoneOf(number) }],
    coWorkerId: null,
    branchId: null,
  };
}

function conversationOf(id, { recipient, channel, lastMessage, unreadCount = 0, firstUnreadMessageId = null }) {
  const { kind, name, firstName, organisation, language, addresses } = recipient;
  return {
    id,
    version: 1,
    recipient: { id: recipient.id, kind, name, firstName, organisation, language },
    state: 'assigned',
    coWorkerId: me.id,
    branchId: null,
    teamId: null,
    tags: [],
    channels: [
      {
        channel,
        accountId: null,
        address: addresses[0].value,
        lastIncomingAt: lastMessage.at,
        consent: 'granted',
        overrides: null,
      },
    ],
    lastIncomingChannel: channel,
    startedAt: lastMessage.at,
    lastActivityAt: lastMessage.at,
    lastMessage,
    unreadCount,
    firstUnreadMessageId,
    waitingSince: null,
  };
}

function timelineData({ seed, conv, from, data }) {
  const histories = [
    { id: `c${conv}`, items: [...messages(seed, conv, from - olderCount, olderCount), ...data] },
    ...switches.map((other) => ({ id: `c${other.conv}`, items: messages(seed, other.conv, other.from, data.length) })),
  ].map(({ id, items }) => ({ id, items: items.map((m) => messageOf(m, id)) }));
  const recipients = histories.map(({ id }, index) => recipientOf(id, `Customer ${id}`, index));
  const conversations = histories.map(({ id, items }, index) =>
    conversationOf(id, { recipient: recipients[index], channel: 'whatsapp', lastMessage: previewOf(items.at(-1)) }),
  );
  return { recipients, conversations, messages: histories.flatMap(({ items }) => items) };
}

const listChannels = { sms: 'sms', whatsapp: 'whatsapp', web: 'messenger', email: 'email' };

function listData(data) {
  const recipients = data.map((c, index) => recipientOf(c.id, c.name, index));
  const conversations = data.map((c, index) => {
    const channel = listChannels[c.channel];
    const id = `last-${c.id}`;
    const lastMessage = {
      id,
      direction: 'incoming',
      channel,
      text: c.last,
      kind: 'text',
      at: c.ts,
      status: null,
    };
    return conversationOf(c.id, {
      recipient: recipients[index],
      channel,
      lastMessage,
      unreadCount: c.unread,
      firstUnreadMessageId: c.unread > 0 ? id : null,
    });
  });
  return { recipients, conversations, messages: [] };
}

/**
 * The memory adapter with a thin layer before it: what the harness appends with ids of its own comes as batches of the
 * feed, and pages of history older than what the others start with wait until the harness prepends.
 */
class BenchAdapter {
  #inner;
  #sinks = new Set();
  #cursor = 0;
  #told = [];
  #conversations = new Map();
  #messages = new Map();
  #gatedBefore;
  #waiting = null;
  #allowance = 0;

  constructor(inner, gatedBefore) {
    this.#inner = inner;
    this.#gatedBefore = gatedBefore;
    this.name = 'bench';
  }

  async connect(...call) {
    return { ...(await this.#inner.connect(...call)), cursor: 'bench-0' };
  }
  async listConversations(...call) {
    const page = await this.#inner.listConversations(...call);
    return { ...page, items: page.items.map((item) => this.#conversations.get(item.id) ?? item) };
  }
  async getConversation(id, options) {
    return this.#conversations.get(id) ?? this.#inner.getConversation(id, options);
  }
  async listMessages(query, request, options) {
    const page = await this.#inner.listMessages(query, request, options);
    if (page.items.some(({ position }) => position < this.#gatedBefore)) await this.#pass();
    return page;
  }
  findMessage(...call) {
    return this.#inner.findMessage(...call);
  }
  send(...call) {
    return this.#inner.send(...call);
  }
  addNote(...call) {
    return this.#inner.addNote(...call);
  }
  open(...call) {
    return this.#inner.open(...call);
  }
  async update(id, change) {
    const conversation = await this.getConversation(id);
    const isRead = change.readUpTo !== undefined;
    return this.change(
      id,
      isRead ? { unreadCount: 0, firstUnreadMessageId: null, waitingSince: null } : {},
      conversation,
    );
  }
  subscribe(_scope, sink, from) {
    this.#sinks.add(sink);
    queueMicrotask(() => {
      sink.link('live');
      for (const batch of this.#told.slice(Number(from?.split('-')[1] ?? this.#cursor))) sink.batch(batch);
    });
    return () => this.#sinks.delete(sink);
  }
  part(name) {
    return this.#inner.part(name);
  }
  close() {
    return this.#inner.close();
  }

  /** Lets one page of gated history through. Returns whether somebody waits for it. */
  release() {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting) waiting();
    else this.#allowance += 1;
    return waiting !== null;
  }

  /** Changes a conversation and tells. */
  change(id, fields, current) {
    const before = this.#conversations.get(id) ?? current;
    const conversation = { ...before, ...fields, version: before.version + 1 };
    this.#conversations.set(id, conversation);
    this.#tell([{ type: 'conversation', conversation }]);
    return conversation;
  }

  /** A message that was not there, or one that changed, with what follows for its conversation. */
  put(message, current) {
    const isNew = !this.#messages.has(message.id);
    this.#messages.set(message.id, message);
    const before = this.#conversations.get(current.id) ?? current;
    const isIncoming = isNew && message.direction === 'incoming';
    const isLast = isNew || before.lastMessage.id === message.id;
    const conversation = {
      ...before,
      version: before.version + 1,
      ...(isLast && { lastMessage: previewOf(message), lastActivityAt: message.at }),
      ...(isIncoming && {
        unreadCount: before.unreadCount + 1,
        firstUnreadMessageId: before.firstUnreadMessageId ?? message.id,
      }),
    };
    this.#conversations.set(conversation.id, conversation);
    this.#tell([
      { type: 'conversation', conversation },
      { type: 'message', message },
    ]);
  }

  message(id) {
    return this.#messages.get(id);
  }

  #tell(changes) {
    const previous = `bench-${this.#cursor}`;
    this.#cursor += 1;
    const batch = { cursor: `bench-${this.#cursor}`, previous, changes };
    this.#told.push(batch);
    for (const sink of [...this.#sinks]) sink.batch(batch);
  }

  async #pass() {
    if (this.#allowance > 0) this.#allowance -= 1;
    else await new Promise((resolve) => (this.#waiting = resolve));
  }
}

/** The memory adapter sorts its indexes when somebody first reads them: that is not the elements' time. */
async function warm(inner, [conversation]) {
  await inner.connect({ token: async () => '', locale: 'en', timeZone: 'UTC', log: () => {} });
  await inner.listMessages({ kind: 'conversation', conversationId: conversation.id }, { limit: 1 });
  for (const sort of ['newest', 'oldest'])
    await inner.listConversations({ scope: { kind: 'all' }, sort }, { limit: 1 });
}

/** Builds the backend for what the harness prepared and waits until it has been filled. */
export async function build(S) {
  const isList = S.kind === 'list';
  const data = isList ? listData(S.data) : timelineData(S);
  const backend = createMemoryBackend({ clock, data: { coWorkers: [me], ...data } });
  const adapter = new BenchAdapter(backend.adapter(), isList ? 0 : S.from);
  const host = { token: async () => '', locale: 'en', timeZone: 'UTC', log: () => {} };
  await adapter.connect(host);
  await warm(backend.adapter(), data.conversations);
  const conversations = new Map(data.conversations.map((conversation) => [conversation.id, conversation]));
  return {
    adapter,
    clock,
    conversations,
    messageOf,
    historyOf: (data) => `c${switches.find(({ from }) => data[0].seq === from).conv}`,
  };
}
