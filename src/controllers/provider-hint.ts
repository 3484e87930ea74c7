import { ContextEvent } from '@lit/context';
import { sessionContext } from './session-context.ts';

/**
 * Tells developers that an element has nothing to show because no provider is around it, as in a portal of React, or only that
 * of another version of the library.
 */
export function hintAtProvider(host: HTMLElement): void {
  if (!host.isConnected) return;
  const answers: unknown[] = [];
  host.dispatchEvent(new ContextEvent(sessionContext, host, (session) => answers.push(session)));
  if (answers.length === 0)
    console.warn(`conversation-elements: no conversation-provider of this version is around <${host.localName}>`);
}
