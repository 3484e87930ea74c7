import assert from 'node:assert/strict';

import type { AdapterParts, Change, DirectoryPart, MessagingAdapter, TemplatesPart } from '../../src/ports/adapter.ts';
import { aBranch, aClientId, aCoWorker, aRecipient, aTemplate } from '../../src/testing/builders.ts';
import { createMemoryBackend } from '../../src/adapters/memory/index.ts';
import { manualClock } from '../../src/testing/manual-clock.ts';
import type { Lie } from './lying.ts';
import { feeds, lying, streams, unless } from './lying.ts';
import { smallBusiness } from './subjects.ts';

const loses = (lost: (change: Change) => boolean): Lie =>
  feeds((batch) => ({ ...batch, changes: batch.changes.filter((change) => !lost(change)) }));

function directory(override: (honest: DirectoryPart) => Partial<DirectoryPart>): Lie {
  return (honest) => {
    const part = honest.part('directory');
    return part ? { part: parts(honest, { directory: { ...part, ...override(part) } }) } : {};
  };
}

function templates(override: (honest: TemplatesPart) => Partial<TemplatesPart>): Lie {
  return (honest) => {
    const part = honest.part('templates');
    return part ? { part: parts(honest, { templates: { ...part, ...override(part) } }) } : {};
  };
}

function parts(honest: MessagingAdapter, replaced: Partial<AdapterParts>): MessagingAdapter['part'] {
  return (name) => replaced[name] ?? honest.part(name);
}

/** Always begins at now, whatever was asked for, and says nothing about it. */
const startsAtNow: Lie = (honest) => ({ subscribe: (scope, sink) => honest.subscribe(scope, sink, null) });

/** Its restart brings back an empty shop: nothing that was written before is there. */
const losesEverything: Lie = (_, subject) => {
  const fresh = createMemoryBackend({ clock: manualClock(), data: smallBusiness() });
  Object.assign(subject, { restart: () => Promise.resolve(fresh.adapter({ agentId: 'agent-1' })) });
  return {};
};

