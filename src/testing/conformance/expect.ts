import { toAdapterError } from '../../ports/adapter-error.ts';
import type { AdapterError, AdapterErrorCode } from '../../ports/adapter-error.ts';

/** A promise of the adapter's contract that was not kept. */
export class ConformanceError extends Error {
  override readonly name = 'ConformanceError';
}

/** Fails unless the condition holds. */
export function ok(condition: unknown, message: string): asserts condition {
  if (!condition) throw new ConformanceError(message);
}

/** Fails unless both are the same data. */
export function equal(actual: unknown, expected: unknown, what: string): void {
  const [got, wanted] = [canonical(actual), canonical(expected)];
  ok(got === wanted, `${what}: expected ${short(wanted)}, got ${short(got)}`);
}

/** Fails unless the promise rejects with an `AdapterError` of one of these codes; returns the error. */
export async function rejectsWith(
  codes: readonly AdapterErrorCode[],
  what: string,
  promise: Promise<unknown>,
): Promise<AdapterError> {
  let answer: unknown;
  try {
    answer = await promise;
  } catch (error) {
    // One of another copy of the library, as an adapter in a bundle of its own has it, will do.
    const known = toAdapterError(error);
    const isOne = known === error || (error instanceof Error && 'code' in error && error.code === known.code);
    if (isOne && codes.includes(known.code)) return known;
    const got = isOne ? `${known.code} (${known.message})` : String(error);
    throw new ConformanceError(`${what} should reject with ${codes.join(' or ')}, rejected with ${got}`, {
      cause: error,
    });
  }
  throw new ConformanceError(`${what} should reject with ${codes.join(' or ')}, answered ${short(canonical(answer))}`);
}

/** JSON with sorted keys: the same text for the same data. */
export function canonical(value: unknown): string {
  if (value === undefined) return 'undefined';
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function short(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
