import { AdapterError } from './adapter-error.ts';
import type { Check, Fault } from './validate.ts';
import { just, shape } from './validate.ts';

/** Hears of what was left out so that the rest could go on. */
export type Refuse = (error: AdapterError) => void;

/** Understands an answer or throws `invalid`. */
export type Reader<T> = (value: unknown) => T;

/** Returns the value as what it was checked to be, or throws `invalid` with the path. */
export function read<T>(call: string, check: Check<T>, value: unknown): T {
  const fault = look(check, value);
  if (fault) throw invalid(call, fault);
  return value as T;
}

/** {@link read} with the value to come. */
export function reader<T>(call: string, check: Check<T>): Reader<T> {
  return (value) => read(call, check, value);
}

/** Passes what passes both. */
export function both<T>(first: Check<T>, second: Check): Check<T> {
  return (value) => first(value) ?? second(value);
}

/** Passes what passes and has this id: an answer about something else than asked for is none. */
export function about<T>(check: Check<T>, id: string): Check<T> {
  return both(check, shape({ id: just(id) }));
}

/** What to read of an answer's elements. */
export interface Elements<T> {
  readonly call: string;
  /** Name of the field that holds them; empty if the answer is the list. */
  readonly field: string;
  readonly check: Check<T>;
  readonly refuse: Refuse;
}

/**
 * Keeps the elements that pass and tells `refuse` once about the others. A list with nothing good is malformed as a
 * whole: "no conversations" would be a lie.
 */
export function goodOnes<T>(items: readonly unknown[], elements: Elements<T>): readonly T[] {
  const { good, error } = sift(items, elements);
  if (error && good.length === 0) throw error;
  if (error) elements.refuse(error);
  return good;
}

/** Keeps the elements that pass, possibly none, and the error about the others. */
export function sift<T>(
  items: readonly unknown[],
  { call, field, check }: Elements<T>,
): { readonly good: readonly T[]; readonly error: AdapterError | null } {
  let first: Fault | undefined;
  const good = items.filter((item, index) => {
    const fault = look(check, item);
    if (fault) first ??= { path: `.${field}[${index}]${fault.path}`, expected: fault.expected };
    return !fault;
  }) as readonly T[];
  const error = first ? invalid(call, first, items.length - good.length) : null;
  return { good: error ? good : (items as readonly T[]), error };
}

/** Keeps one element of each id, the newest version, where the first of them stood. */
export function distinct<T extends { readonly id: string; readonly version?: number }>(
  items: readonly T[],
  { call, field, refuse }: Elements<T>,
): readonly T[] {
  const byId = new Map<string, T>();
  for (const item of items) {
    const known = byId.get(item.id);
    if (!known || (item.version ?? 0) > (known.version ?? 0)) byId.set(item.id, item);
  }
  if (byId.size === items.length) return items;
  refuse(invalid(call, { path: `.${field}`, expected: 'each id once' }));
  return [...byId.values()];
}

/** A cursor that leads back to the page it came with would be followed for ever; it ends the listing instead. */
export function onward(
  { call, refuse }: Pick<Elements<unknown>, 'call' | 'refuse'>,
  field: string,
  next: string | null,
  asked: string | undefined,
): string | null {
  if (next === null || next !== asked) return next;
  refuse(invalid(call, { path: `.${field}`, expected: 'another cursor' }));
  return null;
}

function look(check: Check, value: unknown): Fault | undefined {
  try {
    return check(value);
  } catch {
    return { path: '', expected: 'something readable' };
  }
}

function invalid(call: string, { path, expected }: Fault, howMany = 1): AdapterError {
  const where = path.replace(/^\./, '');
  const others = howMany > 1 ? ` (and ${howMany - 1} more)` : '';
  return new AdapterError('invalid', `${call} answered ${where || 'something'} that is not ${expected}${others}`, {
    // The backend may well have done what it was asked; only its answer cannot be read.
    refused: false,
    path: where,
  });
}
