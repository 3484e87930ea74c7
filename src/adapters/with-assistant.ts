import type { AdapterParts, BackendSession, CallOptions, HostContext, MessagingAdapter } from '../ports/adapter.ts';
import type { AssistantPart } from '../ports/parts/assistant.ts';
import { ForwardingAdapter } from './forwarding-adapter.ts';

/**
 * An adapter with the host's own assistant (B20). Without it, and without one of the backend, elements show nothing of the
 * kind. Closing it closes the adapter inside.
 */
export function withAssistant(adapter: MessagingAdapter, assistant: AssistantPart): MessagingAdapter {
  return new AssistedAdapter(adapter, assistant);
}

class AssistedAdapter extends ForwardingAdapter {
  readonly #assistant: AssistantPart;

  constructor(adapter: MessagingAdapter, assistant: AssistantPart) {
    super({ name: adapter.name, load: () => Promise.resolve(adapter), owns: true });
    this.#assistant = assistant;
  }

  override async connect(host: HostContext, options?: CallOptions): Promise<BackendSession> {
    const session = await super.connect(host, options);
    const parts = [...session.capabilities.parts.filter((name) => name !== 'assistant'), 'assistant' as const];
    return { ...session, capabilities: { ...session.capabilities, parts } };
  }

  override part<K extends keyof AdapterParts>(name: K): AdapterParts[K] | undefined {
    return name === 'assistant' ? (this.#assistant as AdapterParts[K]) : super.part(name);
  }
}
