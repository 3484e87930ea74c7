import type { Conversation } from '../domain/model.ts';
import type { ConversationChange } from '../ports/adapter.ts';
import { AdapterError } from '../ports/adapter-error.ts';
import type { CommandTools } from './commands.ts';
import { loadConversation } from './views/conversation-view.ts';

/** A conversation in which customers write all the time is tried so often. */
const mostTries = 5;

/** A change that something may stand against by the time it is made. */
export interface GuardedChange<Kind extends string> {
  /** What is to change in the conversation as it is now. */
  readonly change: (now: Conversation) => ConversationChange;
  /** What ends it without a change; `null` lets it go on. */
  readonly against: (now: Conversation) => Kind | null;
}

/** What became of it, and the conversation as it is now. */
export interface GuardedOutcome<Kind extends string> {
  readonly outcome: Kind | 'done';
  readonly conversation: Conversation;
}

/** Changes a conversation unless something is against it: asked again after each change that others made meanwhile. */
export async function guardedUpdate<Kind extends string>(
  tools: CommandTools,
  known: Conversation,
  { change, against }: GuardedChange<Kind>,
): Promise<GuardedOutcome<Kind>> {
  const { conflictCheck } = (await tools.connection.ready).capabilities;
  // A backend that checks nothing is asked first: the moment in between is all that is left to chance.
  let now = conflictCheck ? known : await loadConversation(tools, known.id);
  for (let tries = 1; ; tries += 1) {
    const kind = against(now);
    if (kind !== null) return { outcome: kind, conversation: now };
    try {
      const guard = conflictCheck ? { ifVersion: now.version } : {};
      return { outcome: 'done', conversation: await update(tools, now.id, { change: change(now), guard }) };
    } catch (error) {
      const isConflict = error instanceof AdapterError && error.code === 'conflict';
      if (!isConflict || tries === mostTries) throw error;
      now = await loadConversation(tools, known.id);
    }
  }
}

async function update(
  { connection, store, writing }: CommandTools,
  id: string,
  { change, guard }: { readonly change: ConversationChange; readonly guard: { readonly ifVersion?: number } },
): Promise<Conversation> {
  return store.putConversation(await connection.call((signal) => writing.update(id, change, { signal, ...guard })));
}
