import { describe, it } from 'node:test';
import { checkInvariants } from './invariants.ts';
import type { Happening } from './scenario.ts';
import { Scenario } from './scenario.ts';

/** Runs that once broke an invariant, as the property tests found and shrank them. */
const runs: readonly { readonly title: string; readonly happenings: readonly Happening[] }[] = [
  {
    title: '[I5] a leader that could not read its storage does not overtake another tab',
    happenings: [
      { do: 'open' },
      { do: 'pass', ms: 10 },
      { do: 'storage-fault', tab: 0 },
      { do: 'write', tab: 1, conversation: 0 },
      { do: 'write', tab: 0, conversation: 0 },
    ],
  },
  {
    title: '[I1] a second text sent while the first is being made safe is a message of its own',
    happenings: [
      { do: 'freeze', tab: 0 },
      { do: 'write', tab: 0, conversation: 0 },
      { do: 'write', tab: 0, conversation: 0 },
      { do: 'fault', tab: 0, fault: 'lost-request', call: 'send' },
      { do: 'fault', tab: 0, fault: 'lost-request', call: 'send' },
      { do: 'offline', tab: 0 },
    ],
  },
  {
    title: '[I6] the list shows the draft that was written when the page was left',
    happenings: [
      { do: 'type', tab: 0, conversation: 0 },
      { do: 'type', tab: 0, conversation: 0 },
      { do: 'leave', tab: 0 },
      { do: 'offline', tab: 0 },
      { do: 'write', tab: 0, conversation: 1 },
      { do: 'open' },
      { do: 'freeze', tab: 0 },
      { do: 'batch-fault', tab: 0, fault: 'duplicate' },
    ],
  },
  {
    title: '[I5] a leader that was frozen while it took the lease does not overtake what was queued meanwhile',
    happenings: [
      { do: 'fault', tab: 0, fault: '429', call: 'send' },
      { do: 'write', tab: 0, conversation: 1 },
      { do: 'freeze', tab: 0 },
      { do: 'pass', ms: 7_000 },
      { do: 'wake', tab: 0 },
      { do: 'write', tab: 0, conversation: 0 },
      { do: 'open' },
      { do: 'write', tab: 1, conversation: 0 },
      { do: 'fault', tab: 0, fault: 'lost-request', call: 'send' },
      { do: 'offline', tab: 0 },
      { do: 'write', tab: 0, conversation: 0 },
      { do: 'pass', ms: 10 },
      { do: 'keep', tab: 0 },
    ],
  },
  {
    title: '[I7] what is queued in the moment in which another tab has just read the outbox is not overlooked',
    happenings: [
      { do: 'type', tab: 0, conversation: 1 },
      { do: 'leave', tab: 0 },
      { do: 'open' },
      { do: 'freeze', tab: 0 },
      { do: 'keep', tab: 0 },
      { do: 'close', tab: 0 },
      { do: 'write', tab: 1, conversation: 1 },
      { do: 'fault', tab: 0, fault: 'lost-request', call: 'send' },
      { do: 'fault', tab: 0, fault: 'lost-request', call: 'send' },
      { do: 'write', tab: 0, conversation: 1 },
    ],
  },
  {
    title: '[I1] two tabs that sent different texts of one draft have two messages, however late one of them is',
    happenings: [
      { do: 'open' },
      { do: 'type', tab: 0, conversation: 0 },
      { do: 'pass', ms: 7_000 },
      { do: 'freeze', tab: 0 },
      { do: 'write', tab: 0, conversation: 0 },
      { do: 'pass', ms: 10 },
      { do: 'write', tab: 1, conversation: 0 },
    ],
  },
  {
    title: '[I7] a tab that is closed while it records an attempt does not fail the message',
    happenings: [
      { do: 'offline', tab: 0 },
      { do: 'write', tab: 0, conversation: 0 },
      { do: 'freeze', tab: 0 },
      { do: 'close', tab: 0 },
      { do: 'write', tab: 0, conversation: 0 },
      { do: 'pass', ms: 30_000 },
      { do: 'write', tab: 0, conversation: 0 },
      { do: 'customer', conversation: 0 },
      { do: 'fault', tab: 0, fault: 'lost-request', call: 'send' },
    ],
  },
  {
    title: '[I5] a draft that a tab sends again after it was frozen stays where it was queued first',
    happenings: [
      { do: 'open' },
      { do: 'type', tab: 0, conversation: 0 },
      { do: 'leave', tab: 0 },
      { do: 'freeze', tab: 1 },
      { do: 'send', tab: 0, conversation: 0 },
      { do: 'write', tab: 0, conversation: 0 },
      { do: 'pass', ms: 10 },
      { do: 'send', tab: 1, conversation: 0 },
      { do: 'fault', tab: 0, fault: 'lost-request', call: 'send' },
    ],
  },
];

describe('runs that once failed', () => {
  for (const { title, happenings } of runs)
    it(title, async () => {
      const scenario = new Scenario();
      await scenario.run(happenings);
      await scenario.heal();
      await checkInvariants(scenario);
    });
});
