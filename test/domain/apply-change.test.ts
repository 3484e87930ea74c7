import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  applyChange,
  applyIncoming,
  applyRead,
  applyUnread,
  applyUnreadFrom,
} from '../../src/domain/conversation-rules.ts';
import type { ConversationEdit, EditContext } from '../../src/domain/conversation-rules.ts';
import { previewOf } from '../../src/domain/preview.ts';
import type { Conversation, ConversationState, Message, SystemEvent } from '../../src/domain/model.ts';
import type { ConversationChange } from '../../src/ports/adapter.ts';
import { aConversation, aMessage, hour, T0 } from './samples.ts';

const context: EditContext = {
  by: 'Saskia',
  coWorkerName: (id) => (id === 'w1' ? 'Saskia' : null),
  branchName: (id) => (id === 'b2' ? 'Breda' : null),
};
const by = 'Saskia';
const toSaskia: SystemEvent = { type: 'assigned', coWorkerId: 'w1', coWorkerName: 'Saskia', by };
const toNobody: SystemEvent = { type: 'assigned', coWorkerId: null, coWorkerName: null, by };
const toStranger: SystemEvent = { type: 'assigned', coWorkerId: 'w9', coWorkerName: null, by };

const fresh = aConversation({ waitingSince: T0 });
const assigned = aConversation({ state: 'assigned', coWorkerId: 'w1', waitingSince: T0 });
const archived = aConversation({ state: 'archived', coWorkerId: 'w1' });
const unowned = aConversation({ state: 'archived' });
const spam = aConversation({ state: 'spam' });

type Row = readonly [
  rule: string,
  title: string,
  before: Conversation,
  edit: ConversationEdit,
  after: `${ConversationState} ${string}`,
  events: readonly SystemEvent[],
];

const rows: readonly Row[] = [
  ['CR14', 'assigns a new one', fresh, { coWorkerId: 'w1' }, 'assigned w1', [toSaskia]],
  ['CR14', 'reassigns', assigned, { coWorkerId: 'w9' }, 'assigned w9', [toStranger]],
  ['CR14', 'unassigns', assigned, { coWorkerId: null }, 'new -', [toNobody]],
  ['CR14', 'makes an assigned one new', assigned, { state: 'new' }, 'new -', [toNobody]],
  [
    'CR14',
    'assigns what is told to be new for somebody',
    fresh,
    { state: 'new', coWorkerId: 'w1' },
    'assigned w1',
    [toSaskia],
  ],
  ['CR14', 'archives and keeps the owner', assigned, { state: 'archived' }, 'archived w1', [{ type: 'archived', by }]],
  ['CR14', 'archives without owner', fresh, { state: 'archived' }, 'archived -', [{ type: 'archived', by }]],
  [
    'CR14',
    'assigns and archives at once',
    fresh,
    { state: 'archived', coWorkerId: 'w1' },
    'archived w1',
    [toSaskia, { type: 'archived', by }],
  ],
  [
    'CR14',
    'reassigns an archived one without reopening it',
    archived,
    { coWorkerId: 'w9' },
    'archived w9',
    [toStranger],
  ],
  ['CR14', 'reopens for its owner', archived, { state: 'assigned' }, 'assigned w1', [{ type: 'reopened', by }]],
  ['CR14', 'reopens for nobody without an owner', unowned, { state: 'assigned' }, 'new -', [{ type: 'reopened', by }]],
  ['CR14', 'reopens as new', archived, { state: 'new' }, 'new -', [{ type: 'reopened', by }, toNobody]],
  ['CR14', 'does not call assigned what nobody has', fresh, { state: 'assigned' }, 'new -', []],
  ['CR6', 'marks spam and takes the owner off', assigned, { state: 'spam' }, 'spam -', [{ type: 'spam', by }]],
  [
    'CR6',
    'keeps spam without owner though one is named',
    fresh,
    { state: 'spam', coWorkerId: 'w1' },
    'spam -',
    [{ type: 'spam', by }],
  ],
  [
    'CR6',
    'takes it out of spam by assigning',
    spam,
    { coWorkerId: 'w1' },
    'assigned w1',
    [{ type: 'not-spam', by }, toSaskia],
  ],
  ['CR6', 'takes it out of spam as new', spam, { state: 'new' }, 'new -', [{ type: 'not-spam', by }]],
  [
    'CR6',
    'archives spam',
    spam,
    { state: 'archived' },
    'archived -',
    [
      { type: 'not-spam', by },
      { type: 'archived', by },
    ],
  ],
  ['CR6', 'stays spam when it is unassigned', spam, { coWorkerId: null }, 'spam -', []],
  [
    'CR6',
    'stays spam when only its branch changes',
    spam,
    { branchId: 'b2' },
    'spam -',
    [{ type: 'branch-changed', branchId: 'b2', branchName: 'Breda', by }],
  ],
  [
    'CR15',
    'moves to a branch',
    assigned,
    { branchId: 'b2' },
    'assigned w1',
    [{ type: 'branch-changed', branchId: 'b2', branchName: 'Breda', by }],
  ],
  [
    'CR15',
    'leaves the branch',
    assigned,
    { branchId: null },
    'assigned w1',
    [{ type: 'branch-changed', branchId: null, branchName: null, by }],
  ],
];

