import { createLocalAdapter, type LocalAdapter, type Provider } from '../../src/adapters/local/index.ts';
import { takeIntoCarrier } from './carrier.ts';
import { seedData } from './seed.ts';

/** Where it is, and what its tenant is called. */
export const databaseName = 'conversation-elements/erp-demo';

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
