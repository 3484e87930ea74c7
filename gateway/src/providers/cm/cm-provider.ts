import { parseCmIncoming, parseCmStatus } from '../../../../src/domain/cm-messages.ts';
import { asObject, textAt } from '../../../../src/domain/cm-values.ts';
import { readBody } from '../../http/body.ts';
import type { ConnectionTest, Provider, ProviderMessage, ProviderResult } from '../provider.ts';
import { cmChannels, toCmRequest } from './cm-request.ts';
import type { CmSender } from './cm-request.ts';
import { readCmResponse } from './cm-response.ts';

/** A tenant's account at CM.com. */
export interface CmOptions extends CmSender {
  /** Secret; goes in a header, never in an address or a log. */
  readonly productToken: string;
  /** Default CM.com's recommended address. A function is asked anew for each message. */
  readonly url?: string | (() => string);
}

const usualUrl = 'https://gw.messaging.cm.com/v1.0/message';
const mostBytes = 1024 * 1024;
/** CM.com's codes for an account it does not know, or that may not send. */
const notLetIn: ReadonlySet<string> = new Set(['101', '102', '103']);

/** Causes after which the request certainly never reached anybody. */
const neverLeft: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** CM.com Business Messaging. */
export function cmProvider(options: CmOptions): Provider {
  return {
    name: 'cm',
    channels: [...cmChannels.keys()],
    send: (message, { signal }) => send(message, options, signal),
    test: ({ signal }) => test(options, signal),
    parseIncoming: parseCmIncoming,
    parseStatus: parseCmStatus,
  };
}

async function send(message: ProviderMessage, options: CmOptions, signal: AbortSignal): Promise<ProviderResult> {
  const request = toCmRequest(message, options);
  if (!request.ok) {
    const { reason, detail } = request;
    return { status: 'failed', failure: { reason, providerCode: null, detail } };
  }
  const response = await post(request.body, options, signal);
  if (response === null) return { status: 'later', afterMs: null };
  const text = await readBody(response, mostBytes);
  const result = readCmResponse({
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    body: jsonOf(text),
  });
  if (result === null) throw new Error(`CM.com answered ${response.status} without saying what became of the message`);
  return result;
}

/** Asks for nothing to be sent: whoever is let in hears that the list is empty, anybody else that the token is not known. */
async function test(options: CmOptions, signal: AbortSignal): Promise<ConnectionTest> {
  try {
    const response = await post({ messages: { msg: [] } }, options, signal);
    if (response === null) return { result: 'unreachable', providerCode: null };
    const code = textAt(asObject(jsonOf(await readBody(response, mostBytes))), 'errorCode');
    if (code === null) return { result: response.status === 401 ? 'refused' : 'unreachable', providerCode: null };
    return { result: notLetIn.has(code) ? 'refused' : 'works', providerCode: code };
  } catch {
    return { result: 'unreachable', providerCode: null };
  }
}

/** The answer; `null` when the request never left. Rejects when nobody knows. */
async function post(
  body: unknown,
  { url = usualUrl, productToken }: CmOptions,
  signal: AbortSignal,
): Promise<Response | null> {
  try {
    return await fetch(typeof url === 'function' ? url() : url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'x-cm-producttoken': productToken },
      body: JSON.stringify(body),
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
