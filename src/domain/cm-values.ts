/** The outcome of reading something that another system sent: the value, or where and what is wrong with it. */
export type Parsed<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly path: string; readonly problem: string };

/** A JSON object whose keys are looked up safely. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Says where and what is wrong. */
export function problem(path: string, text: string): { readonly ok: false; path: string; problem: string } {
  return { ok: false, path, problem: text };
}

/** The value as an object, `null` if it is anything else. */
export function asObject(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

/** An object's own property; inherited ones such as `__proto__` do not count, capitals do not matter (CM15). */
export function own(object: JsonObject | null, key: string): unknown {
  if (object === null) return undefined;
  if (Object.hasOwn(object, key)) return object[key];
  const wanted = key.toLowerCase();
  const spelled = Object.keys(object).find((name) => name.toLowerCase() === wanted);
  return spelled === undefined ? undefined : object[spelled];
}

/** An own property as text; missing, empty (CM3) or of another type gives `null`. Numbers count as text. */
export function textAt(object: JsonObject | null, key: string): string | null {
  const value = own(object, key);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** An own property as a number; digits in text count. */
export function numberAt(object: JsonObject | null, key: string): number | null {
  const value = own(object, key);
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** Repeats a foreign value in a message for developers, short and on one line. */
export function quote(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  if (typeof value !== 'string') return value === null ? 'null' : typeof value;
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
}

/** `yyyy-MM-ddTHH:mm:ss`, which CM.com means as UTC although it does not say so (CM2); a zone in it is obeyed. */
export function parseCmTime(text: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(?:[.,](\d{1,9}))?(Z|[+-]\d{2}:?\d{2})?$/i.exec(
    text.trim(),
  );
  if (!match) return null;
  const [, date = '', time = '', fraction = '', zone = 'Z'] = match;
  const utc = Date.parse(`${date}T${time}Z`);
  // Some engines carry 30 February over to March.
  if (Number.isNaN(utc) || new Date(utc).toISOString().slice(0, 10) !== date) return null;
  return utc + Number(fraction.slice(0, 3).padEnd(3, '0')) - offsetMs(zone);
}

function offsetMs(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

/**
 * A time as CM.com writes it. Whole seconds look like its own; a fraction is kept, because an answer within the second
 * would otherwise seem older than the question.
 */
export function toCmTime(at: number): string {
  const time = new Date(at).toISOString().slice(0, -1);
  return time.endsWith('.000') ? time.slice(0, -4) : time;
}

/**
 * A phone number as CM.com writes it (`+31…`, `0031…`, `31…`) as E.164; what is no number (a short code, an opaque id)
 * stays as it is (CM4).
 */
export function fromCmNumber(text: string): string {
  const trimmed = text.trim();
  const digits = /^(?:\+|00)?([1-9]\d{7,14})$/.exec(trimmed)?.[1];
  return digits === undefined ? trimmed : `+${digits}`;
}

/** A phone number as CM.com wants it for sending: `0031612345678`; anything else stays as it is. */
export function toCmNumber(address: string): string {
  return /^\+[1-9]\d{7,14}$/.test(address) ? `00${address.slice(1)}` : address;
}
