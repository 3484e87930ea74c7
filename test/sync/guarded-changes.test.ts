import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Conversation } from '../../src/domain/model.ts';
import type { MessagingAdapter } from '../../src/ports/adapter.ts';
import { AdapterError } from '../../src/ports/adapter-error.ts';
import { override, type Tab, World } from './world.ts';

const customer = '0612345001';

async function seenBy({ session }: Tab): Promise<Conversation> {
  return session.update('c1', {});
}

/** A backend that knows no versions, and refuses to hear of them. */
const unchecked = {
  capabilities: (all) => ({ ...all, conflictCheck: false }),
  wrap: (adapter: MessagingAdapter) =>
    override(adapter, {
      update: (id, change, options) =>
        options?.ifVersion === undefined
          ? adapter.update(id, change, options)
          : Promise.reject(new AdapterError('unsupported', 'ifVersion')),
    }),
} satisfies ConstructorParameters<typeof World>[0];

for (const [backend, options] of [
  ['a backend that checks versions', {}],
  ['a backend that checks nothing', unchecked],
] as const) {
  describe(`changes that something may stand against, with ${backend}`, () => {
    it('[D7] archives, with tags in the same step', async () => {
      const world = new World(options);
      const tab = await world.startTab();
      const { outcome, conversation } = await tab.session.archive(await seenBy(tab), { addTags: ['invoice'] });
      assert.deepEqual([outcome, conversation.state, conversation.tags], ['done', 'archived', ['invoice']]);
    });

    it('[D7] archives nothing over a message that this tab has not heard of yet, and says what it is', async () => {
      const world = new World(options);
      const tab = await world.startTab();
      const seen = await seenBy(tab);
      await world.backend.incoming({ channel: 'sms', from: customer, text: 'One more thing' });
      const { outcome, conversation } = await tab.session.archive(seen);
      assert.deepEqual([outcome, conversation.lastMessage?.text], ['wrote', 'One more thing']);
      assert.equal((await tab.adapter.getConversation('c1')).state, 'assigned');
      assert.equal((await tab.session.archive(conversation)).outcome, 'done');
    });

    it('[D7] archives all the same when a colleague only tagged it meanwhile, and keeps that tag', async () => {
      const world = new World(options);
      const tab = await world.startTab();
      const seen = await seenBy(tab);
      await tab.adapter.update('c1', { addTags: ['vip'] });
      const { outcome, conversation } = await tab.session.archive(seen, { addTags: ['invoice'] });
      assert.deepEqual([outcome, conversation.tags], ['done', ['vip', 'invoice']]);
    });

    it('[D1] gives a conversation to nobody', async () => {
      const world = new World(options);
      const tab = await world.startTab();
      const { outcome, conversation } = await tab.session.assign('c1', null);
      assert.deepEqual([outcome, conversation.coWorkerId], ['done', null]);
    });
  });
}

describe('archiving that fails', () => {
  it('[D7] rejects with what the backend says, and changes nothing', async () => {
    const world = new World();
    const tab = await world.startTab();
    const seen = await seenBy(tab);
    tab.adapter.faults.next({ kind: 'error', error: new AdapterError('forbidden', 'test') }, 'update');
    await assert.rejects(tab.session.archive(seen), { code: 'forbidden' });
    assert.equal((await tab.adapter.getConversation('c1')).state, 'assigned');
  });
});
