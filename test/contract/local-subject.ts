import { createLocalAdapter } from '../../src/adapters/local/index.ts';
import type { LocalAdapter } from '../../src/adapters/local/index.ts';
import type { CmChannel } from '../../src/domain/cm-messages.ts';
import { toCmIncoming } from '../../src/domain/cm-messages.ts';
import type { ConformanceSubject } from '../../src/testing/conformance/subject.ts';
import { manualClock } from '../../src/testing/manual-clock.ts';
import { rememberingProvider, smallBusiness } from './subjects.ts';

let made = 0;

/** The local adapter as the kit sees it: a database of its own, two agents in two "tabs". */
export function localSubject(): ConformanceSubject {
  const clock = manualClock();
  const { provider, clientIds } = rememberingProvider();
  const databaseName = `conformance-${(made += 1)}`;
  const opened: LocalAdapter[] = [];
  const open = (agentId: string): LocalAdapter => {
    const adapter = createLocalAdapter({ databaseName, agentId, clock, provider, seed: smallBusiness });
    opened.push(adapter);
    return adapter;
  };
  const adapter = open('agent-1');
  let written = 0;
  return {
    adapter,
    second: open('agent-2'),
    incoming: async ({ channel, address, text }) => {
      await adapter.receive(
        toCmIncoming({
          channel: channel as CmChannel,
          from: address,
          fromName: '',
          to: '3669',
          at: clock.now(),
          reference: `incoming-${(written += 1)}`,
          content: { kind: 'text', text },
        }),
      );
    },
    advance: (ms) => clock.advance(ms),
    // A tab that crashed closes nothing: the old adapter stays as it is.
    restart: () => Promise.resolve(open('agent-1')),
    dispatched: () => Promise.resolve(clientIds),
    dispose: async () => {
      for (const each of opened) await each.close();
      indexedDB.deleteDatabase(databaseName);
    },
  };
}