/** Lies about the stream, durability and parts, by the check that must catch them. */
export const streamLies: Readonly<Record<string, Readonly<Record<string, Lie>>>> = {
  ST1: {
    'loses messages': loses(({ type }) => type === 'message'),
    'brings old conversations': feeds((batch) => ({
      ...batch,
      changes: batch.changes.map((change) =>
        change.type === 'conversation'
          ? { ...change, conversation: { ...change.conversation, lastMessage: null } }
          : change,
      ),
    })),
    'claims to push and never does': () => ({
      subscribe: (_, sink) => {
        queueMicrotask(() => sink.link('live'));
        return () => undefined;
      },
    }),
    'never says live': streams((sink) => ({ link: (state) => state !== 'live' && sink.link(state) })),
  },
  ST2: {
    'brings only what one does oneself': loses(
      (change) => change.type === 'message' && change.message.author.id !== 'agent-1',
    ),
  },
  ST3: {
    'does not bring what customers write': loses(
      (change) => change.type === 'message' && change.message.direction === 'incoming',
    ),
  },
  ST4: {
    'brings batches in pairs the other way round': streams((sink) => {
      const held: Parameters<typeof sink.batch>[0][] = [];
      return {
        batch: (batch) => {
          held.push(batch);
          if (held.length === 4) for (const late of held.splice(0).reverse()) sink.batch(late);
        },
      };
    }),
  },
  ST5: {
    'starts at now instead of resuming': startsAtNow,
    'resets instead of resuming': (honest) => ({
      subscribe: (scope, sink, from) => {
        if (from !== null) queueMicrotask(() => sink.reset('feed-m1.0'));
        return honest.subscribe(scope, sink, null);
      },
    }),
    'brings everything again': (honest) => ({
      subscribe: (scope, sink, from) => honest.subscribe(scope, sink, from === null ? null : 'feed-m1.0'),
    }),
  },
  ST6: { 'resumes at now without saying so': startsAtNow },
  ST7: { 'gives a cursor and does not know it': startsAtNow },
  ST8: {
    'claims dense and does not name predecessors': feeds((batch) => ({ ...batch, previous: null })),
    'names a predecessor that never was': feeds((batch) => ({ ...batch, previous: 'elsewhere' })),
  },
  ST9: {
    'brings everything to everybody': (honest) => ({
      subscribe: (_, sink, from) => honest.subscribe({ kind: 'all' }, sink, from),
    }),
  },
  ST10: {
    'goes on from a cursor that means nothing': streams(() => ({ reset: () => undefined })),
    'stops after a reset': streams((sink) => {
      let wasReset = false;
      return {
        reset: (cursor) => {
          wasReset = true;
          sink.reset(cursor);
        },
        batch: (batch) => !wasReset && sink.batch(batch),
      };
    }),
  },
  ST11: {
    'speaks after the end': (honest) => ({
      subscribe: (scope, sink, from) => (honest.subscribe(scope, sink, from), () => undefined),
    }),
    'throws when ended twice': (honest) => ({
      subscribe: (scope, sink, from) => {
        const stop = honest.subscribe(scope, sink, from);
        let ended = false;
        return () => {
          if (ended) throw new Error('ended twice');
          ended = true;
          stop();
        };
      },
    }),
  },
  ST12: {
    'goes on after it ended itself': (honest) => ({
      subscribe: (scope, sink, from) => {
        let inside = false;
        const stop = honest.subscribe(
          scope,
          {
            batch: (batch) => {
              inside = true;
              sink.batch(batch);
              inside = false;
            },
            link: (state) => sink.link(state),
            reset: (cursor) => sink.reset(cursor),
          },
          from,
        );
        return () => {
          if (!inside) stop();
        };
      },
    }),
  },
  ST13: { 'keeps changes of conversations to itself': loses(({ type }) => type === 'conversation') },
  DU1: { 'claims to be durable': losesEverything },
  DU2: {
    'forgets client ids': (_, subject) => {
      const { restart } = subject;
      const forgetful = async (): Promise<MessagingAdapter> => {
        const honest = await restart?.();
        assert.ok(honest);
        return lying(honest, {
          send: async (message) => {
            const { clientId } = message;
            return { ...(await honest.send({ ...message, clientId: aClientId() })), clientId };
          },
        });
      };
      Object.assign(subject, { restart: forgetful });
      return {};
    },
  },
  DU3: { 'starts at now after a restart': startsAtNow },
  DI1: {
    'gives somebody else': directory((honest) => ({
      getRecipient: async (id) => ({ ...(await honest.getRecipient(id)), name: 'Somebody Else' }),
    })),
    'gives somebody for any id': directory((honest) => ({
      getRecipient: (id) => unless('not-found', honest.getRecipient(id), () => aRecipient({ id })),
    })),
  },
  DI2: {
    'finds only lower case': directory((honest) => ({
      searchRecipients: (text, page) => honest.searchRecipients(text === text.toLowerCase() ? text : '\u0000', page),
    })),
    'does not look at the limit': directory((honest) => ({
      searchRecipients: async (text) => {
        const { items } = await honest.searchRecipients(text);
        return { items: [...items, aRecipient(), aRecipient(), aRecipient()], nextCursor: null, total: null };
      },
    })),
  },
  DI3: {
    'does not know the agent': directory(() => ({ listCoWorkers: () => Promise.resolve([aCoWorker()]) })),
    'lists co-workers twice': directory((honest) => ({
      listCoWorkers: async () => {
        const all = await honest.listCoWorkers();
        return [...all, ...all];
      },
    })),
    'does not know the agent’s branch': directory(() => ({ listBranches: () => Promise.resolve([aBranch()]) })),
  },
  TE1: {
    'has a template twice': templates(() => ({
      listConversationTemplates: () => Promise.resolve([aTemplate(), aTemplate({ isDefault: false })]),
    })),
    'has two defaults': templates(() => ({
      listConversationTemplates: () => Promise.resolve([aTemplate(), aTemplate({ language: 'en' })]),
    })),
  },
  TE2: {
    'invites with a template that is not there': templates(() => ({
      getInvitation: () => Promise.resolve({ code: 'GONE', whatsappNumber: '+31850000000' }),
    })),
    'invites to a number that cannot be called': templates(() => ({
      getInvitation: () => Promise.resolve({ code: 'INVITE', whatsappNumber: '085 0000' }),
    })),
  },
};
