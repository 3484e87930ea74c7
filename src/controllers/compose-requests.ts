import type { ReactiveControllerHost } from 'lit';
import type { ComposeRequest } from './composer-controller.ts';
import { RootListener } from './root-listener.ts';

/** Hears requests to write a text anew that are made beside an element, e.g. by the timeline of the same view. */
export class ComposeRequests extends RootListener {
  /** @param takeUp - called with what nobody cancelled */
  constructor(host: ReactiveControllerHost & HTMLElement, takeUp: (request: ComposeRequest) => void) {
    super(host, 'message-compose-request', (event) => {
      // Whoever wants to cancel it must have heard of it first, also outside this shadow tree.
      queueMicrotask(() => {
        const { detail } = event as CustomEvent<ComposeRequest>;
        if (!event.defaultPrevented && host.isConnected) takeUp(detail);
      });
    });
  }
}
