import { createHmac, timingSafeEqual } from 'node:crypto';
import { asObject, own, textAt } from '../../../../src/domain/cm-values.ts';
import { failureReasonOf } from '../../../../src/domain/failures.ts';
import { askProvider } from '../ask-provider.ts';
import type { ProviderAnswer } from '../ask-provider.ts';
import type { ConnectionTest, FilePlace, HookRequest, Provider, ProviderMessage, ProviderResult } from '../provider.ts';
import type { ApprovedTemplate } from '../../../../src/domain/approved-template.ts';
import { readWhatsAppTemplate } from './whatsapp-templates.ts';
import { readWhatsAppEvents } from './whatsapp-events.ts';
import { toWhatsAppRequest } from './whatsapp-request.ts';
import { uploadFiles } from './whatsapp-upload.ts';

/** A tenant's number at the WhatsApp Cloud API. */
export interface WhatsAppOptions {
  /** Secret; goes in a header, never in an address or a log. */
  readonly accessToken: string;
  readonly phoneNumberId: string;
  /** Secret with which webhooks are signed. */
  readonly appSecret: string;
  /** Id of the WhatsApp Business account, which has the templates; without it they are kept by import. */
  readonly businessId?: string;
  /** How many messages a second the number may send; default 80. */
  readonly perSecond?: number;
  /** Default Meta's own address. */
  readonly url?: string;
}

const usualUrl = 'https://graph.facebook.com/v23.0';
const longestDetail = 300;
const mostPages = 100;
const templateFields = 'id,name,language,category,status,rejected_reason,quality_score,parameter_format,components';
/** Codes that say "slow down" to the whole number: nothing was taken. */
const tooMuch: ReadonlySet<string> = new Set(['4', '80007', '130429']);
/** Too many to one customer; their next message may go after six seconds. */
const tooManyToOne = '131056';
const pairMs = 6_000;
/** What Meta lets a number send unless it says otherwise. */
const usualPerSecond = 80;
const slowDownMs = 1_000;
/** Codes that say "something went wrong on our side": whether the message was taken they do not say. */
const unclear: ReadonlySet<string> = new Set(['1', '2', '131000', '131016']);

/** The WhatsApp Cloud API of Meta. */
export function whatsAppProvider(options: WhatsAppOptions): Provider {
  return {
    name: 'whatsapp',
    channels: ['whatsapp'],
    perSecond: options.perSecond ?? usualPerSecond,
    prepare: (message, around) => uploadFiles(message, { url: usualUrl, ...options }, around),
    send: (message, { signal }) => send(message, options, signal),
    test: ({ signal }) => test(options, signal),
    locateFile: (id, { signal }) => locateFile(id, options, signal),
    ...(options.businessId !== undefined && {
      listTemplates: ({ signal }) => listTemplates(options.businessId ?? '', options, signal),
    }),
    readHook: (request) => readHook(request, options),
  };
}

async function send(
  message: ProviderMessage,
  { accessToken, phoneNumberId, url = usualUrl }: WhatsAppOptions,
  signal: AbortSignal,
): Promise<ProviderResult> {
  const request = toWhatsAppRequest(message);
  if (!request.ok) {
    const { reason, detail } = request;
    return { status: 'failed', failure: { reason, providerCode: null, detail } };
  }
  const answer = await askProvider(`${url}/${phoneNumberId}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}` },
    body: request.body,
    signal,
  });
  if (answer === null) return { status: 'later', afterMs: null };
  const result = readAnswer(answer);
  if (result === null) throw new Error(`WhatsApp answered ${answer.status} without saying what became of the message`);
  return result;
}

