/**
 * A tab that dies. It sends the draft of the place named in its URL and stops in the middle of the transaction: after
 * the row was added to the outbox, before the draft is deleted.
 */
import { openLocalStorage } from '../../../src/adapters/web/open-local-storage.ts';
import { anOutboxEntry } from '../../../src/testing/index.ts';

const place = new URLSearchParams(location.search);
const storage = await openLocalStorage({ tenantId: place.get('tenant') ?? '', agentId: 'agent-1' });

IDBObjectStore.prototype.delete = function hang(): never {
  postMessage('in mid-transaction');
  for (;;);
};

await storage.enqueue(anOutboxEntry({ clientId: place.get('client') ?? '' }), {
  conversationId: 'conversation-1',
  mode: 'reply',
  channel: 'whatsapp',
});
