/**
 * Small combinators that say whether a value has a shape and, if not, where. Hand-written instead of a schema library:
 * every page pays for them. They look only, never copy, and build a path only on the way out of a fault.
 */

/** Where a value differs from what was expected. Never carries the value itself: it may be a customer's words. */
export interface Fault {
  /** E.g. `.items[3].at`; empty for the value itself. */
  readonly path: string;
  readonly expected: string;
}

/** Looks at a value; `undefined` if it is as expected. */
export interface Check<T = unknown> {
  (value: unknown): Fault | undefined;
  /** Never there; carries to the compiler what a value is that passed. */
  readonly passed?: T;
}

/** A check for each field of `T`: a field added to the type and forgotten here does not compile. */
export type Fields<T> = { readonly [Name in keyof T]-?: Check };

/** More elements than this in one answer are not believed; checking them would already cost the page its frame rate. */
export const maxElements = 10_000;

/** Passes what `test` accepts. */
export function matches(expected: string, test: (value: unknown) => boolean): Check {
  const fault: Fault = { path: '', expected };
  return (value) => (test(value) ? undefined : fault);
}

/** Any text. */
export const aString = matches('a string', (value) => typeof value === 'string');

/** An id: any text but the empty one. `__proto__` is a fine id; ids are only ever keys of a `Map`. */
export const anId = matches('an id', (value) => typeof value === 'string' && value !== '');

/** `true` or `false`. */
export const aBoolean = matches('a boolean', (value) => typeof value === 'boolean');

/** A real number. */
export const aNumber = matches('a number', Number.isFinite);

/** A number of things or of milliseconds; `Infinity` is one. */
export const aCount = matches('a count', (value) => typeof value === 'number' && value >= 0);

/** Epoch ms inside what `Date` can hold: formatting any other number throws. */
export const aTime = matches(
  'epoch milliseconds',
  (value) => Math.abs(Number.isFinite(value) ? Number(value) : NaN) <= 864e13,
);

/** Passes a key of the record; a record, so that the compiler misses no name. */
export function oneOf<Name extends string>(names: Readonly<Record<Name, unknown>>): Check<Name> {
  return matches('a known name', (value) => typeof value === 'string' && Object.hasOwn(names, value)) as Check<Name>;
}

/** Passes exactly this text, without repeating it in the fault. */
export function just(text: string): Check {
  return matches('the one asked for', (value) => value === text);
}

/** Passes `null` too. */
export function orNull<T>(check: Check<T>): Check<T | null> {
  return (value) => (value === null ? undefined : check(value));
}

/** Passes a field that is not there too. */
export function orAbsent<T>(check: Check<T>): Check<T | undefined> {
  return (value) => (value === undefined ? undefined : check(value));
}

/** Passes an array of a believable length. */
export const anArray = matches('a list', (value) => Array.isArray(value) && value.length <= maxElements) as Check<
  readonly unknown[]
>;

/** Passes an array whose elements all pass. */
export function arrayOf<T>(check: Check<T>): Check<readonly T[]> {
  return (value) => {
    const fault = anArray(value);
    if (fault) return fault;
    const elements = value as readonly unknown[];
    for (let index = 0; index < elements.length; index += 1) {
      const inner = check(elements[index]);
      if (inner) return within(`[${index}]`, inner);
    }
    return undefined;
  };
}

/** Passes an object whose named fields pass; others are left alone, so that a newer backend may say more. */
export function shape<T>(fields: Fields<T>): Check<T> {
  const checks = Object.entries<Check>(fields);
  return (value) => {
    if (!isObject(value)) return { path: '', expected: 'an object' };
    for (const [name, check] of checks) {
      const inner = check(value[name]);
      if (inner) return within(`.${name}`, inner);
    }
    return undefined;
  };
}

/** Passes an object whose present own fields have known names and pass. */
export function partial<T>(fields: Partial<Fields<T>>): Check<Partial<T>> {
  const checks = Object.entries<Check | undefined>(fields);
  return (value) => {
    if (!isObject(value)) return { path: '', expected: 'an object' };
    for (const [name, check] of checks) {
      const inner = value[name] === undefined ? undefined : check?.(value[name]);
      if (inner) return within(`.${name}`, inner);
    }
    return undefined;
  };
}

/** Passes an object that is one of several, told apart by the field `tag`. */
export function variant(tag: string, checks: Readonly<Record<string, Check>>): Check {
  return (value) => {
    if (!isObject(value)) return { path: '', expected: 'an object' };
    const name = value[tag];
    const check = typeof name === 'string' && Object.hasOwn(checks, name) ? checks[name] : undefined;
    return check ? check(value) : { path: `.${tag}`, expected: 'a known name' };
  };
}

/** Puts a fault found inside under its path. */
export function within(path: string, fault: Fault): Fault {
  return { path: path + fault.path, expected: fault.expected };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
