import type { Page, PageRequest } from './calls.ts';
import type { Check } from './validate.ts';
import { page } from './validate-answer.ts';
import type { Reader, Refuse } from './validate-reading.ts';
import { distinct, goodOnes, onward, read } from './validate-reading.ts';

/** Understands a page: malformed items and doubled ids are left out, a cursor that leads back to itself ends it. */
export function pageReader<T extends { readonly id: string }>(
  call: string,
  check: Check<T>,
  refuse: Refuse,
  request?: PageRequest,
): Reader<Page<T>> {
  const elements = { call, field: 'items', check, refuse };
  return (value) => {
    const { items, nextCursor, total } = read(call, page, value);
    return {
      items: distinct(goodOnes(items, elements), elements),
      nextCursor: onward(elements, 'nextCursor', nextCursor, request?.cursor),
      total,
    };
  };
}
