import type { Message } from '../../domain/model.ts';
import type { MessageQuery } from '../../domain/queries.ts';
import type { CallOptions, Page, PageRequest } from '../calls.ts';

/** What to look for in a history. */
export interface MessageSearch {
  readonly in: MessageQuery;
  /** Every word of it occurs in the message, in any order; empty finds all. */
  readonly text: string;
  /** Only messages that carry a file. */
  readonly filesOnly?: boolean;
}

/** Finds messages in a history, however long (A14). */
export interface SearchPart {
  /** The newest first. A page may be empty and still have a cursor: more is to be searched there. */
  searchMessages(search: MessageSearch, page?: PageRequest, options?: CallOptions): Promise<Page<Message>>;
}
