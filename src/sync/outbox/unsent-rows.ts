import type { Author } from '../../domain/model.ts';
import type { MessageQuery } from '../../domain/queries.ts';
import type { OutboxEntry } from '../../ports/storage.ts';
import type { ClientStore } from '../../store/client-store.ts';
import type { MessageWindow } from '../../store/message-window.ts';
import type { Connection } from '../connection.ts';
import type { TimelineEntry } from '../session-api.ts';
import { messageOfEntry } from './entry-message.ts';
import { needsPerson } from './next-entries.ts';
import type { OutboxMirror } from './outbox-mirror.ts';

/** What the rows are made from. */
export interface UnsentRowsOptions {
  readonly mirror: Pick<OutboxMirror, 'entries'>;
  readonly store: Pick<ClientStore, 'messageByClientId'>;
  readonly connection: Pick<Connection, 'toServerTime'>;
  readonly author: () => Author;
}

/** What still waits in the outbox, as rows of one history. */
export class UnsentRows {
  readonly #options: UnsentRowsOptions;
  readonly #window: Pick<MessageWindow, 'newest' | 'query'>;
  readonly #rows = new WeakMap<OutboxEntry, TimelineEntry>();

  constructor(options: UnsentRowsOptions, window: Pick<MessageWindow, 'newest' | 'query'>) {
    this.#options = options;
    this.#window = window;
  }

  get all(): readonly TimelineEntry[] {
    const { mirror, store } = this.#options;
    return mirror.entries
      .filter((entry) => isAbout(entry, this.#window.query) && !store.messageByClientId(entry.clientId))
      .map((entry) => this.#rowOf(entry));
  }

  /**
   * What still waits stands after everything that was accepted: that is where it will be. What failed stays in its time.
   * The same row for the same entry: what did not change is not drawn again.
   */
  #rowOf(entry: OutboxEntry): TimelineEntry {
    const { author, connection } = this.#options;
    const queuedAt = Math.round(connection.toServerTime(entry.queuedAt));
    const lastAt = this.#window.newest?.at ?? queuedAt;
    const at = needsPerson(entry) ? queuedAt : Math.max(queuedAt, lastAt);
    const known = this.#rows.get(entry);
    if (known?.message.at === at) return known;
    const message = messageOfEntry(entry, { author: author(), queuedAt, at });
    const row: TimelineEntry = { key: entry.clientId, source: 'outbox', entry, message };
    this.#rows.set(entry, row);
    return row;
  }
}

function isAbout({ target }: OutboxEntry, query: MessageQuery): boolean {
  if (query.kind === 'conversation') return target.conversationId === query.conversationId;
  return query.kind === 'recipient' ? target.recipientId === query.recipientId : true;
}
