import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { OpenReadable } from '../sync/session-api.ts';
import { ReadableController } from './readable-controller.ts';

/**
 * Opens a handle of the session for its host and closes it again: when what it was opened for changes, and when the
 * host left the page. A host that is only moved keeps its handle, and with it what was loaded.
 */
export class HandleController<H extends OpenReadable<T>, T = H['value']> implements ReactiveController {
  readonly #readable: ReadableController<T>;
  #handle: H | null = null;
  #key: readonly unknown[] = [];
  #isConnected = false;

  /** @param changed - what to do when the handle says something else; without it the host is rendered again */
  constructor(host: ReactiveControllerHost, changed?: () => void) {
    this.#readable = new ReadableController<T>(host, changed);
    host.addController(this);
  }

  /** The open handle; `null` while there is nothing to open. */
  get handle(): H | null {
    return this.#handle;
  }

  /** What the handle says now. */
  get value(): T | null {
    return this.#readable.value;
  }

  /**
   * Call from `willUpdate`. Opens anew when the session or one of `reason` is another than last time.
   *
   * @param session - `null` closes the handle
   * @param reason - what else the handle depends on: an id…; a `null` or `undefined` among them closes it
   */
  sync<S>(session: S | null, reason: readonly unknown[], open: (session: S) => H): void {
    const key = [session, ...reason];
    if (!this.#isConnected || same(key, this.#key)) return;
    this.#close();
    this.#key = key;
    if (session === null || reason.some((part) => part === null || part === undefined)) return;
    this.#handle = open(session);
    this.#readable.watch(this.#handle);
  }

  hostConnected(): void {
    this.#isConnected = true;
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    // An element that is moved is disconnected and connected in one go.
    queueMicrotask(() => {
      if (!this.#isConnected) this.#close();
    });
  }

  #close(): void {
    this.#readable.watch(null);
    this.#handle?.dispose();
    this.#handle = null;
    this.#key = [];
  }
}

function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((part, index) => Object.is(part, b[index]));
}
