import { expect } from '@open-wc/testing';
import { createLocalAdapter } from '../../src/adapters/local/index.ts';
import { aClientId, aConversation, aCoWorker, aMessage, aRecipient, builtAt } from '../../src/testing/index.ts';

it('works', async () => {
  const adapter = createLocalAdapter({
    databaseName: 'try',
    agentId: 'a',
    seed: {
      coWorkers: [aCoWorker({ id: 'a' })],
      recipients: [aRecipient({ id: 'recipient-1' })],
      conversations: [aConversation({ id: 'c1', coWorkerId: 'a' })],
      messages: [aMessage({ conversationId: 'c1', at: builtAt })],
    },
  });
  await adapter.connect({ token: async () => '', locale: 'en', timeZone: 'UTC', log: () => undefined });
  const sent = await adapter.send({
    clientId: aClientId(),
    conversationId: 'c1',
    channel: 'sms',
    accountId: null,
    content: { kind: 'text', text: 'Hello' },
    replyToId: null,
  });
  expect(sent.status).to.equal('accepted');
  const page = await adapter.listMessages({ kind: 'conversation', conversationId: 'c1' });
  expect(page.items.length).to.equal(2);
  expect(
    (await adapter.listConversations({ scope: { kind: 'all' }, sort: 'newest', text: 'hello' })).items.length,
  ).to.equal(1);
  expect((await adapter.listMessages({ kind: 'recent', scope: { kind: 'mine' } })).items.length).to.equal(2);
  await adapter.close();
});
