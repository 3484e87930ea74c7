import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assignmentChoices, assignmentOutcome, ownersAtWork } from '../../src/domain/assignment.ts';
import type { Availability } from '../../src/domain/assignment.ts';
import { agent } from './samples.ts';

const people = [
  { ...agent, id: 'w4', name: 'Zoë' },
  { ...agent, id: 'w2', name: 'Émile' },
  agent,
  { ...agent, id: 'w3', name: 'Bram' },
  { ...agent, id: 'w5', name: 'Daan' },
];
const context = {
  agentId: 'w1',
  availability: new Map<string, Availability>([
    ['w4', 'online'],
    ['w2', 'online'],
    ['w3', 'offline'],
    ['w1', 'offline'],
  ]),
  offersOffline: false,
  locale: 'nl',
};

describe('who a conversation can be given to', () => {
  it('[AG1] shows me first, then who is there, then the rest, by name', () => {
    const ids = assignmentChoices(people, context).map(({ coWorker }) => coWorker.id);
    assert.deepEqual(ids, ['w1', 'w2', 'w4', 'w5', 'w3']);
  });

  it('[AG2] shows those who are not logged in without offering them, unless the setting does', () => {
    const offered = (offersOffline: boolean) =>
      assignmentChoices(people, { ...context, offersOffline }).filter(({ isOffered }) => isOffered).length;
    assert.equal(offered(false), 4);
    assert.equal(offered(true), 5);
  });

  it('[AG2] offers whom nobody knows about: a backend without presence must not stop the work', () => {
    assert.ok(assignmentChoices(people, { ...context, availability: new Map() }).every(({ isOffered }) => isOffered));
  });

  it('[AG3] always offers the agent who asks', () => {
    const [me] = assignmentChoices(people, context);
    assert.deepEqual([me?.coWorker.id, me?.availability, me?.isOffered], ['w1', 'offline', true]);
  });
});

describe('an assignment that came too late', () => {
  for (const [title, before, now, wanted, expected] of [
    ['is done when it is as was wanted', null, { coWorkerId: 'w1', state: 'assigned' }, 'w1', { kind: 'done' }],
    ['goes on when only a message came', null, { coWorkerId: null, state: 'new' }, 'w1', { kind: 'again' }],
    [
      'goes on when a colleague’s is still that colleague’s',
      'w3',
      { coWorkerId: 'w3', state: 'assigned' },
      'w1',
      { kind: 'again' },
    ],
    [
      'is lost to a quicker colleague',
      null,
      { coWorkerId: 'w2', state: 'assigned' },
      'w1',
      { kind: 'lost', coWorkerId: 'w2' },
    ],
    [
      'is lost when it was given back',
      'w3',
      { coWorkerId: null, state: 'new' },
      'w1',
      { kind: 'lost', coWorkerId: null },
    ],
    ['is lost to spam', null, { coWorkerId: null, state: 'spam' }, 'w1', { kind: 'lost', coWorkerId: null }],
  ] as const)
    it(`[AG4] ${title}`, () => {
      assert.deepEqual(assignmentOutcome({ coWorkerId: before }, now, wanted), expected);
    });
});

describe('taking over', () => {
  const coWorkers = new Map([
    ['w1', 'Aïsha'],
    ['w2', 'Joris'],
    ['w3', 'Lotte'],
  ]);
  for (const [title, owners, permissions, availability, expected] of [
    ['nothing where it is nobody’s', [null], [], {}, []],
    ['nothing where it is mine', ['w1'], [], { w1: 'online' }, []],
    ['nothing where its owner has gone', ['w2'], [], { w2: 'offline' }, []],
    ['nothing where a chatbot has it', ['bot'], [], {}, []],
    ['about who is there', ['w2'], [], { w2: 'online' }, ['w2']],
    ['about everybody who may be there, once', ['w2', 'w3', 'w2', 'w1', null], [], { w2: 'busy' }, ['w2', 'w3']],
    ['nothing with the permission', ['w2'], ['take-over'], { w2: 'online' }, []],
    ['nothing of a supervisor', ['w2'], ['supervise'], { w2: 'online' }, []],
  ] as const)
    it(`[AG5] asks ${title}`, () => {
      const context = {
        agent: { id: 'w1', permissions },
        coWorkers,
        availability: new Map(Object.entries(availability)),
      };
      const conversations = owners.map((coWorkerId) => ({ coWorkerId }));
      assert.deepEqual(ownersAtWork(conversations, context), expected);
    });
});
