import type { Conversation } from '../src/domain/model.ts';
import type { EmbeddedData } from '../src/adapters/memory/index.ts';
import { aCoWorker, aRecipient } from '../src/testing/index.ts';
import { branches, coWorkers } from './seed.ts';
import { ago, morning, phoneOf, seedOf, storyNow, type Talk } from './support.ts';

const fresh = (id: string, name: string, fields: Partial<Conversation>, minutes: number): Talk => ({
  id,
  recipient: { name },
  unread: 1,
  lines: [{ at: ago(minutes, 'm'), direction: 'incoming', text: `Goedemorgen, met ${name.split(' ')[0] ?? name}` }],
  fields: { coWorkerId: null, state: 'new', ...fields },
});

/** The morning with what comes in for everybody: new, spam, pinned, urgent, asleep, colleagues' work. */
export const teamwork: readonly Talk[] = [
  ...morning,
  fresh('hanna', 'Hanna Vermeulen', { teamId: 'sales', tags: ['factuur'] }, 31),
  fresh('tom', 'Tom Peeters', { teamId: 'service', priority: 'urgent' }, 4),
  fresh('mila', 'Mila Dekker', { teamId: 'service' }, 64),
  fresh('prize', 'Gefeliciteerd', { state: 'spam' }, 90),
  fresh('ruben', 'Ruben Maes', { state: 'assigned', coWorkerId: 'joris', tags: ['factuur'], priority: 'high' }, 200),
  fresh('eva', 'Eva Smit', { state: 'assigned', coWorkerId: 'sanne', pinned: true }, 420),
  fresh(
    'bram',
    'Bram Jacobs',
    {
      state: 'assigned',
      coWorkerId: 'sanne',
      snooze: { until: storyNow + 86_400_000, untilReply: true, since: ago(1, 'm') },
    },
    300,
  ),
];

const inTeams = ['sales', 'service'];

/** What a business has besides conversations: teams and tags. */
export const business: EmbeddedData = {
  coWorkers: [
    ...coWorkers.map((coWorker) => (coWorker.id === 'lotte' ? coWorker : { ...coWorker, teamIds: inTeams })),
    aCoWorker({ id: 'wim', name: 'Wim Achterberg', branchId: 'utrecht', teamIds: ['sales'] }),
  ],
  branches,
  teams: [
    { id: 'sales', name: 'Verkoop', isDefault: true },
    { id: 'service', name: 'Service', isDefault: false },
  ],
  tags: ['factuur', 'kennismaking', 'klacht', 'rooster', 'spoed'].map((name, index) => ({ id: `tag-${index}`, name })),
};

/** Backend data of a whole team's inbox. */
export const inbox: EmbeddedData = seedOf(teamwork, business);

/** Two records with the number of the sender whom nobody knows. */
export const namesakes: EmbeddedData = {
  ...inbox,
  recipients: [
    ...(inbox.recipients ?? []),
    ...[
      { id: 'mother', name: 'Ria de Boer', organisation: 'Transport De Boer' },
      { id: 'daughter', name: 'Kim de Boer', kind: 'resource' as const, organisation: null },
    ].map((fields) => aRecipient({ ...fields, addresses: [{ channel: 'phone', value: phoneOf('unknown') }] })),
  ],
};
