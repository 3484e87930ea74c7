import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { layoutRows, mountedRows, rowAt } from '../../src/controllers/row-window.ts';

const rows = (count: number, height = 50) => layoutRows(Array.from({ length: count }, () => height));

describe('row window', () => {
  it('stacks rows of different heights', () => {
    assert.deepEqual(layoutRows([50, 70, 50]).offsets, [0, 50, 120, 170]);
  });

  it('finds the row at a height', () => {
    const layout = layoutRows([50, 70, 50]);
    assert.deepEqual(
      [-10, 0, 49, 50, 119, 120, 9999].map((top) => rowAt(layout, top)),
      [0, 0, 0, 1, 1, 2, 2],
    );
  });

  it('mounts what is on screen and 300 px beyond each edge', () => {
    const mounted = mountedRows(rows(1000), { top: 5000, height: 500 }, -1);
    assert.equal(mounted[0], 94);
    assert.equal(mounted.at(-1), 116);
  });

  it('[I9] never mounts more than a hundred rows, also where nothing limits the height', () => {
    assert.equal(mountedRows(rows(100_000), { top: 0, height: 5_000_000 }, -1).length, 100);
  });

  it('[I10] keeps the row with the focus mounted wherever it is, in order', () => {
    const above = mountedRows(rows(1000), { top: 20_000, height: 500 }, 3);
    const below = mountedRows(rows(1000), { top: 0, height: 500 }, 900);
    assert.equal(above[0], 3);
    assert.equal(below.at(-1), 900);
    assert.deepEqual(
      above,
      [...above].sort((a, b) => a - b),
    );
  });

  it('mounts nothing of an empty list', () => {
    assert.deepEqual(mountedRows(layoutRows([]), { top: 0, height: 500 }, 0), []);
  });
});
