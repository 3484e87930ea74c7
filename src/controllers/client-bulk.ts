import { bulkProgress, type BulkResult, bulkStep, type BulkUndo, undoOf } from '../domain/bulk.ts';
import type { Conversation } from '../domain/model.ts';
import type { ConversationQuery } from '../domain/queries.ts';
import { usualTagSettings } from '../domain/tags.ts';
import { AdapterError, toAdapterError } from '../ports/adapter-error.ts';
import type { Page } from '../ports/calls.ts';
import type { BulkOptions, BulkPart, BulkReport, BulkRequest } from '../ports/parts/bulk.ts';
import type { ListHandle, MessagingSession, OpenReadable } from '../sync/session-api.ts';

/** What a browser does one by one is bounded: more than this is work for a backend. */
const mostConversations = 500;

interface Operation {
  readonly results: BulkResult[];
  isStopped: boolean;
}

/** Bulk actions for backends that have none: one conversation after the other, from this page, at most five hundred. */
export class ClientBulk implements BulkPart {
  readonly #session: MessagingSession;
  readonly #operations = new Map<string, Operation>();

  constructor(session: MessagingSession) {
    this.#session = session;
  }

  async run({ operationId, target, action }: BulkRequest, options?: BulkOptions): Promise<BulkReport> {
    const ids = 'ids' in target ? target.ids.slice(0, mostConversations) : await this.#idsOf(target.query);
    const tags = this.#session.part('tags');
    const settings = (await tags?.getTagSettings().catch(() => undefined)) ?? usualTagSettings;
    return this.#each(operationId, ids, options, async (id) => {
      const before = await this.#conversation(id);
      const step = bulkStep(action, before, settings);
      if (step.kind === 'skip') return { conversationId: id, outcome: 'skipped', reason: step.reason };
      if (step.edit.state === 'archived') return this.#archive(before, step.edit.addTags ?? []);
      const after = await this.#session.update(id, step.edit, before.version);
      return { conversationId: id, outcome: 'done', undo: undoOf(before, after) };
    });
  }

  /** CR18: what is known here may be older than what the customer wrote last. */
  async #archive(before: Conversation, addTags: readonly string[]): Promise<BulkResult> {
    const { id: conversationId, state, coWorkerId } = before;
    const { outcome, conversation: after } = await this.#session.archive(before, { addTags });
    if (outcome === 'wrote') return { conversationId, outcome: 'skipped', reason: 'customer-wrote' };
    // Tags of others, who came in between, are not taken back.
    const tags = after.tags.filter((tag) => before.tags.includes(tag) || !addTags.includes(tag));
    return { conversationId, outcome: 'done', undo: undoOf({ ...after, state, coWorkerId, tags }, after) };
  }

  stop(operationId: string): Promise<void> {
    const operation = this.#operations.get(operationId);
    if (operation) operation.isStopped = true;
    return Promise.resolve();
  }

  undo(operationId: string, options?: BulkOptions): Promise<BulkReport> {
    const done = this.#operations.get(operationId)?.results ?? [];
    const undos = new Map<string, BulkUndo>();
    for (const result of done) if (result.outcome === 'done') undos.set(result.conversationId, result.undo);
    return this.#each(`${operationId}/undo`, [...undos.keys()], options, async (id) => {
      const undo = undos.get(id);
      if (!undo) return { conversationId: id, outcome: 'skipped', reason: 'nothing-to-do' };
      const before = await this.#conversation(id);
      // BU3: what somebody changed since is left alone.
      if (before.version !== undo.ifVersion) return { conversationId: id, outcome: 'skipped', reason: 'changed-since' };
      const after = await this.#session.update(id, undo.edit, undo.ifVersion);
      return { conversationId: id, outcome: 'done', undo: undoOf(before, after) };
    });
  }

  listResults(operationId: string): Promise<Page<BulkResult>> {
    const items = this.#operations.get(operationId)?.results ?? [];
    return Promise.resolve({ items, nextCursor: null, total: items.length });
  }

  async #each(
    operationId: string,
    ids: readonly string[],
    options: BulkOptions | undefined,
    work: (id: string) => Promise<BulkResult>,
  ): Promise<BulkReport> {
    const operation: Operation = { results: [], isStopped: false };
    this.#operations.set(operationId, operation);
    for (const conversationId of ids) {
      if (operation.isStopped) break;
      operation.results.push(
        await work(conversationId).catch((reason: unknown): BulkResult => ({
          conversationId,
          outcome: 'failed',
          code: toAdapterError(reason).code,
        })),
      );
      options?.onProgress?.(bulkProgress(operation.results, ids.length));
    }
    const progress = bulkProgress(operation.results, ids.length);
    return { operationId, state: operation.results.length < ids.length ? 'stopped' : 'finished', progress };
  }

  async #conversation(id: string): Promise<Conversation> {
    const handle = this.#session.openConversation(id);
    const value = await settled(handle, () => handle.value);
    if (!value) throw new AdapterError('not-found', `there is no conversation ${id}`);
    return value;
  }

  async #idsOf(query: ConversationQuery): Promise<readonly string[]> {
    const list: ListHandle = this.#session.openList(query);
    try {
      await list.reload();
      while (list.value.hasMore && list.value.rows.length < mostConversations && list.value.state !== 'error')
        await list.loadMore();
      if (list.value.error) throw list.value.error;
      return list.value.rows.slice(0, mostConversations).map(({ conversation }) => conversation.id);
    } finally {
      list.dispose();
    }
  }
}

/** The value once it is there; `null` after a while without. */
async function settled<T>(handle: OpenReadable<T | null>, read: () => T | null): Promise<T | null> {
  try {
    if (read() !== null) return read();
    await new Promise<void>((resolve) => {
      handle.subscribe(resolve);
    });
    return read();
  } finally {
    handle.dispose();
  }
}
