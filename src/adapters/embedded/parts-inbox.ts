import { EmbeddedBulk } from './parts-bulk.ts';
import { countConversations, countTabs, listLoad } from './parts-counts.ts';
import { listPhoneRecords, writePhoneChanges } from './parts-phones.ts';
import { createTag, listTags, tagSettings } from './parts-tags.ts';
import { readSetting } from './settings.ts';
import type { AddressBook } from './addresses.ts';
import type { EmbeddedTransaction } from './store.ts';
import type { Unit } from './unit.ts';
import type { CoWorker } from '../../domain/model.ts';
import type { AdapterParts, CallOptions } from '../../ports/adapter.ts';

/** How the parts of the inbox reach the backend; every call is run as the adapter runs its own. */
export interface InboxCalls {
  readonly query: <T>(
    options: CallOptions | undefined,
    query: (tx: EmbeddedTransaction, agent: CoWorker) => Promise<T>,
  ) => Promise<T>;
  readonly command: <T>(
    options: CallOptions | undefined,
    command: (unit: Unit, agent: CoWorker) => Promise<T>,
  ) => Promise<T>;
  /** How addresses are read; asked for before a transaction. */
  readonly addresses: () => Promise<AddressBook>;
  readonly now: () => number;
}

/** The parts of the inbox that every embedded backend has. */
export function inboxParts(
  calls: InboxCalls,
): Required<Pick<AdapterParts, 'tags' | 'teams' | 'counts' | 'bulk' | 'phoneConversion'>> {
  const { query, command } = calls;
  return {
    tags: {
      listTags: (options) => query(options, listTags),
      getTagSettings: (options) => query(options, tagSettings),
      createTag: (name, options) => command(options, (unit, agent) => createTag(unit, name, agent)),
    },
    teams: { listTeams: (options) => query(options, async (tx) => (await readSetting(tx, 'teams')) ?? []) },
    counts: {
      countTabs: (scope, options) => query(options, (tx, agent) => countTabs(tx, scope, { agent, now: calls.now() })),
      countConversations: (queries, options) =>
        query(options, (tx, agent) => countConversations(tx, queries, { agent, now: calls.now() })),
      listLoad: (request, options) =>
        query(options, (tx, agent) => listLoad(tx, { ...request, now: calls.now() }, agent)),
    },
    bulk: new EmbeddedBulk(calls),
    phoneConversion: {
      listPhoneRecords: (filter, page, options) => query(options, (tx) => listPhoneRecords(tx, filter, page ?? {})),
      writePhoneChanges: async (changes, options) => {
        const addresses = await calls.addresses();
        return command(options, (unit) => writePhoneChanges(unit, changes, addresses));
      },
    },
  };
}
