import type { Conversation } from '../domain/model.ts';
import type { AdapterParts, ConversationChange, OpenRequest, WritingCalls } from '../ports/adapter.ts';
import { archiveConversation } from './archive.ts';
import { assignConversation } from './assign.ts';
import type { MessagingSession } from './session-api.ts';
import { loadConversation } from './views/conversation-view.ts';
import { searchMessages } from './views/message-search.ts';
import type { ViewTools } from './views/view-tools.ts';

/** What commands work with. */
export interface CommandTools extends ViewTools {
  readonly writing: WritingCalls;
}

type Session = MessagingSession;

/** What a session does when it is asked to, besides sending: changes conversations, and looks things up for a dialog. */
export class Commands {
  readonly #tools: CommandTools;

  constructor(tools: CommandTools) {
    this.#tools = tools;
  }

  async update(conversationId: string, change: ConversationChange, ifVersion?: number): Promise<Conversation> {
    const { connection, store, writing } = this.#tools;
    const guard = ifVersion === undefined ? {} : { ifVersion };
    const updated = await connection.call((signal) => writing.update(conversationId, change, { signal, ...guard }));
    return store.putConversation(updated);
  }

  assign(...[id, coWorkerId, seen]: Parameters<Session['assign']>): ReturnType<Session['assign']> {
    return assignConversation(this.#tools, id, { coWorkerId, seen });
  }

  archive(...[seen, tags = {}]: Parameters<Session['archive']>): ReturnType<Session['archive']> {
    return archiveConversation(this.#tools, seen, tags);
  }

  async markRead(conversationId: string): Promise<void> {
    const { store } = this.#tools;
    const conversation = store.conversation(conversationId) ?? (await loadConversation(this.#tools, conversationId));
    if (!conversation.lastMessage || conversation.unreadCount === 0) return;
    await this.update(conversationId, { readUpTo: conversation.lastMessage.id });
  }

  async markUnread(conversationId: string): Promise<void> {
    await this.update(conversationId, { readUpTo: 'none' });
  }

  async markUnreadFrom(conversationId: string, messageId: string): Promise<void> {
    await this.update(conversationId, { unreadFrom: messageId });
  }

  async open(request: OpenRequest): Promise<Conversation> {
    const { connection, store, writing } = this.#tools;
    return store.putConversation(await connection.call((signal) => writing.open(request, { signal })));
  }

  searchMessages(
    ...[search, options = {}]: Parameters<Session['searchMessages']>
  ): ReturnType<Session['searchMessages']> {
    return searchMessages(this.#tools, search, options);
  }

  getRecipient(id: string): ReturnType<Session['getRecipient']> {
    return this.#ask('directory', null, (directory, options) => directory.getRecipient(id, options));
  }

  listCoWorkers(): ReturnType<Session['listCoWorkers']> {
    return this.#ask('directory', [], (directory, options) => directory.listCoWorkers(options));
  }

  listBranches(): ReturnType<Session['listBranches']> {
    return this.#ask('directory', [], (directory, options) => directory.listBranches(options));
  }

  listConversationTemplates(): ReturnType<Session['listConversationTemplates']> {
    return this.#ask('templates', [], (templates, options) => templates.listConversationTemplates(options));
  }

  getInvitation(): ReturnType<Session['getInvitation']> {
    return this.#ask('templates', null, (templates, options) => templates.getInvitation(options));
  }

  /** What a part says; `without` where the backend has none. */
  async #ask<K extends keyof AdapterParts, T>(
    name: K,
    without: T,
    ask: (part: NonNullable<AdapterParts[K]>, options: { readonly signal: AbortSignal }) => Promise<T>,
  ): Promise<T> {
    const { adapter, connection } = this.#tools;
    await connection.ready;
    const part = adapter.part(name);
    return part ? connection.call((signal) => ask(part, { signal })) : without;
  }
}
