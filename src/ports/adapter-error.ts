/** What went wrong between the elements and a backend. Stable names; nobody parses messages. */
export const adapterErrorCodes = [
  'unauthenticated',
  'forbidden',
  'not-found',
  'conflict',
  'invalid',
  'key-reused',
  'rate-limited',
  'window-closed',
  'unavailable',
  'unsupported',
  'aborted',
] as const;

/** One of {@link adapterErrorCodes}. */
export type AdapterErrorCode = (typeof adapterErrorCodes)[number];

/** Codes after which trying again by itself can help. */
const retryable: ReadonlySet<AdapterErrorCode> = new Set(['unauthenticated', 'rate-limited', 'unavailable']);

/** The only error an adapter rejects with. Anything else is treated as `unavailable` with an unknown outcome. */
export class AdapterError extends Error {
  override readonly name = 'AdapterError';
  readonly code: AdapterErrorCode;
  /** Whether trying the same call again can succeed. */
  readonly retry: boolean;
  /** How long to wait first, milliseconds; `null` if the backend did not say. */
  readonly afterMs: number | null;
  /**
   * Whether the backend is known *not* to have carried the call out. `false` after a cut connection: the call must be
   * asked about before it is repeated.
   */
  readonly refused: boolean;
  /** Path of the offending field for `invalid`, e.g. `messages[3].at`. */
  readonly path: string | null;

  /**
   * @param code - one of the stable codes
   * @param message - for developers' logs, never shown to agents and never parsed
   */
  constructor(
    code: AdapterErrorCode,
    message: string,
    options: {
      readonly retry?: boolean;
      readonly afterMs?: number;
      readonly refused?: boolean;
      readonly path?: string;
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.retry = options.retry ?? retryable.has(code);
    this.afterMs = options.afterMs ?? null;
    this.refused = options.refused ?? (code !== 'unavailable' && code !== 'aborted');
    this.path = options.path ?? null;
  }
}

/** Turns whatever an adapter threw into the one typed error; a non-error or foreign error has an unknown outcome. */
export function toAdapterError(reason: unknown): AdapterError {
  if (reason instanceof AdapterError) return reason;
  // An adapter bundled with another copy of this library throws a class of the same name.
  if (reason instanceof Error && reason.name === 'AdapterError' && 'code' in reason) {
    const { code } = reason;
    const known = adapterErrorCodes.find((name) => name === code);
    if (known) return new AdapterError(known, reason.message, { ...copyOptions(reason), cause: reason });
  }
  if (reason instanceof Error && reason.name === 'AbortError')
    return new AdapterError('aborted', reason.message, { cause: reason });
  const message = reason instanceof Error ? reason.message : `adapter rejected with ${String(reason)}`;
  return new AdapterError('unavailable', message, { cause: reason });
}

function copyOptions(reason: object): { retry?: boolean; afterMs?: number; refused?: boolean; path?: string } {
  const { retry, afterMs, refused, path } = reason as Readonly<Record<string, unknown>>;
  return {
    ...(typeof retry === 'boolean' && { retry }),
    ...(typeof afterMs === 'number' && { afterMs }),
    ...(typeof refused === 'boolean' && { refused }),
    ...(typeof path === 'string' && { path }),
  };
}
