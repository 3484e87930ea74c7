import { createLocalAdapter } from '../../src/adapters/local/index.ts';
import type { LocalAdapter } from '../../src/adapters/local/index.ts';
import type { ConformanceSubject } from '../../src/testing/conformance/subject.ts';
import { manualClock } from '../../src/testing/manual-clock.ts';
import { customerOf } from './customer.ts';
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
  return {
    adapter,
    second: open('agent-2'),
    ...customerOf(adapter, { receive: (body) => adapter.receive(body), now: () => clock.now() }),
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
