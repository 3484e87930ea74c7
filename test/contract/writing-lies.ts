import type { Conversation, Message } from '../../src/domain/model.ts';
import type { ConversationChange, MessagingAdapter, OutgoingMessage } from '../../src/ports/adapter.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { aClientId, aConversation, aMessage } from '../../src/testing/builders.ts';
import type { ConformanceSubject } from '../../src/testing/conformance/subject.ts';
import type { Lie } from './lying.ts';
import { unless, without } from './lying.ts';

type Send = MessagingAdapter['send'];
type AddNote = MessagingAdapter['addNote'];

/** Sends in another way than it should. */
const sends =
  (send: (honest: Send, message: OutgoingMessage, adapter: MessagingAdapter) => Promise<Message>): Lie =>
  (honest) => ({ send: (message) => send((real) => honest.send(real), message, honest) });

const notes =
  (add: (honest: AddNote, ...asked: Parameters<AddNote>) => Promise<Message>): Lie =>
  (honest) => ({ addNote: (...asked) => add((...real) => honest.addNote(...real), ...asked) });

/** Leaves out or replaces fields of a change. */
const changes =
  (edit: (change: ConversationChange) => ConversationChange): Lie =>
  (honest) => ({ update: (id, change, options) => honest.update(id, edit(change), options) });

/** Answers a change with something else than was stored. */
const answers =
  (edit: (answer: Conversation, change: ConversationChange) => Conversation): Lie =>
  (honest) => ({ update: async (id, change, options) => edit(await honest.update(id, change, options), change) });

const shows =
  (change: (conversation: Conversation) => Conversation): Lie =>
  (honest) => ({ getConversation: async (id, options) => change(await honest.getConversation(id, options)) });

/** Stores a client id that comes again once more. */
const forgetsClientIds: Lie = (honest) => {
  const seen = new Set<string>();
  return {
    send: async (message) => {
      if (seen.has(message.clientId)) return storesAgain(honest, message);
      seen.add(message.clientId);
      return honest.send(message);
    },
  };
};

/** Stores everything under client ids of its own. */
const knowsNoClientIds: Lie = (honest) => ({ send: (message) => storesAgain(honest, message) });

async function storesAgain(honest: MessagingAdapter, message: OutgoingMessage): Promise<Message> {
  return { ...(await honest.send(renamed(message))), clientId: message.clientId };
}

/** Makes something up instead of refusing. */
const madeUp = ({ clientId, conversationId, channel, content }: OutgoingMessage): Message =>
  aMessage({ direction: 'outgoing', clientId, conversationId, channel, content });

const accepts = (...codes: readonly string[]): Lie =>
  sends((honest, message) =>
    codes.reduce((answer, code) => unless(code, answer, () => madeUp(message)), honest(message)),
  );

const renamed = (message: OutgoingMessage): OutgoingMessage => ({ ...message, clientId: aClientId() });

/** Replaces what the provider is seen to get. */
function dispatches(subject: ConformanceSubject, change: (clientIds: readonly string[]) => readonly string[]): void {
  const { dispatched } = subject;
  Object.assign(subject, { dispatched: async () => change((await dispatched?.()) ?? []) });
}

/** Refuses, as unsupported, a change that capabilities claim. */
const cannotChange =
  (isMeant: (change: ConversationChange) => boolean): Lie =>
  (honest) => ({
    update: (id, change, options) => (isMeant(change) ? unsupported() : honest.update(id, change, options)),
  });

const unsupported = (): Promise<never> => Promise.reject(new AdapterError('unsupported', 'not here'));

