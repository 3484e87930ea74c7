import { getRecipient, searchRecipients } from './directory.ts';
import { readInvitation } from './parts/template-editing.ts';
import { readSetting } from './settings.ts';
import type { EmbeddedTransaction } from './store.ts';
import type { AdapterParts, CallOptions } from '../../ports/adapter.ts';

/** Runs a query the way all calls of an adapter are run. */
export type RunQuery = <T>(
  options: CallOptions | undefined,
  query: (tx: EmbeddedTransaction) => Promise<T>,
) => Promise<T>;

/** The optional parts that every embedded backend has. */
export function embeddedParts(run: RunQuery): AdapterParts {
  return {
    directory: {
      getRecipient: (id, options) => run(options, (tx) => getRecipient(tx, id)),
      searchRecipients: (text, page, options) => run(options, (tx) => searchRecipients(tx, text, page ?? {})),
      listCoWorkers: (options) => run(options, async (tx) => (await readSetting(tx, 'coWorkers')) ?? []),
      listBranches: (options) => run(options, async (tx) => (await readSetting(tx, 'branches')) ?? []),
    },
    templates: {
      listConversationTemplates: (options) => run(options, async (tx) => (await readSetting(tx, 'templates')) ?? []),
      getInvitation: (options) => run(options, readInvitation),
    },
  };
}
