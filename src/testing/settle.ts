/**
 * Lets everything that only waits for promises run, without moving any clock. A test awaits it after an act whose
 * consequences pass through a few `await`s; it never waits for real time.
 */
export async function settle(): Promise<void> {
  // Two turns of the event loop: some hosts deliver structured messages in a task of their own.
  await nextTask();
  await nextTask();
}

/** Lets promise reactions run without leaving the current task; cheap enough to do between thousands of timers. */
export async function settleMicrotasks(): Promise<void> {
  for (let turn = 0; turn < 32; turn += 1) await Promise.resolve();
}

function nextTask(): Promise<void> {
  // Not setTimeout: browsers clamp nested ones to 4 ms, and in a hidden tab to a second.
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