/** What an answer means for the message; `null` when it does not say whether the message was taken. */
export function readAnswer({ status, body, retryAfterMs }: ProviderAnswer): ProviderResult | null {
  const root = asObject(body);
  const list = own(root, 'messages');
  const id = Array.isArray(list) ? textAt(asObject(list[0]), 'id') : null;
  if (id !== null) return { status: 'sent', providerId: id };
  const error = asObject(own(root, 'error'));
  const code = textAt(error, 'code');
  const slowDown = { status: 'later', afterMs: retryAfterMs ?? slowDownMs, scope: 'channel' } as const;
  if (code === null) return status === 429 ? slowDown : null;
  if (code === tooManyToOne) return { status: 'later', afterMs: Math.max(pairMs, retryAfterMs ?? 0) };
  if (tooMuch.has(code)) return slowDown;
  if (unclear.has(code) || status >= 500) return null;
  const detail = textAt(asObject(own(error, 'error_data')), 'details') ?? textAt(error, 'message');
  const failure = {
    reason: failureReasonOf('whatsapp', code),
    providerCode: code,
    detail: detail?.slice(0, longestDetail) ?? null,
  };
  return { status: 'failed', failure };
}

async function test(
  { accessToken, phoneNumberId, url = usualUrl }: WhatsAppOptions,
  signal: AbortSignal,
): Promise<ConnectionTest> {
  try {
    const headers = { authorization: `Bearer ${accessToken}` };
    const answer = await askProvider(`${url}/${phoneNumberId}?fields=id`, { method: 'GET', headers, signal });
    if (answer === null) return { result: 'unreachable', providerCode: null };
    const code = textAt(asObject(own(asObject(answer.body), 'error')), 'code');
    if (answer.status === 200) return { result: 'works', providerCode: null };
    return { result: code === null ? 'unreachable' : 'refused', providerCode: code };
  } catch {
    return { result: 'unreachable', providerCode: null };
  }
}

/** A file has an id; its address works for a few minutes, and only with the token. */
async function locateFile(
  id: string,
  { accessToken, url = usualUrl }: WhatsAppOptions,
  signal: AbortSignal,
): Promise<FilePlace | null> {
  const headers = { authorization: `Bearer ${accessToken}` };
  const answer = await askProvider(`${url}/${encodeURIComponent(id)}`, { method: 'GET', headers, signal });
  const address = textAt(asObject(answer?.body), 'url');
  if (address !== null) return { url: address, headers };
  if (answer?.status === 400 || answer?.status === 404) return null;
  throw new Error(`WhatsApp did not say where the file is: ${answer?.status ?? 'no answer'}`);
}

/** Page by page; one that cannot be read is left out rather than all of them. */
async function listTemplates(
  businessId: string,
  { accessToken, url = usualUrl }: WhatsAppOptions,
  signal: AbortSignal,
): Promise<readonly ApprovedTemplate[]> {
  const headers = { authorization: `Bearer ${accessToken}` };
  const found: ApprovedTemplate[] = [];
  let after: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const query = new URLSearchParams({ fields: templateFields, limit: '100', ...(after !== null && { after }) });
    const address = `${url}/${encodeURIComponent(businessId)}/message_templates?${query.toString()}`;
    const answer = await askProvider(address, { method: 'GET', headers, signal });
    const root = asObject(answer?.body);
    const data = own(root, 'data');
    if (answer?.status !== 200 || !Array.isArray(data)) throw new Error('WhatsApp did not give its templates');
    found.push(...data.map(readWhatsAppTemplate).filter((template) => template !== null));
    const paging = asObject(own(root, 'paging'));
    after = textAt(paging, 'next') === null ? null : textAt(asObject(own(paging, 'cursors')), 'after');
    if (after === null) return found;
  }
  throw new Error('WhatsApp has more templates than anybody can use');
}

/** The signature is over the bytes as they came; what is not signed is not even parsed. */
function readHook(
  { kind, bytes, header, parse }: HookRequest,
  { appSecret }: WhatsAppOptions,
): ReturnType<Provider['readHook']> {
  if (kind !== 'events') return null;
  const signature = Buffer.from(header('x-hub-signature-256') ?? '');
  const expected = Buffer.from(`sha256=${createHmac('sha256', appSecret).update(bytes).digest('hex')}`);
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return null;
  return readWhatsAppEvents(parse());
}
