import { assignmentOutcome } from '../domain/assignment.ts';
import type { Conversation } from '../domain/model.ts';
import type { CommandTools } from './commands.ts';
import { guardedUpdate } from './guarded-update.ts';
import type { Assignment } from './session-api.ts';
import { loadConversation } from './views/conversation-view.ts';

/** Who is to have it, and who had it when the agent began to choose; `undefined` = as it is known now. */
interface Wish {
  readonly coWorkerId: string | null;
  readonly seen: Pick<Conversation, 'coWorkerId'> | undefined;
}

/** D1: gives a conversation a co-worker, or nobody, unless somebody else did since the agent saw it. */
export async function assignConversation(
  tools: CommandTools,
  id: string,
  { coWorkerId, seen: begun }: Wish,
): Promise<Assignment> {
  const known = tools.store.conversation(id) ?? (await loadConversation(tools, id));
  const seen = begun && begun.coWorkerId !== known.coWorkerId ? begun : known;
  return guardedUpdate(tools, known, {
    // Archived: whoever gets it takes it up again.
    change: ({ state }) => ({ coWorkerId, ...(state === 'archived' && { state: 'assigned' as const }) }),
    against: (now) => {
      if (now === seen) return null;
      const { kind } = assignmentOutcome(seen, now, coWorkerId);
      return kind === 'again' ? null : kind;
    },
  });
}
