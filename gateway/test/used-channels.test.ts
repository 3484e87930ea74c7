import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createHttpAdapter } from '../../src/adapters/http/index.ts';
import type { ChannelKind, Message } from '../../src/domain/model.ts';
import type { MessagingAdapter } from '../../src/ports/adapter.ts';
import { aConversation, aMessage, aRecipient, aRecipientSummary, builtAt } from '../../src/testing/builders.ts';
import type { Db } from '../src/db/db.ts';
import { migrate } from '../src/db/migrate.ts';
import { openPglite } from '../src/db/pglite-db.ts';
import { mint, startWorld } from './harness.ts';
import type { World } from './harness.ts';

const anna = aRecipient({ id: 'anna' });

describe('channels that conversations went over', () => {
  let db: Db;
  let world: World;
  let adapter: MessagingAdapter;

  before(async () => {
    db = await openPglite(null);
    world = await startWorld({ db });
    await world.connect('mine');
    await world.fill('mine', {
      recipients: [anna],
      conversations: [anOld('on-sms'), anOld('silent')],
      messages: texts(),
    });
    adapter = createHttpAdapter({ baseUrl: `${world.url}/v1` });
    await adapter.connect({
      token: () => mint({ tenant: 'mine', sub: 'chief', branches: '*' }),
      locale: 'en',
      timeZone: 'UTC',
      log: () => undefined,
    });
  });
  after(() => world.close());

  it('[IN10] are read from the messages of an import', async () => {
    assert.deepEqual(await foundBy('sms'), ['on-sms']);
    assert.deepEqual(await foundBy('whatsapp'), ['on-sms']);
    assert.deepEqual(await foundBy('viber'), []);
  });

  it('[IN10] are read from the messages of a database that did not say', async () => {
    await forget();
    assert.deepEqual(await foundBy('viber'), ['on-sms', 'silent']);
    await migrate(db);
    assert.deepEqual(await foundBy('sms'), ['on-sms']);
    assert.deepEqual(await foundBy('whatsapp'), ['on-sms']);
    assert.deepEqual(await foundBy('viber'), []);
    assert.deepEqual((await adapter.getConversation('on-sms')).usedChannels, ['sms', 'whatsapp']);
    assert.deepEqual((await adapter.getConversation('silent')).usedChannels, []);
  });

  async function foundBy(channel: ChannelKind): Promise<readonly string[]> {
    const { items } = await adapter.listConversations({ scope: { kind: 'all' }, sort: 'newest', channels: [channel] });
    return items.map(({ id }) => id).sort();
  }

  /** The tables as they were before: each conversation is on the channels it has addresses on. */
  async function forget(): Promise<void> {
    await db.transact(async (sql) => {
      await sql.query('delete from schema_migration where number = 28');
      await sql.query(
        `update conversation set channels = '{sms,viber}',
           data = regexp_replace(data::text, ',"usedChannels":\\[[^\\]]*\\]', '')::json`,
      );
    });
  }
});

function anOld(id: string): ReturnType<typeof aConversation> {
  const address = { accountId: null, address: '+31612345678', lastIncomingAt: null } as const;
  const channels = (['sms', 'viber'] as const).map((channel) => ({
    ...address,
    channel,
    consent: 'unknown' as const,
    overrides: null,
  }));
  return aConversation({
    id,
    recipient: aRecipientSummary(anna),
    channels,
    lastMessage: null,
    lastIncomingChannel: null,
  });
}

/** One text holds what must not be taken for a field, and a character that the database cannot decode. */
function texts(): readonly Message[] {
  const said = [
    ['sms', 'outgoing', '"channel":"email" \ud800'],
    ['whatsapp', 'incoming', 'Ja'],
    [null, 'note', 'Nee'],
  ] as const;
  return said.map(([channel, direction, text], index) =>
    aMessage({
      id: `m${index}`,
      conversationId: 'on-sms',
      recipientId: 'anna',
      position: index + 1,
      at: builtAt + index,
      clientId: null,
      channel,
      direction,
      text,
    }),
  );
}
