import type { CallOptions } from '../../ports/adapter.ts';
import type { HttpRequest } from './http-client.ts';

/** How the parts of the adapter ask the gateway. What is answered is looked at by the guards of the ports. */
export class HttpCalls {
  readonly #ask: (request: HttpRequest) => Promise<unknown>;

  constructor(ask: (request: HttpRequest) => Promise<unknown>) {
    this.#ask = ask;
  }

  get<T>(path: string, options: CallOptions | undefined): Promise<T> {
    return this.#ask({ method: 'GET', path, signal: options?.signal }) as Promise<T>;
  }

  post<T>(path: string, body: unknown, options: CallOptions | undefined): Promise<T> {
    return this.#ask({ method: 'POST', path, body, signal: options?.signal }) as Promise<T>;
  }
}
