import type { Core } from '../core.ts';
import type { Viewer } from '../store/viewer.ts';
import { AdapterError } from '../../../src/ports/adapter-error.ts';
import type { ApiTypes } from './api-types.ts';

/** A request that was proved and checked. */
export interface Call<Body> {
  readonly core: Core;
  readonly viewer: Viewer;
  readonly body: Body;
  /** Of a route that takes bytes; empty otherwise. */
  readonly bytes: Uint8Array;
  readonly param: (name: string) => string;
  readonly header: (name: string) => string | null;
}

/** An answer with its headers. */
export interface Answer<Body> {
  readonly body: Body;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One thing that can be asked, with everything its documentation says. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** With `{name}` for parameters. */
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  /** Headers it reads, with a sentence each. */
  readonly headers?: Readonly<Record<string, { readonly summary: string; readonly required: boolean }>>;
  readonly takes: keyof ApiTypes | null;
  readonly gives: keyof ApiTypes;
  /** Takes bytes instead of JSON, at most so many. */
  readonly takesBytes?: number;
  /** Largest body, bytes; default one megabyte. */
  readonly mostBytes?: number;
  readonly run: (call: Call<never>) => Promise<Answer<unknown>>;
}

interface TypedRoute<Takes extends keyof ApiTypes, Gives extends keyof ApiTypes> extends Omit<
  Route,
  'takes' | 'gives' | 'run'
> {
  readonly takes?: Takes;
  readonly gives: Gives;
  readonly run: (call: Call<ApiTypes[Takes]>) => Promise<Answer<ApiTypes[Gives]>>;
}

/** Ties a route's function to the bodies it is documented with. */
export function route<Takes extends keyof ApiTypes, Gives extends keyof ApiTypes>(
  typed: TypedRoute<Takes, Gives>,
): Route {
  return { ...typed, takes: typed.takes ?? null, run: typed.run };
}

/** The header of commands that may be asked again. */
export const keyHeader = {
  'Idempotency-Key': { summary: 'The client id: the same key and body again gives the first answer.', required: true },
};

/** The header of changes that are based on a version. */
export const ifMatchHeader = {
  'If-Match': { summary: 'The version it was seen with, as an ETag; another one answers 412.', required: false },
};

/** A conversation with its version as the ETag. */
export function tagged(conversation: ApiTypes['Conversation']): Answer<ApiTypes['Conversation']> {
  return { body: conversation, headers: { etag: `"${conversation.version}"` } };
}

/** The version in `If-Match`; `null` where there is none. */
export function versionOf(ifMatch: string | null): number | null {
  if (ifMatch === null || ifMatch.trim() === '*') return null;
  const version = /^\s*(?:W\/)?"(-?\d{1,15})"\s*$/.exec(ifMatch)?.[1];
  if (version === undefined) throw new AdapterError('invalid', 'If-Match is not an ETag of ours', { path: 'If-Match' });
  return Number(version);
}

/** The client id in `Idempotency-Key`. */
export function keyOf(header: (name: string) => string | null): string {
  return goodKey(header('idempotency-key') ?? '', 'Idempotency-Key');
}

/** A client id as it may be; `path` is where it stood. */
export function goodKey(key: string, path: string): string {
  if (/^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new AdapterError('invalid', `${path} is 1 to 200 visible characters`, { path });
}
