import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressOf, seedData, seedRecords } from '../../examples/erp/seed.ts';
import { hasUsableMobile } from '../../examples/erp/records.ts';
import { replyWindow } from '../../src/domain/reply-window.ts';
import { capabilitiesOf } from '../../src/domain/channels.ts';
import { compareMessages } from '../../src/domain/timeline.ts';

const now = Date.parse('2026-11-22T11:00:00Z');
const data = seedData(now);
const { recipients = [], conversations = [], messages = [], templates = [] } = data;
const byId = new Map(conversations.map((conversation) => [conversation.id, conversation]));

describe('the seed of the demo', () => {
  it('is the same each time, and only moves with its time', () => {
    assert.deepEqual(seedData(now), data);
    const later = seedData(now + 5_000);
    assert.deepEqual(
      later.messages?.map(({ content }) => content),
      messages.map(({ content }) => content),
    );
  });

  it('has the size that was asked for', () => {
    assert.equal(seedRecords().length, 300);
    assert.equal(data.coWorkers?.length, 5);
    assert.equal(data.branches?.length, 2);
    assert.equal(conversations.length, 150);
    assert.ok(messages.length > 1_900 && messages.length < 2_100, String(messages.length));
  });

  it('spells numbers of three countries in many ways, all but a few of them usable', () => {
    const records = seedRecords();
    const shapes = new Set(records.map(({ mobile }) => mobile.replace(/\d+/g, '9')));
    assert.ok(shapes.size >= 10, [...shapes].join(' | '));
    for (const prefix of ['+31', '+32', '+49'])
      assert.ok(
        records.some((record) => addressOf(record).startsWith(prefix)),
        prefix,
      );
    assert.equal(records.filter((record) => !hasUsableMobile(record)).length, 10);
  });

  it('gives a number to one person, except for the couple that shares one', () => {
    const addresses = seedRecords()
      .map(addressOf)
      .filter((address) => address !== '');
    assert.equal(addresses.length - new Set(addresses).size, 1);
  });

  it('has no id twice', () => {
    const ids = [...recipients, ...conversations, ...messages].map(({ id }) => id);
    const clientIds = messages.flatMap(({ clientId }) => clientId ?? []);
    assert.equal(new Set(ids).size, ids.length);
    assert.equal(new Set(clientIds).size, clientIds.length);
    for (const clientId of clientIds)
      assert.match(clientId, /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
  });

  it('leaves no slot of a script unfilled and writes nothing in the future', () => {
    for (const { content, at, id, deletedAt } of messages) {
      assert.ok(at <= now, id);
      if (content.kind === 'text' && deletedAt === null)
        assert.doesNotMatch(content.text, /[{}]|undefined|<<|^\s*$/, id);
    }
  });

  it('keeps conversations true to their messages', () => {
    for (const conversation of conversations) {
      const own = messages.filter(({ conversationId }) => conversationId === conversation.id).sort(compareMessages);
      assert.deepEqual(
        own.map(({ position }) => position),
        own.map((_, index) => index + 1),
        conversation.id,
      );
      const said = own.filter(({ direction }) => direction === 'incoming' || direction === 'outgoing');
      assert.equal(conversation.lastMessage?.id, said.at(-1)?.id, conversation.id);
      assert.ok(recipients.some(({ id }) => id === conversation.recipient.id));
    }
  });

  it('sends nothing by WhatsApp outside its reply window', () => {
    const lastIncoming = new Map<string, number>();
    for (const message of [...messages].sort(compareMessages)) {
      if (message.channel !== 'whatsapp') continue;
      const channel = byId.get(message.conversationId)?.channels.find(({ channel }) => channel === 'whatsapp');
      assert.ok(channel, message.id);
      if (message.direction === 'incoming') lastIncoming.set(message.conversationId, message.at);
      else {
        const at = lastIncoming.get(message.conversationId) ?? null;
        assert.equal(replyWindow(capabilitiesOf(channel).replyWindow, at, message.at).state, 'open', message.id);
      }
    }
  });

  it('shows every state that an agent meets', () => {
    const windows = conversations.flatMap(({ channels }) =>
      channels
        .filter(({ channel }) => channel === 'whatsapp')
        .map((channel) => replyWindow(capabilitiesOf(channel).replyWindow, channel.lastIncomingAt, now)),
    );
    const closingSoon = windows.filter(
      (window) => window.state === 'open' && window.closesAt !== null && window.closesAt - now < 7_200_000,
    );
    assert.ok(closingSoon.length >= 5, `${closingSoon.length} close soon`);
    assert.ok(windows.some(({ state }) => state === 'template-only'));
    assert.ok(conversations.filter(({ unreadCount }) => unreadCount > 0).length >= 15);
    assert.ok(conversations.some(({ recipient }) => recipient.kind === 'unmatched'));
    assert.ok(conversations.some(({ state }) => state === 'archived'));
    assert.ok(messages.some(({ direction }) => direction === 'note'));
    const reasons = new Set(messages.flatMap(({ failure }) => failure?.reason ?? []));
    assert.ok(reasons.size >= 7, [...reasons].join());
    for (const id of ['agent-1', 'agent-2', 'agent-3', 'agent-4'])
      assert.ok(
        conversations.some(({ coWorkerId, unreadCount }) => coWorkerId === id && unreadCount > 0),
        id,
      );
  });

  it('invites to WhatsApp in four languages', () => {
    const languages = templates.filter(({ code }) => code === data.invitation?.code).map(({ language }) => language);
    assert.deepEqual(languages, ['nl', 'en', 'de', 'fr']);
  });
});
