import type { Conversation } from '../../domain/model.ts';
import { loadConversation } from '../views/conversation-view.ts';
import type { ViewTools } from '../views/view-tools.ts';

/** How long Send waits for the name of a recipient that is not known here. */
const patienceMs = 3_000;

/** The conversation if it can be had soon: keeping a message safe must not wait for a slow backend. */
export async function conversationSoon(tools: ViewTools, id: string): Promise<Conversation | null> {
  const abort = new AbortController();
  const cancel = tools.clock.after(patienceMs, () => abort.abort());
  try {
    return tools.store.conversation(id) ?? (await loadConversation(tools, id, abort.signal));
  } catch {
    return null;
  } finally {
    cancel();
  }
}
