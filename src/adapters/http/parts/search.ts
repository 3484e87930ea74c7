import type { SearchPart } from '../../../ports/parts/search.ts';
import type { HttpCalls } from '../http-calls.ts';

/** Finds messages in a history. */
export function searchPart(calls: HttpCalls): SearchPart {
  return { searchMessages: (search, page, options) => calls.post('/messages/search', { search, page }, options) };
}
