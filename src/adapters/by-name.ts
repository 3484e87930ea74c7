import type { MessagingAdapter } from '../ports/adapter.ts';
import { AdapterError } from '../ports/adapter-error.ts';
import { ForwardingAdapter } from './forwarding-adapter.ts';

/**
 * The backend that HTML names in an attribute: `local`, or the address of a gateway's API (`https://…/v1`, or `/v1` on
 * the page's own origin). It is loaded when it connects, so a page that brings its own adapter does not pay for it. A name
 * nobody knows refuses to connect with `unsupported`.
 *
 * @param agentId - the co-worker who is signed in; `null` for the backend's first
 */
export function adapterByName(name: string, agentId: string | null): MessagingAdapter {
  return new ForwardingAdapter({ name, load: () => load(name, agentId), owns: true });
}

/** The host's own adapter, which outlives the sessions that use it. What is none refuses to connect with `unsupported`. */
export function borrowedAdapter(adapter: MessagingAdapter): MessagingAdapter {
  const { name, connect } = adapter as Partial<MessagingAdapter>;
  const load = (): Promise<MessagingAdapter> =>
    typeof connect === 'function' ? Promise.resolve(adapter) : Promise.reject(noAdapter());
  return new ForwardingAdapter({ name: name ?? '', load, owns: false });
}

async function load(name: string, agentId: string | null): Promise<MessagingAdapter> {
  if (/^(?:https?:\/)?\//i.test(name)) {
    const { createHttpAdapter } = await import('./http/index.ts');
    return createHttpAdapter({ baseUrl: name });
  }
  if (name !== 'local')
    throw new AdapterError('unsupported', `there is no backend "${name}"; pass your own by the property "adapter"`);
  const { createLocalAdapter } = await import('./local/index.ts');
  return createLocalAdapter(agentId === null ? {} : { agentId });
}

function noAdapter(): AdapterError {
  return new AdapterError('unsupported', 'the property "adapter" has to be a MessagingAdapter; see docs/adapters.md');
}
