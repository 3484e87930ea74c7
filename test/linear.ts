import assert from 'node:assert/strict';

/**
 * Proves that twice the input costs at most 2.6 times as long (quality goals, part 2). On a busy machine a single
 * measurement says little, so the best of several attempts counts: what is quadratic fails all of them.
 * @param prepare - makes the input of a size and returns what is measured
 */
export function assertLinear(prepare: (size: number) => () => unknown, size: number): void {
  const once = prepare(size);
  const twice = prepare(2 * size);
  const ratios: number[] = [];
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const ratio = time(twice) / Math.max(time(once), 0.05);
    if (ratio <= 2.6) return;
    ratios.push(ratio);
  }
  assert.fail(`twice the input takes ${ratios.map((ratio) => ratio.toFixed(1)).join(', ')} times as long`);
}

function time(run: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}
