import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { channelKinds } from '../../src/domain/channel-kinds.ts';
import { matchRecipients, placeIncoming, startConversation } from '../../src/domain/conversation-rules.ts';
import { newChannel, unmatchedRecipient } from '../../src/domain/conversation-rules.ts';
import type { IncomingPlace } from '../../src/domain/conversation-rules.ts';
import type { Conversation, ConversationState, Recipient } from '../../src/domain/model.ts';
import { aChannel, aConversation, aRecipient, T0 } from './samples.ts';

const number = '+31612345678';

function place(changes: Partial<IncomingPlace> = {}): IncomingPlace {
  return { channel: 'sms', address: number, matches: [], conversations: [], ...changes };
}

function summary(recipient: Recipient): Conversation['recipient'] {
  const { id, kind, name, firstName, organisation, language } = recipient;
  return { id, kind, name, firstName, organisation, language };
}

const contact = aRecipient();
const resource = aRecipient({ id: 'r2', kind: 'resource', name: 'Bo Maas' });
const standIn = unmatchedRecipient('u1', { channel: 'sms', address: number });
const open = aConversation({ id: 'open', recipient: summary(contact) });
const ofResource = aConversation({ id: 'other', recipient: summary(resource) });
const ofStandIn = aConversation({ id: 'unmatched', recipient: summary(standIn) });
const archived = aConversation({ id: 'archived', state: 'archived', lastActivityAt: T0 });
const spam = aConversation({ id: 'spam', state: 'spam', lastActivityAt: T0 - 1 });

const newUnmatched = {
  action: 'start',
  recipient: null,
  candidates: [],
  state: 'new',
  coWorkerId: null,
  branchId: null,
};

