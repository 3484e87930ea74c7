import { isDay, relativeSpans } from './timespan.ts';
import type { Timespan } from './timespan.ts';

/** How one field is written and read; `undefined` = cannot be read. */
export interface Codec<T> {
  readonly write: (value: T) => string;
  readonly read: (text: string) => T | undefined;
}

/** One of a few names. */
export function oneOf<T extends string>(values: readonly T[]): Codec<T> {
  return { write: (value) => value, read: (text) => values.find((value) => value === text) };
}

/** Any text. */
export function words(): Codec<string> {
  return { write: encode, read: decode };
}

/** `-` is nobody; an id that is a hyphen is written as `%2D`. */
export function idOrNone(): Codec<string | null> {
  return {
    write: (id) => (id === null ? '-' : id === '-' ? '%2D' : encode(id)),
    read: (text) => (text === '-' ? null : text === '' ? undefined : decode(text)),
  };
}

/**
 * A list with one value that cannot be read is not read at all: half a filter shows something else than was meant. Nor is an
 * empty one: nothing would pass, and nothing would say why.
 */
export function listOf<T>(item: Codec<T>): Codec<readonly T[]> {
  return {
    write: (values) => values.map(item.write).join(','),
    read: (text) => {
      const values = text.split(',').map(item.read);
      return text === '' || values.includes(undefined) ? undefined : (values as readonly T[]);
    },
  };
}

/** Days, or a span that moves. */
export function timespan(): Codec<Timespan> {
  return {
    write: (span) => (typeof span === 'string' ? span : `${span.from ?? ''}..${span.to ?? ''}`),
    read: (text) => {
      const relative = relativeSpans.find((span) => span === text);
      if (relative) return relative;
      const [from = '', to = '', ...more] = text.split('..');
      const isSpan = text.includes('..') && more.length === 0 && [from, to].every((day) => day === '' || isDay(day));
      return isSpan ? { from: from || null, to: to || null } : undefined;
    },
  };
}

/** Lone surrogates cannot be written in an address. */
function encode(text: string): string {
  return encodeURIComponent(
    text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd'),
  );
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Yes or no; the bare name is a yes. */
export function flag(): Codec<boolean> {
  return {
    write: (value) => (value ? '1' : '0'),
    read: (text) => (text === '0' ? false : text === '' || text === '1' ? true : undefined),
  };
}
