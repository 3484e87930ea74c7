import { nextTask } from './next-task.ts';

/** Resolves once what has been rendered is on screen; at once on a page that nobody sees. */
export async function afterPaint(): Promise<void> {
  if (!document.hidden) await new Promise(requestAnimationFrame);
  await nextTask();
}
