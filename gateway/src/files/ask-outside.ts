import { lookup } from 'node:dns';
import type { LookupAddress } from 'node:dns';
import { request as requestPlain } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** An address that somebody outside chose leads where we do not go, or what is there is not what we take. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** What is asked of an address that somebody outside chose. */
export interface OutsideRequest {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Origins that may be on this machine or its network, such as a simulated provider. */
  readonly trusted: ReadonlySet<string>;
  readonly signal: AbortSignal;
}

const mostRedirects = 3;

/**
 * Asks an address that somebody outside chose: only the public internet, on its usual ports. The name is looked up once
 * and that very address is connected to, so no name can change its mind in between; redirects are looked at in the same
 * way. Headers stay with the origin they are for.
 */
export async function askOutside(address: string, request: OutsideRequest): Promise<IncomingMessage> {
  let url = safeUrl(address, request.trusted);
  let { headers = {} } = request;
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const response = await once(url, { ...request, headers });
    const next = response.headers.location;
    if (!isRedirect(response) || next === undefined) return response;
    response.resume();
    if (request.method === 'POST') throw new Refused('a redirect');
    const target = safeUrl(next, request.trusted, url);
    if (target.origin !== url.origin) headers = {};
    url = target;
  }
  throw new Refused('too many redirects');
}

function isRedirect({ statusCode = 0 }: IncomingMessage): boolean {
  return [301, 302, 303, 307, 308].includes(statusCode);
}

/** The address, if it is one that we go to. */
function safeUrl(address: string, trusted: ReadonlySet<string>, base?: URL): URL {
  if (!URL.canParse(address, base)) throw new Refused('no address');
  const url = new URL(address, base);
  if (url.username !== '' || url.password !== '') throw new Refused('an address with a password');
  if (trusted.has(url.origin)) return url;
  // The parser leaves out the usual port.
  if (!/^https?:$/.test(url.protocol) || url.port !== '') throw new Refused('an unusual protocol or port');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // No look-up takes place for these.
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw new Refused('no public address');
  return url;
}

function once(url: URL, { method = 'GET', headers, body, trusted, signal }: OutsideRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const ask = url.protocol === 'https:' ? requestSecure : requestPlain;
    const options = trusted.has(url.origin) ? {} : { lookup: lookupPublic };
    const request = ask(url, {
      method,
      headers: { 'user-agent': 'conversation-elements', ...headers },
      signal,
      ...options,
    });
    request.on('response', resolve);
    request.on('error', reject);
    request.end(body);
  });
}

/** Looks a name up and refuses it when any of its addresses is not public. */
const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[] | undefined) => {
    const [first] = found ?? [];
    if (error !== null || !first) callback(error ?? new Error('no address'), '', 4);
    else if (!found?.every(({ address }) => isPublicAddress(address)))
      callback(new Refused('no public address'), '', 4);
    else if (options.all) callback(null, found);
    else callback(null, first.address, first.family);
  });
};
