import { createLocalAdapter, type LocalAdapter, type Provider } from '../../src/adapters/local/index.ts';
import { takeIntoCarrier } from './carrier.ts';
import { withLongConversation } from './long/long-seed.ts';
import { seedData } from './seed.ts';

/** Where it is, and what its tenant is called. */
export const databaseName = 'conversation-elements/erp-demo';
/** The same for `?conversation=long`, which has a place of its own. */
export const longDatabaseName = `${databaseName}/long`;

/** What would be CM.com: takes every message; the phone page reads it and reports what becomes of it. */
const provider: Provider = {
  send({ reference }) {
    takeIntoCarrier(reference);
    return Promise.resolve({ status: 'sent' });
  },
};

/** The backend that the ERP page and the phone share, used by one co-worker. */
export function openLocalBackend(agentId: string): LocalAdapter {
  return createLocalAdapter({
    databaseName,
    agentId,
    provider,
    channels: ['sms', 'whatsapp'],
    seed: () => seedData(Date.now()),
  });
}

/** The same business with one conversation of 100,000 messages, apart from the other. */
export function openLongBackend(agentId: string): LocalAdapter {
  return createLocalAdapter({
    databaseName: longDatabaseName,
    agentId,
    channels: ['sms', 'whatsapp'],
    seed: () => {
      const now = Date.now();
      return withLongConversation(seedData(now), now);
    },
  });
}
