import { assignmentOutcome } from '../domain/assignment.ts';
import type { Conversation } from '../domain/model.ts';
import { AdapterError } from '../ports/adapter-error.ts';
import type { Assignment } from './session-api.ts';
import { loadConversation } from './views/conversation-view.ts';
import type { ViewTools } from './views/view-tools.ts';

/** A conversation in which customers write all the time is tried so often. */
const mostTries = 5;

/** Who is to have it, and who had it when the agent began to choose; `undefined` = as it is known now. */
interface Wish {
  readonly coWorkerId: string | null;
  readonly seen: Pick<Conversation, 'coWorkerId'> | undefined;
}

/** D1: gives a conversation a co-worker, or nobody, unless somebody else did since the agent saw it. */
export async function assignConversation(
  tools: ViewTools,
  id: string,
  { coWorkerId, seen: begun }: Wish,
): Promise<Assignment> {
  const known = tools.store.conversation(id) ?? (await loadConversation(tools, id));
  const seen = begun && begun.coWorkerId !== known.coWorkerId ? begun : known;
  const { capabilities } = await tools.connection.ready;
  // A backend that checks nothing is asked first: the moment in between is all that is left to chance.
  let latest = capabilities.conflictCheck ? known : await loadConversation(tools, id);
  for (let tries = 1; ; tries += 1) {
    if (latest !== seen) {
      const { kind } = assignmentOutcome(seen, latest, coWorkerId);
      if (kind !== 'again') return { outcome: kind, conversation: latest };
    }
    try {
      return { outcome: 'done', conversation: await update(tools, latest, coWorkerId) };
    } catch (error) {
      const isConflict = error instanceof AdapterError && error.code === 'conflict';
      if (!isConflict || tries === mostTries) throw error;
      latest = await loadConversation(tools, id);
    }
  }
}

async function update(
  { adapter, connection, store }: ViewTools,
  { id, version, state }: Conversation,
  coWorkerId: string | null,
): Promise<Conversation> {
  // Archived: whoever gets it takes it up again.
  const change = { coWorkerId, ...(state === 'archived' && { state: 'assigned' as const }) };
  return store.putConversation(
    await connection.call((signal) => adapter.update(id, change, { signal, ifVersion: version })),
  );
}