describe('placeIncoming', () => {
  it('[CR1] starts a conversation with an unmatched sender for an unknown number', () => {
    assert.deepEqual(placeIncoming(place()), newUnmatched);
  });

  it('[CR1] starts a conversation with the record that has the number', () => {
    const decision = placeIncoming(place({ matches: [contact] }));
    assert.deepEqual(decision, { ...newUnmatched, recipient: contact, branchId: 'b1' });
  });

  it('[CR4] gives it to the co-worker and branch of the record', () => {
    const owned = aRecipient({ coWorkerId: 'w7', branchId: 'b9' });
    const decision = placeIncoming(place({ matches: [owned] }));
    assert.deepEqual(decision, {
      action: 'start',
      recipient: owned,
      candidates: [],
      state: 'assigned',
      coWorkerId: 'w7',
      branchId: 'b9',
    });
  });

  it('[CR3] leaves the choice between two records to a person', () => {
    const owned = aRecipient({ id: 'r3', coWorkerId: 'w7' });
    const decision = placeIncoming(place({ matches: [owned, resource] }));
    assert.deepEqual(decision, { ...newUnmatched, candidates: [owned, resource] });
  });

  it('[CR3] counts a record that was found twice once', () => {
    const decision = placeIncoming(place({ matches: [contact, { ...contact }] }));
    assert.equal(decision.action === 'start' && decision.recipient?.id, 'r1');
  });

  it('[CR3] takes the stand-in again while two records have the number', () => {
    const decision = placeIncoming(place({ matches: [contact, standIn, resource] }));
    assert.deepEqual(decision, { ...newUnmatched, recipient: standIn, candidates: [contact, resource] });
  });

  it('[D10] takes the record that a co-worker said the sender is', () => {
    const linked = { ...standIn, linkedTo: resource.id };
    const decision = placeIncoming(place({ matches: [contact, linked, resource] }));
    assert.deepEqual(decision.action === 'start' && [decision.recipient, decision.candidates], [resource, []]);
  });

  it('[CR3] knows an unmatched sender again', () => {
    const decision = placeIncoming(place({ matches: [standIn] }));
    assert.equal(decision.action === 'start' && decision.recipient, standIn);
  });

  it('[CR2] prefers the record to its stand-in', () => {
    const decision = placeIncoming(place({ matches: [standIn, contact] }));
    assert.deepEqual(decision, { ...newUnmatched, recipient: contact, branchId: 'b1' });
  });

  const elsewhere = aConversation({ id: 'elsewhere', channels: [aChannel({ address: '+32470123456' })] });
  const foreign = aConversation({ id: 'foreign', recipient: summary(resource), channels: [] });
  const older = aConversation({ id: 'older', lastActivityAt: T0 - 999_999_999 });
  const opaque = aConversation({ id: 'opaque', channels: [aChannel({ channel: 'telegram' })] });

  for (const [rule, title, changes, expected] of [
    ['CR7', 'goes on in the open conversation', { conversations: [open] }, 'open'],
    ['CR7', 'goes on from SMS to WhatsApp', { channel: 'whatsapp', conversations: [open] }, 'open'],
    [
      'CR7',
      'goes on with the record from another number',
      { matches: [contact], conversations: [elsewhere] },
      'elsewhere',
    ],
    ['CR7', 'goes on in an assigned one', { conversations: [{ ...open, state: 'assigned' as const }] }, 'open'],
    ['CR7', 'goes on in the newest of several', { matches: [contact], conversations: [older, open] }, 'open'],
    [
      'CR7',
      'prefers its own to that of another record',
      { matches: [contact], conversations: [ofResource, open] },
      'open',
    ],
    [
      'CR7',
      'goes on with the one who was written to, though two have the number',
      { matches: [contact, resource], conversations: [open] },
      'open',
    ],
    [
      'CR7',
      'goes on with the stand-in that a record joined',
      { matches: [standIn, contact], conversations: [ofStandIn] },
      'unmatched',
    ],
    [
      'CR7',
      'never guesses between two people',
      { matches: [contact, resource], conversations: [open, ofResource] },
      'start',
    ],
    [
      'CR7',
      'keeps to the unmatched one between people',
      { matches: [contact, resource], conversations: [open, ofResource, ofStandIn] },
      'unmatched',
    ],
    ['CR7', 'does not go to somebody else', { matches: [contact], conversations: [foreign] }, 'start'],
    ['CR7', 'does not take a phone number for a Telegram id', { conversations: [opaque] }, 'start'],
    ['CR5', 'starts anew after archiving', { matches: [contact], conversations: [archived] }, 'start'],
    ['CR5', 'prefers the open one to the archived', { conversations: [archived, open] }, 'open'],
    ['CR6', 'stays in spam', { conversations: [spam] }, 'spam'],
    ['CR6', 'stays in spam after archiving', { conversations: [archived, spam] }, 'spam'],
    [
      'CR6',
      'stays in spam whichever record has the number',
      { matches: [contact, resource], conversations: [spam] },
      'spam',
    ],
    ['CR6', 'prefers the open one to spam', { conversations: [spam, open] }, 'open'],
    [
      'CR8',
      'goes where it answers',
      { matches: [contact, resource], conversations: [open, ofResource], repliesTo: 'other' },
      'other',
    ],
    ['CR8', 'does not reopen what it answers', { conversations: [archived, open], repliesTo: 'archived' }, 'open'],
    ['CR8', 'ignores an answer to somebody else', { conversations: [foreign], repliesTo: 'foreign' }, 'start'],
  ] as const satisfies readonly (readonly [string, string, Partial<IncomingPlace>, string])[])
    it(`[${rule}] ${title}`, () => {
      const decision = placeIncoming(place(changes));
      assert.equal(decision.action === 'append' ? decision.conversationId : 'start', expected);
    });

  it('[CR5] gives the new one after archiving to the record, not to the last owner', () => {
    const decision = placeIncoming(
      place({ matches: [contact], conversations: [{ ...archived, coWorkerId: 'w5', branchId: 'b5' }] }),
    );
    assert.deepEqual(decision, { ...newUnmatched, recipient: contact, branchId: 'b1' });
  });

  it('[CR1] decides everything: appends only where the sender is known and never to the archive', () => {
    const ids = fc.constantFrom('r1', 'r2', 'r3');
    const addresses = fc.constantFrom(number, '+32470123456', 'x');
    const recipients = fc.record({
      id: ids,
      kind: fc.constantFrom<Recipient['kind']>('contact', 'resource', 'unmatched'),
      coWorkerId: fc.option(fc.constantFrom('w1', 'w2')),
    });
    const conversations = fc.record({
      id: fc.constantFrom('c1', 'c2', 'c3', 'c4'),
      recipientId: ids,
      state: fc.constantFrom<ConversationState>('new', 'assigned', 'archived', 'spam'),
      channels: fc.array(fc.record({ channel: fc.constantFrom(...channelKinds), address: addresses }), {
        maxLength: 2,
      }),
      lastActivityAt: fc.integer({ min: 0, max: 3 }),
    });
    const input = fc.record({
      channel: fc.constantFrom(...channelKinds),
      address: addresses,
      matches: fc.array(recipients.map(aRecipient), { maxLength: 4 }),
      conversations: fc.array(
        conversations.map(({ recipientId, channels, ...rest }) =>
          aConversation({
            ...rest,
            recipient: summary(aRecipient({ id: recipientId })),
            channels: channels.map(aChannel),
          }),
        ),
        { maxLength: 5 },
      ),
      repliesTo: fc.option(fc.constantFrom('c1', 'c9')),
    });
    fc.assert(
      fc.property(input, (incoming) => {
        const decision = placeIncoming(incoming);
        const distinct = new Map(incoming.conversations.map((one) => [one.id, one])).size;
        if (distinct === incoming.conversations.length)
          assert.deepEqual(
            placeIncoming({ ...incoming, conversations: [...incoming.conversations].reverse() }),
            decision,
          );
        if (decision.action === 'append') {
          const chosen = incoming.conversations.filter(({ id }) => id === decision.conversationId);
          assert.ok(chosen.some(({ state }) => state !== 'archived'));
          return;
        }
        assert.equal(decision.state, decision.coWorkerId === null ? 'new' : 'assigned');
        assert.ok(decision.candidates.length === 0 || (decision.recipient?.kind ?? 'unmatched') === 'unmatched');
        assert.ok(decision.recipient === null || incoming.matches.some(({ id }) => id === decision.recipient?.id));
      }),
      { numRuns: 500 },
    );
  });
});