/** Lies about sending, notes, opening and changing, by the check that must catch them. */
export const writingLies: Readonly<Record<string, Readonly<Record<string, Lie>>>> = {
  SE1: {
    'answers another text': sends(async (honest, message) => ({
      ...(await honest(message)),
      content: { kind: 'text', text: 'something else' },
    })),
    'answers a message that is not stored yet': sends(async (honest, message) => ({
      ...(await honest(message)),
      status: 'queued',
    })),
    'answers a message to somebody else': sends(async (honest, message) => ({
      ...(await honest(message)),
      recipientId: 'recipient-2',
    })),
  },
  SE2: {
    'does not tell the conversation': shows((one) => ({ ...one, lastMessage: null })),
    'keeps the version': shows((one) => ({ ...one, version: 1 })),
  },
  SE3: { 'forgets client ids': forgetsClientIds },
  SE4: {
    'forgets client ids': forgetsClientIds,
    'looks first and stores later': sends(async (honest, message, adapter) => {
      const found = await adapter.findMessage(message.clientId);
      return found ?? { ...(await honest(renamed(message))), clientId: message.clientId };
    }),
  },
  SE5: { 'knows no client ids': knowsNoClientIds },
  SE6: {
    'gives the first result for another body': sends((honest, message, adapter) =>
      unless('key-reused', honest(message), async () => (await adapter.findMessage(message.clientId))!),
    ),
    'stores the other body': sends((honest, message) =>
      unless('key-reused', honest(message), () => honest(renamed(message))),
    ),
  },
  SE7: {
    'forgets client ids after a day': (honest, subject) => {
      let elapsedMs = 0;
      const { advance } = subject;
      Object.assign(subject, { advance: (ms: number) => ((elapsedMs += ms), advance?.(ms)) });
      return {
        send: (message) => (elapsedMs < 86_400_000 ? honest.send(message) : storesAgain(honest, message)),
      };
    },
  },
  SE8: {
    'hands over twice': (_, subject) => (dispatches(subject, (ids) => ids.flatMap((id) => [id, id])), {}),
    'never hands over': (_, subject) => (dispatches(subject, () => []), {}),
  },
  SE9: {
    'hands over in another order': (_, subject) => (dispatches(subject, (ids) => [...ids].reverse()), {}),
    'lists the last two the other way round': (honest) => ({
      listMessages: async (...asked) => {
        const page = await honest.listMessages(...asked);
        return { ...page, items: [...page.items.slice(0, -2), ...page.items.slice(-2).reverse()] };
      },
    }),
  },
  SE10: {
    'shares positions': sends(async (honest, message) => ({ ...(await honest(message)), position: 7 })),
    'loses what comes at the same time': (honest) => {
      let busy = false;
      return {
        send: async (message) => {
          if (busy) return { ...madeUp(message), position: Math.random() };
          busy = true;
          const stored = await honest.send(message);
          busy = false;
          return stored;
        },
      };
    },
  },
  SE11: {
    'tidies texts up': sends((honest, message) =>
      honest(
        message.content.kind === 'text'
          ? { ...message, content: { kind: 'text', text: message.content.text.trim().normalize('NFC') } }
          : message,
      ),
    ),
    'strips what looks like markup': sends((honest, message) =>
      honest(
        message.content.kind === 'text'
          ? { ...message, content: { kind: 'text', text: message.content.text.replace(/<[^>]*>/g, '') } }
          : message,
      ),
    ),
  },
  SE12: { 'forgets what was answered': sends((honest, message) => honest({ ...message, replyToId: null })) },
  SE13: { 'accepts messages to nowhere': accepts('not-found') },
  SE14: { 'accepts any channel': accepts('invalid', 'unsupported', 'not-found') },
  SE15: { 'accepts what is too late': accepts('window-closed') },
  SE16: {
    'never finds anything': () => ({ findMessage: () => Promise.resolve(null) }),
    'finds what nobody sent': (honest) => ({
      findMessage: async (clientId) =>
        (await honest.findMessage(clientId)) ?? aMessage({ direction: 'outgoing', clientId }),
    }),
    'claims it and cannot': () => ({ findMessage: unsupported }),
  },
  SE17: {
    'lets customers wait after the answer': shows((one) => ({ ...one, waitingSince: one.lastActivityAt })),
    'lets nobody wait': shows((one) => ({ ...one, waitingSince: null })),
  },
  NO1: {
    'puts notes on a channel': notes(async (honest, ...asked) => ({ ...(await honest(...asked)), channel: 'sms' })),
    'sends notes to the customer': (honest) => ({
      addNote: ({ clientId, conversationId, text }) =>
        honest.send({
          clientId,
          conversationId,
          channel: 'sms',
          accountId: null,
          content: { kind: 'text', text },
          replyToId: null,
        }),
    }),
    'claims it and cannot': () => ({ addNote: unsupported }),
  },
  NO2: {
    'hands notes to the provider': (honest, subject) => {
      const leaked: string[] = [];
      dispatches(subject, (ids) => [...ids, ...leaked]);
      return { addNote: (note) => (leaked.push(note.clientId), honest.addNote(note)) };
    },
  },
  NO3: {
    'stores notes again': notes(async (honest, note) => ({
      ...(await honest({ ...note, clientId: aClientId() })),
      clientId: note.clientId,
    })),
  },
  NO4: {
    'sends a note as a message': sends((honest, message) =>
      unless('key-reused', honest(message), () => honest(renamed(message))),
    ),
  },
  NO5: {
    'takes a note for an answer': (honest) => {
      let noted = false;
      return {
        addNote: (note) => ((noted = true), honest.addNote(note)),
        getConversation: async (id) => {
          const one = await honest.getConversation(id);
          return noted ? { ...one, waitingSince: null, unreadCount: 0 } : one;
        },
      };
    },
  },
  NO6: {
    'accepts notes on nothing': notes((honest, note) =>
      unless('not-found', honest(note), () => aMessage({ direction: 'note', ...note })),
    ),
  },
  OP1: {
    'opens somebody else’s': (honest) => ({ open: () => honest.getConversation('conversation-2') }),
    'opens what is archived': (honest) => ({ open: () => honest.getConversation('conversation-6') }),
    'claims it and cannot': () => ({ open: unsupported }),
  },
  OP2: {
    'starts one each time': (honest) => {
      let count = 0;
      return { open: async (request) => ({ ...(await honest.open(request)), id: `conversation-${(count += 1)}` }) };
    },
    'starts one that cannot be written to': (honest) => ({
      open: async (request) => ({ ...(await honest.open(request)), channels: [] }),
    }),
  },
  OP3: {
    'opens anything': (honest) => ({
      open: (request) => unless('not-found', honest.open(request), () => aConversation()),
    }),
  },
  UP1: {
    'claims it and cannot': cannotChange(({ coWorkerId }) => coWorkerId !== undefined),
    'does not assign': changes((change) => without(change, 'coWorkerId')),
    'says so and does not do so': (honest) => ({
      update: async (id, { coWorkerId, ...rest }) => ({
        ...(await honest.update(id, rest)),
        coWorkerId: coWorkerId ?? null,
        state: coWorkerId ? 'assigned' : 'new',
      }),
    }),
  },
  UP2: {
    'claims it and cannot': cannotChange(({ branchId }) => branchId !== undefined),
    'does not change the branch': changes((change) => without(change, 'branchId')),
  },
  UP3: {
    'claims it and cannot': cannotChange(({ state }) => state === 'archived'),
    'does not archive': changes((change) => without(change, 'state')),
  },
  UP4: {
    'claims it and cannot': cannotChange(({ state }) => state === 'spam'),
    'does not mark spam': changes((change) => without(change, 'state')),
    'leaves spam with its co-worker': answers((answer) => ({ ...answer, coWorkerId: 'agent-1' })),
  },
  UP5: {
    'claims it and cannot': cannotChange(({ addTags }) => addTags !== undefined),
    'does not tag': changes((change) => without(change, 'addTags')),
    'does not take tags away': changes((change) => without(change, 'removeTags')),
    'adds tags again': answers((answer, { addTags = [] }) => ({ ...answer, tags: [...answer.tags, ...addTags] })),
  },
  UP6: {
    'does not mark read': changes((change) => without(change, 'readUpTo')),
    'lets a late mark make unread': (honest) => {
      const marks: string[] = [];
      return {
        update: async (id, change) => {
          const answer = await honest.update(id, change);
          const late = change.readUpTo !== undefined && marks.includes(change.readUpTo);
          if (change.readUpTo !== undefined) marks.push(change.readUpTo);
          return late ? { ...answer, unreadCount: 1 } : answer;
        },
      };
    },
  },
  UP7: {
    'does not mark unread': changes((change) => (change.readUpTo === 'none' ? without(change, 'readUpTo') : change)),
    'claims it and cannot': cannotChange(({ readUpTo }) => readUpTo === 'none'),
  },
  UP13: {
    'does not mark unread': changes((change) => without(change, 'unreadFrom')),
    'marks the last one only': changes((change) =>
      change.unreadFrom === undefined ? change : { ...without(change, 'unreadFrom'), readUpTo: 'none' },
    ),
    'claims it and cannot': cannotChange(({ unreadFrom }) => unreadFrom !== undefined),
  },
  UP8: {
    'does not look at ifVersion': (honest) => ({ update: (id, change) => honest.update(id, change) }),
    'refuses and does it all the same': (honest) => ({
      update: async (id, change, options) => {
        await honest.update(id, change);
        return honest.update(id, change, options);
      },
    }),
    'refuses every ifVersion': (honest) => ({
      update: (id, change, options) =>
        options?.ifVersion === undefined
          ? honest.update(id, change)
          : Promise.reject(new AdapterError('conflict', 'always')),
    }),
  },
  UP9: {
    'does not look at ifVersion': (honest) => ({ update: (id, change) => honest.update(id, change) }),
    'looks first and writes later': (honest) => ({
      update: async (id, change, options) => {
        const { version } = await honest.getConversation(id);
        if (options?.ifVersion !== undefined && options.ifVersion !== version) throw new AdapterError('conflict', '');
        await Promise.resolve();
        return honest.update(id, change);
      },
    }),
  },
  UP10: {
    'changes what does not exist': (honest) => ({
      update: (id, change) => unless('not-found', honest.update(id, change), () => aConversation({ id })),
    }),
  },
  UP11: { 'answers what nobody reads': answers((answer) => ({ ...answer, tags: ['never stored'] })) },
  UP12: {
    'keeps the stand-in': changes((change) => without(change, 'recipientId')),
  },
  UP14: {
    'never undoes a link': changes((change) => (change.recipientId === null ? without(change, 'recipientId') : change)),
  },
  IN1: {
    'does not count what customers write': shows((one) => ({ ...one, unreadCount: 1 })),
    'does not see who waits': shows((one) => ({ ...one, waitingSince: null })),
    'lists it twice': (honest) => ({
      listMessages: async (...asked) => {
        const page = await honest.listMessages(...asked);
        const last = page.items.at(-1);
        return last ? { ...page, items: [...page.items, { ...last, position: last.position + 1 }] } : page;
      },
    }),
  },
};
