import type { CallOptions, Page, PageRequest } from './calls.ts';
import type { Check } from './validate.ts';
import { anArray } from './validate.ts';
import { pageReader } from './validate-page.ts';
import type { Reader, Refuse } from './validate-reading.ts';
import { goodOnes, read, reader } from './validate-reading.ts';

/** Asks and understands an answer as the guard of the whole adapter does: typed errors, abort, silence after `close`. */
export type GuardedCall = <T>(
  ask: () => Promise<unknown>,
  understand: Reader<T>,
  options: CallOptions | undefined,
) => Promise<T>;

/** What guards of parts are made with. */
export interface PartGuard {
  readonly call: GuardedCall;
  readonly refuse: Refuse;
  /** Keeps what ends a stream until it has ended, so that closing the adapter ends it too. */
  readonly open: Set<() => void>;
  /** Whether the adapter was closed. */
  readonly isClosed: () => boolean;
}

/** {@link PartGuard} with the readers that most calls need. */
export class PartCalls {
  readonly guard: PartGuard;

  constructor(guard: PartGuard) {
    this.guard = guard;
  }

  /** A call that answers with one thing; `name` is for the log of whoever wrote the adapter. */
  one<T>(name: string, check: Check<T>, ask: () => Promise<unknown>, options: CallOptions | undefined): Promise<T> {
    return this.guard.call(ask, reader(name, check), options);
  }

  /** A call whose answer says nothing. */
  done(ask: () => Promise<unknown>, options: CallOptions | undefined): Promise<void> {
    return this.guard.call(ask, () => undefined, options);
  }

  /** A call that answers with a list; malformed elements are left out. */
  list<T>(
    name: string,
    check: Check<T>,
    ask: () => Promise<unknown>,
    options: CallOptions | undefined,
  ): Promise<readonly T[]> {
    const elements = { call: name, field: '', check, refuse: this.guard.refuse };
    return this.guard.call(ask, (value) => goodOnes(read(name, anArray, value), elements), options);
  }

  /** A call that answers with a page; see {@link pageReader}. */
  page<T extends { readonly id: string }>(
    name: string,
    check: Check<T>,
    ask: () => Promise<unknown>,
    { request, options }: { readonly request: PageRequest | undefined; readonly options: CallOptions | undefined },
  ): Promise<Page<T>> {
    return this.guard.call(ask, pageReader(name, check, this.guard.refuse, request), options);
  }
}
