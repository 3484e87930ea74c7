import { seenOf, wroteSince } from '../domain/archiving.ts';
import type { Conversation } from '../domain/model.ts';
import type { ConversationChange } from '../ports/adapter.ts';
import type { CommandTools } from './commands.ts';
import { guardedUpdate } from './guarded-update.ts';
import type { Archiving } from './session-api.ts';

/** D7: archives a conversation unless the customer wrote since the agent saw it; tags go along in the same step. */
export function archiveConversation(
  tools: CommandTools,
  seen: Conversation,
  tags: Pick<ConversationChange, 'addTags' | 'removeTags'>,
): Promise<Archiving> {
  const known = seenOf(seen);
  return guardedUpdate(tools, tools.store.conversation(seen.id) ?? seen, {
    change: () => ({ ...tags, state: 'archived' }),
    against: (now) => (wroteSince(known, now) ? 'wrote' : null),
  });
}