describe('matchRecipients', () => {
  const telegram = aRecipient({ id: 'r5', addresses: [{ channel: 'telegram', value: number }] });
  const onWhatsapp = aRecipient({ id: 'r6', addresses: [{ channel: 'whatsapp', value: number }] });
  const untidy = aRecipient({ id: 'r7', addresses: [{ channel: 'phone', value: '06-12345678' }] });
  const everybody = [contact, resource, telegram, onWhatsapp, untidy, aRecipient({ id: 'r8', addresses: [] })];

  for (const [rule, channel, expected] of [
    ['CR1', 'sms', ['r1', 'r2', 'r6']],
    ['CR1', 'whatsapp', ['r1', 'r2', 'r6']],
    ['CR1', 'telegram', ['r5']],
    ['CR1', 'email', []],
  ] as const)
    it(`[${rule}] finds whoever has the address on ${channel}`, () => {
      assert.deepEqual(
        matchRecipients(everybody, { channel, address: number }).map(({ id }) => id),
        expected,
      );
    });

  it('[CR1] compares spellings when told how', () => {
    const digits = (text: string): string => text.replace(/\D/g, '').slice(-9);
    const found = matchRecipients([untidy], { channel: 'sms', address: number }, (a, b) => digits(a) === digits(b));
    assert.deepEqual(found, [untidy]);
  });
});

describe('startConversation', () => {
  it('[CR4] belongs to the co-worker and branch of the record', () => {
    const recipient = aRecipient({ coWorkerId: 'w7', branchId: 'b9' });
    const channels = [newChannel('sms', number, null)];
    const started = startConversation({ id: 'c9', recipient, channels, startedAt: T0 });
    assert.deepEqual(started, {
      ...aConversation({ id: 'c9', state: 'assigned', coWorkerId: 'w7', branchId: 'b9', startedAt: T0 }),
      lastActivityAt: T0,
      usedChannels: [],
    });
  });

  it('[CR4] is new without a co-worker, and when told so', () => {
    const start = { id: 'c9', channels: [], startedAt: T0 };
    assert.equal(startConversation({ ...start, recipient: contact }).state, 'new');
    const owned = startConversation({ ...start, recipient: aRecipient({ coWorkerId: 'w7' }), coWorkerId: null });
    assert.deepEqual([owned.state, owned.coWorkerId], ['new', null]);
  });

  it('[CR4] takes what it is given over what the record says', () => {
    const given = { coWorkerId: 'w1', branchId: 'b2', teamId: 't1' };
    const started = startConversation({ id: 'c9', recipient: contact, channels: [], startedAt: T0, ...given });
    assert.deepEqual([started.coWorkerId, started.branchId, started.teamId], ['w1', 'b2', 't1']);
  });

  for (const [name, expected] of [
    ['Joris', 'Joris'],
    ['  Joris ', 'Joris'],
    ['  ', number],
    [null, number],
    [undefined, number],
  ] as const)
    it(`[CR1] calls an unmatched sender with profile name ${JSON.stringify(name)} ${expected}`, () => {
      const from = { channel: 'whatsapp', address: number, ...(name !== undefined && { name }) } as const;
      const recipient = unmatchedRecipient('u1', from);
      assert.deepEqual(recipient, {
        id: 'u1',
        kind: 'unmatched',
        name: expected,
        firstName: null,
        organisation: null,
        language: null,
        addresses: [{ channel: 'whatsapp', value: number }],
        coWorkerId: null,
        branchId: null,
      });
    });
});