describe('applyChange', () => {
  for (const [rule, title, before, edit, after, events] of rows)
    it(`[${rule}] ${title}`, () => {
      const result = applyChange(before, edit, context);
      assert.equal(`${result.conversation.state} ${result.conversation.coWorkerId ?? '-'}`, after);
      assert.deepEqual(result.events, events);
      assert.equal(result.conversation === before, events.length === 0);
    });

  for (const [title, edit] of [
    ['nothing', {}],
    ['the same state', { state: 'assigned' }],
    ['the same co-worker', { coWorkerId: 'w1' }],
    ['the same branch', { branchId: 'b1' }],
    ['a tag it has', { addTags: ['spoed'] }],
    ['a blank tag', { addTags: ['  '] }],
    ['no tag it has', { removeTags: ['x'] }],
    ['a read mark when all is read', { readUpTo: 'm1' }],
  ] as const satisfies readonly (readonly [string, ConversationEdit])[])
    it(`[CR15] leaves the same object when asked for ${title}`, () => {
      const tagged = { ...assigned, tags: ['spoed'] };
      const result = applyChange(tagged, edit, context);
      assert.equal(result.conversation, tagged);
      assert.deepEqual(result.events, []);
    });

  it('[CR15] counts one version for all that changed, and tells each', () => {
    const edit = { coWorkerId: 'w1', branchId: 'b2', addTags: [' klacht ', 'klacht'], removeTags: [' spoed '] };
    const { conversation, events } = applyChange({ ...fresh, tags: ['spoed', 'x'] }, edit, context);
    assert.equal(conversation.version, 2);
    assert.deepEqual(conversation.tags, ['x', 'klacht']);
    assert.deepEqual(events, [
      toSaskia,
      { type: 'branch-changed', branchId: 'b2', branchName: 'Breda', by },
      { type: 'tagged', tag: 'klacht', by },
      { type: 'untagged', tag: 'spoed', by },
    ]);
  });

  it('[CR15] tells of tags before the archiving they were added with', () => {
    const { events } = applyChange(assigned, { state: 'archived', addTags: ['klaar'] }, context);
    assert.deepEqual(
      events.map(({ type }) => type),
      ['tagged', 'archived'],
    );
  });

  it('[CR15] does not move the conversation in the list', () => {
    assert.equal(applyChange(fresh, { coWorkerId: 'w1' }, context).conversation.lastActivityAt, fresh.lastActivityAt);
  });

  for (const [title, before, edit, waits] of [
    ['while it is assigned', fresh, { coWorkerId: 'w1' }, T0],
    ['on when nobody has it any more', assigned, { coWorkerId: null }, T0],
    ['no longer in the archive', fresh, { state: 'archived' }, null],
    ['no longer in spam', fresh, { state: 'spam' }, null],
    [
      'again out of spam after a customer’s last word',
      { ...spam, lastMessage: previewOf(aMessage()) },
      { coWorkerId: 'w1' },
      T0,
    ],
    ['again out of the archive', { ...archived, lastMessage: previewOf(aMessage()) }, { state: 'assigned' }, T0],
    [
      'not after our last word',
      { ...archived, lastMessage: previewOf(aMessage({ direction: 'outgoing' })) },
      { state: 'assigned' },
      null,
    ],
    ['not without any message', archived, { state: 'assigned' }, null],
  ] as const satisfies readonly (readonly [string, Conversation, ConversationEdit, number | null])[])
    it(`[CR11] waits ${title}`, () => {
      assert.equal(applyChange(before, edit, context).conversation.waitingSince, waits);
    });

  it('takes what an adapter’s update takes', () => {
    const change: ConversationChange = { state: 'archived', addTags: ['klaar'], readUpTo: 'none' };
    assert.equal(applyChange(assigned, change, context).conversation.state, 'archived');
  });

  it('[CR14] keeps state and owner in step, whatever is changed', () => {
    const state = fc.constantFrom<ConversationState>('new', 'assigned', 'archived', 'spam');
    const owner = fc.option(fc.constantFrom('w1', 'w2'));
    const edit = fc.record({ state, coWorkerId: owner, branchId: owner }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.array(edit), (edits) => {
        edits.reduce((before, change) => {
          const { conversation, events } = applyChange(before, change, context);
          if (conversation.state === 'assigned') assert.notEqual(conversation.coWorkerId, null);
          if (conversation.state === 'new' || conversation.state === 'spam')
            assert.equal(conversation.coWorkerId, null);
          if (change.state === 'archived' || change.state === 'spam') assert.equal(conversation.state, change.state);
          assert.equal(events.length === 0, conversation === before);
          assert.equal(applyChange(conversation, change, context).conversation, conversation);
          return conversation;
        }, fresh);
      }),
    );
  });
});

