import { parseCmIncoming, parseCmStatus } from '../../../../src/domain/cm-messages.ts';
import { asObject, textAt } from '../../../../src/domain/cm-values.ts';
import { askProvider } from '../ask-provider.ts';
import type { ProviderAnswer } from '../ask-provider.ts';
import type { ConnectionTest, Delivery, HookRequest, Provider, ProviderMessage, ProviderResult } from '../provider.ts';
import { cmChannels, toCmRequest } from './cm-request.ts';
import type { CmSender } from './cm-request.ts';
import { readCmResponse } from './cm-response.ts';

/** A tenant's account at CM.com. */
export interface CmOptions extends CmSender {
  /** Secret; goes in a header, never in an address or a log. */
  readonly productToken: string;
  /** How many messages a second each channel may send; CM.com names no limit, an account may have one. */
  readonly perSecond?: number;
  /** Default CM.com's recommended address. A function is asked anew for each message. */
  readonly url?: string | (() => string);
}

const usualUrl = 'https://gw.messaging.cm.com/v1.0/message';
/** CM.com's codes for an account it does not know, or that may not send. */
const notLetIn: ReadonlySet<string> = new Set(['101', '102', '103']);

/** CM.com Business Messaging. Its webhooks are not signed: who knows the secret in their address is believed. */
export function cmProvider(options: CmOptions): Provider {
  return {
    name: 'cm',
    channels: [...cmChannels.keys()],
    ...(options.perSecond !== undefined && { perSecond: options.perSecond }),
    send: (message, { signal }) => send(message, options, signal),
    test: ({ signal }) => test(options, signal),
    // CM.com's webhook names an address that anybody may fetch.
    locateFile: (url) => Promise.resolve(/^https?:/i.test(url) ? { url } : null),
    readHook,
  };
}

async function send(message: ProviderMessage, options: CmOptions, signal: AbortSignal): Promise<ProviderResult> {
  const request = toCmRequest(message, options);
  if (!request.ok) {
    const { reason, detail } = request;
    return { status: 'failed', failure: { reason, providerCode: null, detail } };
  }
  const answer = await post(request.body, options, signal);
  if (answer === null) return { status: 'later', afterMs: null };
  const result = readCmResponse(answer);
  if (result === null) throw new Error(`CM.com answered ${answer.status} without saying what became of the message`);
  return result;
}

/** Asks for nothing to be sent: whoever is let in hears that the list is empty, anybody else that the token is not known. */
async function test(options: CmOptions, signal: AbortSignal): Promise<ConnectionTest> {
  try {
    const answer = await post({ messages: { msg: [] } }, options, signal);
    const code = textAt(asObject(answer?.body), 'errorCode');
    if (code === null) return { result: answer?.status === 401 ? 'refused' : 'unreachable', providerCode: null };
    return { result: notLetIn.has(code) ? 'refused' : 'works', providerCode: code };
  } catch {
    return { result: 'unreachable', providerCode: null };
  }
}

function post(
  body: unknown,
  { url = usualUrl, productToken }: CmOptions,
  signal: AbortSignal,
): Promise<ProviderAnswer | null> {
  const headers = { 'x-cm-producttoken': productToken };
  return askProvider(typeof url === 'function' ? url() : url, { method: 'POST', headers, body, signal });
}

function readHook({ kind, parse }: HookRequest): readonly Delivery[] | null {
  if (kind === 'messages') {
    const read = parseCmIncoming(parse());
    return [read.ok ? { type: 'message', value: read.value } : { ...read, type: 'refused' }];
  }
  if (kind === 'status') {
    const read = parseCmStatus(parse());
    return [read.ok ? { type: 'status', value: read.value } : { ...read, type: 'refused' }];
  }
  // What happens on a channel besides messages, such as an opened profile: taken, so that it does not come for a month.
  return kind === 'events' ? [] : null;
}
