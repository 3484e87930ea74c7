import type { Conversation, Message } from '../../domain/model.ts';
import type { CallOptions, HostContext } from '../../ports/adapter.ts';
import { AdapterError, toAdapterError } from '../../ports/adapter-error.ts';
import { aboutMistake } from '../../ports/adapter-mistake.ts';
import { conversation, message } from '../../ports/validate-model.ts';
import type { Check } from '../../ports/validate.ts';
import { goodOnes, read } from '../../ports/validate-reading.ts';
import type { SimpleBackend } from './simple-backend.ts';

/**
 * Reads the lists of a simple backend. What is malformed is left out and told to the developer, with the path; where
 * nothing is good the answer is refused: filters would make "no conversations" of it.
 */
export class BackendReader {
  readonly #backend: SimpleBackend;
  readonly #told = new Set<string>();
  /** Hears of what was left out. */
  log: HostContext['log'] = () => undefined;

  /** Throws a `TypeError` that names what is missing: JavaScript pages have no compiler that says so. */
  constructor(backend: SimpleBackend) {
    for (const name of ['list', 'messages', 'send'] as const)
      if (typeof backend[name] !== 'function') throw new TypeError(`defineAdapter: "${name}" has to be a function`);
    if (!Array.isArray(backend.channels)) throw new TypeError('defineAdapter: "channels" has to be a list');
    const { agent } = backend as { readonly agent?: unknown };
    if (typeof agent !== 'function' && (typeof agent !== 'object' || agent === null))
      throw new TypeError('defineAdapter: "agent" has to be a co-worker, or a function that signs one in');
    this.#backend = backend;
  }

  async list(options: CallOptions): Promise<readonly Conversation[]> {
    return this.#good('list', conversation, await this.#backend.list(options));
  }

  async messages(id: string, options: CallOptions): Promise<readonly Message[]> {
    return this.#good('messages', message, await this.#backend.messages(id, options));
  }

  /** Tells the developer, once each, of rejections that are no `AdapterError`; who is called only hears that it failed. */
  async overheard<T>(body: () => Promise<T>): Promise<T> {
    try {
      return await body();
    } catch (reason) {
      const about = reason instanceof AdapterError ? null : aboutMistake(reason, toAdapterError(reason));
      if (about !== null) this.#tell(about);
      throw reason;
    }
  }

  #tell(about: string): void {
    if (this.#told.has(about)) return;
    this.#told.add(about);
    this.log('warn', about);
  }

  #good<T>(call: string, check: Check<T>, answer: unknown): readonly T[] {
    const refuse = (error: Error): void => this.#tell(error.message);
    // Of any length: nothing limits what one conversation holds.
    const aList: Check<readonly unknown[]> = (value) =>
      Array.isArray(value) ? undefined : { path: '', expected: 'a list' };
    return goodOnes(read(call, aList, answer), { call, field: '', check, refuse });
  }
}
