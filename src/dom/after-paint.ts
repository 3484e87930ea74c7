import { nextTask } from './next-task.ts';

/** Resolves once what has been rendered is on screen; at once on a page that nobody sees; never on a server. */
export async function afterPaint(): Promise<void> {
  if (!('document' in globalThis)) return new Promise(() => undefined);
  if (!document.hidden) await new Promise(requestAnimationFrame);
  await nextTask();
}
