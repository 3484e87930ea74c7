import type { OutgoingMessage } from '../../src/ports/adapter.ts';
import type { ScheduledMessage } from '../../src/ports/parts/schedule.ts';
import type { Lie } from './lying.ts';
import { tells, unless } from './lying.ts';

/** Lies about messages that leave later, by the check that must catch them. */
export const scheduleLies: Readonly<Record<string, Readonly<Record<string, Lie>>>> = {
  PL1: {
    'sends at once': tells('schedule', (_, adapter) => ({
      sendAt: async (message, sendAt) => {
        await adapter.send(message);
        return pretended(message, sendAt);
      },
    })),
    'never lets it leave': tells('schedule', () => ({
      sendAt: (message, sendAt) => Promise.resolve(pretended(message, sendAt)),
    })),
  },
  PL2: {
    'keeps the first time': tells('schedule', (honest) => {
      const kept = new Map<string, ScheduledMessage>();
      return {
        sendAt: async (message, sendAt, options) => {
          const first = kept.get(message.clientId) ?? (await honest.sendAt(message, sendAt, options));
          kept.set(message.clientId, first);
          return first;
        },
      };
    }),
    'takes another text under the same id': tells('schedule', (honest) => ({
      sendAt: (message, sendAt, options) =>
        unless('key-reused', honest.sendAt(message, sendAt, options), () => pretended(message, sendAt)),
    })),
  },
  PL3: {
    'only says that it was taken back': tells('schedule', (honest) => {
      const asked = new Map<string, ScheduledMessage>();
      return {
        sendAt: async (message, sendAt, options) => {
          const scheduled = await honest.sendAt(message, sendAt, options);
          asked.set(message.clientId, scheduled);
          return scheduled;
        },
        cancel: (clientId, options) => {
          const scheduled = asked.get(clientId);
          return scheduled ? Promise.resolve({ ...scheduled, state: 'cancelled' }) : honest.cancel(clientId, options);
        },
      };
    }),
  },
  PL4: {
    'takes any time': tells('schedule', (honest) => ({
      sendAt: (message, sendAt, options) =>
        unless('invalid', honest.sendAt(message, sendAt, options), () => pretended(message, sendAt)),
    })),
  },
  PL5: {
    'lists the last one first': tells('schedule', (honest) => ({
      list: async (id, options) => [...(await honest.list(id, options))].reverse(),
    })),
    'lists nothing': tells('schedule', () => ({ list: () => Promise.resolve([]) })),
  },
  PL6: {
    'lets the file of a waiting message be taken away': tells('attachments', (honest) => ({
      remove: (id, options) => unless('conflict', honest.remove(id, options), () => undefined),
    })),
    'keeps the file of what was taken back': tells('schedule', (honest) => ({
      cancel: async (clientId, options) => {
        const { message } = await honest.cancel(clientId, options);
        const again = { ...message, clientId: `${clientId}-again` };
        await honest.sendAt(again, Date.UTC(2026, 2, 2), options);
        return { ...pretended(message, 0), state: 'cancelled' };
      },
    })),
    'forgets what was answered': tells('schedule', (honest) => ({
      sendAt: async (message, sendAt, options) => ({
        ...(await honest.sendAt({ ...message, replyToId: null }, sendAt, options)),
        message,
      }),
    })),
  },
};

function pretended(message: OutgoingMessage, sendAt: number): ScheduledMessage {
  const author = { kind: 'co-worker', id: 'agent-1', name: 'Sanne Bakker' } as const;
  return { message, sendAt, author, state: 'waiting', failure: null };
}
