import type { Page, PageRequest } from './calls.ts';
import type { PartCalls } from './guard-calls.ts';
import { pageReader } from './validate-page.ts';
import type { Check } from './validate.ts';
import type { Reader } from './validate-reading.ts';

/** What to read of a page whose items are told apart by another field than `id`. */
export interface KeyedItems<T> {
  readonly call: string;
  readonly check: Check<T>;
  /** The field that tells them apart. */
  readonly key: keyof T & string;
}

/** Understands a page of things that have no `id`, as {@link pageReader} understands others. */
export function keyedPage<T>(
  { call, check, key }: KeyedItems<T>,
  { guard }: PartCalls,
  request: PageRequest | undefined,
): Reader<Page<T>> {
  const keyed: Check<{ readonly id: string; readonly item: T }> = (value) => check((value as { item: unknown }).item);
  const understand = pageReader(call, keyed, guard.refuse, request);
  return (value) => {
    const { items, nextCursor, total } = understand(withIds(value, key));
    return { items: items.map(({ item }) => item), nextCursor, total };
  };
}

function withIds(page: unknown, key: string): unknown {
  if (typeof page !== 'object' || page === null || !('items' in page) || !Array.isArray(page.items)) return page;
  const items = (page.items as readonly unknown[]).map((item) => ({ id: idIn(item, key), item }));
  return { ...page, items };
}

/** What has no key will not pass its check either. */
function idIn(item: unknown, key: string): unknown {
  return typeof item === 'object' && item !== null ? Reflect.get(item, key) : '';
}
