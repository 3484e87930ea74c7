import { AdapterError, adapterErrorCodes } from '../../ports/adapter-error.ts';
import type { AdapterErrorCode } from '../../ports/adapter-error.ts';

/** What an HTTP status means where the answer is not from the gateway itself but from something in between. */
const codesByStatus: ReadonlyMap<number, AdapterErrorCode> = new Map([
  [401, 'unauthenticated'],
  [403, 'forbidden'],
  [413, 'invalid'],
  [429, 'rate-limited'],
]);

/** The typed error for an answer that is none. A proxy may answer after the request was carried out: then it is unknown. */
export async function errorOf(response: Response): Promise<AdapterError> {
  const problem = await problemIn(response);
  if (problem) return problem;
  const code = codesByStatus.get(response.status) ?? 'unavailable';
  const afterMs = waitOf(response.headers.get('retry-after'));
  return new AdapterError(code, `HTTP ${response.status}`, {
    ...(afterMs !== null && { afterMs }),
    // Nothing that answers "not here" has carried anything out.
    ...(response.status === 404 && { refused: true }),
  });
}

async function problemIn(response: Response): Promise<AdapterError | null> {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return null;
  try {
    const { code, detail, retry, afterMs, refused, path } = (await response.json()) as Record<string, unknown>;
    const known = adapterErrorCodes.find((name) => name === code);
    if (!known) return null;
    return new AdapterError(known, typeof detail === 'string' ? detail : '', {
      ...(typeof retry === 'boolean' && { retry }),
      ...(typeof afterMs === 'number' && afterMs >= 0 && { afterMs }),
      ...(typeof refused === 'boolean' && { refused }),
      ...(typeof path === 'string' && { path }),
    });
  } catch {
    return null;
  }
}

/** `Retry-After` in seconds; a date would need a clock that both sides share. */
function waitOf(retryAfter: string | null): number | null {
  const seconds = retryAfter === null ? NaN : Number(retryAfter);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}
