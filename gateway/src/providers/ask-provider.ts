import { readBytes } from '../http/body.ts';

/** What a provider answered: its body as JSON, or `undefined`. */
export interface ProviderAnswer {
  readonly status: number;
  readonly body: unknown;
  /** What it asks to wait, if it says so in seconds. */
  readonly retryAfterMs: number | null;
}

/** One request to a provider. */
export interface ProviderRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal: AbortSignal;
}

const mostBytes = 1024 * 1024;
const longestWaitSeconds = 3_600;
/** Causes after which a request certainly never reached anybody. */
const neverLeft: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Asks a provider. `null`: the request never left the building. Rejects when nobody knows whether it arrived. */
export async function askProvider(url: string, request: ProviderRequest): Promise<ProviderAnswer | null> {
  const response = await answered(url, request);
  if (response === null) return null;
  const text = (await readBytes(response, mostBytes)).toString('utf8');
  return { status: response.status, body: jsonOf(text), retryAfterMs: waitOf(response.headers.get('retry-after')) };
}

async function answered(url: string, { method, headers, body, signal }: ProviderRequest): Promise<Response | null> {
  try {
    return await fetch(url, {
      method,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      redirect: 'error',
      signal,
    });
  } catch (error) {
    if (neverLeft.has(causeOf(error))) return null;
    throw error;
  }
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : null;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function waitOf(retryAfter: string | null): number | null {
  const seconds = Number(retryAfter);
  if (retryAfter === null || !Number.isFinite(seconds) || seconds < 0) return null;
  return Math.min(seconds, longestWaitSeconds) * 1000;
}
