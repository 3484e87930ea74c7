import type { AdapterError } from './adapter-error.ts';

/**
 * What the developer of an adapter should hear of a rejection: that an answer was malformed, or that it was no
 * `AdapterError`, with its place in the program and without its words, which may be a customer's. `null`: it is as it
 * should be.
 */
export function aboutMistake(reason: unknown, error: AdapterError): string | null {
  if (error.code === 'invalid' && error.path !== null && !error.refused) return error.message;
  if (error.code !== 'unavailable' || reason === error || error.cause !== reason) return null;
  // Of another copy of this library, as from a bundle of its own.
  if (reason instanceof Error && 'code' in reason && reason.code === error.code) return null;
  const [kind, stack = ''] = reason instanceof Error ? [reason.name, reason.stack] : [`a value (${typeof reason})`];
  const place = /^\s*(?:at |\S*@).*$/m.exec(stack)?.[0].trim() ?? '';
  return `the adapter rejected with ${kind}, which is no AdapterError: nobody knows what became of the call ${place}`.trim();
}
