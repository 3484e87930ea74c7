import type { AdapterParts, BackendSession, CallOptions, HostContext, MessagingAdapter } from '../ports/adapter.ts';
import { AdapterError } from '../ports/adapter-error.ts';

/** How a forwarding adapter comes by the real one. */
export interface ForwardingOptions {
  readonly name: string;
  /** Called at each `connect` until it has succeeded once. */
  readonly load: () => Promise<MessagingAdapter>;
  /** Whether closing this one closes the real one; no for an adapter that somebody else made and may use again. */
  readonly owns: boolean;
}

/** An adapter that hands every call to another one, which it gets when it connects. */
export class ForwardingAdapter implements MessagingAdapter {
  readonly name: string;
  readonly #options: ForwardingOptions;
  #target: MessagingAdapter | null = null;

  constructor(options: ForwardingOptions) {
    this.name = options.name;
    this.#options = options;
  }

  async connect(host: HostContext, options?: CallOptions): Promise<BackendSession> {
    this.#target ??= await this.#options.load();
    return this.#target.connect(host, options);
  }

  listConversations(...call: Parameters<MessagingAdapter['listConversations']>) {
    return this.#connected().listConversations(...call);
  }

  getConversation(...call: Parameters<MessagingAdapter['getConversation']>) {
    return this.#connected().getConversation(...call);
  }

  listMessages(...call: Parameters<MessagingAdapter['listMessages']>) {
    return this.#connected().listMessages(...call);
  }

  findMessage(...call: Parameters<MessagingAdapter['findMessage']>) {
    return this.#connected().findMessage(...call);
  }

  send(...call: Parameters<MessagingAdapter['send']>) {
    return this.#connected().send(...call);
  }

  addNote(...call: Parameters<MessagingAdapter['addNote']>) {
    return this.#connected().addNote(...call);
  }

  open(...call: Parameters<MessagingAdapter['open']>) {
    return this.#connected().open(...call);
  }

  update(...call: Parameters<MessagingAdapter['update']>) {
    return this.#connected().update(...call);
  }

  subscribe(...call: Parameters<MessagingAdapter['subscribe']>) {
    return this.#connected().subscribe(...call);
  }

  part<K extends keyof AdapterParts>(name: K): AdapterParts[K] | undefined {
    return this.#target?.part(name);
  }

  async close(): Promise<void> {
    if (this.#options.owns) await this.#target?.close();
  }

  /** The session calls nothing before `connect` has answered. */
  #connected(): MessagingAdapter {
    if (this.#target) return this.#target;
    throw new AdapterError('unavailable', `${this.name} is not connected`, { retry: false, refused: true });
  }
}
