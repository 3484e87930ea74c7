import type { PartCalls } from './guard-calls.ts';
import type { SearchPart } from './parts/search.ts';
import { message } from './validate-model.ts';

/** Nothing malformed comes from a search. */
export function guardSearch(part: SearchPart, calls: PartCalls): SearchPart {
  return {
    searchMessages: (search, request, options) =>
      calls.page('searchMessages', message, () => part.searchMessages(search, request, options), { request, options }),
  };
}
