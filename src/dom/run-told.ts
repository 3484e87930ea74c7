import { AdapterError } from '../ports/adapter-error.ts';

/**
 * Runs a command that shows by itself what a backend refused. Whatever else goes wrong is a mistake in a program: the page
 * hears of it as of any other.
 */
export function runTold({ run }: { readonly run: () => Promise<unknown> }): void {
  run().catch((reason: unknown) => {
    if (!(reason instanceof AdapterError)) reportError(reason);
  });
}
