import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyMessageChange } from '../../src/domain/apply-message.ts';
import { parseCmIncoming, toCmIncoming } from '../../src/domain/cm-messages.ts';
import type { Content, Message } from '../../src/domain/model.ts';
import { applyRevision, earlierKept, longestEarlier, mayRevise } from '../../src/domain/revisions.ts';
import { aConversation, aMessage, anAttachment, aPreview } from '../../src/testing/builders.ts';

const from = '+31612345678';
const said = (text: string): Content => ({ kind: 'text', text });
const received = (fields: Partial<Message> = {}): Message =>
  aMessage({ direction: 'incoming', content: said('first'), at: 1, ...fields });
const edited = (message: Message, text: string, at: number): Message =>
  applyRevision(message, { type: 'edited', content: said(text), at });

describe('mayRevise', () => {
  const edit = { type: 'edited', content: said('second') } as const;
  const cases: readonly (readonly [what: string, message: Message, address: string | null, may: boolean])[] = [
    ['a customer’s own message', received(), from, true],
    ['what somebody else wrote', received(), '+31600000000', false],
    ['a message whose address is not known', received(), null, false],
    ['one of ours', received({ direction: 'outgoing' }), from, false],
    ['a note', received({ direction: 'note' }), from, false],
    [
      'something of another kind',
      received({ content: { kind: 'location', latitude: 1, longitude: 1, label: null } }),
      from,
      false,
    ],
  ];
  for (const [what, message, address, may] of cases)
    it(`[ED1] ${may ? 'lets' : 'does not let'} a customer change ${what}`, () => {
      assert.equal(mayRevise(message, address, { ...edit, from }), may);
    });

  it('[ED1] lets a customer take back their own message of any kind, and no other', () => {
    const place = received({ content: { kind: 'location', latitude: 1, longitude: 1, label: null } });
    assert.equal(mayRevise(place, from, { type: 'deleted', content: null, from }), true);
    assert.equal(mayRevise(place, '+31600000000', { type: 'deleted', content: null, from }), false);
  });
});

describe('applyRevision', () => {
  it('[ED2] keeps what a message said before, with when it was written', () => {
    const after = edited(edited(received(), 'second', 5), 'third', 9);
    assert.deepEqual(after.content, said('third'));
    assert.deepEqual(after.earlier, [
      { text: 'first', at: 1 },
      { text: 'second', at: 5 },
    ]);
    assert.deepEqual([after.editedAt, after.version, after.at], [9, received().version + 2, 1]);
  });

  it('[ED2] keeps the first version and the latest before the present one, each up to a length', () => {
    let message = received();
    for (let at = 2; at <= 40; at += 1) message = edited(message, `version ${at}`, at);
    const kept = message.earlier ?? [];
    assert.equal(kept.length, earlierKept);
    assert.deepEqual([kept[0]?.text, kept.at(-1)?.text], ['first', 'version 39']);
    const long = edited(received({ content: said(`${'x'.repeat(longestEarlier - 1)}😀`) }), 'short', 2);
    assert.equal(long.earlier?.[0]?.text, `${'x'.repeat(longestEarlier - 1)}…`);
  });

  it('[ED2] changes the words below a file and keeps the file', () => {
    const attachment = anAttachment();
    const before = received({ content: { kind: 'image', attachment, caption: null } });
    const other = anAttachment({ id: 'other' });
    const content = { kind: 'image', attachment: other, caption: 'At the gate' } as const;
    const after = applyRevision(before, { type: 'edited', content, at: 4 });
    assert.deepEqual(after.content, { kind: 'image', attachment, caption: 'At the gate' });
    assert.deepEqual(after.earlier, [{ text: '', at: 1 }]);
  });

  it('[ED3] leaves what is newer as it is, and what says the same', () => {
    const after = edited(received(), 'second', 5);
    assert.equal(edited(after, 'late', 5), after);
    assert.equal(edited(after, 'late', 3), after);
    assert.equal(edited(after, 'second', 8), after);
    const deleted = applyRevision(after, { type: 'deleted', content: null, at: 9 });
    assert.equal(edited(deleted, 'third', 12), deleted);
    assert.equal(applyRevision(deleted, { type: 'deleted', content: null, at: 12 }), deleted);
  });

  it('[ED5] changes what a list shows and neither the reply window nor what is unread or waits', () => {
    const message = received();
    const before = aConversation({ lastMessage: aPreview(message), unreadCount: 0, waitingSince: null });
    const after = applyMessageChange(before, edited(message, 'second', 5));
    const lastMessage = { ...before.lastMessage, text: 'second' };
    assert.deepEqual(after, { ...before, version: before.version + 1, lastMessage });
  });

  it('[ED4] keeps when a message was taken back and nothing of what it said', () => {
    const before = edited(received({ reactions: [{ emoji: '👍', by: aMessage().author, at: 2 }] }), 'secret', 5);
    const after = applyRevision(before, { type: 'deleted', content: null, at: 9 });
    assert.equal(after.deletedAt, 9);
    assert.deepEqual([after.content, after.earlier, after.reactions], [said(''), [], []]);
    assert.ok(!JSON.stringify(after).includes('secret') && !JSON.stringify(after).includes('first'));
  });
});

describe('parseCmIncoming', () => {
  const draft = { channel: 'whatsapp', from, to: '3669', at: 1000, reference: 'r2', messageContext: 'r1' } as const;

  it('[CM17] reads that a message was changed or taken back, and which', () => {
    const edit = parseCmIncoming(
      toCmIncoming({ ...draft, revision: 'edited', content: { kind: 'text', text: 'New' } }),
    );
    assert.ok(edit.ok);
    assert.deepEqual([edit.value.revision, edit.value.messageContext], ['edited', 'r1']);
    assert.deepEqual(edit.value.contents, [said('New')]);
    const gone = parseCmIncoming(toCmIncoming({ ...draft, revision: 'deleted', content: { kind: 'text', text: '' } }));
    assert.ok(gone.ok);
    assert.equal(gone.value.revision, 'deleted');
    assert.notEqual(gone.value.deduplicationKey, edit.value.deduplicationKey);
  });

  it('[CM17] takes anything else there for no change', () => {
    const body = { ...toCmIncoming({ ...draft, content: { kind: 'text', text: 'Hi' } }) };
    for (const custom of [{ revision: 'burned' }, { revision: {} }, { revision: { type: 'edited' } }, {}]) {
      const parsed = parseCmIncoming({ ...body, message: { text: 'Hi', custom } });
      assert.ok(parsed.ok);
      assert.equal(parsed.value.revision, undefined);
    }
  });
});
