import { AdapterError } from '../../../src/ports/adapter-error.ts';
import type { AdapterErrorCode } from '../../../src/ports/adapter-error.ts';
import type { Problem } from './api-types.ts';

const statuses: Readonly<Record<AdapterErrorCode, number>> = {
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 412,
  invalid: 400,
  'key-reused': 422,
  'rate-limited': 429,
  'window-closed': 409,
  unavailable: 503,
  unsupported: 422,
  aborted: 499,
};

const titles: Readonly<Record<AdapterErrorCode, string>> = {
  unauthenticated: 'The sign-in is missing or ran out',
  forbidden: 'Not allowed',
  'not-found': 'There is no such thing',
  conflict: 'Somebody else changed it',
  invalid: 'The request is not valid',
  'key-reused': 'The idempotency key stands for another request',
  'rate-limited': 'Too many requests',
  'window-closed': 'The reply window of the channel is closed',
  unavailable: 'Not available now',
  unsupported: 'Not possible here',
  aborted: 'Given up',
};

/** Whatever went wrong as the one error that callers know. What is not meant for them is `unavailable`. */
export function asProblemError(error: unknown): AdapterError {
  if (error instanceof AdapterError) return error;
  // A transaction may have been committed although its answer was lost: the outcome is unknown.
  return new AdapterError('unavailable', 'the gateway could not answer', { cause: error });
}

/** An error as RFC 9457 wants it. */
export function problemResponse(error: AdapterError, requestId: string, headers: HeadersInit = {}): Response {
  const status = statuses[error.code];
  const problem: Problem = {
    type: `urn:conversation-elements:problem:${error.code}`,
    title: titles[error.code],
    status,
    code: error.code,
    detail: error.message,
    retry: error.retry,
    afterMs: error.afterMs,
    refused: error.refused,
    path: error.path,
    requestId,
  };
  const all = new Headers(headers);
  all.set('content-type', 'application/problem+json');
  all.set('cache-control', 'no-store');
  if (error.code === 'unauthenticated') all.set('www-authenticate', 'Bearer');
  if (error.afterMs !== null) all.set('retry-after', String(Math.ceil(error.afterMs / 1000)));
  return new Response(JSON.stringify(problem), { status, headers: all });
}
