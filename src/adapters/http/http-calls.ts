import type { CallOptions, ChangeOptions } from '../../ports/adapter.ts';
import type { HttpRequest } from './http-client.ts';

/** How the parts of the adapter ask the gateway. What is answered is looked at by the guards of the ports. */
export class HttpCalls {
  readonly #ask: (request: HttpRequest) => Promise<unknown>;

  constructor(ask: (request: HttpRequest) => Promise<unknown>) {
    this.#ask = ask;
  }

  get<T>(path: string, options: CallOptions | undefined): Promise<T> {
    return this.ask({ method: 'GET', path, signal: options?.signal });
  }

  post<T>(path: string, body: unknown, options: CallOptions | undefined): Promise<T> {
    return this.ask({ method: 'POST', path, body, signal: options?.signal });
  }

  /** Writes what has a version. */
  put<T>(path: string, body: unknown, options: ChangeOptions | undefined): Promise<T> {
    return this.ask({ method: 'PUT', path, body, headers: ifMatch(options), signal: options?.signal });
  }

  /** Removes what has a version. */
  async remove(path: string, options: ChangeOptions | undefined): Promise<void> {
    await this.ask({ method: 'DELETE', path, headers: ifMatch(options), signal: options?.signal });
  }

  ask<T>(request: HttpRequest): Promise<T> {
    return this.#ask(request) as Promise<T>;
  }
}

/** An id as a part of a path. */
export function segment(id: string): string {
  return encodeURIComponent(id);
}

/** The version that a change is based on, as a header. */
export function ifMatch(options: ChangeOptions | undefined): Readonly<Record<string, string>> {
  return options?.ifVersion === undefined ? {} : { 'if-match': `"${options.ifVersion}"` };
}