describe('reading', () => {
  const ids = ['m1', 'm2', 'm3', 'm4'] as const;
  const messages = ids.map((id, index) => aMessage({ id, at: T0 + index * hour })) as [Message, Message, ...Message[]];
  const answer = aMessage({ id: 'o1', at: T0 + hour / 2, direction: 'outgoing' });
  const all: readonly Message[] = [...messages, answer];
  const unread = messages.slice(1).reduce<Conversation>((before, message) => applyIncoming(before, message), fresh);

  for (const [upTo, count, first] of [
    ['m1', 3, 'm2'],
    ['o1', 3, 'm2'],
    ['m2', 2, 'm3'],
    ['m3', 1, 'm4'],
    ['m4', 0, null],
    ['nobody', 3, 'm2'],
  ] as const)
    it(`[CR12] leaves ${count} unread after reading up to ${upTo}`, () => {
      const after = applyRead(unread, upTo, [...all].reverse());
      assert.deepEqual([after.unreadCount, after.firstUnreadMessageId], [count, first]);
      assert.equal(after === unread, count === 3);
    });

  it('[CR12] reads a message that arrived late and stands before the last one', () => {
    const read = applyRead(unread, 'm4', all);
    const late = aMessage({ id: 'm0', at: T0 - hour });
    const again = applyIncoming(read, late);
    assert.deepEqual([again.unreadCount, again.firstUnreadMessageId], [1, 'm0']);
    assert.equal(applyRead(again, 'm4', [late, ...all]).unreadCount, 0);
  });

  it('[CR12] leaves the rest when the first message of all is read', () => {
    const two = applyIncoming(applyIncoming(fresh, messages[0]), messages[1]);
    const after = applyRead(two, 'm1', messages.slice(0, 2));
    assert.deepEqual([after.unreadCount, after.firstUnreadMessageId, after.version], [1, 'm2', two.version + 1]);
    assert.equal(applyUnread(after, messages), after);
  });

  it('[CR12] reads up to our own message', () => {
    const ours = aMessage({ id: 'o9', at: T0 + 9 * hour, direction: 'outgoing' });
    assert.equal(applyRead(unread, 'o9', [...all, ours]).unreadCount, 0);
  });

  it('[CR12] is idempotent and never makes anything unread', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('m1', 'm2', 'm3', 'm4', 'o1')), (marks) => {
        marks.reduce((before, upTo) => {
          const after = applyRead(before, upTo, all);
          assert.ok(after.unreadCount <= before.unreadCount);
          assert.equal(applyRead(after, upTo, all), after);
          assert.equal(after.firstUnreadMessageId === null, after.unreadCount === 0);
          return after;
        }, unread);
      }),
    );
  });

  it('[CR13] marks the customer’s last message unread', () => {
    const read = applyRead(unread, 'm4', all);
    const after = applyUnread(read, [...all, aMessage({ id: 'o9', at: T0 + 9 * hour, direction: 'outgoing' })]);
    assert.deepEqual([after.unreadCount, after.firstUnreadMessageId, after.version], [1, 'm4', read.version + 1]);
  });

  it('[CR13] leaves what is unread already, and what the customer never wrote', () => {
    assert.equal(applyUnread(unread, all), unread);
    assert.equal(applyUnread(fresh, [answer]), fresh);
    assert.equal(applyUnread(fresh, []), fresh);
  });

  it('[CR13] is read again after it was marked', () => {
    const marked = applyUnread(applyRead(unread, 'm4', all), all);
    assert.equal(applyRead(marked, 'm4', all).unreadCount, 0);
  });

  for (const [from, count] of [
    ['m1', 4],
    ['m2', 3],
    ['m4', 1],
  ] as const)
    it(`[CR17] leaves ${count} unread when marked unread from ${from} on`, () => {
      for (const before of [applyRead(unread, 'm4', all), unread]) {
        const after = applyUnreadFrom(before, from, [...all].reverse());
        assert.deepEqual([after.unreadCount, after.firstUnreadMessageId], [count, from]);
        assert.equal(applyUnreadFrom(after, from, all), after);
        assert.equal(after === before, before === unread && from === 'm2');
        assert.equal(applyRead(after, 'm4', all).unreadCount, 0);
      }
    });

  it('[CR17] changes nothing from a message that is not the customer’s, or not there', () => {
    assert.equal(applyUnreadFrom(unread, 'o1', all), unread);
    assert.equal(applyUnreadFrom(unread, 'nobody', all), unread);
  });

  it('[CR17] leaves no event', () => {
    const read = applyRead(unread, 'm4', all);
    const { conversation, events } = applyChange(read, { unreadFrom: 'm3' }, { ...context, messages: all });
    assert.deepEqual([conversation.unreadCount, conversation.version, events], [2, read.version + 1, []]);
  });

  for (const [readUpTo, count, rule] of [
    ['m3', 1, 'CR12'],
    ['none', 3, 'CR13'],
  ] as const)
    it(`[${rule}] changes the mark with readUpTo ${readUpTo}, without an event`, () => {
      const { conversation, events } = applyChange(unread, { readUpTo }, { ...context, messages: all });
      assert.equal(conversation.unreadCount, count);
      assert.deepEqual(events, []);
    });

  it('[CR15] counts one version for reading and assigning together', () => {
    const { conversation } = applyChange(unread, { readUpTo: 'm4', coWorkerId: 'w1' }, { ...context, messages: all });
    assert.deepEqual([conversation.version, conversation.unreadCount], [unread.version + 1, 0]);
  });
});
